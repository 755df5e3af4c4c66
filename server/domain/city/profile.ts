import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';

const bilingual = z.object({ id: z.string(), en: z.string() });

/**
 * All that is particular to one city, so that another city is another profile (`data/cities/<id>/profile.json`).
 * CRS are EPSG codes; `bbox` is west, south, east, north in WGS 84; distances in metres.
 */
export const cityProfileSchema = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: z.string(),
  kind: z.enum(['kota', 'kabupaten']),
  province: z.string(),
  /** Kemendagri code, '64.71'. */
  code: z.string(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  centre: lngLatSchema,
  crs: z.object({
    /** The metric CRS that the city's own data mostly comes in. */
    metric: z.number(),
    /** CRSs that its files may carry; others are read too, with a notice. */
    expected: z.array(z.number()),
    /** UTM zone for typed coordinates. */
    utmZone: z.number(),
    utmHemisphere: z.enum(['N', 'S']),
  }),
  timeZone: z.string(),
  timeZoneLabel: z.string(),
  /** Within this distance of a zone border both zones are named. */
  borderToleranceM: z.number(),
  /** A part smaller than this is flagged as a sliver; never dropped. */
  sliverThresholdM2: z.number(),
  /** Largest polygon that a lookup takes. */
  maxPolygonM2: z.number(),
  office: bilingual,
  disclaimer: bilingual,
  /** Whose land disputes are: beside the disclaimer wherever that is shown, and a clause of its own in documents. */
  landDispute: bilingual,
  demoNotice: bilingual,
  /** Who to ask when the place lies outside. Rough boxes: a point is given a name only where one of them alone holds it. */
  neighbours: z.array(
    z.object({ name: z.string(), bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
  ),
  /** Lines that must stand where the data is shown. */
  attributions: z.array(z.string()),
});
export type CityProfile = z.infer<typeof cityProfileSchema>;
