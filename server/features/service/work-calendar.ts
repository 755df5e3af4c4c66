import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '#domain/rules/csv';
import type { Day, WorkCalendar } from '#domain/work-days/working-days';
import type { Queryable } from '../../platform/db.ts';
import { findProjectRoot } from '../../platform/project-root.ts';
import { holidayYears } from './queries.ts';

interface ListedDay {
  /** Null: in every year. */
  readonly year: number | null;
  /** `MM-DD` where it is in every year. */
  readonly day: string;
  readonly name: string;
  readonly source: string;
}

/** The days of data/code-lists/holidays.csv; read when they are first needed. */
export const listedDays = keepFirst((): readonly ListedDay[] =>
  parseCsv(readFileSync(join(findProjectRoot(), 'data', 'code-lists', 'holidays.csv'), 'utf8'))
    .records.slice(1)
    .map(({ cells: [year = '', day = '', name = '', source = ''] }) => ({
      year: year === '' ? null : Number(year),
      day,
      name,
      source,
    })),
);

/** The calendar of the office: the listed days, and the years that it has loaded itself in place of listed ones. */
export async function readWorkCalendar(sql: Queryable): Promise<WorkCalendar> {
  const years = new Map<number, Set<Day>>();
  const everyYear = new Set<string>();
  for (const { year, day } of listedDays()) {
    if (year === null) everyYear.add(day);
    else years.set(year, (years.get(year) ?? new Set()).add(day));
  }
  for (const { year, days } of await holidayYears(sql)) years.set(year, new Set(days.map(({ day }) => day)));
  return { everyYear, years };
}

function keepFirst<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
