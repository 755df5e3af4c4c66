import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { ArchiveBytes } from './read.ts';
import { streamFile } from './stream-file.ts';

/** A file larger than this is read in place; a smaller one is kept in memory whole. */
const MEMORY_LIMIT = 32 * 1024 * 1024;

export interface ArchiveFile extends ArchiveBytes {
  /** Bytes of memory that it takes. */
  readonly memoryBytes: number;
  /** The same bytes as `slice`, for sending: of a file that is read in place they come piece by piece. */
  body(offset: number, length: number): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  close(): void;
}

/** Name of the archive of a version inside the tiles directory. */
export const archiveFileName = (versionId: string): string => `${versionId}.pmtiles`;

/**
 * @param memoryLimit bytes; a larger file is read in place
 * @throws the error of the file system, code ENOENT when there is no such file. Nothing stays open then.
 */
export function openArchiveFile(path: string, memoryLimit = MEMORY_LIMIT): ArchiveFile {
  const descriptor = openSync(path, 'r');
  let staysOpen = false;
  try {
    const { size } = fstatSync(descriptor);
    staysOpen = size > memoryLimit;
    return staysOpen ? readInPlace(path, descriptor, size) : keepInMemory(readFileSync(descriptor));
  } finally {
    if (!staysOpen) closeSync(descriptor);
  }
}

function keepInMemory(bytes: Buffer<ArrayBuffer>): ArchiveFile {
  const slice = (offset: number, length: number) => bytes.subarray(offset, offset + length);
  return { size: bytes.length, memoryBytes: bytes.length, slice, body: slice, close: () => {} };
}

function readInPlace(path: string, descriptor: number, size: number): ArchiveFile {
  return {
    size,
    memoryBytes: 0,
    slice: (offset, length) => readWhole(descriptor, offset, length),
    // A descriptor of its own: this one may be closed, and its number given to another file, while bytes are sent.
    body: (offset, length) => streamFile(path, offset, length),
    close: () => closeSync(descriptor),
  };
}

/** @throws RangeError when the file is shorter: memory that nothing was read into must never be sent. */
function readWhole(descriptor: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, offset + filled);
    if (count === 0) throw new RangeError('the archive ends too early');
    filled += count;
  }
  return bytes;
}
