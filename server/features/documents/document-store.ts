import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Below DATA_DIRECTORY/files, which a backup takes along. */
export const documentsDirectory = (dataDirectory: string): string =>
  join(dataDirectory, 'files', 'documents');

/**
 * Keeps bytes under their SHA-256; they are on the disk when this returns.
 * @throws the error of the file system (ENOSPC …); nothing of it stays then
 */
export async function storeBytes(directory: string, sha256: string, bytes: Uint8Array): Promise<void> {
  await mkdir(directory, { recursive: true });
  const temporary = join(directory, `${randomUUID()}.part`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(directory, sha256));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const names = await open(directory, 'r');
  try {
    await names.sync();
  } finally {
    await names.close();
  }
}

/**
 * @param sha256 checked by the caller: it becomes a file name
 * @returns null when the file is gone, or is no longer what its name says
 */
export async function readStored(directory: string, sha256: string): Promise<Buffer | null> {
  const bytes = await readFile(join(directory, sha256)).catch(() => null);
  if (bytes === null) return null;
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
}

/** What lies in the directory: the SHA-256 of a kept file, or the name of one that was never finished, and since when. */
export async function listStored(directory: string): Promise<{ name: string; changedAt: Date }[]> {
  const names = (await readdir(directory).catch(() => [])).filter((name) =>
    /^(?:[0-9a-f]{64}|[0-9a-f-]{36}\.part)$/.test(name),
  );
  const found = await Promise.all(
    names.map((name) =>
      stat(join(directory, name)).then(
        ({ mtime }) => [{ name, changedAt: mtime }],
        () => [],
      ),
    ),
  );
  return found.flat();
}

/** @param name as `listStored` gave it, or a SHA-256 */
export const removeStored = (directory: string, name: string): Promise<void> =>
  rm(join(directory, name), { force: true });
