import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import type { Approval, NewReleaseItem } from '#domain/release/release';
import { mayApprove, type ReleaseStep, stepsFrom } from '#domain/release/release-state';
import { fail, ok, type Result } from '#domain/result';
import { calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf } from '../accounts/index.ts';
import { cancelJobs, queueJob } from '../jobs/index.ts';
import { auditMove } from './audit-move.ts';
import { findGaps } from './gaps/find-gaps.ts';
import { refuseItems } from './make-release.ts';
import {
  type ItemRow,
  itemsOf,
  layerBeingPublished,
  lockApprovals,
  lockRelease,
  type ReleaseRow,
  rememberBase,
  renameRelease,
  replaceItems,
  setApproved,
  setDraft,
  setEnded,
  setSubmitted,
} from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { countFindings } from './tell-releases.ts';

/** The release and its state as the person saw it who wants to change it. */
export interface Seen {
  readonly releaseId: string;
  readonly revision: number;
}

class Refused extends Error {
  readonly problem: Problem;
  constructor(refusal: Problem) {
    super(refusal.code);
    this.problem = refusal;
  }
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
  try {
    await inTheNameOf(deps.sql, actor, async (tx) => {
      const release = await lockRelease(tx, releaseId);
      if (release === undefined) throw new Refused(problem('notFound'));
      if (release.revision !== revision) throw new Refused(problem('changedMeanwhile'));
      if (!stepsFrom(release.state).includes(step))
        throw new Refused(problem('stepNotPossible', { state: release.state, step }));
      const items = await itemsOf(tx, [releaseId], calendarDay(deps.clock.now(), deps.city.timeZone));
      const refusal = await act({ tx, release, items });
      if (refusal !== null) throw new Refused(refusal);
      await auditMove(tx, deps, `account:${actor.accountId}`, releaseId, release.state);
    });
    return ok(null);
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem);
    throw error;
  }
}

export interface Amendment {
  readonly title?: string | undefined;
  readonly note?: string | undefined;
  /** Other contents, or the same ones to be checked again. */
  readonly items?: readonly NewReleaseItem[] | undefined;
  readonly isCheckedAgain?: boolean | undefined;
}

/** Other words or other contents; other contents are checked from the beginning. */
export const amendRelease = (deps: ReleaseDeps, actor: Actor, seen: Seen, change: Amendment) =>
  take(deps, actor, seen, 'amend', async ({ tx, release }) => {
    const { releaseId } = release;
    if (change.title !== undefined || change.note !== undefined)
      await renameRelease(tx, releaseId, {
        title: change.title ?? release.title,
        note: change.note ?? release.note,
      });
    if (change.items === undefined && change.isCheckedAgain !== true) return null;
    if (change.items !== undefined) {
      const refusal = await refuseItems(tx, actor, change.items);
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
    if (items.every((item) => item.versionId === item.inForce)) return problem('nothingChanges');
    await rememberBase(tx, release.releaseId);
    await setSubmitted(tx, release.releaseId, actor.accountId, deps.clock.now());
    return null;
  });

/** A second person says yes; the tiles are made and the versions go in force by a job of their own. */
export const approveRelease = (deps: ReleaseDeps, actor: Actor, seen: Seen, approval: Approval) =>
  take(deps, actor, seen, 'approve', async ({ tx, release, items }) => {
    if (!mayApprove(release, actor.accountId)) return problem('secondPersonNeeded');
    await lockApprovals(tx);
    const elsewhere = await layerBeingPublished(tx, release.releaseId);
    if (elsewhere !== undefined) return problem('publishingElsewhere', { layerId: elsewhere });
    const refusal = await refusePublishing(tx, items, approval.validFrom);
    if (refusal !== null) return refusal;
    await setApproved(tx, release.releaseId, actor.accountId, deps.clock.now(), {
      decree: approval.decree,
      decreeOn: approval.decreeOn ?? null,
      validFrom: approval.validFrom,
      note: approval.note ?? null,
    });
    await queueJob(tx, {
      kind: 'publish',
      releaseId: release.releaseId,
      actor: `account:${actor.accountId}`,
    });
    return null;
  });

/** What stands in the way of publishing these items from a day: asked at the approval and again under the lock. */
export async function refusePublishing(
  tx: Queryable,
  items: readonly ItemRow[],
  validFrom: string,
): Promise<Problem | null> {
  const moved = items.find((item) => item.basePublicationId !== item.newestPublicationId);
  if (moved !== undefined) return problem('baseChanged', { layerId: moved.layerId });
  const gaps = await findGaps(
    tx,
    items.map(({ layerId, versionId }) => ({ layerId, versionId: versionId ?? '' })),
    validFrom,
  );
  return gaps.length > 0 ? problem('releaseBlocked', { count: gaps.length }) : null;
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
