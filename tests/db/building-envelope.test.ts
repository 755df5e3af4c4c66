import { booleanPointInPolygon, polygon, area as sphericalArea } from '@turf/turf';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Line, Point } from '#domain/building/plane';
import { groundAfterSetbacks, groundShapes } from '../../server/features/building/queries.ts';
import { fc } from '../support/properties.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await createTemporaryDatabase();
});
afterAll(() => database.drop());

const PROJECTION =
  '+proj=tmerc +lat_0=-1.2456 +lon_0=116.8531 +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs';
/** Metres. Nine decimals of a degree are 0.1 mm; the enlarged radius takes at most 0.01 % of the distance. */
const ROUNDING_M = 0.001;

/** As `ground_shapes` writes coordinates: to a micrometre. */
const micro = (value: number): number => Math.round(value * 1e6) / 1e6;
const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map(micro);

/** A star around the middle: convex or not, never crossing itself. Metres, counter-clockwise, closed. */
const outlines = fc.array(metres(8, 45), { minLength: 3, maxLength: 12 }).map((radii): Line => {
  const ring = radii.map((radius, index): Point => {
    const angle = (2 * Math.PI * index) / radii.length;
    return [micro(radius * Math.cos(angle)), micro(radius * Math.sin(angle))];
  });
  return [...ring, ring[0] as Point];
});
const far = metres(-60, 60);
const axes = fc.array(fc.tuple(far, far), { minLength: 2, maxLength: 5 });
const setbacks = fc.array(fc.record({ axis: axes, clearM: metres(0, 25) }), {
  maxLength: 4,
});

/** Independent of PostGIS: plain distance to each straight piece. */
function distanceTo(line: Line, [x, y]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < line.length; index += 1) {
    const [ax, ay] = line[index - 1] as Point;
    const [bx, by] = line[index] as Point;
    const squared = (bx - ax) ** 2 + (by - ay) ** 2;
    const share =
      squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
    least = Math.min(least, Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)));
  }
  return least;
}

const toMetres = (place: readonly number[]): Point =>
  proj4('EPSG:4326', PROJECTION, [...place]) as [number, number];
const contains = (ring: Line, point: Point): boolean =>
  booleanPointInPolygon([...point], polygon([ring.map((corner) => [...corner])]));

type Setbacks = readonly { axis: Line; clearM: number }[];
async function cut(outline: Line, free: Setbacks, building: string | null = null) {
  const part = {
    outline: [[outline]],
    setbacks: free.map(({ axis, clearM }) => ({ lines: [axis], clear_m: clearM })),
  };
  const [left] = await groundAfterSetbacks(database.sql, [part], PROJECTION, building);
  if (left === undefined) throw new Error('no part');
  return { ...left, metres: left.buildable.map((rings) => rings.map((ring) => ring.map(toMetres))) };
}

describe('the ground that setbacks leave', () => {
  test('lies inside the ground and keeps every distance; what keeps every distance is in it', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(outlines, setbacks, async (outline, free) => {
        const left = await cut(outline, free);
        const isFree = (point: Point, slackM: number) =>
          free.every(({ axis, clearM }) => clearM === 0 || distanceTo(axis, point) >= clearM + slackM);
        for (const ring of left.metres.flat()) {
          for (const [index, corner] of ring.entries()) {
            const next = ring[index + 1] ?? corner;
            for (const share of [0, 0.5]) {
              const point: Point = [
                corner[0] + (next[0] - corner[0]) * share,
                corner[1] + (next[1] - corner[1]) * share,
              ];
              kept += 1;
              expect(isFree(point, -ROUNDING_M)).toBe(true);
              expect(contains(outline, point) || distanceTo(outline, point) < ROUNDING_M).toBe(true);
            }
          }
        }
        // A grid over the ground: what is clearly free and inside must not be missing.
        for (let x = -44; x <= 44; x += 5.7) {
          for (let y = -44; y <= 44; y += 5.7) {
            const point: Point = [x, y];
            if (!contains(outline, point) || !isFree(point, 0.08) || distanceTo(outline, point) < 0.08)
              continue;
            const isIn = left.metres.some(([ring, ...holes]) =>
              ring === undefined
                ? false
                : contains(ring, point) && holes.every((hole) => !contains(hole, point)),
            );
            expect(isIn).toBe(true);
          }
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(kept).toBeGreaterThan(500);
  });

  test('shrinks when a setback grows, and is the whole ground without one', async () => {
    await fc.assert(
      fc.asyncProperty(outlines, axes, metres(0, 20), async (outline, axis, clearM) => {
        const [none, some, more] = [
          await cut(outline, []),
          await cut(outline, [{ axis, clearM }]),
          await cut(outline, [{ axis, clearM: clearM + 3 }]),
        ];
        expect(some.buildableM2).toBeLessThanOrEqual(none.buildableM2 + 0.001);
        expect(more.buildableM2).toBeLessThanOrEqual(some.buildableM2 + 0.001);
        const sphere = none.buildable.reduce((total, rings) => total + sphericalArea(polygon(rings)), 0);
        expect(none.buildableM2 / sphere).toBeCloseTo(1, 1);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  test('a drawn building is measured to each line and against what is left', async () => {
    const square: Line = [
      [0, 0],
      [20, 0],
      [20, 30],
      [0, 30],
      [0, 0],
    ];
    const house = [
      [5, 4],
      [15, 4],
      [15, 14],
      [5, 14],
      [5, 4],
    ].map((corner) => proj4(PROJECTION, 'EPSG:4326', corner));
    const free = [
      {
        axis: [
          [-50, -4],
          [70, -4],
        ] as Line,
        clearM: 9,
      },
      {
        axis: [
          [20, 0],
          [20, 30],
        ] as Line,
        clearM: 2,
      },
    ];
    const left = await cut(square, free, JSON.stringify({ type: 'Polygon', coordinates: [house] }));
    expect(left.buildableM2).toBeCloseTo(18 * 25, 0);
    expect(left.insideM2).toBeCloseTo(100, 1);
    expect(left.inSetbackM2).toBeCloseTo(10, 1);
    expect(left.distancesM.map((distance) => Number(distance?.toFixed(3)))).toEqual([8, 5]);
  });
});

test('the ground’s own metres are true metres', async () => {
  const ring = [
    [116.853, -1.2456],
    [116.8545, -1.2456],
    [116.8545, -1.2441],
    [116.853, -1.2441],
    [116.853, -1.2456],
  ];
  const geojson = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  const shapes = await groundShapes(database.sql, geojson, { zones: [], overlays: [], rules: [], roads: [] });
  const [row] = await database.sql<{ m: number }[]>`
    select st_perimeter(st_setsrid(st_geomfromgeojson(${geojson}), 4326)::geography) as m`;
  const outline = shapes.outline[0]?.[0] ?? [];
  const planeM = outline.slice(1).reduce((total, corner, index) => {
    const from = outline[index] as Point;
    return total + Math.hypot(corner[0] - from[0], corner[1] - from[1]);
  }, 0);
  expect(Math.abs(planeM - (row?.m ?? 0))).toBeLessThan(0.001);
});
