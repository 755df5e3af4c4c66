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
