import type { HolidayYear } from '../krk/application-answers.ts';
import { parseCsv } from '../rules/csv.ts';

/** A line of a list of holidays that cannot be read. */
export interface HolidayFault {
  /** From 1. */
  readonly line: number;
  readonly why: 'day' | 'name' | 'year' | 'twice';
}

export interface ReadHolidays {
  readonly days: HolidayYear['days'];
  readonly faults: readonly HolidayFault[];
}

/**
 * Reads a list of holidays as offices keep it: a day and a name in each line, with comma or semicolon between; the day as
 * 2027-01-01, 01/01/2027 or 1-1-2027 (day before month). A head is skipped.
 */
export function readHolidayList(text: string, year: number): ReadHolidays {
  const days: { day: string; name: string }[] = [];
  const faults: HolidayFault[] = [];
  const seen = new Set<string>();
  for (const [index, { cells, line }] of parseCsv(text).records.entries()) {
    const [written = '', ...rest] = cells.map((cell) => cell.trim());
    const name = rest.join(', ').trim();
    if (written === '' && name === '') continue;
    // A head names its columns: no digit stands in it.
    if (index === 0 && !/\d/.test(written)) continue;
    const day = readDay(written);
    const why =
      day === null
        ? 'day'
        : !day.startsWith(`${year}-`)
          ? 'year'
          : name === '' || name.length > 200
            ? 'name'
            : seen.has(day)
              ? 'twice'
              : null;
    if (why !== null) faults.push({ line, why });
    else if (day !== null) {
      seen.add(day);
      days.push({ day, name });
    }
  }
  return { days: days.sort((one, other) => one.day.localeCompare(other.day)), faults };
}

/** A calendar day; null for what is none, such as 30 February. */
function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] =
    iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3], local[2], local[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written;
}
