import { filesDirectory, listFiles, removePart, removeStored } from './file-store.ts';
import { endUpload, idleUploads, namedHashes, receivingOf } from './queries.ts';
import type { UploadDeps } from './receive-upload.ts';

const IDLE_MS = 24 * 3_600_000;

/**
 * Ends uploads of which nothing came for a day, and removes what no record names: parts of ended uploads, and files that
 * were put in place without anybody having written down whose they are.
 */
export async function sweepUploads(deps: UploadDeps): Promise<void> {
  const directory = filesDirectory(deps.dataDirectory);
  const since = new Date(deps.clock.now().getTime() - IDLE_MS);
  for (const uploadId of await idleUploads(deps.sql, since)) await endUpload(deps.sql, uploadId, 'expired');
  const { uploadIds, hashes } = await listFiles(directory);
  const receiving = await receivingOf(deps.sql, uploadIds);
  for (const uploadId of uploadIds) if (!receiving.has(uploadId)) await removePart(directory, uploadId);
  const named = await namedHashes(deps.sql, hashes);
  for (const sha256 of hashes) if (!named.has(sha256)) await removeStored(directory, sha256);
}
