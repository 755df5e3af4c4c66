import { type CaseSettings, caseSettingsSchema, EMPTY_CASE_SETTINGS } from '#domain/violation-case/settings';
import type { Queryable } from '../../../platform/db.ts';
import { readSettings } from '../../service/index.ts';

/** What the office has set; the defaults of the law's guides where it has set nothing. A setting that came later is empty. */
export async function heldSettings(sql: Queryable): Promise<CaseSettings> {
  const row = await readSettings(sql, 'laporan');
  return row === undefined
    ? EMPTY_CASE_SETTINGS
    : caseSettingsSchema.parse({ ...EMPTY_CASE_SETTINGS, ...(row.settings as object) });
}
