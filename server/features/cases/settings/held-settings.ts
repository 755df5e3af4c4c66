import { type CaseSettings, caseSettingsSchema, EMPTY_CASE_SETTINGS } from '#domain/violation-case/settings';
import type { Queryable } from '../../../platform/db.ts';
import { readSettings } from '../../service/index.ts';

/** What the office has set; the defaults of the law's guides where it has set nothing. A setting that came later is empty. */
export async function heldSettings(sql: Queryable): Promise<CaseSettings> {
  const row = await readSettings(sql, 'laporan');
  if (row === undefined) return EMPTY_CASE_SETTINGS;
  const set = row.settings as Partial<CaseSettings>;
  // What was left open before there was a term is no term, and not none.
  const given = Object.entries(set.policy ?? {}).filter(([, value]) => value !== null);
  const policy = { ...EMPTY_CASE_SETTINGS.policy, ...Object.fromEntries(given) };
  return caseSettingsSchema.parse({ ...EMPTY_CASE_SETTINGS, ...set, policy });
}

/** How many days after the end of its case it is known who reported it. */
export const keepReporterDays = async (sql: Queryable): Promise<number> =>
  (await heldSettings(sql)).policy.keepReporterDays;
