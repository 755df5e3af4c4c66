import type { TransactionSql } from 'postgres';
import { isDatabaseError } from '../../platform/db.ts';
import { isThere, markPending, sweep } from './archive-store.ts';
import { forgetArchives, lockPublishingTo, lockPublishingWithin, recordedVersions } from './queries.ts';

/** A publication of one layer is over by then; one of a whole city's parcels is told of to whom stands in front of the screen. */
const PATIENCE_SECONDS = 5;

/**
 * To the end of this transaction nothing is published: whoever changes for whom a layer is asks for this first, so that
 * nobody publishes by what it was before.
 * @throws what {@link isPublishingElsewhere} knows, when a publication takes longer than somebody waits
 */
export const holdPublishing = (tx: TransactionSql): Promise<void> =>
  lockPublishingWithin(tx, PATIENCE_SECONDS);

export const isPublishingElsewhere = (error: unknown): boolean =>
  isDatabaseError(error) && error.code === '55P03';

/**
 * Forgets the archives of a layer that is no longer for everybody, in the transaction that says so, and marks their files:
 * a transaction that fails leaves them as they were. Needs {@link holdPublishing}.
 * @returns the versions whose files {@link removeArchives} takes away once it is committed
 */
export async function forgetArchivesOf(
  tx: TransactionSql,
  tilesDirectory: string,
  layerId: string,
): Promise<readonly string[]> {
  const versionIds = await forgetArchives(tx, layerId);
  for (const versionId of versionIds)
    if (await isThere(tilesDirectory, versionId)) await markPending(tilesDirectory, versionId);
  return versionIds;
}

/**
 * Takes marked files away that no record names. Killed before or while it is at it, the next publication or the next start
 * does the same. What browsers have kept cannot be called back.
 */
export async function removeArchives(tx: TransactionSql, tilesDirectory: string): Promise<void> {
  await lockPublishingTo(tx);
  await sweep(tilesDirectory, (versionIds) => recordedVersions(tx, versionIds));
}
