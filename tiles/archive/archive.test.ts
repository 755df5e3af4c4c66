import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PMTiles, type RangeResponse } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { ROOT_LIMIT } from './header.ts';
import { openArchive } from './read.ts';
import { type ArchiveTile, writeArchive } from './write.ts';

const description = {
  minZoom: 10,
  maxZoom: 16,
  bounds: [116.7, -1.4, 117.05, -1] as const,
  metadata: { name: 'uji' },
};

/** The reader of the PMTiles project itself, over bytes in memory. */
const strangersReader = (bytes: Buffer): PMTiles =>
  new PMTiles({
    getKey: () => 'uji',
    getBytes: async (offset: number, length: number): Promise<RangeResponse> => ({
      data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer,
    }),
  });

const inMemory = (bytes: Buffer) => ({
  size: bytes.length,
  slice: (offset: number, length: number) => bytes.subarray(offset, offset + length),
});

const gridOf = (
  zoom: number,
  column: number,
  row: number,
  side: number,
  content: (i: number) => string,
): ArchiveTile[] =>
  Array.from({ length: side * side }, (_, i) => ({
    zoom,
    column: column + (i % side),
    row: row + Math.floor(i / side),
    bytes: gzipSync(content(i)),
  }));

describe('an archive', () => {
  it('is read alike by our reader and by that of the PMTiles project', async () => {
    const tiles = [
      ...gridOf(10, 843, 515, 2, (i) => `a${i}`),
      ...gridOf(14, 13500, 8240, 20, (i) => (i % 3 === 0 ? 'same' : `b${i}`)),
    ];
    const bytes = writeArchive(tiles, description);
    const ours = openArchive(inMemory(bytes));
    const theirs = strangersReader(bytes);
    const header = await theirs.getHeader();
    expect(header).toMatchObject({
      minZoom: 10,
      maxZoom: 16,
      numAddressedTiles: 404,
      clustered: true,
      tileType: 1,
    });
    expect(header.minLon).toBeCloseTo(116.7, 7);
    expect(header.maxLat).toBeCloseTo(-1, 7);
    expect(await theirs.getMetadata()).toEqual({ name: 'uji' });
    for (const { zoom, column, row, bytes: tile } of tiles) {
      expect(ours.tile(zoom, column, row)?.equals(tile)).toBe(true);
      const read = await theirs.getZxy(zoom, column, row);
      expect(Buffer.from(read!.data).toString()).toBe(gunzipSync(tile).toString());
    }
    expect(ours.tile(14, 13499, 8240)).toBeUndefined();
    expect(await theirs.getZxy(14, 13499, 8240)).toBeUndefined();
    expect(ours.tile(16, 0, 0)).toBeUndefined();
  });

  it('stores equal tiles once and does not depend on the order they come in', () => {
    const tiles = gridOf(12, 3370, 2060, 16, (i) => `tile ${i % 5}`);
    const bytes = writeArchive(tiles, description);
    expect(bytes.equals(writeArchive([...tiles].reverse(), description))).toBe(true);
    expect(openArchive(inMemory(bytes)).header).toMatchObject({ addressedTiles: 256, contents: 5 });
  });

  it('puts a long directory into leaves, so that its root stays within the first 16 KiB', async () => {
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
    const noise = Array.from({ length: 200 }, (_, i) => digest(`${i}`)).join('');
    const random = (i: number): number => Number.parseInt(noise.slice(i, i + 6), 16);
    const tiles = gridOf(16, 54000, 32900, 110, (i) => noise.slice(i, i + (random(i) % 997)));
    const bytes = writeArchive(tiles, description);
    const { header, tile } = openArchive(inMemory(bytes));
    expect(header.root.length).toBeLessThanOrEqual(ROOT_LIMIT);
    expect(header.leaves.length).toBeGreaterThan(0);
    const theirs = strangersReader(bytes);
    for (const wanted of [tiles[0]!, tiles[2_345]!, tiles.at(-1)!]) {
      expect(tile(wanted.zoom, wanted.column, wanted.row)?.equals(wanted.bytes)).toBe(true);
      const read = await theirs.getZxy(wanted.zoom, wanted.column, wanted.row);
      expect(Buffer.from(read!.data).equals(gunzipSync(wanted.bytes))).toBe(true);
    }
  });

  it.each([
    ['nothing', (b: Buffer) => b.subarray(0, 0)],
    ['half of itself', (b: Buffer) => b.subarray(0, b.length / 2)],
    ['another magic word', (b: Buffer) => Buffer.concat([Buffer.from('PMTilez'), b.subarray(7)])],
    ['an older version', (b: Buffer) => Buffer.concat([b.subarray(0, 7), Buffer.from([2]), b.subarray(8)])],
  ])('that is %s is refused', (_name, damage) => {
    const bytes = writeArchive(
      gridOf(12, 3370, 2060, 4, (i) => `tile ${i}`),
      description,
    );
    expect(() => openArchive(inMemory(damage(bytes)))).toThrow(RangeError);
  });
});
