import type { ReservedSql } from 'postgres';
import { fail, type Result } from '#domain/result';
import { isDrawnKind } from '../../../tiles/layers/index.ts';
import type { Deps } from '../../platform/deps.ts';
import { hasRecordedSize, isAnythingPending } from './archive-store.ts';
import type { MadeArchive } from './build-checked.ts';
import { commitWithArchives } from './commit-archives.ts';
import { makeArchive } from './make-archive.ts';
import type { PublishProblem } from './publish-problem.ts';
import { publishingAlone } from './publishing-alone.ts';
import { type ArchiveRecord, archiveRecords, findVersion, versionsWithoutArchive } from './queries.ts';

export interface RestoredArchives {
  /** Archives that are recorded. */
  readonly recorded: number;
  /** Versions whose archive was missing, had another length or was not recorded, and was built again. */
  readonly restored: readonly string[];
  readonly failed: readonly { readonly versionId: string; readonly problem: PublishProblem }[];
}

type RestoreDeps = Pick<Deps, 'sql' | 'log' | 'tilesDirectory'>;

/**
 * Builds again the archives that are recorded but not there, or not in their recorded length: after a restore of the
 * database alone, a lost volume, a full disk; and those of versions that everybody may see and that have none. Files that a
 * killed process was about to take away are taken away. Asks the database twice and each file for its length when all is
 * well.
 */
export async function restoreArchives(deps: RestoreDeps): Promise<RestoredArchives> {
  const records = await archiveRecords(deps.sql);
  const lost = [
    ...(await findLost(deps.tilesDirectory, records)).map(({ versionId }) => versionId),
    ...(await versionsWithoutArchive(deps.sql)),
  ];
  const restored: string[] = [];
  const failed: { versionId: string; problem: PublishProblem }[] = [];
  if (lost.length === 0 && !(await isAnythingPending(deps.tilesDirectory)))
    return { recorded: records.length, restored, failed };
  await publishingAlone(deps, async (connection) => {
    for (const versionId of lost) {
      deps.log.warn({ versionId }, 'an archive is missing or cut off: it is built again');
      const made = await buildAgain(deps.tilesDirectory, connection, versionId);
      if (!made.ok) {
        failed.push({ versionId, problem: made.problem });
        continue;
      }
      await commitWithArchives(deps.tilesDirectory, connection, [made.value], async () => undefined);
      restored.push(versionId);
    }
  });
  return { recorded: records.length, restored, failed };
}

async function findLost(directory: string, records: readonly ArchiveRecord[]): Promise<ArchiveRecord[]> {
  const areThere = await Promise.all(
    records.map(({ fileName, byteCount }) => hasRecordedSize(directory, fileName, byteCount)),
  );
  return records.filter((_, index) => !areThere[index]);
}

async function buildAgain(
  directory: string,
  connection: ReservedSql,
  versionId: string,
): Promise<Result<MadeArchive, PublishProblem>> {
  const version = await findVersion(connection, versionId);
  if (version === undefined || !isDrawnKind(version.kind)) return fail({ code: 'unknownVersion', versionId });
  return await makeArchive(directory, connection, version, version.kind, versionId);
}
