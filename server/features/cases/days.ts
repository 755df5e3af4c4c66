import type { Day } from '#domain/work-days/working-days';
import { calendarDay } from '../../platform/clock.ts';
import type { CaseDeps } from './case-deps.ts';

/** The calendar day where the city lies, whatever the machine's own zone is. */
export const today = ({ clock, city }: Pick<CaseDeps, 'clock' | 'city'>): Day =>
  calendarDay(clock.now(), city.timeZone);

export const dayAt = (moment: Date, { city }: Pick<CaseDeps, 'city'>): Day =>
  calendarDay(moment, city.timeZone);
