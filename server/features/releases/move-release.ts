import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { toAcknowledge } from '#domain/release/consequence';
import { findDecreeFault, needsFullDecree } from '#domain/release/decree';
import type { Approval, ReleaseChange } from '#domain/release/release';
import { mayApprove, type ReleaseStep, stepsFrom } from '#domain/release/release-state';
import { fail, ok, type Result } from '#domain/result';
import { allOrNothing } from '../../platform/all-or-nothing.ts';
import { calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf } from '../accounts/index.ts';
import { cancelJobs, queueJob } from '../jobs/index.ts';
import { auditMove } from './audit-move.ts';
import { addHands } from './hands/queries.ts';
import { replaceItems } from './items/queries.ts';
import {
  areWeighed,
  hectaresOf,
  refuseLoss,
  refuseOldCheck,
  refuseUncompared,
  weighItems,
} from './losses.ts';
import { refuseItems } from './make-release.ts';
import {
  type ItemRow,
  itemsOf,
  lockRelease,
  type ReleaseRow,
  rememberBase,
  renameRelease,
  setApproved,
  setDraft,
  setEnded,
  setSubmitted,
} from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { layerBeingPublished, lockApprovals } from './standing/queries.ts';
import { countFindings } from './tell-releases.ts';
import { consequencesOf, mayChange, refuseDay, refusePublishing, seenOn } from './weigh-release.ts';

/** The release and its state as the person saw it who wants to change it. */
export interface Seen {
  readonly releaseId: string;
  readonly revision: number;
}

interface Held {
  readonly tx: Queryable;
  readonly release: ReleaseRow;
  readonly items: readonly ItemRow[];
}

/** One step of one release, held against everybody else: two who take it at once find one winner and one conflict. */
async function take(
  deps: ReleaseDeps,
  actor: Actor,
  { releaseId, revision }: Seen,
  step: ReleaseStep,
  act: (held: Held) => Promise<Problem | null>,
): Promise<Result<null, Problem>> {
  const refused = await allOrNothing<Problem>(
    (work) => inTheNameOf(deps.sql, actor, work),
    async (tx) => {
      const release = await lockRelease(tx, releaseId);
      if (release === undefined) return problem('notFound');
      if (release.revision !== revision) return problem('changedMeanwhile');
      if (!stepsFrom(release.state).includes(step))
        return problem('stepNotPossible', { state: release.state, step });
      const items = await itemsOf(tx, [releaseId], calendarDay(deps.clock.now(), deps.city.timeZone));
      const refusal = await act({ tx, release, items });
      if (refusal === null) await auditMove(tx, deps, `account:${actor.accountId}`, releaseId, release.state);
      return refusal;
    },
  );
  return refused === null ? ok(null) : fail(refused);
}

/** Other words or contents, or the same ones to be checked again. */
export interface Amendment extends ReleaseChange {
  readonly isCheckedAgain?: boolean | undefined;
}

/**
 * Other words or other contents; other contents are checked from the beginning. What goes back or is opened was published
 * before: its contents stay.
 */
export const amendRelease = (deps: ReleaseDeps, actor: Actor, seen: Seen, change: Amendment) =>
  take(deps, actor, seen, 'amend', async ({ tx, release, items }) => {
    const { releaseId } = release;
    if (release.kind !== 'change' && change.items !== undefined) return problem('itemsFixed');
    // Asking for the same check again touches nothing.
    if (change.title !== undefined || change.note !== undefined || change.items !== undefined)
      await addHands(tx, releaseId, [actor.accountId]);
    if (change.title !== undefined || change.note !== undefined)
      await renameRelease(tx, releaseId, {
        title: change.title ?? release.title,
        note: change.note ?? release.note,
      });
    if (change.items === undefined && change.isCheckedAgain !== true) return null;
    if (change.items !== undefined) {
      const refusal = await refuseItems(tx, actor, change.items, 'release.prepare', items);
      if (refusal !== null) return refusal;
      await replaceItems(tx, releaseId, change.items);
    }
    await cancelJobs(tx, releaseId);
    await setDraft(tx, releaseId);
    await queueJob(tx, { kind: 'check', releaseId, actor: `account:${actor.accountId}` });
    return null;
  });

/** Asks for a decision: nothing blocks, and something would change. */
export const submitRelease = (deps: ReleaseDeps, actor: Actor, seen: Seen) =>
  take(deps, actor, seen, 'submit', async ({ tx, release, items }) => {
    const blocks = countFindings(items)?.blocks ?? 1;
    if (blocks > 0) return problem('releaseBlocked', { count: blocks });
    if (!items.some((item) => mayChange(release.kind, item))) return problem('nothingChanges');
    const old = refuseOldCheck(items);
    if (old !== null) return old;
    await rememberBase(tx, release.releaseId);
    await setSubmitted(tx, release.releaseId, actor.accountId, deps.clock.now());
    return null;
  });

/**
 * A second person says yes; the tiles are made and the versions go in force by a job of their own. What changes days gone
 * by, or leaves today as it is, must be taken knowingly: it is written down with the decision and in the log.
 */
export async function approveRelease(
  deps: ReleaseDeps,
  actor: Actor,
  seen: Seen,
  approval: Approval,
): Promise<Result<null, Problem>> {
  const day = approval.validFrom;
  const weighed = await weighItems(deps.sql, await itemsOf(deps.sql, [seen.releaseId], day), day);
  return await take(deps, actor, seen, 'approve', async ({ tx, release }) => {
    if (!mayApprove(release, actor.accountId)) return problem('secondPersonNeeded');
    await lockApprovals(tx);
    const elsewhere = await layerBeingPublished(tx, release.releaseId);
    if (elsewhere !== undefined) return problem('publishingElsewhere', { layerId: elsewhere });
    const { validFrom } = approval;
    const today = calendarDay(deps.clock.now(), deps.city.timeZone);
    const items = await itemsOf(tx, [release.releaseId], validFrom);
    const refusal =
      refuseDay(release.kind, validFrom, today) ??
      (await refusePublishing(tx, release.kind, items, validFrom));
    if (refusal !== null) return refusal;
    const { decree, decreeOn, confirmedHectares } = approval;
    const fault = needsFullDecree(release.kind, items) ? findDecreeFault(decree, decreeOn) : null;
    if (fault !== null) return problem(fault, { decreeOn: decreeOn ?? '' });
    if (approval.seen !== (await seenOn(tx, items, validFrom)))
      return problem('consequencesChanged', { day: validFrom });
    const needed = toAcknowledge(consequencesOf(release.kind, items, validFrom, today, decreeOn ?? null));
    const missing = needed.filter((code) => !approval.acknowledged.includes(code));
    if (missing.length > 0) return problem('acknowledgementNeeded', { day: validFrom, codes: missing });
    // Published meanwhile, beside this one: what was weighed before the release was held is no longer what it does.
    if (!areWeighed(items, weighed)) return problem('consequencesChanged', { day: validFrom });
    const unseen = refuseLoss(weighed, confirmedHectares) ?? refuseUncompared(weighed, validFrom);
    if (unseen !== null) return unseen;
    await setApproved(tx, release.releaseId, actor.accountId, deps.clock.now(), {
      decree,
      decreeOn: decreeOn ?? null,
      validFrom,
      note: approval.note ?? null,
      acknowledged: needed,
      confirmedHectares: hectaresOf(weighed),
    });
    await queueJob(tx, {
      kind: 'publish',
      releaseId: release.releaseId,
      actor: `account:${actor.accountId}`,
    });
    return null;
  });
}

/** A second person says no. */
export const rejectRelease = (deps: ReleaseDeps, actor: Actor, seen: Seen, reason: string) =>
  take(deps, actor, seen, 'reject', async ({ tx, release }) => {
    if (!mayApprove(release, actor.accountId)) return problem('secondPersonNeeded');
    await setEnded(tx, release.releaseId, 'ditolak', actor.accountId, deps.clock.now(), reason);
    return null;
  });

/** Taken back by who made it, before there is a decision; work on it ends. */
export const withdrawRelease = (deps: ReleaseDeps, actor: Actor, seen: Seen, reason: string) =>
  take(deps, actor, seen, 'withdraw', async ({ tx, release }) => {
    await cancelJobs(tx, release.releaseId);
    await setEnded(tx, release.releaseId, 'ditarik', actor.accountId, deps.clock.now(), reason);
    return null;
  });
