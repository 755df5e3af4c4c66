import { audit } from '../log/index.ts';
import { filesDirectory, listFiles, removePart, removeStored } from './file-store.ts';
import {
  endUpload,
  forgetUnused,
  idleUploads,
  lockFilesForSweep,
  namedHashes,
  receivingOf,
} from './queries.ts';
import type { UploadDeps } from './receive-upload.ts';

const DAY_MS = 24 * 3_600_000;
/** Time in which a file that has arrived becomes part of something. */
const UNUSED_DAYS = 7;

/**
 * Ends uploads of which nothing came for a day, forgets files that became part of nothing for a week, and removes what no
 * record names: parts of ended uploads, and files that were put in place without anybody having written down whose they are.
 */
export async function sweepUploads(deps: UploadDeps): Promise<void> {
  const directory = filesDirectory(deps.dataDirectory);
  const now = deps.clock.now().getTime();
  for (const uploadId of await idleUploads(deps.sql, new Date(now - DAY_MS)))
    await endUpload(deps.sql, uploadId, 'expired');
  const { uploadIds } = await listFiles(directory);
  const receiving = await receivingOf(deps.sql, uploadIds);
  for (const uploadId of uploadIds) if (!receiving.has(uploadId)) await removePart(directory, uploadId);
  await deps.sql.begin(async (tx) => {
    if (!(await lockFilesForSweep(tx))) return;
    for (const { uploadId, sha256, byteCount, state } of await forgetUnused(
      tx,
      new Date(now - UNUSED_DAYS * DAY_MS),
    ))
      if (state === 'stored' && sha256 !== null)
        await audit(
          tx,
          { kind: 'upload.forgotten', actor: 'system', facts: { uploadId, sha256, byteCount } },
          deps.clock,
        );
  });
  // In another transaction: a file goes once nothing that is committed names it.
  await deps.sql.begin(async (tx) => {
    if (!(await lockFilesForSweep(tx))) return;
    const { hashes } = await listFiles(directory);
    const named = await namedHashes(tx, hashes);
    for (const sha256 of hashes) if (!named.has(sha256)) await removeStored(directory, sha256);
  });
}
