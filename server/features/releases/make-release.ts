import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import type { NewRelease, NewReleaseItem, Rollback } from '#domain/release/release';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf } from '../accounts/index.ts';
import { queueJob } from '../jobs/index.ts';
import { ownersOf } from '../registry/index.ts';
import { findUpload } from '../uploads/index.ts';
import { auditMove } from './audit-move.ts';
import { insertRelease, replaceItems, versionsOfLayers } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';

/** Makes a release of files and versions, and queues its check. @returns its id */
export async function makeRelease(
  deps: ReleaseDeps,
  actor: Actor,
  { title, note, items }: NewRelease,
): Promise<Result<string, Problem>> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const refusal = await refuseItems(tx, actor, items);
    if (refusal !== null) return fail(refusal);
    const release = {
      kind: 'change' as const,
      title,
      note: note ?? null,
      state: 'draf' as const,
      createdBy: actor.accountId,
      createdAt: deps.clock.now(),
    };
    const releaseId = await insertRelease(tx, release);
    await replaceItems(tx, releaseId, items);
    await queueJob(tx, { kind: 'check', releaseId, actor: `account:${actor.accountId}` });
    await auditMove(tx, deps, `account:${actor.accountId}`, releaseId, null);
    return ok(releaseId);
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
): Promise<Result<string, Problem>> {
  const items = [{ layerId, versionId }, ...together];
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const refusal =
      (await refuseItems(tx, actor, items, 'layer.goBack')) ?? (await refuseUnpublished(tx, items));
    if (refusal !== null) return fail(refusal);
    const release = {
      kind: 'rollback' as const,
      title: `↶ ${layerId}`,
      note: reason,
      state: 'draf' as const,
      createdBy: actor.accountId,
      createdAt: deps.clock.now(),
    };
    const releaseId = await insertRelease(tx, release);
    await replaceItems(tx, releaseId, items);
    await queueJob(tx, { kind: 'check', releaseId, actor: `account:${actor.accountId}` });
    await auditMove(tx, deps, `account:${actor.accountId}`, releaseId, null);
    return ok(releaseId);
  });
}

/** Why these items make no release of this person: nothing tells apart a layer that is not there from one out of reach. */
export async function refuseItems(
  tx: Queryable,
  actor: Actor,
  items: readonly NewReleaseItem[],
  action: 'release.prepare' | 'layer.goBack' = 'release.prepare',
): Promise<Problem | null> {
  const layerIds = items.map((item) => item.layerId);
  const twice = layerIds.find((layerId, index) => layerIds.indexOf(layerId) !== index);
  if (twice !== undefined) return problem('layerTwice', { layerId: twice });
  const owners = await ownersOf(tx, layerIds);
  const reachable = owners.filter(({ producerId }) => may(actor, action, { producerId }));
  if (reachable.length < layerIds.length) return problem('notFound');
  for (const item of items) {
    if ('uploadId' in item) {
      const upload = await findUpload(tx, item.uploadId);
      if (upload?.state !== 'stored' || upload.accountId !== actor.accountId)
        return problem('uploadNotStored', { uploadId: item.uploadId });
    } else if ((await versionsOfLayers(tx, [item])).length === 0) {
      return problem('versionUnknown', { versionId: item.versionId, layerId: item.layerId });
    }
  }
  return null;
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
