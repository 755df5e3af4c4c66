import { type Problem, problem } from '#domain/problem';
import { UPLOAD_LIMIT_BYTES } from '#domain/release/upload';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../platform/db.ts';
import { filesDirectory, freeBytes, partPath, sizeOf } from './file-store.ts';
import { insertUpload, lockAnnouncing, promisedTo, type UploadToInsert } from './queries.ts';

/** Uploads that one account may have on their way. */
const MOST_AT_ONCE = 8;
/** Bytes of one account that are part of no release and no application: ten of the largest files. */
const QUOTA_BYTES = 10 * UPLOAD_LIMIT_BYTES;
/** Room that uploads leave to the database and everything else on the same disk. */
const RESERVE_BYTES = 100_000_000;

/**
 * Writes an upload down if there is room for it beside everything that was promised room before, and if its account has
 * not too much on its way. Announcements take turns, so that no two are promised the same bytes.
 * @param tx a transaction of its own: the turn ends with it
 */
export async function promiseRoom(
  tx: Queryable,
  dataDirectory: string,
  upload: UploadToInsert,
): Promise<Result<null, Problem>> {
  await lockAnnouncing(tx);
  const { own, ownBytes, bytes, onTheirWay } = await promisedTo(tx, upload.accountId);
  if (own >= MOST_AT_ONCE) return fail(problem('tooManyUploads', { limit: MOST_AT_ONCE }));
  if (ownBytes + upload.byteCount > QUOTA_BYTES)
    return fail(problem('uploadQuota', { limitBytes: QUOTA_BYTES, heldBytes: ownBytes }));
  const directory = filesDirectory(dataDirectory);
  const free =
    (await freeBytes(directory)) - RESERVE_BYTES - (bytes - (await arrivedBytes(directory, onTheirWay)));
  if (free < upload.byteCount) return fail(problem('diskFull', { byteCount: upload.byteCount }));
  await insertUpload(tx, upload);
  return ok(null);
}

/** Bytes of uploads on their way that lie on the disk already: what is free leaves them out. */
async function arrivedBytes(directory: string, uploadIds: readonly string[]): Promise<number> {
  let sum = 0;
  for (const uploadId of uploadIds) sum += (await sizeOf(partPath(directory, uploadId))) ?? 0;
  return sum;
}
