import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type DirectoryEntry, encodeDirectory } from './directory.ts';
import { encodeHeader, HEADER_BYTES, ROOT_LIMIT } from './header.ts';
import { tileIdOf } from './hilbert.ts';

export interface ArchiveTile {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
  /** Gzip bytes. */
  readonly bytes: Buffer;
}

export interface ArchiveDescription {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees (WGS 84). */
  readonly bounds: readonly [number, number, number, number];
  /** Becomes the JSON metadata; nothing that differs between two builds may stand in it. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * Lays tiles out as one PMTiles v3 file: clustered along the Hilbert curve, equal tiles stored once, equal neighbours
 * as one run. The same tiles give the same bytes, in whatever order they come.
 */
export function writeArchive(tiles: Iterable<ArchiveTile>, description: ArchiveDescription): Buffer {
  const sorted = Array.from(tiles, (tile) => ({
    id: tileIdOf(tile.zoom, tile.column, tile.row),
    bytes: tile.bytes,
  })).sort((a, b) => a.id - b.id);
  const stored = new Map<string, number>();
  const contents: Buffer[] = [];
  const entries: DirectoryEntry[] = [];
  let end = 0;
  for (const { id, bytes } of sorted) {
    const key = createHash('sha256').update(bytes).digest('base64');
    let offset = stored.get(key);
    if (offset === undefined) {
      offset = end;
      stored.set(key, offset);
      contents.push(bytes);
      end += bytes.length;
    }
    const last = entries.at(-1);
    if (last !== undefined && last.offset === offset && last.tileId + last.runLength === id) {
      entries[entries.length - 1] = { ...last, runLength: last.runLength + 1 };
    } else entries.push({ tileId: id, offset, length: bytes.length, runLength: 1 });
  }
  const { root, leaves } = splitDirectory(entries);
  const metadata = gzipSync(JSON.stringify(description.metadata), { level: 9 });
  const at = (offset: number, length: number) => ({ offset, length });
  const metadataStart = HEADER_BYTES + root.length;
  const leavesStart = metadataStart + metadata.length;
  const tilesStart = leavesStart + leaves.length;
  const header = encodeHeader({
    root: at(HEADER_BYTES, root.length),
    metadata: at(metadataStart, metadata.length),
    leaves: at(leavesStart, leaves.length),
    tiles: at(tilesStart, end),
    addressedTiles: sorted.length,
    entries: entries.length,
    contents: contents.length,
    minZoom: description.minZoom,
    maxZoom: description.maxZoom,
    bounds: description.bounds,
  });
  return Buffer.concat([header, root, metadata, leaves, ...contents]);
}

/** Puts the directory into leaves, as few as fit, when it is too long for the first 16 KiB. */
function splitDirectory(entries: readonly DirectoryEntry[]): { root: Buffer; leaves: Buffer } {
  const whole = gzipSync(encodeDirectory(entries), { level: 9 });
  if (whole.length <= ROOT_LIMIT) return { root: whole, leaves: Buffer.alloc(0) };
  for (let size = 4096; ; size *= 2) {
    const leaves: Buffer[] = [];
    const pointers: DirectoryEntry[] = [];
    let offset = 0;
    for (let i = 0; i < entries.length; i += size) {
      const part = entries.slice(i, i + size);
      const leaf = gzipSync(encodeDirectory(part), { level: 9 });
      pointers.push({
        tileId: (part[0] as DirectoryEntry).tileId,
        offset,
        length: leaf.length,
        runLength: 0,
      });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = gzipSync(encodeDirectory(pointers), { level: 9 });
    if (root.length <= ROOT_LIMIT) return { root, leaves: Buffer.concat(leaves) };
  }
}
