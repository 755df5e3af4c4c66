import type { CaseSettings } from '#domain/violation-case/settings';
import type { Queryable } from '../../../platform/db.ts';

const SERVICE = 'laporan';

interface SettingsRow {
  readonly settings: unknown;
  readonly revision: number;
  readonly setBy: string;
  readonly setAt: Date;
}

export async function readSettings(sql: Queryable): Promise<SettingsRow | undefined> {
  const [row] = await sql<SettingsRow[]>`
    select settings, revision, set_by as "setBy", set_at as "setAt" from service_setting where service = ${SERVICE}`;
  return row;
}

/** @returns false when somebody else has set them since `revision`; 0 = nobody ever has */
export async function writeSettings(
  tx: Queryable,
  settings: CaseSettings,
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
