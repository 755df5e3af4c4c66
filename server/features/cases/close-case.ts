import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { CLOSINGS } from '#domain/violation-case/outcomes';
import type { StaffMover } from '../accounts/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { closedRounds } from './facts/queries.ts';
import { type CaseSeen, takeCaseStep } from './move-case.ts';
import { findUse } from './photos/find-use.ts';
import { setClosingPhoto } from './photos/queries.ts';
import { standingSanctions } from './sanctions/queries.ts';

/**
 * Ends a confirmed case. Where it says that it is fixed there is a photo that nobody has used before; whatever it says, an
 * inspection has ended with its record. That the duties of its sanctions were met is said of each sanction first.
 */
export async function closeCase(
  deps: CaseWorkDeps,
  mover: StaffMover,
  seen: CaseSeen,
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  const { closing, photoId } = body;
  return takeCaseStep(deps, mover, seen, 'close', body, async ({ tx, row }) => {
    const saysFixed = closing !== undefined && CLOSINGS[closing].saysFixed;
    if (saysFixed !== (photoId !== undefined)) return fail(problem('stepIncomplete', { names: ['photoId'] }));
    const rounds = await closedRounds(tx, row.caseId);
    if (!rounds.some(({ isReached }) => isReached)) return fail(problem('inspectionMissing'));
    const open = (await standingSanctions(tx, row.caseId)).filter(({ fulfilledOn }) => fulfilledOn === null);
    if (closing === 'kewajibanDipenuhi' && open.length > 0)
      return fail(problem('sanctionsOpen', { count: open.length }));
    if (photoId !== undefined) {
      const where = await findUse(tx, row.caseId, photoId, 'fixed');
      if (where === undefined) return fail(problem('stepIncomplete', { names: ['photoId'] }));
      if (where !== null) return fail(problem('photoUsedBefore', { where }));
      await setClosingPhoto(tx, photoId);
    }
    return ok({ closing: closing ?? null });
  });
}
