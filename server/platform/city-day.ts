import { calendarDay } from './clock.ts';
import type { Deps } from './deps.ts';

/** The calendar day where the city lies, `YYYY-MM-DD`, whatever the machine's own zone is. */
export const today = ({ clock, city }: Pick<Deps, 'clock' | 'city'>): string =>
  calendarDay(clock.now(), city.timeZone);

/** The calendar day of a moment where the city lies. */
export const dayAt = (moment: Date, { city }: Pick<Deps, 'city'>): string =>
  calendarDay(moment, city.timeZone);
