import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, relative } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ImportRefusal, importProblem } from '#domain/publication/import-problem';
import { type ArchiveBudget, countBytes, extractArchive, isDiskFull } from './archive/extract-archive.ts';
import { roleOfEntry } from './archive/plan-file.ts';
import { READER_GROUP } from './gdal/confinement.ts';
import type { ImportLimits } from './limits.ts';

/** A source, copied or unpacked where only this import can see it. */
export interface StagedSource {
  readonly folder: string;
  /** Paths that a reader can open, sorted. */
  readonly datasets: readonly string[];
  readonly name: string;
  readonly sha256: string;
  readonly byteCount: number;
  /** A position with four ordinates was seen near the beginning of a JSON text, where GDAL says only "3D". */
  readonly hasFourthOrdinate: boolean;
  cleanUp(): Promise<void>;
}

/** Every temporary folder of a reader begins so; what a killed process left is swept by this name. */
export const STAGING_PREFIX = 'omod-import-';
const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b];

/**
 * Copies the source into a private folder, so that no reader sees its neighbours (side files) or its path; archives are
 * checked and unpacked, gzip is inflated under a limit. A bare `.shp` brings the files of its own name along.
 * @param givenName of the source, when its path does not bear it; it then comes alone, without neighbours
 * @throws ImportRefusal `fileNotFound`, `pathNotAllowed`, `noDataset`, `unreadable`, and those of extractArchive
 */
export async function stageSource(
  path: string,
  limits: ImportLimits,
  givenName?: string,
): Promise<StagedSource> {
  const name = givenName ?? basename(path);
  if (/^\/?vsi|^[a-z][a-z0-9+.-]*:/i.test(path) || path.includes('\0') || /\/vsi[a-z]+[/_]/i.test(path)) {
    throw refusal('pathNotAllowed', { path: path.slice(0, 120) });
  }
  const found = await stat(path).catch(() => null);
  if (!found) throw refusal('fileNotFound', { path });
  if (!found.isFile() && !isGeodatabase(path)) throw refusal('unreadable', { detail: 'not a file' });
  const folder = await mkdtemp(join(tmpdir(), `${STAGING_PREFIX}${process.pid}-`));
  const cleanUp = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await openToReader(folder);
    const contents = join(folder, 'source');
    await mkdir(contents);
    const budget: ArchiveBudget = { entries: 0, bytes: 0 };
    const { sha256, byteCount } = found.isFile()
      ? await stageFile({ path, name, isAlone: givenName !== undefined }, contents, limits, budget)
      : await stageGeodatabase(path, contents, limits, budget);
    const datasets = await findDatasets(contents);
    if (datasets.length === 0) throw refusal('noDataset', { name });
    const hasFourthOrdinate = await looksFourDimensional(datasets);
    return { folder, datasets, name, sha256, byteCount, hasFourthOrdinate, cleanUp };
  } catch (error) {
    await cleanUp();
    if (isDiskFull(error)) throw refusal('diskFull');
    throw error;
  }
}

/** Started as root, the reader runs as another user: its group may look into the folder; nobody else, and none may write. */
async function openToReader(folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  await chown(folder, 0, READER_GROUP);
  await chmod(folder, 0o750);
}

async function stageFile(
  { path, name: given, isAlone }: { path: string; name: string; isAlone: boolean },
  contents: string,
  limits: ImportLimits,
  budget: ArchiveBudget,
): Promise<{ sha256: string; byteCount: number }> {
  const head = await readHead(path, 4);
  const startsWith = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => head[index] === byte);
  const hash = createHash('sha256');
  let byteCount = 0;
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      byteCount += chunk.length;
      done(null, chunk);
    },
  });
  const name = stagedName(given);
  if (startsWith(ZIP)) {
    const archive = join(contents, '..', 'archive.zip');
    await pipeline(createReadStream(path), digest, createWriteStream(archive));
    await extractArchive(archive, contents, limits, budget);
    await rm(archive);
  } else if (startsWith(GZIP)) {
    const target = join(contents, stagedName(name.replace(/\.gz$/i, '')));
    await pipeline(
      createReadStream(path),
      digest,
      createGunzip(),
      countBytes(limits, budget),
      createWriteStream(target),
    ).catch((error: unknown) => {
      if (error instanceof ImportRefusal || isDiskFull(error)) throw error;
      throw refusal('archiveDamaged', { detail: error instanceof Error ? error.message : String(error) });
    });
  } else {
    await pipeline(
      createReadStream(path),
      digest,
      countBytes(limits, budget),
      createWriteStream(join(contents, name)),
    );
    if (extname(name) === '.shp' && !isAlone) await copyCompanions(path, contents, name, limits, budget);
  }
  return { sha256: hash.digest('hex'), byteCount };
}

/** GeoJSON by any other ending is still GeoJSON; readers of the other formats look at the ending. */
function stagedName(name: string): string {
  const extension = extname(name);
  return (
    (basename(name, extension).replace(/[^\p{L}\p{N} ._()-]/gu, '_') || 'source') + extension.toLowerCase()
  );
}

async function copyCompanions(
  path: string,
  contents: string,
  stagedAs: string,
  limits: ImportLimits,
  budget: ArchiveBudget,
): Promise<void> {
  const stem = basename(path).slice(0, -4).toLowerCase();
  for (const neighbour of await readdir(join(path, '..'))) {
    const extension = extname(neighbour).toLowerCase();
    if (!['.shx', '.dbf', '.prj', '.cpg'].includes(extension)) continue;
    if (neighbour.slice(0, -4).toLowerCase() !== stem) continue;
    const target = join(contents, stagedAs.slice(0, -4) + extension);
    await pipeline(
      createReadStream(join(path, '..', neighbour)),
      countBytes(limits, budget),
      createWriteStream(target),
    );
  }
}

const isGeodatabase = (path: string): boolean => /\.gdb\/?$/i.test(path);

async function stageGeodatabase(
  path: string,
  contents: string,
  limits: ImportLimits,
  budget: ArchiveBudget,
): Promise<{ sha256: string; byteCount: number }> {
  const target = join(contents, basename(path));
  await mkdir(target);
  const hash = createHash('sha256');
  let byteCount = 0;
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (!entry.isFile()) continue;
    hash.update(entry.name);
    const digest = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        byteCount += chunk.length;
        done(null, chunk);
      },
    });
    await pipeline(
      createReadStream(join(path, entry.name)),
      digest,
      countBytes(limits, budget),
      createWriteStream(join(target, entry.name)),
    );
  }
  return { sha256: hash.digest('hex'), byteCount };
}

/** Every path that a reader can open: files by their ending, geodatabases by their folder. */
async function findDatasets(contents: string): Promise<string[]> {
  const files: string[] = [];
  const folders = new Set<string>();
  for (const entry of await readdir(contents, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const local = relative(contents, path);
    const geodatabase = /^(.*?\.gdb)\//i.exec(local)?.[1];
    if (geodatabase) folders.add(join(contents, geodatabase));
    else if (entry.isFile()) files.push(path);
  }
  const isOnly = files.length === 1;
  const shapes = new Set(files.filter((file) => file.endsWith('.shp')).map((file) => file.slice(0, -4)));
  const datasets = files.filter((file) => {
    if (file.endsWith('.dbf')) return !shapes.has(file.slice(0, -4));
    // A single file is tried whatever its name; the reader decides what it is.
    return isOnly || roleOfEntry(relative(contents, file)) === 'dataset';
  });
  return [...datasets, ...folders].sort();
}

async function readHead(path: string, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function looksFourDimensional(datasets: readonly string[]): Promise<boolean> {
  for (const path of datasets.filter((dataset) => /json/i.test(extname(dataset)))) {
    const head = (await readHead(path, 256_000)).toString('utf8');
    if (/\[\s*-?[\d.eE+-]+\s*(,\s*(-?[\d.eE+-]+|null)\s*){3}\]/.test(head)) return true;
  }
  return false;
}

/** Removes what killed imports and uploads left in the temporary directory: folders older than a day. */
export async function sweepStagedSources(olderThan: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(STAGING_PREFIX)) continue;
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => null);
    if (!found || found.mtime > olderThan) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

const refusal = (...problem: Parameters<typeof importProblem>): ImportRefusal =>
  new ImportRefusal(importProblem(...problem));
