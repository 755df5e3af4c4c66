import { ok, type Result } from '#domain/result';
import type { DrawnKind } from '../../../tiles/layers/index.ts';
import type { Queryable } from '../../platform/db.ts';
import { isArchiveIntact } from './archive-store.ts';
import { buildChecked, type MadeArchive } from './build-checked.ts';
import { takePrepared } from './prepared/take-prepared.ts';
import type { PublishProblem } from './publish-problem.ts';
import { archiveRecords, type LayerAndVersion } from './queries.ts';

/**
 * Makes the archive of a version beside its final place, unless the recorded one is there byte for byte.
 * @param predecessorId a version of the same layer whose tiles are taken over where they are alike
 */
export async function makeArchive(
  tilesDirectory: string,
  connection: Queryable,
  version: LayerAndVersion,
  kind: DrawnKind,
  versionId: string,
  predecessorId?: string | null,
): Promise<Result<MadeArchive, PublishProblem>> {
  const [known] = await archiveRecords(connection, versionId);
  if (known !== undefined && (await isArchiveIntact(tilesDirectory, known.fileName, known.sha256))) {
    return ok({ record: known, omitted: 0, madeCount: 0, temporary: undefined });
  }
  const prepared = await takePrepared(tilesDirectory, connection, version, versionId);
  if (prepared !== undefined) return ok(prepared);
  return await buildChecked(tilesDirectory, connection, version, kind, versionId, predecessorId);
}
