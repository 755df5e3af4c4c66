import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Below DATA_DIRECTORY/files, which a backup takes along. */
export const documentsDirectory = (dataDirectory: string): string =>
  join(dataDirectory, 'files', 'documents');

/**
 * Keeps bytes under their SHA-256, on the disk when this returns; the same bytes are kept once.
 * @throws the error of the file system (ENOSPC …); nothing of it stays then
 */
export async function storeBytes(directory: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const final = join(directory, sha256);
  if (await hasBytes(final, bytes.length)) return sha256;
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
    await rename(temporary, final);
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
  return sha256;
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

const hasBytes = (path: string, length: number): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size === length,
    () => false,
  );
