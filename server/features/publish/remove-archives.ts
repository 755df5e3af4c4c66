import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TransactionSql } from 'postgres';
import { archiveFileName } from '../../../tiles/archive/archive-file.ts';
import { forgetArchives, lockPublishingTo } from './queries.ts';

/**
 * Takes the tiles of a layer away that is no longer for everybody, before the transaction commits that says so: the
 * other way round a kill in between would leave them to be read by whoever knows their address. No publication is at
 * work meanwhile. What browsers have kept cannot be called back.
 * @returns the versions whose archive has gone
 */
export async function removeArchives(
  tx: TransactionSql,
  tilesDirectory: string,
  layerId: string,
): Promise<readonly string[]> {
  await lockPublishingTo(tx);
  const versionIds = await forgetArchives(tx, layerId);
  for (const versionId of versionIds)
    await rm(join(tilesDirectory, archiveFileName(versionId)), { force: true });
  return versionIds;
}
