import type * as z from 'zod/mini';
import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import type { conflictBodySchema } from '#domain/violation-case/case-conflict';
import type { Queryable } from '../../../platform/db.ts';
import { colleagues, type StaffMover, staffMover } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { type CaseSeen, holdCase } from '../move-case.ts';
import { bumpCase } from '../sanctions/queries.ts';
import {
  type ConflictRow,
  conflictsOf,
  endConflict,
  findUnit,
  insertConflict,
  isSupervisedWithout,
  secondConflict,
} from './queries.ts';
import { releaseFromConcerned } from './release-concerned.ts';

type Noted = z.infer<typeof conflictBodySchema>;

/**
 * Notes that a case is about a person of the office, or about a unit: from then on it is not there for them. Of somebody who
 * supervises or audits it holds once a second person says so, too: nobody hides a case alone from whoever looks after it. Of a
 * unit everybody who is in it is noted by name: leaving the unit opens nothing. Whoever notes it about themselves loses sight
 * of it with everybody else whom it is about.
 */
export async function noteConflict(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  { accountId, unitId, reason }: Noted,
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  const noted = await holdCase(mover, seen, async (tx, { caseId }) => {
    if ((accountId === undefined) === (unitId === undefined))
      return problem('stepIncomplete', { names: ['accountId', 'unitId'] });
    const unit = unitId === undefined ? undefined : await findUnit(tx, unitId);
    if (unitId !== undefined && unit === undefined) return problem('unitGone');
    if (accountId !== undefined && (await colleagues(tx, [accountId])).length === 0)
      return problem('officerGone');
    // It holds at once: nobody else has to say so.
    if (accountId === actor.accountId && !(await isSupervisedWithout(tx, [caseId], [accountId])))
      return problem('nobodySupervises');
    // Before: afterwards the case may be out of reach.
    await bumpCase(tx, caseId);
    const people = accountId === undefined ? (unit?.members ?? []).map((one) => one.accountId) : [accountId];
    if (unitId !== undefined) await note(deps, mover, tx, { caseId, unitId, accountId: null, reason });
    // Whoever notes it comes last: what follows would be out of reach.
    const others = people.filter((one) => one !== actor.accountId);
    for (const one of [...others, ...people.filter((id) => id === actor.accountId)])
      await note(deps, mover, tx, { caseId, unitId: null, accountId: one, reason });
    return null;
  });
  if (noted.ok) await releaseFromConcerned(deps, seen.caseId);
  return noted;
}

async function note(
  deps: Pick<CaseWorkDeps, 'clock'>,
  { actor }: StaffMover,
  tx: Queryable,
  about: { caseId: string; unitId: string | null; accountId: string | null; reason: string },
): Promise<void> {
  const { caseId, unitId, accountId, reason } = about;
  const facts = { caseId, about: accountId === null ? ('unit' as const) : ('person' as const) };
  const personal = { whom: accountId ?? unitId ?? '', reason };
  await audit(tx, { kind: 'case.conflictNoted', actor, facts, personal }, deps.clock);
  await insertConflict(tx, { ...about, by: actor, now: deps.clock.now() });
}

/** Finds a conflict that somebody may decide on, and decides: never on one that is about them. */
function decide(
  mover: StaffMover,
  seen: CaseSeen,
  conflictId: number,
  change: (tx: Queryable, conflict: ConflictRow) => Promise<Problem | null>,
): Promise<Result<null, Problem>> {
  return holdCase(mover, seen, async (tx, { caseId }) => {
    const found = (await conflictsOf(tx, caseId)).find((one) => one.conflictId === conflictId);
    if (found === undefined || found.accountId === mover.accountId) return problem('notFound');
    const refusal = await change(tx, found);
    if (refusal === null) await bumpCase(tx, caseId);
    return refusal;
  });
}

/** A second person says that a case is about somebody who supervises or audits: from now on it is not there for them. */
export async function agreeToConflict(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  conflictId: number,
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  const agreed = await decide(mover, seen, conflictId, async (tx, conflict) => {
    if (conflict.holds) return problem('changedMeanwhile');
    if (conflict.notedBy === mover.actor) return problem('secondPersonNeeded');
    const { accountId } = conflict;
    if (accountId !== null && !(await isSupervisedWithout(tx, [seen.caseId], [accountId])))
      return problem('nobodySupervises');
    const facts = { caseId: seen.caseId, about: conflict.kind };
    const personal = { whom: accountId ?? conflict.unitId ?? '' };
    await audit(tx, { kind: 'case.conflictSeconded', actor: mover.actor, facts, personal }, deps.clock);
    await secondConflict(tx, conflictId, mover.actor, deps.clock.now());
    return null;
  });
  if (agreed.ok) await releaseFromConcerned(deps, seen.caseId);
  return agreed;
}

/** Ends a conflict that was noted in error: whoever it was about sees the case again, and that and why is an event. */
export async function takeConflictBack(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  conflictId: number,
  reason: string,
): Promise<Result<null, Problem>> {
  if (!Number.isSafeInteger(conflictId)) return fail(problem('notFound'));
  const mover = staffMover(deps, actor);
  return decide(mover, seen, conflictId, async (tx, { kind, accountId, unitId }) => {
    const facts = { caseId: seen.caseId, about: kind };
    const personal = { whom: accountId ?? unitId ?? '', reason };
    await audit(tx, { kind: 'case.conflictEnded', actor: mover.actor, facts, personal }, deps.clock);
    await endConflict(tx, conflictId, { by: mover.actor, why: reason, now: deps.clock.now() });
    return null;
  });
}
