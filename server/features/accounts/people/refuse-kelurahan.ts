import { type Problem, problem } from '#domain/problem';
import { today } from '../../../platform/city-day.ts';
import type { Queryable } from '../../../platform/db.ts';
import type { AccountDeps } from '../account-deps.ts';
import { kelurahanChoices } from './queries.ts';

/** Why a kelurahan cannot be somebody's own; null: it can. A slip of a digit would reach nothing, or somebody else's. */
export async function refuseKelurahan(
  deps: Pick<AccountDeps, 'clock' | 'city'>,
  sql: Queryable,
  kelurahanCode: string | null,
): Promise<Problem | null> {
  if (kelurahanCode === null) return null;
  const [found] = await kelurahanChoices(sql, today(deps), kelurahanCode);
  return found === undefined ? problem('kelurahanUnknown', { kelurahanCode }) : null;
}
