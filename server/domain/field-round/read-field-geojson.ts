import * as z from 'zod/mini';
import type { LngLat } from '../geo/lng-lat.ts';
import { fail, ok, type Result } from '../result.ts';
import type { FieldFile, FieldFileFault, FilePoint, FileTrack } from './file-parts.ts';

const position = z.pipe(
  z.array(z.number()).check(z.minLength(2), z.maxLength(4)),
  z.transform(([lng = 0, lat = 0]): LngLat => [lng, lat]),
);
const line = z.array(position).check(z.minLength(2));
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position) }),
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(line).check(z.minLength(1)) }),
]);
const properties = z.nullish(z.record(z.string(), z.unknown()));
const featureSchema = z.object({ type: z.literal('Feature'), geometry: geometrySchema, properties });
const fileSchema = z.union([
  z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(featureSchema).check(z.maxLength(5_000)),
  }),
  featureSchema,
  geometrySchema,
]);
/** Coordinate systems of older files that are this one. */
const OURS = /(?:CRS84|EPSG:{1,2}4326)$/;
const crsSchema = z.object({ crs: z.object({ properties: z.object({ name: z.string() }) }) });

/** Points, lines and the corners of outlines of a GeoJSON file (RFC 7946, longitude first). */
export function readFieldGeoJson(text: string): Result<FieldFile, FieldFileFault> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('unreadable');
  }
  const crs = crsSchema.safeParse(json);
  if (crs.success && !OURS.test(crs.data.crs.properties.name)) return fail('otherCrs');
  const file = fileSchema.safeParse(json);
  if (!file.success) return fail('unreadable');
  const { data } = file;
  const features =
    data.type === 'FeatureCollection'
      ? data.features
      : data.type === 'Feature'
        ? [data]
        : [{ geometry: data, properties: null }];
  const points: FilePoint[] = [];
  const tracks: FileTrack[] = [];
  for (const { geometry, properties: said } of features) {
    const label = labelOf(said);
    const point = (at: LngLat, name: string | null): void =>
      void points.push({ at, label: name, accuracyM: null });
    if (geometry.type === 'Point') point(geometry.coordinates, label);
    if (geometry.type === 'MultiPoint') for (const at of geometry.coordinates) point(at, label);
    if (geometry.type === 'LineString') tracks.push({ line: geometry.coordinates, label });
    if (geometry.type === 'MultiLineString')
      for (const part of geometry.coordinates) tracks.push({ line: part, label });
    if (geometry.type === 'Polygon')
      // The last corner of a ring is its first.
      for (const [index, at] of (geometry.coordinates[0] ?? []).slice(0, -1).entries())
        point(at, `${label ?? ''} ${index + 1}`.trim());
  }
  return ok({ points, tracks });
}

function labelOf(said: Record<string, unknown> | null | undefined): string | null {
  const found = ['name', 'nama', 'label']
    .map((key) => said?.[key])
    .find((value) => typeof value === 'string');
  return typeof found === 'string'
    ? found
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 80) || null
    : null;
}
