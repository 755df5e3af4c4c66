import { join } from 'node:path';
import { archiveFileName } from '../../../../tiles/archive/archive-file.ts';
import type { Queryable } from '../../../platform/db.ts';
import { isArchiveIntact } from '../archive-store.ts';
import type { WrittenArchive } from '../build-checked.ts';
import type { LayerAndVersion } from '../queries.ts';
import { findPrepared } from './queries.ts';
import { preparedDirectory, stampOf } from './stamp-of.ts';

/**
 * The archive that was made ahead of a version and read back then, as long as it is, byte for byte, what would be made now.
 * @returns undefined when there is none, it was made of something else, or its file is not the one that was checked
 */
export async function takePrepared(
  tilesDirectory: string,
  connection: Queryable,
  version: LayerAndVersion,
  versionId: string,
): Promise<WrittenArchive | undefined> {
  const found = await findPrepared(connection, versionId);
  if (found === undefined || found.stamp !== stampOf(version, versionId)) return undefined;
  const { fileName, sha256, byteCount, tileCount, omitted, madeCount } = found;
  const directory = preparedDirectory(tilesDirectory);
  if (!(await isArchiveIntact(directory, fileName, sha256))) return undefined;
  return {
    record: { versionId, fileName: archiveFileName(versionId), sha256, byteCount, tileCount },
    omitted,
    madeCount,
    temporary: join(directory, fileName),
  };
}
