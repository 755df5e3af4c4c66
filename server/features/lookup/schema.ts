import * as z from 'zod/mini';
import { dayParameter, decimalParameter } from '../../platform/http/parameters.ts';
import { polygonSchema } from './polygon.ts';

const day = dayParameter;
/** Activity id, words as people say them, or a KBLI code. */
export const activityParameter = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

const activity = activityParameter;

/** Wide on purpose: metres sent as degrees get their own hint instead of "too large". */
export const degreesParameter = decimalParameter(-100_000_000, 100_000_000);
const degrees = degreesParameter;

export const pointQuerySchema = z.object({
  lon: degrees,
  lat: degrees,
  on: z.optional(day),
  activity: z.optional(activity),
});

/** Either a polygon or the number of a parcel (NIB bidang, the number of the land, not of a business). */
export const polygonBodySchema = z.union([
  z.strictObject({ geometry: polygonSchema, on: z.optional(day), activity: z.optional(activity) }),
  z.strictObject({
    parcel: z.strictObject({ nib: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)) }),
    on: z.optional(day),
    activity: z.optional(activity),
  }),
]);

/** An uploaded file comes as the raw body; its name tells the format, `crs` is for files that state none. */
export const fileQuerySchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  crs: z.optional(z.string().check(z.regex(/^EPSG:\d{4,6}$/))),
  on: z.optional(day),
  activity: z.optional(activity),
});

export const FILE_MEDIA_TYPES = [
  'application/octet-stream',
  'application/zip',
  'application/geo+json',
  'application/gml+xml',
  'application/vnd.google-earth.kml+xml',
  'application/vnd.google-earth.kmz',
  'application/geopackage+sqlite3',
  'image/vnd.dxf',
  'text/csv',
] as const;
