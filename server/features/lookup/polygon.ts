import * as z from 'zod/mini';
import type { CityProfile } from '#domain/city/profile';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { degreesProblem } from './degrees.ts';

/** Longitude and latitude, WGS 84, RFC 7946; further ordinates (Z, M, null) are read and dropped. */
const position = z.pipe(
  z.tuple([z.number(), z.number()], z.nullable(z.number())),
  z.transform(([lng, lat]): [number, number] => [lng, lat]),
);
const ring = z.array(position).check(z.minLength(4));
const polygonCoordinates = z.array(ring).check(z.minLength(1));

/** GeoJSON Polygon or MultiPolygon. A foreign `crs` member is refused as an unknown field: RFC 7946 knows WGS 84 only. */
export const polygonSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Polygon'),
    coordinates: polygonCoordinates,
    bbox: z.optional(z.array(z.number())),
  }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(polygonCoordinates).check(z.minLength(1)),
    bbox: z.optional(z.array(z.number())),
  }),
]);
export type PolygonInput = z.infer<typeof polygonSchema>;

/** More corners than any plot has; a bigger shape is a layer, not a plot. */
export const MAX_VERTICES = 2_000;

/**
 * Widest polygon, degrees. The ellipsoid takes the short way round the world between two corners while the index looks at
 * the plain box: a ring from −179.9° to 179.9° has a small area and touches everything.
 */
const MAX_EXTENT_DEGREES = 0.2;

/**
 * Checks what needs no database: number of corners, closed rings, degrees that are degrees.
 * The winding of rings does not matter (RFC 7946 §3.1.6 asks readers not to refuse it).
 */
export function checkPolygon(polygon: PolygonInput, city: CityProfile): Result<PolygonInput, Problem> {
  const rings = polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat();
  const vertices = rings.reduce((total, corners) => total + corners.length, 0);
  if (vertices > MAX_VERTICES)
    return fail(problem('tooManyVertices', { count: vertices, limit: MAX_VERTICES }));
  for (const corners of rings) {
    const first = corners[0];
    const last = corners.at(-1);
    if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) {
      return fail(problem('geometryInvalid', { reason: 'unclosedRing' }));
    }
    for (const [lng, lat] of corners) {
      const wrong = degreesProblem(lng, lat, city);
      if (wrong !== null) return fail(wrong);
    }
  }
  const corners = rings.flat();
  const extent = (axis: 0 | 1) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const corner of corners)
      [least, most] = [Math.min(least, corner[axis]), Math.max(most, corner[axis])];
    return most - least;
  };
  if (extent(0) > MAX_EXTENT_DEGREES || extent(1) > MAX_EXTENT_DEGREES) {
    return fail(problem('areaTooLarge', { areaM2: '> 400000000', limitM2: city.maxPolygonM2 }));
  }
  return ok(polygon);
}
