import { describe, expect, it } from 'vitest';
import { fc } from '../tests/support/properties.ts';
import { tileIdOf, tileOfId } from './archive/hilbert.ts';
import { openArchive } from './archive/read.ts';
import { type BuiltArchive, buildArchive } from './build-archive.ts';
import type { TileRow } from './build-pyramid.ts';
import { type DrawnKind, tileLayerOf, tileLayerWithin } from './layers/index.ts';

type Ring = readonly (readonly [lng: number, lat: number])[];

/** Little-endian WKB of a polygon or a line. */
function wkbOf(type: 2 | 3, points: Ring): Buffer {
  const bytes = Buffer.alloc((type === 3 ? 13 : 9) + 16 * points.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt32LE(type, 1);
  if (type === 3) bytes.writeUInt32LE(1, 5);
  const start = type === 3 ? 9 : 5;
  bytes.writeUInt32LE(points.length, start);
  for (const [i, [lng, lat]] of points.entries()) {
    bytes.writeDoubleLE(lng, start + 4 + 16 * i);
    bytes.writeDoubleLE(lat, start + 12 + 16 * i);
  }
  return bytes;
}

/**
 * A net of 8 × 6 cells that share wavy borders, as zones do: points of the net may be moved, codes changed, cells left
 * out. The north edge of the first row runs along all columns of one long polygon, as a street does.
 */
interface Net {
  readonly moved: ReadonlyMap<number, readonly [number, number]>;
  readonly codes: ReadonlyMap<number, string>;
  readonly absent: ReadonlySet<number>;
}
const [COLUMNS, ROWS, BETWEEN, CELL] = [8, 6, 4, 0.004] as const;
const [LNG, LAT] = [116.81, -1.29] as const;

function netRows({ moved, codes, absent }: Net): TileRow[] {
  const pointAt = (i: number, j: number): [number, number] => {
    const [dx, dy] = moved.get(j * 1000 + i) ?? [0, 0];
    const wave = Math.sin(i * 7.3 + j * 3.1) * 0.0003;
    return [LNG + (i / BETWEEN) * CELL + wave + dx, LAT + (j / BETWEEN) * CELL + wave * 0.7 + dy];
  };
  const ringOf = (west: number, south: number, east: number, north: number): Ring => {
    const ring: [number, number][] = [];
    for (let i = west; i < east; i++) ring.push(pointAt(i, south));
    for (let j = south; j < north; j++) ring.push(pointAt(east, j));
    for (let i = east; i > west; i--) ring.push(pointAt(i, north));
    for (let j = north; j >= south; j--) ring.push(pointAt(west, j));
    return ring;
  };
  const rows: TileRow[] = [];
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const id = row * COLUMNS + column + 1;
      const at = [column * BETWEEN, row * BETWEEN] as const;
      if (!absent.has(id))
        rows.push({
          id,
          values: [codes.get(id) ?? `Z-${(row + column) % 3}`],
          wkb: wkbOf(3, ringOf(at[0], at[1], at[0] + BETWEEN, at[1] + BETWEEN)),
        });
    }
  const street = ringOf(0, ROWS * BETWEEN, COLUMNS * BETWEEN, ROWS * BETWEEN + 1);
  return [...rows, { id: 999, values: ['BJ'], wkb: wkbOf(3, street) }];
}

const subject = (versionId: string) => ({ layerId: 'rdtr', versionId, title: 'RDTR', isDemo: true });
const opened = ({ bytes }: BuiltArchive) =>
  openArchive({ size: bytes.length, slice: (offset, length) => bytes.subarray(offset, offset + length) });

function bothWays(kind: DrawnKind, before: readonly TileRow[], after: readonly TileRow[]) {
  const spec = tileLayerOf(kind);
  const earlier = buildArchive(spec, before, subject('a'));
  return {
    whole: buildArchive(spec, after, subject('b')),
    partial: buildArchive(spec, after, subject('b'), undefined, { archive: opened(earlier), rows: before }),
  };
}

const emptyNet: Net = { moved: new Map(), codes: new Map(), absent: new Set() };

describe('tiles taken over from a predecessor', () => {
  it('give the same archive, byte for byte, whatever was changed', () => {
    const cell = fc.integer({ min: 1, max: COLUMNS * ROWS });
    const shift = fc.constantFrom(-0.0009, -0.00002, 0.000009, 0.0004);
    const net: fc.Arbitrary<Net> = fc.record({
      moved: fc
        .array(
          fc.tuple(
            fc.integer({ min: 0, max: COLUMNS * BETWEEN }),
            fc.integer({ min: 0, max: ROWS * BETWEEN + 1 }),
            shift,
            shift,
          ),
          { maxLength: 3 },
        )
        .map((list) => new Map(list.map(([i, j, dx, dy]) => [j * 1000 + i, [dx, dy] as const]))),
      codes: fc
        .array(fc.tuple(cell, fc.constantFrom('K-1', 'Z-0')), { maxLength: 2 })
        .map((list) => new Map(list)),
      absent: fc.array(cell, { maxLength: 2 }).map((list) => new Set(list)),
    });
    fc.assert(
      fc.property(net, net, fc.constantFrom<DrawnKind>('zones', 'parcel'), (before, after, kind) => {
        const { whole, partial } = bothWays(kind, netRows(before), netRows(after));
        expect(partial.bytes.equals(whole.bytes)).toBe(true);
        expect(partial.tileCount).toBe(whole.tileCount);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('tell what was left out of them, as if all had been made', () => {
    const spec = { ...tileLayerOf('zones'), byteBudget: () => 160 };
    const before = netRows(emptyNet);
    const after = netRows({ ...emptyNet, codes: new Map([[20, 'K-1']]) });
    const whole = buildArchive(spec, after, subject('b'));
    const partial = buildArchive(spec, after, subject('b'), undefined, {
      archive: opened(buildArchive(spec, before, subject('a'))),
      rows: before,
    });
    expect(whole.omitted).toBeGreaterThan(0);
    expect(partial.omitted).toBe(whole.omitted);
    expect(partial.madeCount).toBeLessThan(partial.tileCount / 2);
    expect(partial.bytes.equals(whole.bytes)).toBe(true);
  });

  it('are nearly all of them when one corner moved, and all of them when nothing changed', () => {
    const before = netRows(emptyNet);
    const one = netRows({ ...emptyNet, moved: new Map([[9 * 1000 + 8, [0.0004, 0.0004]]]) });
    const { partial } = bothWays('zones', before, one);
    expect(partial.madeCount).toBeGreaterThan(0);
    expect(partial.madeCount).toBeLessThan(partial.tileCount / 3);
    expect(bothWays('zones', before, before).partial.madeCount).toBe(0);
  });

  it('are none when the predecessor was made by another program or does not say where features were left out', () => {
    const rows = netRows(emptyNet);
    const spec = tileLayerOf('zones');
    const archive = opened(buildArchive(spec, rows, subject('a')));
    for (const other of [{ revision: 0 }, { omitted: 3 }]) {
      const metadata = { ...archive.metadata, ...other };
      const built = buildArchive(spec, rows, subject('b'), undefined, {
        archive: { ...archive, metadata },
        rows,
      });
      expect(built.madeCount).toBe(built.tileCount);
    }
  });

  it('are made again where a layer that lies in the same tiles changed', () => {
    const rows = netRows(emptyNet);
    const spec = tileLayerOf('zones');
    const inner = tileLayerWithin('zones')!;
    const blocks = (name: string) => ({
      spec: inner,
      rows: rows.slice(0, 4).map((row, i) => ({ ...row, values: [i === 0 ? name : 'A.2'] })),
    });
    const earlier = buildArchive(spec, rows, subject('a'), blocks('A.1'));
    const whole = buildArchive(spec, rows, subject('b'), blocks('A.9'));
    const partial = buildArchive(spec, rows, subject('b'), blocks('A.9'), {
      archive: opened(earlier),
      rows,
      within: blocks('A.1'),
    });
    expect(partial.bytes.equals(whole.bytes)).toBe(true);
    expect(partial.madeCount).toBeGreaterThan(0);
    expect(partial.madeCount).toBeLessThan(partial.tileCount);
  });
});

it('the id of a tile leads back to the tile', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.nat(), fc.nat(), (zoom, x, y) => {
      const [column, row] = [x % 2 ** zoom, y % 2 ** zoom];
      expect(tileOfId(tileIdOf(zoom, column, row))).toEqual({ zoom, column, row });
    }),
  );
});
