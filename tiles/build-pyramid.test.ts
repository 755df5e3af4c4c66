import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type DecodedFeature, readMvt } from '../tests/support/read-mvt.ts';
import { buildPyramid, type TileRow } from './build-pyramid.ts';
import { blockLayer } from './layers/block.ts';
import type { TileLayerSpec } from './layers/layer-spec.ts';
import { PLACES_BY_ZOOM, placeLayer } from './layers/place.ts';
import { zoneLayer } from './layers/zone.ts';
import { gridLat, gridLng, worldUnits } from './tile-grid.ts';

type Ring = readonly (readonly [number, number])[];

/** WKB of polygons given in units of zoom 16, relative to a corner near the city. */
function polygonsAt(originX: number, originY: number, polygons: readonly (readonly Ring[])[]): Buffer {
  const world = worldUnits(16);
  const head = (type: number, count: number): Buffer => {
    const bytes = Buffer.alloc(9);
    bytes[0] = 1;
    bytes.writeUInt32LE(type, 1);
    bytes.writeUInt32LE(count, 5);
    return bytes;
  };
  const ringBytes = (ring: Ring): Buffer => {
    const closed = [...ring, ring[0]!];
    const bytes = Buffer.alloc(4 + 16 * closed.length);
    bytes.writeUInt32LE(closed.length, 0);
    for (const [i, [x, y]] of closed.entries()) {
      bytes.writeDoubleLE(gridLng(originX + x, world), 4 + 16 * i);
      bytes.writeDoubleLE(gridLat(originY + y, world), 12 + 16 * i);
    }
    return bytes;
  };
  return Buffer.concat([
    head(6, polygons.length),
    ...polygons.flatMap((rings) => [head(3, rings.length), ...rings.map(ringBytes)]),
  ]);
}

const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

/** The north-western corner of tile 16/54036/32998, inside the city. */
const COLUMN = 54036;
const ROW = 32998;
const [X, Y] = [COLUMN * 4096, ROW * 4096];

const zone = (id: number, code: string, ...polygons: readonly (readonly Ring[])[]): TileRow => ({
  id,
  values: [code],
  wkb: polygonsAt(X, Y, polygons),
});

const only16: TileLayerSpec = { ...zoneLayer, minZoom: 16 };

const tileAt = (rows: readonly TileRow[], spec = only16, column = COLUMN, row = ROW): DecodedFeature[] => {
  const found = [...buildPyramid(spec, rows)].find(
    (tile) => tile.zoom === 16 && tile.column === column && tile.row === row,
  );
  return found === undefined ? [] : [...readMvt(gunzipSync(found.bytes))[0]!.features];
};

/** Twice the signed area; positive for a shell, by the specification. */
const twiceArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);

describe('buildPyramid', () => {
  it('writes the id and the code of a zone and nothing else', () => {
    const [feature] = tileAt([zone(7, 'R-3', [square(100, 100, 50)])]);
    expect(feature).toMatchObject({ id: 7, tags: { code: 'R-3' } });
    expect(feature?.paths).toEqual([square(100, 100, 50)]);
  });

  it('winds a shell one way and its hole the other, however they come', () => {
    const hole = square(120, 120, 10);
    for (const rings of [
      [square(100, 100, 50), hole],
      [[...square(100, 100, 50)].reverse(), [...hole].reverse()],
    ]) {
      const [feature] = tileAt([zone(1, 'R-3', rings)]);
      expect(feature?.paths.map(twiceArea).map(Math.sign)).toEqual([1, -1]);
    }
  });

  it('keeps the parts of a multipolygon in one feature, each shell before its holes', () => {
    const [feature] = tileAt([
      zone(1, 'R-3', [square(100, 100, 50), square(110, 110, 10)], [square(300, 300, 50)]),
    ]);
    expect(feature?.paths.map(twiceArea)).toEqual([5000, -200, 5000]);
  });

  it('drops a ring that collapses, and a collapsed shell with its hole', () => {
    const sliver: Ring = [
      [100, 100],
      [900, 100.2],
      [900, 100.3],
    ];
    expect(tileAt([zone(1, 'R-3', [sliver, square(101, 100, 0.1)])])).toEqual([]);
    const [feature] = tileAt([zone(2, 'R-3', [sliver], [square(300, 300, 50)])]);
    expect(feature?.paths).toHaveLength(1);
  });

  it('keeps a polygon of one unit at the deepest zoom', () => {
    const [feature] = tileAt([zone(3, 'R-3', [square(700, 700, 1)])]);
    expect(feature?.paths.map(twiceArea)).toEqual([2]);
  });

  it('cuts a polygon at the buffer of each tile, so that the pieces cover it', () => {
    const rows = [zone(1, 'RTH', [square(-3000, 1000, 6000)])];
    const here = tileAt(rows);
    const left = tileAt(rows, only16, COLUMN - 1);
    expect(Math.min(...here[0]!.paths[0]!.map(([x]) => x))).toBe(-64);
    expect(Math.max(...left[0]!.paths[0]!.map(([x]) => x))).toBe(4096 + 64);
    expect(Math.max(...here[0]!.paths[0]!.map(([, y]) => y))).toBe(4096 + 64);
  });

  it('covers a tile inside a large polygon with one rectangle', () => {
    const [feature] = tileAt([zone(1, 'RTH', [square(-9000, -9000, 30000)])]);
    expect(feature?.paths).toHaveLength(1);
    expect(twiceArea(feature!.paths[0]!)).toBe(2 * (4096 + 128) ** 2);
  });

  it('leaves out the smallest features, whole, when a tile is over its budget', () => {
    const rows = Array.from({ length: 400 }, (_, i) =>
      zone(i + 1, `K-${i}`, [square((i % 20) * 200, Math.floor(i / 20) * 200, 20 + (i % 37))]),
    );
    const budget = 2000;
    const tile = [...buildPyramid({ ...only16, byteBudget: () => budget }, rows)].find(
      ({ column, row }) => column === COLUMN && row === ROW,
    );
    expect(tile!.bytes.length).toBeLessThanOrEqual(budget);
    const [layer] = readMvt(gunzipSync(tile!.bytes));
    const shown = new Set(layer!.features.map(({ id }) => id));
    expect(tile!.omitted).toBe(400 - shown.size);
    expect(tile!.omitted).toBeGreaterThan(0);
    const sizeOf = (id: number): number => 20 + ((id - 1) % 37);
    const smallestShown = Math.min(...[...shown].map(sizeOf));
    const largestHidden = Math.max(...rows.filter(({ id }) => !shown.has(id)).map(({ id }) => sizeOf(id)));
    expect(smallestShown).toBeGreaterThanOrEqual(largestHidden);
    expect(layer!.features.every(({ id, tags }) => tags.code === `K-${id - 1}`)).toBe(true);
  });

  it('opens no gap between neighbours at any zoom, however wavy their border is', () => {
    // Two zones share a border of 400 bends; at each zoom their areas must still add up to that of both together.
    const border: [number, number][] = Array.from({ length: 401 }, (_, i) => [
      2000 + Math.round(40 * Math.sin(i * 1.7) + 25 * Math.sin(i * 0.31)),
      i * 30,
    ]);
    const west = zone(1, 'R-3', [[[0, 0], ...border, [0, 12000]]]);
    const east = zone(2, 'K-2', [[...[...border].reverse(), [6000, 0], [6000, 12000]]]);
    const both = zone(3, 'K-2', [[[0, 0], border[0]!, [6000, 0], [6000, 12000], border.at(-1)!, [0, 12000]]]);
    const vertices: number[] = [];
    for (let zoom = 10; zoom <= 16; zoom++) {
      const areas = (rows: TileRow[]): number => {
        const tiles = [...buildPyramid({ ...zoneLayer, minZoom: zoom }, rows)].filter(
          (tile) => tile.zoom === zoom,
        );
        const paths = tiles.flatMap(({ bytes }) =>
          readMvt(gunzipSync(bytes))[0]!.features.flatMap((f) => f.paths),
        );
        vertices[zoom] = paths.reduce((sum, ring) => sum + ring.length, 0);
        return paths.reduce((sum, ring) => sum + twiceArea(ring) / 2, 0);
      };
      expect(areas([west, east]), `zoom ${zoom}`).toBe(areas([both]));
      areas([west, east]);
    }
    expect(vertices[10]).toBeLessThan(vertices[14]! / 4);
  });

  it('below the zoom where features stand apart, those of one code are one: the same rings in fewer bytes', () => {
    const rows = Array.from({ length: 300 }, (_, i) => {
      const [x, y, side] = [(i % 20) * 230 - 400, Math.floor(i / 20) * 240 - 400, 150 + (i % 37)];
      const hole = i % 3 === 0 ? [square(x + 20, y + 20, 60)] : [];
      const second = i % 7 === 0 ? [[square(x + 1, y + 6000, side)]] : [];
      return zone(i + 1, `K-${i % 5}`, [square(x, y, side), ...hole], ...second);
    });
    const shown = (apartFrom: number) => {
      const tiles = [...buildPyramid({ ...zoneLayer, minZoom: 13, apartFrom }, rows)];
      const layers = tiles.map((tile) => ({
        ...tile,
        features: readMvt(gunzipSync(tile.bytes))[0]!.features,
      }));
      return {
        rings: layers.flatMap(({ zoom, column, row, features }) =>
          features.flatMap(({ tags, paths }) =>
            paths.map((path) => [zoom, column, row, tags.code, JSON.stringify(path)].join(' ')),
          ),
        ),
        features: layers.filter(({ zoom }) => zoom < 15).flatMap(({ features }) => features),
        deepIds: new Set(
          layers.filter(({ zoom }) => zoom >= 15).flatMap((tile) => tile.features.map((f) => f.id)),
        ),
        bytes: tiles.filter(({ zoom }) => zoom < 15).reduce((sum, tile) => sum + tile.bytes.length, 0),
      };
    };
    const [merged, apart] = [shown(15), shown(0)];
    expect(merged.rings.length).toBeGreaterThan(1000);
    expect([...merged.rings].sort()).toEqual([...apart.rings].sort());
    expect(merged.bytes).toBeLessThan(apart.bytes * 0.85);
    expect(merged.features.every(({ id }) => id === 0)).toBe(true);
    expect(merged.features.length).toBeLessThan(apart.features.length / 10);
    expect(merged.deepIds.size).toBe(300);
    // A hole follows its shell: within each feature no hole comes first, and every hole winds the other way.
    for (const { paths } of merged.features) expect(twiceArea(paths[0]!)).toBeGreaterThan(0);
    const holes = merged.features.flatMap(({ paths }) => paths.filter((path) => twiceArea(path) < 0));
    expect(holes.length).toBeGreaterThan(50);
  });

  it('merged or apart, a tile over its budget loses single features, not a whole code', () => {
    const rows = Array.from({ length: 400 }, (_, i) =>
      zone(i + 1, `K-${i % 2}`, [square((i % 20) * 200, Math.floor(i / 20) * 200, 20 + (i % 37))]),
    );
    const tile = [...buildPyramid({ ...only16, apartFrom: 17, byteBudget: () => 900 }, rows)].find(
      ({ column, row }) => column === COLUMN && row === ROW,
    );
    const [layer] = readMvt(gunzipSync(tile!.bytes));
    expect(tile!.bytes.length).toBeLessThanOrEqual(900);
    expect(layer!.features.map(({ tags }) => tags.code).sort()).toEqual(['K-0', 'K-1']);
    expect(layer!.features.flatMap(({ paths }) => paths)).toHaveLength(400 - tile!.omitted);
    expect(tile!.omitted).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same rows', () => {
    const rows = Array.from({ length: 50 }, (_, i) =>
      zone(i + 1, `K-${i % 5}`, [square(i * 70, i * 60, 65)]),
    );
    const bytes = (): string =>
      Buffer.concat([...buildPyramid(zoneLayer, rows)].map((tile) => tile.bytes)).toString('base64');
    expect(bytes()).toBe(bytes());
  });
});

describe('a second layer in the same tiles', () => {
  it('lies beside the first from its own first zoom on, on the same grid', () => {
    const zones = [zone(1, 'R-3', [square(0, 0, 800)]), zone(2, 'K-1', [square(800, 0, 800)])];
    const block: TileRow = {
      id: 1,
      values: ['IV.F.30'],
      wkb: polygonsAt(X, Y, [
        [
          [
            [0, 0],
            [1600, 0],
            [1600, 800],
            [0, 800],
          ],
        ],
      ]),
    };
    const tiles = [...buildPyramid(zoneLayer, zones, { spec: blockLayer, rows: [block] })];
    const layersAt = (zoom: number) =>
      readMvt(gunzipSync(tiles.find((tile) => tile.zoom === zoom)!.bytes)).map(({ name }) => name);
    expect(layersAt(14)).toEqual(['zone']);
    expect(layersAt(15)).toEqual(['zone', 'block']);
    const at16 = tiles.find((tile) => tile.zoom === 16 && tile.column === COLUMN && tile.row === ROW);
    const [, blocks] = readMvt(gunzipSync(at16!.bytes));
    expect(blocks?.features).toMatchObject([{ id: 1, tags: { code: 'IV.F.30' } }]);
    expect(Math.abs(twiceArea(blocks!.features[0]!.paths[0]!))).toBe(2 * 1600 * 800);
  });
});

describe('a tile over its budget', () => {
  it('leaves out the second layer before any feature of the first', () => {
    const zones = Array.from({ length: 40 }, (_, i) =>
      zone(i + 1, 'R-3', [square(200 + i * 60, 200 + ((i * 37) % 900), 50)]),
    );
    const rows = [{ ...zone(1, 'IV.F.30', [square(200, 200, 2400)]), id: 1 }];
    const sizeOf = (budget: number) => {
      const spec = { ...only16, byteBudget: () => budget };
      const [tile] = [...buildPyramid(spec, zones, { spec: blockLayer, rows })];
      return { bytes: tile!.bytes.length, layers: readMvt(gunzipSync(tile!.bytes)), omitted: tile!.omitted };
    };
    const whole = sizeOf(50_000);
    expect(whole.layers.map(({ name }) => name)).toEqual(['zone', 'block']);
    const tight = sizeOf(whole.bytes - 1);
    expect(tight.layers.map(({ name, features }) => [name, features.length])).toEqual([['zone', 40]]);
    expect(tight.omitted).toBe(0);
  });
});

describe('points', () => {
  const place = (id: number, x: number, y: number, category: string): TileRow => {
    const world = worldUnits(16);
    const wkb = Buffer.alloc(21);
    wkb[0] = 1;
    wkb.writeUInt32LE(1, 1);
    wkb.writeDoubleLE(gridLng(X + x, world), 5);
    wkb.writeDoubleLE(gridLat(Y + y, world), 13);
    return { id, values: [`Tempat ${id}`, category], wkb };
  };

  it('stand in exactly the tile that holds them, from the zoom of their category on', () => {
    const rows = [place(1, 10, 20, 'Rumah Sakit'), place(2, 5000, 20, 'Kafe')];
    const tiles = [...buildPyramid(placeLayer, rows)];
    const found = tiles.flatMap(({ zoom, column, row, bytes }) =>
      readMvt(gunzipSync(bytes))[0]!.features.map(({ id, paths }) => ({ id, zoom, column, row, paths })),
    );
    expect(found.map(({ id, zoom }) => [id, zoom])).toEqual([
      [1, 13],
      [1, 14],
      [1, 15],
      [1, 16],
      [2, 16],
    ]);
    expect(found.at(-2)).toMatchObject({ column: COLUMN, row: ROW, paths: [[[10, 20]]] });
    expect(found.at(-1)).toMatchObject({ column: COLUMN + 1, row: ROW, paths: [[[904, 20]]] });
  });

  it('of every category that has a zoom of its own are drawn before the others', () => {
    expect([...PLACES_BY_ZOOM.keys()].every((zoom) => zoom < placeLayer.maxZoom)).toBe(true);
    expect(placeLayer.firstZoom?.(['x', 'ATM'])).toBe(placeLayer.maxZoom);
    expect(placeLayer.firstZoom?.(['x', null])).toBe(placeLayer.maxZoom);
  });
});
