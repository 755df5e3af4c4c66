import type { HolidayYear } from '#domain/krk/application-answers';
import type { ServiceSettings } from '#domain/krk/settings';
import type { Queryable } from '../../../platform/db.ts';

const SERVICE = 'krk';

export async function readSettings(
  sql: Queryable,
): Promise<{ settings: unknown; revision: number } | undefined> {
  const [row] = await sql<{ settings: unknown; revision: number }[]>`
    select settings, revision from service_setting where service = ${SERVICE}`;
  return row;
}

/** @returns false when somebody else has set them since `revision`; 0 = nobody ever has */
export async function writeSettings(
  tx: Queryable,
  settings: ServiceSettings,
  { revision, by, now }: { readonly revision: number; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const rows =
    revision === 0
      ? await tx`
          insert into service_setting (service, settings, revision, set_by, set_at)
          values (${SERVICE}, ${tx.json(settings)}, 1, ${by}, ${now}) on conflict do nothing returning 1`
      : await tx`
          update service_setting
          set settings = ${tx.json(settings)}, revision = revision + 1, set_by = ${by}, set_at = ${now}
          where service = ${SERVICE} and revision = ${revision} returning 1`;
  return rows.length === 1;
}

export interface HolidayYearRow extends HolidayYear {
  readonly year: number;
}

export async function holidayYears(sql: Queryable): Promise<HolidayYearRow[]> {
  return await sql<HolidayYearRow[]>`select year, source, days from holiday_year order by year`;
}

export async function writeHolidayYear(
  tx: Queryable,
  { year, source, days }: HolidayYearRow,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<void> {
  await tx`
    insert into holiday_year (year, source, days, set_by, set_at)
    values (${year}, ${source}, ${tx.json(days)}, ${by}, ${now})
    on conflict (year) do update
    set source = excluded.source, days = excluded.days, set_by = excluded.set_by, set_at = excluded.set_at`;
}
