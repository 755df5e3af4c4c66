import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { appendBytes, filesDirectory, hashFile, partPath, putInPlace, removePart } from './file-store.ts';
import { promiseRoom } from './promise-room.ts';
import { lockFilesShared, setHash, setStored } from './queries.ts';
import type { UploadDeps } from './receive-upload.ts';

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
  const promised = await deps.sql.begin((tx) => promiseRoom(tx, deps.dataDirectory, upload));
  if (!promised.ok) return promised;
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
  await deps.sql.begin(async (tx) => {
    await lockFilesShared(tx);
    await putInPlace(directory, uploadId, sha256);
  });
  await setStored(deps.sql, uploadId, now);
  return ok({ uploadId, sha256 });
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
