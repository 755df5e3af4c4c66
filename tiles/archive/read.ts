import { gunzipSync } from 'node:zlib';
import { type DirectoryEntry, decodeDirectory } from './directory.ts';
import { type ArchiveHeader, decodeHeader, HEADER_BYTES, type Section } from './header.ts';
import { tileIdOf } from './hilbert.ts';

/** Where the bytes of an archive lie: a buffer, or a file that is read in place. */
export interface ArchiveBytes {
  readonly size: number;
  /** Bytes `offset … offset + length - 1`; both lie within `size`. */
  slice(offset: number, length: number): Buffer;
}

/** An opened archive: its directory is in memory, its tiles are slices of its bytes, still gzipped. */
export interface Archive {
  readonly header: ArchiveHeader;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** @returns undefined when the archive holds no such tile: it is empty, or outside. */
  tile(zoom: number, column: number, row: number): Buffer | undefined;
  /** Every tile id with its place relative to the start of the tile data, in ascending order. */
  runs(): Iterable<{ tileId: number; runLength: number; offset: number; length: number }>;
}

/** @throws RangeError when the bytes are not a whole archive; the message says what is wrong. */
export function openArchive(bytes: ArchiveBytes): Archive {
  const header = bytes.size < HEADER_BYTES ? undefined : decodeHeader(bytes.slice(0, HEADER_BYTES));
  if (header === undefined) throw new RangeError('not a gzipped vector archive of PMTiles version 3');
  for (const { offset, length } of [header.root, header.metadata, header.leaves, header.tiles]) {
    if (offset + length > bytes.size) throw new RangeError('the archive ends too early');
  }
  const inflate = ({ offset, length }: Section): Buffer => gunzipSync(bytes.slice(offset, length));
  const entries = readEntries(decodeDirectory(inflate(header.root)), (entry) =>
    decodeDirectory(inflate({ offset: header.leaves.offset + entry.offset, length: entry.length })),
  );
  const ids = Float64Array.from(entries, (entry) => entry.tileId);
  return {
    header,
    metadata: JSON.parse(inflate(header.metadata).toString('utf8')) as Record<string, unknown>,
    runs: () => entries,
    tile(zoom, column, row) {
      const id = tileIdOf(zoom, column, row);
      const entry = entries[lastAtOrBelow(ids, id)];
      if (entry === undefined || id >= entry.tileId + entry.runLength) return undefined;
      return bytes.slice(header.tiles.offset + entry.offset, entry.length);
    },
  };
}

function readEntries(
  root: readonly DirectoryEntry[],
  readLeaf: (entry: DirectoryEntry) => DirectoryEntry[],
): DirectoryEntry[] {
  return root.flatMap((entry) => (entry.runLength === 0 ? readLeaf(entry) : [entry]));
}

/** Position of the last id that is not larger than `id`; -1 when all are. */
function lastAtOrBelow(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) <= id) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
