import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { filesDirectory, partPath } from './file-store.ts';

/** A body that has arrived whole, on the disk and under no name. */
export interface SpooledBody {
  read(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Takes the body of a request to the disk while it streams, so that whoever sends slowly costs no memory. Its file has no name
 * from its first moment on: whatever ends this process, the system takes it away.
 *
 * @param limitBytes inclusive; one byte more, or a `Content-Length` that says so, is refused there
 * @returns `diskFull` where there is no room
 */
export async function spoolBody(
  c: Context,
  limitBytes: number,
  dataDirectory: string,
): Promise<Result<SpooledBody, Problem>> {
  const tooLarge = fail(problem('bodyTooLarge', { limitBytes }));
  const announced = Number(c.req.header('content-length') ?? 0);
  if (announced > limitBytes) return tooLarge;
  let file: FileHandle | undefined;
  let size = 0;
  let isWhole = false;
  try {
    const opened = await openNameless(filesDirectory(dataDirectory));
    file = opened;
    const reader = c.req.raw.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      if (size + part.value.byteLength > limitBytes) {
        await reader?.cancel();
        return tooLarge;
      }
      for (let written = 0; written < part.value.byteLength; ) {
        const { bytesWritten } = await opened.write(part.value, written);
        written += bytesWritten;
      }
      size += part.value.byteLength;
    }
    isWhole = true;
    return ok({ read: () => readAll(opened, size), close: () => opened.close() });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
    return fail(problem('diskFull', { byteCount: Math.max(announced, size) }));
  } finally {
    if (!isWhole) await file?.close();
  }
}

/** Between its first breath and losing its name it is a part that the next sweep removes. */
async function openNameless(directory: string): Promise<FileHandle> {
  await mkdir(directory, { recursive: true });
  const path = partPath(directory, randomUUID());
  const file = await open(path, 'wx+', 0o600);
  await rm(path);
  return file;
}

async function readAll(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(bytes, at, size - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes;
}
