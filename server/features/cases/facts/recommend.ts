import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { assessmentGaps } from '#domain/violation-case/assessment';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import type { StaffMover } from '../../accounts/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { type CaseSeen, takeCaseStep } from '../move-case.ts';
import { findCase } from '../queries.ts';
import { closedRounds, insertAssessment } from './queries.ts';
import { readFacts } from './read-facts.ts';

/**
 * Sends an assessment to a second person, with the facts of the object as they are on this day: a plan that changes later
 * changes nothing of it.
 */
export async function recommend(
  deps: CaseWorkDeps,
  mover: StaffMover,
  seen: CaseSeen,
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  const row = await findCase(deps.sql, seen.caseId);
  if (row === undefined) return fail(problem('notFound'));
  // Asked outside of the transaction: it needs connections of its own.
  const facts = await readFacts(deps, row, mover.accountId);
  return takeCaseStep(deps, mover, seen, 'recommend', body, async ({ tx }) => {
    const { assessment: entry } = body;
    if (entry === undefined) return fail(problem('stepIncomplete', { names: ['assessment'] }));
    const rounds = await closedRounds(tx, seen.caseId);
    const gaps = assessmentGaps(
      entry,
      rounds.some(({ isReached }) => isReached),
    );
    if (gaps.includes('inspection')) return fail(problem('inspectionMissing'));
    if (gaps.length > 0) return fail(problem('stepIncomplete', { names: gaps }));
    const now = deps.clock.now();
    await insertAssessment(tx, { caseId: seen.caseId, entry, facts, accountId: mover.accountId, now });
    return ok({ recommended: entry.outcome, forwardTo: entry.forwardTo });
  });
}
