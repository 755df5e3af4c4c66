import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import type { ChangedItem, NewRelease, NewReleaseItem, ReleaseKind, Rollback } from '#domain/release/release';
import { fail, ok, type Result } from '#domain/result';
import { calendarDay } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf } from '../accounts/index.ts';
import { queueJob } from '../jobs/index.ts';
import { type OnceKey, onceOnly } from '../once/index.ts';
import { ownersOf } from '../registry/index.ts';
import { findUpload } from '../uploads/index.ts';
import { auditMove } from './audit-move.ts';
import { replaceItems } from './items/queries.ts';
import { type ItemRow, insertRelease } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { standingOf, versionsOfLayers } from './standing/queries.ts';
import { mayChange } from './weigh-release.ts';

/** Makes a release of files and versions, and queues its check. @returns its id */
export async function makeRelease(
  deps: ReleaseDeps,
  actor: Actor,
  { title, note, items }: NewRelease,
  once: OnceKey | null = null,
): Promise<Result<string, Problem>> {
  return await makeOnce(deps, actor, once, async (tx) => {
    const refusal = await refuseItems(tx, actor, items);
    return refusal === null
      ? ok(await make(tx, deps, actor, { kind: 'change', title, note: note ?? null }, items))
      : fail(refusal);
  });
}

/**
 * Going back: a release of versions that were public before. It is checked like any, because the rules or the zones
 * around it may have changed since, and a second person decides.
 */
export async function makeRollback(
  deps: ReleaseDeps,
  actor: Actor,
  layerId: string,
  { versionId, together, reason }: Rollback,
  once: OnceKey | null = null,
): Promise<Result<string, Problem>> {
  const items = [{ layerId, versionId }, ...together];
  return await makeOnce(deps, actor, once, async (tx) => {
    const refusal =
      (await refuseItems(tx, actor, items, 'layer.goBack')) ??
      (await refuseUnpublished(tx, items)) ??
      (await refuseUnchanged(tx, items, todayOf(deps)));
    if (refusal !== null) return fail(refusal);
    const head = { kind: 'rollback', title: `↶ ${layerId}`, note: reason } as const;
    return ok(await make(tx, deps, actor, head, items));
  });
}

/** Opening a layer that is in force, for everybody: a second person decides, and its tiles are there before it is open. */
export async function makeOpening(
  deps: ReleaseDeps,
  actor: Actor,
  layerId: string,
  reason: string,
  once: OnceKey | null = null,
): Promise<Result<string, Problem>> {
  return await makeOnce(deps, actor, once, async (tx) => {
    const [layer] = await standingOf(tx, [layerId], todayOf(deps));
    if (layer === undefined) return fail(problem('notFound'));
    if (layer.accessClass === 'terbuka') return fail(problem('layerIsOpen', { layerId }));
    const versionId = layer.inForce;
    if (versionId === null) return fail(problem('nothingToOpen', { layerId }));
    const head = { kind: 'opening', title: `Buka ${layerId}`, note: reason } as const;
    return ok(await make(tx, deps, actor, head, [{ layerId, versionId }]));
  });
}

/** In the name of who asks, and once for each key. */
const makeOnce = (
  deps: ReleaseDeps,
  actor: Actor,
  once: OnceKey | null,
  work: (tx: Queryable) => Promise<Result<string, Problem>>,
): Promise<Result<string, Problem>> =>
  inTheNameOf(deps.sql, actor, (tx) => onceOnly(tx, once, deps.clock.now(), () => work(tx)));

const todayOf = ({ clock, city }: ReleaseDeps): string => calendarDay(clock.now(), city.timeZone);

/** The release, its items, its check and its event, in one transaction. */
async function make(
  tx: Queryable,
  deps: ReleaseDeps,
  { accountId }: Actor,
  head: { readonly kind: ReleaseKind; readonly title: string; readonly note: string | null },
  items: readonly NewReleaseItem[],
): Promise<string> {
  const createdAt = deps.clock.now();
  const releaseId = await insertRelease(tx, { ...head, state: 'draf', createdBy: accountId, createdAt });
  await replaceItems(tx, releaseId, items);
  await queueJob(tx, { kind: 'check', releaseId, actor: `account:${accountId}` });
  await auditMove(tx, deps, `account:${accountId}`, releaseId, null);
  return releaseId;
}

/**
 * Why these items make no release of this person: nothing tells apart a layer that is not there from one out of reach. A
 * file is released by who sent it; what a release holds already stays in it by whoever may prepare it.
 * @param held what the release holds
 */
export async function refuseItems(
  tx: Queryable,
  actor: Actor,
  items: readonly ChangedItem[],
  action: 'release.prepare' | 'layer.goBack' = 'release.prepare',
  held: readonly Pick<ItemRow, 'layerId'>[] = [],
): Promise<Problem | null> {
  const layerIds = items.map((item) => item.layerId);
  const twice = layerIds.find((layerId, index) => layerIds.indexOf(layerId) !== index);
  if (twice !== undefined) return problem('layerTwice', { layerId: twice });
  const owners = await ownersOf(tx, layerIds);
  const reachable = owners.filter(({ producerId }) => may(actor, action, { producerId }));
  if (reachable.length < layerIds.length) return problem('notFound');
  const hidden = await refuseHiddenRules(tx, actor, items);
  if (hidden !== null) return hidden;
  for (const item of items) {
    if ('uploadId' in item) {
      const upload = await findUpload(tx, item.uploadId);
      if (upload?.state !== 'stored' || upload.accountId !== actor.accountId)
        return problem('uploadNotStored', { uploadId: item.uploadId });
    } else if ('isKept' in item) {
      if (!held.some(({ layerId }) => layerId === item.layerId))
        return problem('itemNotHeld', { layerId: item.layerId });
    } else if ((await versionsOfLayers(tx, [item])).length === 0) {
      return problem('versionUnknown', { versionId: item.versionId, layerId: item.layerId });
    }
  }
  return null;
}

/**
 * Rules that explain a file must be rules that its sender may see: gaps and comparisons would tell what stands in those of
 * another agency.
 */
async function refuseHiddenRules(
  tx: Queryable,
  actor: Actor,
  items: readonly ChangedItem[],
): Promise<Problem | null> {
  const wanted = items.flatMap((item) =>
    'uploadId' in item && item.reading.rulesLayerId !== undefined ? [item.reading.rulesLayerId] : [],
  );
  const owners = wanted.length === 0 ? [] : await ownersOf(tx, wanted);
  const unseen = wanted.find((layerId) => {
    const owner = owners.find((one) => one.layerId === layerId);
    return owner?.kind !== 'rules' || (owner.accessClass !== 'terbuka' && !may(actor, 'layer.read', owner));
  });
  return unseen === undefined ? null : problem('rulesUnknown', { layerId: unseen });
}

async function refuseUnpublished(
  tx: Queryable,
  items: readonly { readonly layerId: string; readonly versionId: string }[],
): Promise<Problem | null> {
  const known = await versionsOfLayers(tx, items);
  const never = items.find(
    ({ versionId }) => known.find((one) => one.versionId === versionId)?.wasPublic !== true,
  );
  return never === undefined ? null : problem('neverPublic', never);
}

/** Going back to what is in force, with nothing that comes after it, changes nothing on any day from today on. */
async function refuseUnchanged(
  tx: Queryable,
  items: readonly { readonly layerId: string; readonly versionId: string }[],
  today: string,
): Promise<Problem | null> {
  const layerIds = items.map((item) => item.layerId);
  const changes = (await standingOf(tx, layerIds, today)).some((layer) => {
    const wanted = items.find(({ layerId }) => layerId === layer.layerId);
    return wanted !== undefined && mayChange('rollback', { ...layer, versionId: wanted.versionId });
  });
  return changes ? null : problem('nothingChanges');
}
