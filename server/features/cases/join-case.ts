import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { isOpenCase } from '#domain/violation-case/states';
import type { CaseWorkDeps } from './case-deps.ts';
import { type CaseSeen, takeCaseStep } from './move-case.ts';
import { goesOnIn } from './public-standing.ts';
import { findByTicket, lockCase, lockJoining } from './queries.ts';
import type { CaseMover } from './staff-mover.ts';

/**
 * The reports of a case go on in another one that is open; its own ends. A ticket of a case that was joined itself leads on
 * to where that one goes on, so that no chain grows and no circle can close.
 */
export async function joinCase(
  deps: CaseWorkDeps,
  mover: CaseMover,
  seen: CaseSeen,
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  // Joins take turns: two that are joined into each other at once find each other, and one is refused.
  const inTurn: CaseMover = {
    ...mover,
    within: (work) =>
      mover.within(async (tx) => {
        await lockJoining(tx);
        await work(tx);
      }),
  };
  return takeCaseStep(deps, inTurn, seen, 'join', body, async ({ tx, row }) => {
    const named = await findByTicket(tx, body.target ?? '');
    const goesOn = named === undefined ? undefined : await goesOnIn(tx, named.caseId);
    if (goesOn === undefined || goesOn.caseId === row.caseId) return fail(problem('joinRefused'));
    const target = await lockCase(tx, goesOn.caseId);
    if (target === undefined || !isOpenCase(target.state) || target.joinedInto !== null)
      return fail(problem('joinRefused'));
    await deps.reports.move(tx, row.caseId, target.caseId);
    return ok({ outcome: 'duplikat', joinedInto: target.caseId });
  });
}
