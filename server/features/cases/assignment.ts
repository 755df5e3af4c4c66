import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import type { Queryable } from '../../platform/db.ts';
import type { StaffMover } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import type { CaseDeps } from './case-deps.ts';
import type { HeldCase } from './move-case.ts';
import { accountsAbout, type ConflictRow, conflictsOf, findUnit } from './people/queries.ts';
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

/** Whom a case is given to. */
interface Assignment {
  readonly unitId: string;
  readonly officerId: string | null;
}

/**
 * Unit and officer of a case, both of them there now: a unit that is gone, somebody whose account is closed, or whom the case
 * is about, is given nothing. Where it is about somebody of the government, known or not, whoever gives it away says how they
 * know that it does not go to those.
 * @param kind of unit that the step is for; null: any
 */
export async function readAssignment(
  tx: Queryable,
  row: Pick<CaseRow, 'caseId' | 'isWithheld'>,
  { accountId }: Pick<StaffMover, 'accountId'>,
  { unitId, officerId = null, assignmentCheck }: CaseStepBody,
  kind: 'office' | 'enforcement' | null,
): Promise<Result<Assignment, Problem>> {
  const unit = unitId === undefined ? undefined : await findUnit(tx, unitId);
  if (unit === undefined || unit.isGone || (kind !== null && unit.kind !== kind))
    return fail(problem('unitGone'));
  const conflicts = await conflictsOf(tx, row.caseId);
  if (conflicts.some((one) => one.unitId === unit.unitId)) return fail(problem('unitGone'));
  if (officerId !== null) {
    const officer = unit.members.find((member) => member.accountId === officerId);
    const isAbout = conflicts.some((one) => one.accountId === officerId);
    if (
      officer === undefined ||
      officer.isGone ||
      isAbout ||
      (await accountsAbout(tx, row.caseId)).includes(officerId)
    )
      return fail(problem('officerGone'));
  }
  if (assignmentCheck === undefined && mustSayWhy(row, conflicts, accountId))
    return fail(problem('assignmentUnchecked'));
  return ok({ unitId: unit.unitId, officerId });
}

/** A case about somebody of the government, as its reporter or the office says; nobody is told of a conflict about themselves. */
const mustSayWhy = (
  { isWithheld }: Pick<CaseRow, 'isWithheld'>,
  conflicts: readonly ConflictRow[],
  accountId: string,
): boolean => isWithheld || conflicts.some((one) => one.accountId !== accountId);

/** The same within a step, with the reason in the log. */
export async function assign(
  deps: Pick<CaseDeps, 'clock'>,
  { tx, row }: HeldCase,
  mover: StaffMover,
  body: CaseStepBody,
  kind: 'office' | 'enforcement' | null,
): Promise<Result<Assignment, Problem>> {
  const read = await readAssignment(tx, row, mover, body, kind);
  if (!read.ok || body.assignmentCheck === undefined) return read;
  const facts = { caseId: row.caseId, ...read.value };
  const personal = { reason: body.assignmentCheck };
  await audit(tx, { kind: 'case.assignmentChecked', actor: mover.actor, facts, personal }, deps.clock);
  return read;
}
