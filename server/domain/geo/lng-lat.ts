import * as z from 'zod/mini';

/** A position in WGS 84 (EPSG:4326), always `[longitude, latitude]` in decimal degrees, RFC 7946 order. */
export const lngLatSchema = z.tuple([
  z.number().check(z.gte(-180), z.lte(180)),
  z.number().check(z.gte(-90), z.lte(90)),
]);
export type LngLat = readonly [lng: number, lat: number];

/** `[west, south, east, north]` in WGS 84 decimal degrees. */
export type BBox = readonly [west: number, south: number, east: number, north: number];

/** True when the position lies inside or on the edge of the box. */
export const bboxContains = (box: BBox, [lng, lat]: LngLat): boolean =>
  lng >= box[0] && lng <= box[2] && lat >= box[1] && lat <= box[3];

/** The smallest box that holds both. */
export const bboxUnion = (a: BBox, b: BBox): BBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** Decimals that a stored or linked coordinate keeps: 1e-7° ≈ 1 cm. */
export const COORDINATE_DECIMALS = 7;

/** Rounds to {@link COORDINATE_DECIMALS}, so that one place has one address. */
export function roundLngLat([lng, lat]: LngLat): LngLat {
  const f = 10 ** COORDINATE_DECIMALS;
  return [Math.round(lng * f) / f, Math.round(lat * f) / f];
}
