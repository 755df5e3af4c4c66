/** Bytes of the fixed header of a PMTiles v3 file. */
export const HEADER_BYTES = 127;
/** Header and root directory must lie within the first 16 KiB, so that a reader gets both in one request. */
export const ROOT_LIMIT = 16_384 - HEADER_BYTES;

const MAGIC = 'PMTiles';
const VERSION = 3;
const GZIP = 2;
const MVT = 1;
const DEGREE = 1e7;

/** A place in the file, in bytes. */
export interface Section {
  readonly offset: number;
  readonly length: number;
}

export interface ArchiveHeader {
  readonly root: Section;
  readonly metadata: Section;
  readonly leaves: Section;
  readonly tiles: Section;
  readonly addressedTiles: number;
  readonly entries: number;
  readonly contents: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north in degrees (WGS 84). */
  readonly bounds: readonly [number, number, number, number];
}

/** @source PMTiles v3 specification §3 */
export function encodeHeader(header: ArchiveHeader): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeUInt8(VERSION, 7);
  const wholes = [
    ...[header.root, header.metadata, header.leaves, header.tiles].flatMap((s) => [s.offset, s.length]),
    header.addressedTiles,
    header.entries,
    header.contents,
  ];
  for (const [i, value] of wholes.entries()) bytes.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
  bytes.set([1, GZIP, GZIP, MVT, header.minZoom, header.maxZoom], 96);
  const [west, south, east, north] = header.bounds;
  for (const [i, degrees] of [west, south, east, north].entries()) {
    bytes.writeInt32LE(Math.round(degrees * DEGREE), 102 + 4 * i);
  }
  bytes.writeUInt8(header.minZoom, 118);
  bytes.writeInt32LE(Math.round(((west + east) / 2) * DEGREE), 119);
  bytes.writeInt32LE(Math.round(((south + north) / 2) * DEGREE), 123);
  return bytes;
}

/** @returns undefined when the bytes are not the header of a clustered, gzipped vector archive of version 3. */
export function decodeHeader(bytes: Buffer): ArchiveHeader | undefined {
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 7) !== MAGIC) return undefined;
  if (bytes[7] !== VERSION || bytes[97] !== GZIP || bytes[98] !== GZIP || bytes[99] !== MVT) return undefined;
  const whole = (i: number): number => Number(bytes.readBigUInt64LE(8 + 8 * i));
  const section = (i: number): Section => ({ offset: whole(2 * i), length: whole(2 * i + 1) });
  const degrees = (i: number): number => bytes.readInt32LE(102 + 4 * i) / DEGREE;
  return {
    root: section(0),
    metadata: section(1),
    leaves: section(2),
    tiles: section(3),
    addressedTiles: whole(8),
    entries: whole(9),
    contents: whole(10),
    minZoom: bytes.readUInt8(100),
    maxZoom: bytes.readUInt8(101),
    bounds: [degrees(0), degrees(1), degrees(2), degrees(3)],
  };
}
