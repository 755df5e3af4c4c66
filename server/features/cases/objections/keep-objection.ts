import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { dayAt, today } from '../../../platform/city-day.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import type { Change, HeldCase } from '../move-case.ts';
import { findUse } from '../photos/find-use.ts';
import { sanctionsOf } from '../sanctions/queries.ts';
import { insertObjection } from './queries.ts';

/**
 * Writes an objection down: with the letter of whoever objects, which stands for nothing else, and its day, which is none
 * before the sanction. Who writes it down has a hand in the case from now on.
 */
export async function keepObjection(
  deps: Pick<CaseWorkDeps, 'clock' | 'city'>,
  { tx, row }: HeldCase,
  accountId: string,
  { objection }: CaseStepBody,
): Promise<Result<Change, Problem>> {
  const missing = fail(problem('stepIncomplete', { names: ['objection'] }));
  if (objection === undefined) return missing;
  const given = (await sanctionsOf(tx, row.caseId)).filter(({ isCancelled }) => !isCancelled);
  const first = given.map(({ imposedAt }) => dayAt(imposedAt, deps)).sort()[0];
  const { photoId, datedOn } = objection;
  if (first === undefined || datedOn < first || today(deps) < datedOn) return missing;
  const where = await findUse(tx, row.caseId, photoId, 'paper');
  if (where === undefined) return missing;
  if (where !== null) return fail(problem('photoUsedBefore', { where }));
  const now = deps.clock.now();
  const { caseId, revision: caseRevision } = row;
  await insertObjection(tx, { caseId, caseRevision, photoId, datedOn, accountId, now });
  return ok({ isObjectable: false });
}
