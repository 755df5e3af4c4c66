import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem, quoteInput } from '#domain/problem';
import type { NewUpload } from '#domain/release/upload';
import { fail, ok, type Result } from '#domain/result';
import type { Deps } from '../../platform/deps.ts';
import { audit } from '../log/index.ts';
import { type OnceKey, onceOnly } from '../once/index.ts';
import {
  appendBytes,
  filesDirectory,
  hashFile,
  partPath,
  putInPlace,
  removePart,
  sizeOf,
  storedPath,
} from './file-store.ts';
import { promiseRoom } from './promise-room.ts';
import {
  endUpload,
  findUpload,
  lockFilesShared,
  setHash,
  setStored,
  touchUpload,
  type UploadRow,
} from './queries.ts';

export type UploadDeps = Pick<Deps, 'sql' | 'clock' | 'log'> & { readonly dataDirectory: string };

/** What is on its way and on which line; one line per upload writes. */
interface Line {
  readonly abort: AbortController;
  readonly ended: Promise<unknown>;
}

/** Takes files in, byte for byte. One per process: it knows who is writing. */
export function createReceiver(deps: UploadDeps) {
  const directory = filesDirectory(deps.dataDirectory);
  const lines = new Map<string, Line>();

  /** @returns the id of the upload, or why there is no room for it */
  async function announce(
    actor: Actor,
    wanted: NewUpload,
    again: OnceKey | null,
  ): Promise<Result<string, Problem>> {
    return await deps.sql.begin((tx) =>
      onceOnly(tx, again, deps.clock.now(), async () => {
        const uploadId = randomUUID();
        const promised = await promiseRoom(tx, deps.dataDirectory, {
          uploadId,
          accountId: actor.accountId,
          fileName: nameOf(wanted.fileName),
          byteCount: wanted.byteCount,
          announcedSha256: wanted.sha256 ?? null,
          now: deps.clock.now(),
        });
        return promised.ok ? ok(uploadId) : promised;
      }),
    );
  }

  /** Bytes that are on the disk; all of them once it is stored. */
  async function offsetOf(upload: UploadRow): Promise<number> {
    if (upload.state !== 'receiving') return upload.state === 'stored' ? upload.byteCount : 0;
    const size = await sizeOf(partPath(directory, upload.uploadId));
    if (size !== null) return size;
    // Put in place, and killed before that was written down.
    const isInPlace =
      upload.sha256 !== null && (await sizeOf(storedPath(directory, upload.sha256))) === upload.byteCount;
    return isInPlace ? upload.byteCount : 0;
  }

  /**
   * Writes what arrives. Whoever comes back on a new line ends the old one, which may be hanging: the truth is the size
   * of the file, and a wrong offset is told with the right one.
   */
  async function receive(
    upload: UploadRow,
    offset: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<Result<UploadRow, Problem>> {
    const earlier = lines.get(upload.uploadId);
    const abort = new AbortController();
    const work = (async () => {
      earlier?.abort.abort();
      await earlier?.ended.catch(() => {});
      return await write(upload, offset, untilAborted(chunks, abort.signal));
    })();
    const line = { abort, ended: work };
    lines.set(upload.uploadId, line);
    try {
      return await work;
    } finally {
      if (lines.get(upload.uploadId) === line) lines.delete(upload.uploadId);
    }
  }

  async function write(
    { uploadId }: UploadRow,
    offset: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<Result<UploadRow, Problem>> {
    const upload = await findUpload(deps.sql, uploadId);
    if (upload === undefined) return fail(problem('notFound'));
    if (upload.state !== 'receiving') return fail(problem('uploadEnded', { state: upload.state }));
    const there = await offsetOf(upload);
    if (offset !== there) return fail(problem('uploadOffsetDiffers', { offset: there }));
    if (there < upload.byteCount) {
      await mkdir(directory, { recursive: true });
      const refusal = await append(upload, offset, chunks);
      if (refusal !== null) return fail(refusal);
      await touchUpload(deps.sql, uploadId, deps.clock.now());
      if ((await offsetOf(upload)) < upload.byteCount) return ok(upload);
    }
    return await store(upload);
  }

  async function append(
    upload: UploadRow,
    offset: number,
    chunks: AsyncIterable<Uint8Array>,
  ): Promise<Problem | null> {
    try {
      const outcome = await appendBytes(
        partPath(directory, upload.uploadId),
        offset,
        upload.byteCount,
        chunks,
      );
      return outcome === 'tooLong'
        ? problem('bodyTooLarge', { limitBytes: upload.byteCount - offset })
        : null;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOSPC' || code === 'EDQUOT')
        return problem('diskFull', { byteCount: upload.byteCount - offset });
      throw error;
    }
  }

  /** Every byte is there: its hash, its name, its event. Killed in between, the next request goes on from where it was. */
  async function store(upload: UploadRow): Promise<Result<UploadRow, Problem>> {
    const { uploadId } = upload;
    const part = partPath(directory, uploadId);
    const sha256 = (await sizeOf(part)) === null ? upload.sha256 : await hashFile(part);
    if (sha256 === null) return fail(problem('uploadOffsetDiffers', { offset: 0 }));
    if (upload.announcedSha256 !== null && upload.announcedSha256 !== sha256) {
      await endUpload(deps.sql, uploadId, 'damaged');
      await removePart(directory, uploadId);
      return fail(problem('checksumDiffers', { announced: upload.announcedSha256, received: sha256 }));
    }
    await setHash(deps.sql, uploadId, sha256);
    // The sweep waits meanwhile: the same bytes may lie there under an upload that it is about to forget.
    await deps.sql.begin(async (tx) => {
      await lockFilesShared(tx);
      if ((await sizeOf(part)) !== null) await putInPlace(directory, uploadId, sha256);
    });
    await deps.sql.begin(async (tx) => {
      if (!(await setStored(tx, uploadId, deps.clock.now()))) return;
      const facts = { uploadId, sha256, byteCount: upload.byteCount };
      await audit(
        tx,
        {
          kind: 'upload.stored',
          actor: `account:${upload.accountId}`,
          facts,
          personal: { fileName: upload.fileName },
        },
        deps.clock,
      );
    });
    const stored = await findUpload(deps.sql, uploadId);
    return stored === undefined ? fail(problem('notFound')) : ok(stored);
  }

  return { announce, receive, offsetOf };
}

export type Receiver = ReturnType<typeof createReceiver>;

/** The last part of what a browser calls it; never used as a path. */
const nameOf = (given: string): string => quoteName(given.split(/[/\\]/).at(-1) ?? '');
const quoteName = (name: string): string => quoteInput(name) || 'berkas';

async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    const leave = (): void => reject(new Error('another line has taken over'));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  aborted.catch(() => {});
  for (;;) {
    const part = await Promise.race([iterator.next(), aborted]);
    if (part.done === true) return;
    yield part.value;
  }
}
