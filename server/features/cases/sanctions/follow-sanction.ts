import type * as z from 'zod/mini';
import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { fulfilledBodySchema, servedBodySchema } from '#domain/violation-case/case-answers';
import { addWorkingDays } from '#domain/work-days/working-days';
import { dayAt, today } from '../../../platform/city-day.ts';
import { staffMover } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import { readWorkCalendar } from '../../service/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { type CaseSeen, holdCase } from '../move-case.ts';
import { findUse } from '../photos/find-use.ts';
import { computeDues } from '../read-clock.ts';
import { bumpCase, sanctionsOf, setFulfilled, setServed } from './queries.ts';

/** Writes down that the letter of a sanction reached whom it is for, with evidence: from that day on its term runs. */
export function serveSanction(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  sanctionId: string,
  { servedOn, how, photoId }: z.infer<typeof servedBodySchema>,
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  return holdCase(mover, seen, async (tx, { caseId }) => {
    const sanction = (await sanctionsOf(tx, caseId)).find((one) => one.sanctionId === sanctionId);
    if (sanction === undefined) return problem('notFound');
    // Not before it was written, and not tomorrow.
    if (servedOn < dayAt(sanction.imposedAt, deps) || servedOn > today(deps))
      return problem('stepIncomplete', { names: ['servedOn'] });
    const where = await findUse(tx, caseId, photoId, 'paper');
    if (where === undefined) return problem('stepIncomplete', { names: ['photoId'] });
    if (where !== null) return problem('photoUsedBefore', { where });
    const { termDays, objectDays } = sanction;
    const calendar = await readWorkCalendar(tx);
    const lastOf = (days: number | null) => (days === null ? null : addWorkingDays(calendar, servedOn, days));
    const [dueOn, objectUntil] = [lastOf(termDays), lastOf(objectDays)];
    if (!(await setServed(tx, sanctionId, { on: servedOn, how, photoId, dueOn, objectUntil })))
      return problem('changedMeanwhile');
    await bumpCase(tx, caseId);
    await computeDues(deps, tx, caseId);
    const facts = { caseId, sanctionId, servedOn, how, dueOn };
    await audit(tx, { kind: 'case.sanctionServed', actor: mover.actor, facts }, deps.clock);
    return null;
  });
}

/** Writes down that what a sanction asks was done. */
export function fulfilSanction(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  sanctionId: string,
  { fulfilledOn, reason }: z.infer<typeof fulfilledBodySchema>,
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  return holdCase(mover, seen, async (tx, { caseId }) => {
    const sanction = (await sanctionsOf(tx, caseId)).find((one) => one.sanctionId === sanctionId);
    if (sanction === undefined) return problem('notFound');
    if (sanction.servedOn === null) return problem('stepIncomplete', { names: ['servedOn'] });
    if (fulfilledOn < sanction.servedOn || fulfilledOn > today(deps))
      return problem('stepIncomplete', { names: ['fulfilledOn'] });
    if (!(await setFulfilled(tx, sanctionId, { on: fulfilledOn, why: reason })))
      return problem('changedMeanwhile');
    await bumpCase(tx, caseId);
    await computeDues(deps, tx, caseId);
    const facts = { caseId, sanctionId, fulfilledOn };
    await audit(tx, { kind: 'case.sanctionFulfilled', actor: mover.actor, facts }, deps.clock);
    return null;
  });
}
