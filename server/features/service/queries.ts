import type { HolidayYear } from '#domain/krk/application-answers';
import type { ServiceSettings } from '#domain/krk/settings';
import type { CaseSettings } from '#domain/violation-case/settings';
import type { Queryable } from '../../platform/db.ts';

/** A service whose terms the office sets: city-plan certificates, reports of violations. */
export type ServiceName = 'krk' | 'laporan';

export interface SettingsRow {
  /** As they were written: a setting that came later is missing. */
  readonly settings: unknown;
  readonly revision: number;
  /** `account:<id>` */
  readonly setBy: string;
  readonly setAt: Date;
}

/** @returns undefined while nobody has set anything */
export async function readSettings(sql: Queryable, service: ServiceName): Promise<SettingsRow | undefined> {
  const [row] = await sql<SettingsRow[]>`
    select settings, revision, set_by as "setBy", set_at as "setAt" from service_setting where service = ${service}`;
  return row;
}

/** @returns false when somebody else has set them since `revision`; 0 = nobody ever has */
export async function writeSettings(
  tx: Queryable,
  service: ServiceName,
  settings: ServiceSettings | CaseSettings,
  { revision, by, now }: { readonly revision: number; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows =
    revision === 0
      ? await tx`
          insert into service_setting (service, settings, revision, set_by, set_at)
          values (${service}, ${tx.json(settings)}, 1, ${by}, ${now}) on conflict do nothing returning 1`
      : await tx`
          update service_setting
          set settings = ${tx.json(settings)}, revision = revision + 1, set_by = ${by}, set_at = ${now}
          where service = ${service} and revision = ${revision} returning 1`;
  return rows.length === 1;
}

export interface HolidayYearRow extends HolidayYear {
  readonly year: number;
  readonly setBy: string;
  readonly setAt: Date;
}

export async function holidayYears(sql: Queryable): Promise<HolidayYearRow[]> {
  return await sql<HolidayYearRow[]>`
    select year, source, days, set_by as "setBy", set_at as "setAt" from holiday_year order by year`;
}

/** @returns false when somebody else has loaded the year since `seenAt`; null = nobody ever has */
export async function writeHolidayYear(
  tx: Queryable,
  { year, source, days }: HolidayYear & { readonly year: number },
  { seenAt, by, now }: { readonly seenAt: Date | null; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows =
    seenAt === null
      ? await tx`
          insert into holiday_year (year, source, days, set_by, set_at)
          values (${year}, ${source}, ${tx.json(days)}, ${by}, ${now}) on conflict do nothing returning 1`
      : await tx`
          update holiday_year set source = ${source}, days = ${tx.json(days)}, set_by = ${by}, set_at = ${now}
          where year = ${year} and set_at = ${seenAt} returning 1`;
  return rows.length === 1;
}

/** The next of a series; two who ask at once wait for each other, and who fails gives it back. */
export async function nextSequence(tx: Queryable, series: string, year: number): Promise<number> {
  const [row] = await tx<{ last: number }[]>`
    insert into number_series as s (series, year, last) values (${series}, ${year}, 1)
    on conflict (series, year) do update set last = s.last + 1
    returning last`;
  if (row === undefined) throw new Error('a series has no next number');
  return row.last;
}
