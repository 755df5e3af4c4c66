import type { ReservedSql } from 'postgres';
import { putInPlace, settle, sweep } from './archive-store.ts';
import type { MadeArchive } from './build-checked.ts';
import { forgetPrepared } from './prepared/queries.ts';
import { recordArchive, recordedVersions } from './queries.ts';

/**
 * One transaction: the records of new archives, their files in place and on the disk, then what `record` writes.
 * @param made none for content that is not drawn
 * @throws what went wrong before the commit; records and files are taken back then
 */
export async function commitWithArchives<T>(
  tilesDirectory: string,
  connection: ReservedSql,
  made: readonly MadeArchive[],
  record: () => Promise<T>,
): Promise<T> {
  const fresh = made.flatMap(({ record: archive, temporary }) =>
    temporary === undefined ? [] : [{ archive, temporary }],
  );
  await connection`begin`;
  let recorded: T;
  try {
    for (const { archive, temporary } of fresh) {
      await recordArchive(connection, archive);
      await forgetPrepared(connection, archive.versionId);
      await putInPlace(tilesDirectory, archive.versionId, temporary);
    }
    recorded = await record();
    await connection`commit`;
  } catch (error) {
    await connection`rollback`.catch(() => {});
    await sweep(tilesDirectory, (versionIds) => recordedVersions(connection, versionIds)).catch(() => {});
    throw error;
  }
  // It is committed, whatever happens to the mark: one that stays is taken away by the next sweep.
  for (const { archive } of fresh) await settle(tilesDirectory, archive.versionId).catch(() => {});
  return recorded;
}
