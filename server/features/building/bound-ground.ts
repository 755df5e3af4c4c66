import type { BBox } from '#domain/geo/lng-lat';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { PolygonInput } from '../lookup/index.ts';

/** More than any plot has: cutting setbacks costs the database by every edge and by every metre of them. */
export const MAX_CORNERS = 400;
export const MAX_EXTENT_M = 3_000;
export const MAX_PERIMETER_M = 12_000;
/** Degrees between the ground and a building that is still beside it: about 220 m. */
const BESIDE_DEGREES = 0.002;

/** Mean radius of the Earth × one degree. */
const METRES_PER_DEGREE = 111_195;

type Corner = readonly [number, number];

const ringsOf = (polygon: PolygonInput): readonly (readonly Corner[])[] =>
  polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat();

/** Box around a shape: west, south, east, north. */
export function boxOf(polygon: PolygonInput): BBox {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const ring of ringsOf(polygon)) {
    for (const [lng, lat] of ring) {
      [west, south] = [Math.min(west, lng), Math.min(south, lat)];
      [east, north] = [Math.max(east, lng), Math.max(north, lat)];
    }
  }
  return [west, south, east, north];
}

/** Whether two boxes touch, or lie no further apart than a margin in degrees. */
export const boxesTouch = (one: BBox, other: BBox, margin = 0): boolean =>
  one[0] <= other[2] + margin &&
  other[0] <= one[2] + margin &&
  one[1] <= other[3] + margin &&
  other[1] <= one[3] + margin;

/** Metres between two corners, near enough for a bound (0.5 %). */
const metresBetween = (a: Corner, b: Corner): number =>
  METRES_PER_DEGREE *
  Math.hypot((b[0] - a[0]) * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180), b[1] - a[1]);

/**
 * What a shape may cost, known before the database sees it.
 * @returns `tooManyVertices`, `groundTooWide` or `borderTooLong`
 */
export function boundShape(polygon: PolygonInput): Result<PolygonInput, Problem> {
  const rings = ringsOf(polygon);
  const count = rings.reduce((total, ring) => total + ring.length, 0);
  if (count > MAX_CORNERS) return fail(problem('tooManyVertices', { count, limit: MAX_CORNERS }));
  const [west, south, east, north] = boxOf(polygon);
  const extentM = Math.round(metresBetween([west, south], [east, north]));
  if (extentM > MAX_EXTENT_M) return fail(problem('groundTooWide', { extentM, limitM: MAX_EXTENT_M }));
  const lengths = rings.flatMap((ring) =>
    ring.slice(1).map((corner, index) => metresBetween(ring[index] ?? corner, corner)),
  );
  const perimeterM = Math.round(lengths.reduce((total, length) => total + length, 0));
  return perimeterM > MAX_PERIMETER_M
    ? fail(problem('borderTooLong', { perimeterM, limitM: MAX_PERIMETER_M }))
    : ok(polygon);
}

/** The drawn building, within the bounds of the ground and at it; `buildingElsewhere`. */
export function boundBuilding(building: PolygonInput, ground: PolygonInput): Result<PolygonInput, Problem> {
  const bounded = boundShape(building);
  if (!bounded.ok) return bounded;
  return boxesTouch(boxOf(building), boxOf(ground), BESIDE_DEGREES)
    ? bounded
    : fail(problem('buildingElsewhere'));
}
