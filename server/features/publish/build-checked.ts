import { fail, ok, type Result } from '#domain/result';
import { archiveFileName } from '../../../tiles/archive/archive-file.ts';
import { openArchive } from '../../../tiles/archive/read.ts';
import { buildArchive, type Predecessor } from '../../../tiles/build-archive.ts';
import type { LayerWithin } from '../../../tiles/build-pyramid.ts';
import { checkArchive } from '../../../tiles/check-archive.ts';
import { type DrawnKind, tileLayerOf, tileLayerWithin } from '../../../tiles/layers/index.ts';
import type { Queryable } from '../../platform/db.ts';
import { readIntact, sha256Of, writeTemporary } from './archive-store.ts';
import type { PublishProblem } from './publish-problem.ts';
import {
  type ArchiveRecord,
  archiveRecords,
  type LayerAndVersion,
  readBlockRows,
  readTileRows,
} from './queries.ts';

export interface MadeArchive {
  readonly record: ArchiveRecord;
  readonly omitted: number;
  /** Tiles that were made; the others are the predecessor's. */
  readonly madeCount: number;
  /** Path of the written file; undefined when the archive was there already. */
  readonly temporary: string | undefined;
}

export interface WrittenArchive extends MadeArchive {
  readonly temporary: string;
}

/**
 * Makes an archive from the rows of its version, reads it back and writes it.
 * @param directory where it is written; `tilesDirectory` holds the predecessor's
 */
export async function buildChecked(
  tilesDirectory: string,
  connection: Queryable,
  version: LayerAndVersion,
  kind: DrawnKind,
  versionId: string,
  predecessorId?: string | null,
  directory = tilesDirectory,
): Promise<Result<WrittenArchive, PublishProblem>> {
  const spec = tileLayerOf(kind);
  // Asked together: the database works on the next one while the one before is read here.
  const [rows, within, predecessor] = await Promise.all([
    readTileRows(connection, kind, versionId),
    readWithin(connection, kind, versionId),
    predecessorId == null ? undefined : readPredecessor(tilesDirectory, connection, kind, predecessorId),
  ]);
  if (rows.length === 0) return fail({ code: 'nothingToDraw', versionId });
  const { layerId, title, isDemo } = version;
  const { bytes, tileCount, omitted, madeCount } = buildArchive(
    spec,
    rows,
    { layerId, versionId, title, isDemo },
    within,
    predecessor,
  );
  const findings = checkArchive(bytes, spec, new Set(rows.map((row) => row.id)), within?.spec);
  if (findings.length > 0) return fail({ code: 'archiveRejected', findings });
  try {
    const temporary = await writeTemporary(directory, versionId, bytes);
    const fileName = archiveFileName(versionId);
    const record = { versionId, fileName, sha256: sha256Of(bytes), byteCount: bytes.length, tileCount };
    return ok({ record, omitted, madeCount, temporary });
  } catch (error) {
    const problem = problemOfFileError(error, directory);
    if (problem === undefined) throw error;
    return fail(problem);
  }
}

/** What lies in the same tiles. A plan that names no block has tiles of one layer, and says so. */
async function readWithin(
  connection: Queryable,
  kind: DrawnKind,
  versionId: string,
): Promise<LayerWithin | undefined> {
  const spec = tileLayerWithin(kind);
  const rows = spec === undefined ? [] : await readBlockRows(connection, versionId);
  return spec !== undefined && rows.length > 0 ? { spec, rows } : undefined;
}

/** Undefined when its archive is not there as it was recorded: nothing of it is believed then. */
async function readPredecessor(
  tilesDirectory: string,
  connection: Queryable,
  kind: DrawnKind,
  versionId: string,
): Promise<Predecessor | undefined> {
  const [record] = await archiveRecords(connection, versionId);
  if (record === undefined) return undefined;
  const bytes = await readIntact(tilesDirectory, record.fileName, record.sha256);
  if (bytes === undefined) return undefined;
  const [rows, within] = await Promise.all([
    readTileRows(connection, kind, versionId),
    readWithin(connection, kind, versionId),
  ]);
  const slice = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return { archive: openArchive({ size: bytes.length, slice }), rows, within };
}

/** EEXIST and ENOTDIR: something else has the name of the directory. */
const NOT_WRITABLE = new Set(['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST']);

function problemOfFileError(error: unknown, directory: string): PublishProblem | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'diskFull', directory };
  return code !== undefined && NOT_WRITABLE.has(String(code))
    ? { code: 'directoryNotWritable', directory }
    : undefined;
}
