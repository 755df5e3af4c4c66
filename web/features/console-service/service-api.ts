import * as z from 'zod/mini';
import { type HolidayYear, settingsAnswerSchema } from '#domain/krk/application-answers';
import type { ServiceSettings } from '#domain/krk/settings';
import type { Language } from '#domain/language';
import { caseSettingsAnswerSchema } from '#domain/violation-case/case-answers';
import type { CaseSettings } from '#domain/violation-case/settings';
import { type WorkUnitBody, type WorkUnits, workUnitsSchema } from '#domain/violation-case/work-unit';
import { askStaff } from '../../lib/staff-request.ts';

export const SETTINGS = '/api/v1/staff/service-settings/krk';
export const CASE_SETTINGS = '/api/v1/staff/service-settings/laporan';
export const WORK_UNITS = '/api/v1/staff/work-units';
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

/** Sets terms and letters of cases, over those that were seen. */
export const saveCaseSettings = (settings: CaseSettings, revision: number, language: Language) =>
  askStaff(CASE_SETTINGS, caseSettingsAnswerSchema, language, {
    method: 'PUT',
    json: settings,
    headers: { 'if-match': `"r${revision}"` },
  });

type WorkUnit = WorkUnits['units'][number];
/** A unit as somebody makes or changes it. */
export type UnitToKeep = Pick<WorkUnit, 'unitId' | 'revision'> & WorkUnitBody;

/** Makes a unit (revision 0), or changes it as it was seen. */
export const keepUnit = ({ unitId, revision, ...unit }: UnitToKeep, language: Language) =>
  askStaff(`${WORK_UNITS}/${unitId}`, workUnitsSchema, language, {
    method: 'PUT',
    json: unit,
    headers: { 'if-match': `"r${revision}"` },
  });

export const endUnit = ({ unitId, revision }: Pick<WorkUnit, 'unitId' | 'revision'>, language: Language) =>
  askStaff(`${WORK_UNITS}/${unitId}`, workUnitsSchema, language, {
    method: 'DELETE',
    headers: { 'if-match': `"r${revision}"` },
  });
