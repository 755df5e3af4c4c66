import * as z from 'zod/mini';
import { versionRefSchema, zoneRefSchema } from './answer.ts';
import { citationSchema } from './citation.ts';
import { verdictSchema } from './itbx.ts';

/** "Where may I do this?": one row per zone code of the plan in force, before overlays are looked at. */
export const whereAllowedSchema = z.object({
  schema: z.literal('where/1'),
  cityId: z.string(),
  asOf: z.iso.date(),
  askedFor: z.string(),
  activity: z.nullable(
    z.object({ activityId: z.string(), name: z.string(), groupName: z.string(), kbli: z.array(z.string()) }),
  ),
  /** Other activities that the words could mean, best first. */
  alternatives: z.array(z.object({ activityId: z.string(), name: z.string(), groupName: z.string() })),
  zones: z.array(
    z.object({
      layerId: z.string(),
      versionId: z.string(),
      zone: zoneRefSchema,
      verdict: verdictSchema,
      polygonCount: z.number(),
      /** Geodesic, m². */
      areaM2: z.number(),
    }),
  ),
  /** Overlays may forbid what the zone allows: always ask at the place itself. */
  overlaysConsidered: z.literal(false),
  sources: z.array(citationSchema),
  versions: z.array(versionRefSchema),
  isDemo: z.boolean(),
});
export type WhereAllowed = z.infer<typeof whereAllowedSchema>;
