import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import {
  appendBytes,
  filesDirectory,
  freeBytes,
  hashFile,
  partPath,
  putInPlace,
  removePart,
} from './file-store.ts';
import { insertUpload, setHash, setStored } from './queries.ts';
import { RESERVE_BYTES, type UploadDeps } from './receive-upload.ts';

/** Files of one owner that may be on their way: each is whole when this begins. */
const MOST_AT_ONCE = 8;

/**
 * Keeps a file that has arrived whole, under the SHA-256 of its bytes, on the disk when this returns.
 * @param owner as the record of the upload names it: no account
 */
export async function keepFile(
  deps: Pick<UploadDeps, 'sql' | 'clock' | 'dataDirectory'>,
  file: { readonly owner: string; readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly uploadId: string; readonly sha256: string }, Problem>> {
  const directory = filesDirectory(deps.dataDirectory);
  const byteCount = file.bytes.byteLength;
  const full = () => fail(problem('diskFull', { byteCount }));
  if ((await freeBytes(directory)) - RESERVE_BYTES < byteCount) return full();
  const uploadId = randomUUID();
  const now = deps.clock.now();
  const upload = {
    uploadId,
    accountId: file.owner,
    fileName: file.fileName,
    byteCount,
    announcedSha256: null,
    now,
  };
  if (!(await insertUpload(deps.sql, upload, MOST_AT_ONCE)))
    return fail(problem('tooManyUploads', { limit: MOST_AT_ONCE }));
  const part = partPath(directory, uploadId);
  await mkdir(directory, { recursive: true });
  try {
    await appendBytes(part, 0, byteCount, oneChunk(file.bytes));
  } catch (error) {
    await removePart(directory, uploadId);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return full();
    throw error;
  }
  const sha256 = await hashFile(part);
  await setHash(deps.sql, uploadId, sha256);
  await putInPlace(directory, uploadId, sha256);
  await setStored(deps.sql, uploadId, now);
  return ok({ uploadId, sha256 });
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
