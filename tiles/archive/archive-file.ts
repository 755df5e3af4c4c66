import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { ArchiveBytes } from './read.ts';

/** A file larger than this is read in place; a smaller one is kept in memory whole. */
export const MEMORY_LIMIT = 32 * 1024 * 1024;

export interface ArchiveFile extends ArchiveBytes {
  /** Bytes of memory that it takes. */
  readonly memoryBytes: number;
  close(): void;
}

/** Name of the archive of a version inside the tiles directory. */
export const archiveFileName = (versionId: string): string => `${versionId}.pmtiles`;

/** @throws the error of the file system, code ENOENT when there is no such file. */
export function openArchiveFile(path: string): ArchiveFile {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  if (size > MEMORY_LIMIT) return readInPlace(descriptor, size);
  try {
    const bytes = readFileSync(descriptor);
    return {
      size,
      memoryBytes: size,
      slice: (offset, length) => bytes.subarray(offset, offset + length),
      close: () => {},
    };
  } finally {
    closeSync(descriptor);
  }
}

function readInPlace(descriptor: number, size: number): ArchiveFile {
  return {
    size,
    memoryBytes: 0,
    slice(offset, length) {
      const bytes = Buffer.allocUnsafe(length);
      readSync(descriptor, bytes, 0, length, offset);
      return bytes;
    },
    close: () => closeSync(descriptor),
  };
}
