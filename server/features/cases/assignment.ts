import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import type { Queryable } from '../../platform/db.ts';
import { accountsAbout, conflictsOf, findUnit } from './people/queries.ts';
import type { CaseRow } from './queries.ts';

/** Whether a case was given to somebody: to them, or to a unit that they are in. */
export async function isGivenTo(
  sql: Queryable,
  { unitId, officerId }: Pick<CaseRow, 'unitId' | 'officerId'>,
  accountId: string,
): Promise<boolean> {
  if (officerId === accountId) return true;
  const unit = unitId === null ? undefined : await findUnit(sql, unitId);
  return unit?.members.some((member) => member.accountId === accountId) === true;
}

/**
 * Unit and officer of a case, both of them there now: a unit that is gone, somebody whose account is closed, or whom the case
 * is about, is given nothing.
 * @param kind of unit that the step is for; null: any
 */
export async function readAssignment(
  tx: Queryable,
  caseId: string,
  { unitId, officerId = null }: Pick<CaseStepBody, 'unitId' | 'officerId'>,
  kind: 'office' | 'enforcement' | null,
): Promise<Result<{ unitId: string; officerId: string | null }, Problem>> {
  const unit = unitId === undefined ? undefined : await findUnit(tx, unitId);
  if (unit === undefined || unit.isGone || (kind !== null && unit.kind !== kind))
    return fail(problem('unitGone'));
  if ((await conflictsOf(tx, caseId)).some((one) => one.unitId === unit.unitId))
    return fail(problem('unitGone'));
  if (officerId === null) return ok({ unitId: unit.unitId, officerId });
  const officer = unit.members.find(({ accountId }) => accountId === officerId);
  if (officer === undefined || officer.isGone || (await accountsAbout(tx, caseId)).includes(officerId))
    return fail(problem('officerGone'));
  return ok({ unitId: unit.unitId, officerId });
}
