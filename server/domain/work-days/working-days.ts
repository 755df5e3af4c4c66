/** A calendar day where the city lies, `YYYY-MM-DD`. */
export type Day = string;

/** Which days nobody works, beside Saturday and Sunday. Data, never code: see data/code-lists/holidays.csv. */
export interface WorkCalendar {
  /** `MM-DD`: fixed by law in every year. */
  readonly everyYear: ReadonlySet<string>;
  /** Years whose days have been decreed, with all of them. A year that is not here is not known. */
  readonly years: ReadonlyMap<number, ReadonlySet<Day>>;
}

const DAY_MS = 86_400_000;
const millisecondsOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (milliseconds: number): Day => new Date(milliseconds).toISOString().slice(0, 10);

/** The calendar day after a number of days; the zone has no summer time, and a day is a day. */
export const addDays = (day: Day, days: number): Day => dayOf(millisecondsOf(day) + days * DAY_MS);

/** The year that a day lies in. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** True when offices work on this day, as far as the calendar knows. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const weekday = new Date(millisecondsOf(day)).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (calendar.everyYear.has(day.slice(5))) return false;
  return calendar.years.get(yearOf(day))?.has(day) !== true;
}

/**
 * The n-th working day after a day, which itself does not count.
 * @param days 0 gives the day itself, whatever day it is
 */
export function addWorkingDays(calendar: WorkCalendar, from: Day, days: number): Day {
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days after a day up to another one, which counts; none when it is not later. */
export function countWorkingDays(calendar: WorkCalendar, after: Day, upTo: Day): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** Years between two days, both counted, whose holidays nobody has decreed or loaded yet. */
export function missingYears(calendar: WorkCalendar, from: Day, to: Day): number[] {
  const missing: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    if (!calendar.years.has(year)) missing.push(year);
  return missing;
}

/** Months before the new year in which its calendar should be there: the decree comes in autumn. */
const ALARM_FROM_MONTH = 11;

/** The year whose calendar is missing and needed now or soon; null when nothing is. */
export function calendarAlarm(calendar: WorkCalendar, today: Day): number | null {
  const year = yearOf(today);
  if (!calendar.years.has(year)) return year;
  const isLate = Number(today.slice(5, 7)) >= ALARM_FROM_MONTH;
  return isLate && !calendar.years.has(year + 1) ? year + 1 : null;
}
