import type { ReservedSql } from 'postgres';
import { fail, ok, type Result } from '#domain/result';
import { archiveFileName } from '../../../tiles/archive/archive-file.ts';
import { buildArchive } from '../../../tiles/build-archive.ts';
import { checkArchive } from '../../../tiles/check-archive.ts';
import { type DrawnKind, tileLayerOf, tileLayerWithin } from '../../../tiles/layers/index.ts';
import { isArchiveIntact, sha256Of, writeTemporary } from './archive-store.ts';
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
  /** Path of the written file; undefined when the archive was there already. */
  readonly temporary: string | undefined;
}

/** Makes the archive of a version beside its final place, unless the recorded one is there byte for byte. */
export async function makeArchive(
  tilesDirectory: string,
  connection: ReservedSql,
  version: LayerAndVersion,
  kind: DrawnKind,
  versionId: string,
): Promise<Result<MadeArchive, PublishProblem>> {
  const [known] = await archiveRecords(connection, versionId);
  if (known !== undefined && (await isArchiveIntact(tilesDirectory, known.fileName, known.sha256))) {
    return ok({ record: known, omitted: 0, temporary: undefined });
  }
  const spec = tileLayerOf(kind);
  const rows = await readTileRows(connection, kind, versionId);
  if (rows.length === 0) return fail({ code: 'nothingToDraw', versionId });
  const innerSpec = tileLayerWithin(kind);
  const blocks = innerSpec === undefined ? [] : await readBlockRows(connection, versionId);
  // A plan that names no block has tiles of one layer, and says so.
  const within = innerSpec !== undefined && blocks.length > 0 ? { spec: innerSpec, rows: blocks } : undefined;
  const { layerId, title, isDemo } = version;
  const { bytes, tileCount, omitted } = buildArchive(
    spec,
    rows,
    { layerId, versionId, title, isDemo },
    within,
  );
  const findings = checkArchive(bytes, spec, new Set(rows.map((row) => row.id)), within?.spec);
  if (findings.length > 0) return fail({ code: 'archiveRejected', findings });
  try {
    const temporary = await writeTemporary(tilesDirectory, versionId, bytes);
    const fileName = archiveFileName(versionId);
    const record = { versionId, fileName, sha256: sha256Of(bytes), byteCount: bytes.length, tileCount };
    return ok({ record, omitted, temporary });
  } catch (error) {
    const problem = problemOfFileError(error, tilesDirectory);
    if (problem === undefined) throw error;
    return fail(problem);
  }
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
