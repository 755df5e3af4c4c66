import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type DecodedFeature, readMvt } from '../tests/support/read-mvt.ts';
import { buildPyramid, type PyramidTile, type TileRow } from './build-pyramid.ts';
import { zoneLayer } from './layers/zone.ts';
import { gridLat, gridLng, worldUnits } from './tile-grid.ts';
import { TouchedTiles } from './touched-tiles.ts';

/** Corner of tile 10/844/515, where one unit of zoom 10 is 64 of zoom 16. */
const [WEST, NORTH] = [844 * 4096, 515 * 4096];
const world = worldUnits(10);

/** A square zone in units of zoom 10. */
function zone(id: number, code: string, x: number, y: number, side: number): TileRow {
  const ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  const wkb = Buffer.alloc(1 + 4 + 4 + 4 + ring.length * 16);
  wkb[0] = 1;
  wkb.writeUInt32LE(3, 1);
  wkb.writeUInt32LE(1, 5);
  wkb.writeUInt32LE(ring.length, 9);
  for (const [i, [east, south]] of ring.entries()) {
    wkb.writeDoubleLE(gridLng(WEST + east!, world), 13 + 16 * i);
    wkb.writeDoubleLE(gridLat(NORTH + south!, world), 21 + 16 * i);
  }
  return { id, values: [code], wkb };
}

const tilesOf = (rows: readonly TileRow[], wanted?: TouchedTiles): PyramidTile[] =>
  [...buildPyramid(zoneLayer, rows, undefined, wanted)].filter(({ zoom }) => zoom === 10);
const drawn = (rows: readonly TileRow[]): DecodedFeature[] =>
  tilesOf(rows).flatMap(({ bytes }) => [...readMvt(gunzipSync(bytes))[0]!.features]);

/** Blocks of 8 × 8 units, two by two in each cell of 16: none is drawn by itself below zoom 13. */
const blocks = (codes: readonly string[], cells: number): TileRow[] =>
  Array.from({ length: cells * 4 }, (_, i) =>
    zone(i + 1, codes[i % 4]!, 160 + Math.floor(i / 4) * 16 + (i % 2) * 8, 160 + (i % 4 >= 2 ? 8 : 0), 8),
  );

describe('ground too small to be drawn', () => {
  it('is drawn cell by cell as what most of it is, cells of a code side by side as one', () => {
    const [feature, ...others] = drawn(blocks(['R-2', 'R-2', 'K-1', 'R-2'], 3));
    expect(others).toEqual([]);
    expect(feature?.tags).toEqual({ code: 'R-2' });
    expect(feature?.paths).toEqual([
      [
        [160, 160],
        [208, 160],
        [208, 176],
        [160, 176],
      ],
    ]);
  });

  it('stays away where it fills less than half of its cell', () => {
    expect(drawn([zone(1, 'R-2', 160, 160, 8)])).toEqual([]);
  });

  it('lies on top of the streets around it', () => {
    const streets = zone(99, 'BJ', 100, 100, 400);
    const features = drawn([...blocks(['R-2', 'R-2', 'R-2', 'R-2'], 2), streets]);
    expect(features.map(({ tags }) => tags.code)).toEqual(['BJ', 'R-2']);
  });

  it('is the same however few tiles are made', () => {
    const rows = [...blocks(['R-2', 'K-1', 'K-1', 'K-1'], 40), zone(500, 'RTH', 4000, 160, 200)];
    const all = tilesOf(rows);
    const one = all[0]!;
    const wanted = new TouchedTiles(16);
    const within = (tile: number) => (tile * 4096 + 2000) * 64;
    const middle = [within(one.column), within(one.row)] as const;
    wanted.add([...middle, ...middle], 10, 10);
    expect(wanted.count).toBe(1);
    expect(tilesOf(rows, wanted).map(({ bytes }) => bytes)).toEqual([one.bytes]);
  });
});
