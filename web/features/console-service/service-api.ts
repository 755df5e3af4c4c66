import * as z from 'zod/mini';
import { type HolidayYear, settingsAnswerSchema } from '#domain/krk/application-answers';
import type { ServiceSettings } from '#domain/krk/settings';
import type { Language } from '#domain/language';
import { askStaff } from '../../lib/staff-request.ts';

export const SETTINGS = '/api/v1/staff/service-settings/krk';
export const HOLIDAYS = '/api/v1/staff/holidays';

/** Sets what is written, over the settings that were seen. */
export const saveSettings = (settings: ServiceSettings, revision: number, language: Language) =>
  askStaff(SETTINGS, settingsAnswerSchema, language, {
    method: 'PUT',
    json: settings,
    headers: { 'if-match': `"r${revision}"` },
  });

/** Loads a year over what was seen of it. */
export const loadHolidays = (year: number, list: HolidayYear, tag: string, language: Language) =>
  askStaff(`${HOLIDAYS}/${year}`, z.object({ days: z.int(), moved: z.int() }), language, {
    method: 'PUT',
    json: list,
    headers: { 'if-match': tag },
  });
