import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Below DATA_DIRECTORY; a backup takes it along. */
export const filesDirectory = (dataDirectory: string): string => join(dataDirectory, 'files');

const PART = /^upload-([0-9a-f-]{36})\.part$/;
const STORED = /^[0-9a-f]{64}$/;

/** What is still arriving; it lies beside its final place, so that giving it its name moves no byte. */
export const partPath = (directory: string, uploadId: string): string =>
  join(directory, `upload-${uploadId}.part`);

/** The original, untouched, under the SHA-256 of its bytes. */
export const storedPath = (directory: string, sha256: string): string => join(directory, sha256);

/** Bytes of a file; null when it is not there. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Bytes that can still be written beside a file; the reserve of the system is not ours. */
export async function freeBytes(directory: string): Promise<number> {
  await mkdir(directory, { recursive: true });
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

export type Appended = 'whole' | 'tooLong' | 'brokenOff';

/**
 * Writes what arrives behind the bytes that are there, and to the disk. What arrived before the line broke stays: the
 * size of the file is the truth that a sender continues from.
 *
 * @param offset where the file must end now
 * @param limit bytes of the whole file, inclusive; one more takes back what this call wrote
 * @throws the error of the file system (ENOSPC …); what could be written stays
 */
export async function appendBytes(
  path: string,
  offset: number,
  limit: number,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Appended> {
  const file = await open(path, offset === 0 ? 'w' : 'r+');
  let position = offset;
  try {
    for await (const chunk of withoutFailure(chunks)) {
      if (chunk === 'brokenOff') {
        await file.sync();
        return 'brokenOff';
      }
      if (position + chunk.byteLength > limit) {
        await file.truncate(offset);
        await file.sync();
        return 'tooLong';
      }
      for (let written = 0; written < chunk.byteLength; ) {
        const { bytesWritten } = await file.write(chunk, written, chunk.byteLength - written, position);
        written += bytesWritten;
        position += bytesWritten;
      }
    }
    await file.sync();
    return 'whole';
  } finally {
    await file.close();
  }
}

/** A line that breaks is an end like another; errors of the disk are not caught here. */
async function* withoutFailure(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | 'brokenOff'> {
  try {
    yield* chunks;
  } catch {
    yield 'brokenOff';
  }
}

/** SHA-256 of a file, lower-case hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1_048_576 }), hash);
  return hash.digest('hex');
}

/** Gives a file its final name, on the disk when this returns; the same bytes that are there already stay. */
export async function putInPlace(directory: string, uploadId: string, sha256: string): Promise<void> {
  const part = partPath(directory, uploadId);
  if ((await sizeOf(storedPath(directory, sha256))) !== null) await rm(part, { force: true });
  else await rename(part, storedPath(directory, sha256));
  const names = await open(directory, 'r');
  try {
    await names.sync();
  } finally {
    await names.close();
  }
}

/** What lies in the directory: uploads on their way, and stored originals by their hash. */
export async function listFiles(directory: string): Promise<{ uploadIds: string[]; hashes: string[] }> {
  const names = await readdir(directory).catch(() => [] as string[]);
  return {
    uploadIds: names.flatMap((name) => PART.exec(name)?.[1] ?? []),
    hashes: names.filter((name) => STORED.test(name)),
  };
}

export const removePart = (directory: string, uploadId: string): Promise<void> =>
  rm(partPath(directory, uploadId), { force: true });

export const removeStored = (directory: string, sha256: string): Promise<void> =>
  rm(storedPath(directory, sha256), { force: true });
