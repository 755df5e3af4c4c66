import type { ReservedSql } from 'postgres';
import { putInPlace, settle, sweep } from './archive-store.ts';
import type { MadeArchive } from './make-archive.ts';
import { recordArchive, recordedVersions } from './queries.ts';

/**
 * One transaction: the record of a new archive, its file in place and on the disk, then what `record` writes.
 * @param made undefined for content that is not drawn
 * @throws what went wrong before the commit; record and file are taken back then
 */
export async function commitWithArchive<T>(
  tilesDirectory: string,
  connection: ReservedSql,
  made: MadeArchive | undefined,
  record: () => Promise<T>,
): Promise<T> {
  await connection`begin`;
  let recorded: T;
  try {
    if (made?.temporary !== undefined) {
      await recordArchive(connection, made.record);
      await putInPlace(tilesDirectory, made.record.versionId, made.temporary);
    }
    recorded = await record();
    await connection`commit`;
  } catch (error) {
    await connection`rollback`.catch(() => {});
    await sweep(tilesDirectory, (versionIds) => recordedVersions(connection, versionIds)).catch(() => {});
    throw error;
  }
  // It is committed, whatever happens to the mark: one that stays is taken away by the next sweep.
  if (made?.temporary !== undefined) await settle(tilesDirectory, made.record.versionId).catch(() => {});
  return recorded;
}
