import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { archiveFileName } from '../../../tiles/archive/archive-file.ts';

const TEMPORARY = /^[0-9a-f]{16}\.pmtiles\.tmp-[0-9a-f]+$/;
/** Marks a file that has its final name while no record in the database names it yet, or no longer. */
const PENDING = /^([0-9a-f]{16})\.pmtiles\.pending$/;

/** SHA-256 of bytes, lower-case hexadecimal. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** True when the archive of a version is there and is the recorded one, byte for byte. */
export async function isArchiveIntact(directory: string, fileName: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(join(directory, fileName)), hash);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}

/** The bytes of an archive when they are the recorded ones; undefined otherwise. */
export async function readIntact(
  directory: string,
  fileName: string,
  sha256: string,
): Promise<Buffer | undefined> {
  const bytes = await readFile(join(directory, fileName)).catch(() => undefined);
  return bytes !== undefined && sha256Of(bytes) === sha256 ? bytes : undefined;
}

/** True when the archive is there with its recorded length; its content is not read. */
export async function hasRecordedSize(
  directory: string,
  fileName: string,
  byteCount: number,
): Promise<boolean> {
  return await stat(join(directory, fileName)).then(
    ({ size }) => size === byteCount,
    () => false,
  );
}

/** Writes the names in a directory to the disk: without it a power cut may undo a rename that was already relied on. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes an archive beside its final place and to the disk, not only to its cache.
 * @returns the path of the temporary file
 * @throws the error of the file system (ENOSPC …); nothing is left behind then
 */
export async function writeTemporary(directory: string, versionId: string, bytes: Buffer): Promise<string> {
  const made = await mkdir(directory, { recursive: true });
  if (made !== undefined) await syncDirectory(dirname(made));
  const path = join(directory, `${archiveFileName(versionId)}.tmp-${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** True when something has the name of the archive of a version. */
export const isThere = async (directory: string, versionId: string): Promise<boolean> =>
  await stat(join(directory, archiveFileName(versionId))).then(
    () => true,
    () => false,
  );

/** Marks a file that stays only if a record names it: {@link sweep} decides. */
export async function markPending(directory: string, versionId: string): Promise<void> {
  await writeFile(join(directory, `${archiveFileName(versionId)}.pending`), '');
}

/** True when something waits to be swept. */
export async function isAnythingPending(directory: string): Promise<boolean> {
  const names = await readdir(directory).catch(() => [] as string[]);
  return names.some((name) => PENDING.test(name));
}

/**
 * Gives an archive its final name, on the disk when this returns. `settle` must follow once the record is committed, or
 * `sweep` when it is not.
 */
export async function putInPlace(directory: string, versionId: string, temporary: string): Promise<void> {
  await markPending(directory, versionId);
  await rename(temporary, join(directory, archiveFileName(versionId)));
  await syncDirectory(directory);
}

/** Takes the mark away that the archive had before its record was committed. */
export async function settle(directory: string, versionId: string): Promise<void> {
  await rm(join(directory, `${archiveFileName(versionId)}.pending`), { force: true });
}

/**
 * Clears what a killed publication left: temporary files, and archives that no record names. Only under the lock, when
 * no other publication can be at work.
 * @param recorded which of these versions have a record
 */
export async function sweep(
  directory: string,
  recorded: (versionIds: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  const names = await readdir(directory).catch(() => [] as string[]);
  await Promise.all(
    names.filter((name) => TEMPORARY.test(name)).map((name) => rm(join(directory, name), { force: true })),
  );
  const pending = names.flatMap((name) => PENDING.exec(name)?.[1] ?? []);
  if (pending.length === 0) return;
  const kept = await recorded(pending);
  for (const versionId of pending) {
    if (!kept.has(versionId)) await rm(join(directory, archiveFileName(versionId)), { force: true });
    await settle(directory, versionId);
  }
}
