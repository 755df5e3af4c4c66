import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { LONGEST_PAUSE_DAYS } from '#domain/violation-case/outcomes';
import type { CaseStep } from '#domain/violation-case/states';
import { addDays, type Day } from '#domain/work-days/working-days';
import { today } from '../../platform/city-day.ts';
import { type StaffMover, staffMover } from '../accounts/index.ts';
import { assign, isGivenTo } from './assignment.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { closeCase } from './close-case.ts';
import { recommend } from './facts/recommend.ts';
import { joinCase } from './join-case.ts';
import { decideObjection } from './letters/decide-objection.ts';
import { handOverCase } from './letters/hand-over.ts';
import { type CaseSeen, type Change, type HeldCase, takeCaseStep } from './move-case.ts';
import { keepObjection } from './objections/keep-objection.ts';
import { replyToReporters } from './reply-to-reporters.ts';
import { imposeSanction } from './sanctions/impose-sanction.ts';
import { cancelSanctions } from './sanctions/queries.ts';

type Act = (held: HeldCase) => Promise<Result<Change, Problem>>;

/** What a step does beside moving the case; a step that is not named here only moves it. */
function actOf(step: CaseStep, body: CaseStepBody, deps: CaseWorkDeps, mover: StaffMover): Act {
  const { accountId } = mover;
  switch (step) {
    case 'dispose':
    case 'reassign':
    case 'takeBack':
      return (held) => assign(deps, held, mover, body, step === 'takeBack' ? 'office' : null);
    case 'goOut':
      return async ({ tx, row }) =>
        (await isGivenTo(tx, row, accountId)) ? ok({}) : fail(problem('caseNotYours'));
    case 'dismiss':
      return async () => dismissal(body);
    case 'pause':
      return async () =>
        isPauseDay(body.pauseUntil, today(deps))
          ? ok({})
          : fail(problem('stepIncomplete', { names: ['pauseUntil'] }));
    case 'object':
      return (held) => keepObjection(deps, held, accountId, body);
    case 'confirmOutcome':
      // Without a violation none of them stands, also not one from before the case was opened again.
      return async ({ tx, row }) => {
        await cancelSanctions(tx, row.caseId, deps.clock.now());
        return ok({ isObjectable: false });
      };
    default:
      return async () => ok({});
  }
}

/** A pause has an end that is near enough to be looked at. */
const isPauseDay = (until: Day | undefined, from: Day): boolean =>
  until !== undefined && from < until && until <= addDays(from, LONGEST_PAUSE_DAYS);

function dismissal({ outcome, forwardTo }: CaseStepBody): Result<Change, Problem> {
  const isElsewhere = outcome === 'bukanKewenangan';
  // “Not for the city” that does not say for whom is a dead end; for the other outcomes there is nobody.
  if (isElsewhere !== (forwardTo !== undefined))
    return fail(problem('stepIncomplete', { names: ['forwardTo'] }));
  return ok({ outcome: outcome ?? null, forwardTo: forwardTo ?? null });
}

/** A step as staff take it, with what belongs to it. */
export function takeStaffStep(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  step: CaseStep,
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  if (step === 'reply') return replyToReporters(deps, mover, seen, body);
  if (step === 'join') return joinCase(deps, mover, seen, body, may(actor, 'report.supervise', {}));
  if (step === 'recommend') return recommend(deps, mover, seen, body);
  if (step === 'impose' || step === 'enforce') return imposeSanction(deps, mover, seen, step, body);
  if (step === 'handOver') return handOverCase(deps, mover, seen, body);
  if (step === 'grantObjection' || step === 'dismissObjection')
    return decideObjection(deps, mover, seen, step, body);
  if (step === 'close') return closeCase(deps, mover, seen, body);
  return takeCaseStep(deps, mover, seen, step, body, actOf(step, body, deps, mover));
}
