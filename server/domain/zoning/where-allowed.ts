import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';
import { versionRefSchema, zoneRefSchema } from './answer.ts';
import { citationSchema } from './citation.ts';
import { itbxSchema, verdictSchema } from './itbx.ts';

/** Ground with one outcome: geodesic m², and its share of the land it is counted on, 0–100 (null where that is not known). */
export const outcomeAreaSchema = z.object({
  itbx: itbxSchema,
  areaM2: z.number(),
  sharePct: z.nullable(z.number()),
});
export type OutcomeArea = z.infer<typeof outcomeAreaSchema>;

/**
 * How much ground has which outcome, always in the order I, T, B, X, unknown.
 * Sum of `outcomes` + `noPlanM2` − `overlapM2` = `areaM2`.
 */
const countedGround = {
  /** Land area; null where no borders are in force. */
  areaM2: z.nullable(z.number()),
  outcomes: z.array(outcomeAreaSchema),
  /** Ground without any zone: no data, never a yes. */
  noPlanM2: z.nullable(z.number()),
  noPlanPct: z.nullable(z.number()),
  /** Ground that two polygons claim; it is counted under the outcome of each. */
  overlapM2: z.nullable(z.number()),
};
export const whereCitySchema = z.object(countedGround);
export type CountedGround = z.infer<typeof whereCitySchema>;

/** "Where may I do this?": by zone code, by kelurahan, and for the whole city, overlays included. */
export const whereAllowedSchema = z.object({
  schema: z.literal('where/2'),
  cityId: z.string(),
  asOf: z.iso.date(),
  askedFor: z.string(),
  activity: z.object({
    activityId: z.string(),
    name: z.string(),
    groupName: z.string(),
    kbli: z.array(z.string()),
  }),
  /** Other activities that the words could mean, best first. */
  alternatives: z.array(z.object({ activityId: z.string(), name: z.string(), groupName: z.string() })),
  city: whereCitySchema,
  kelurahan: z.array(
    z.object({
      code: z.nullable(z.string()),
      name: z.string(),
      kecamatan: z.nullable(z.string()),
      /** A point inside it. */
      point: lngLatSchema,
      ...countedGround,
    }),
  ),
  zones: z.array(
    z.object({
      layerId: z.string(),
      versionId: z.string(),
      zone: zoneRefSchema,
      /** On the ground of this code where it is least forbidding; `outcomes` says how much is stricter. */
      verdict: verdictSchema,
      polygonCount: z.number(),
      /** Of its polygons, geodesic, m². */
      areaM2: z.number(),
      /** Of its ground inside the borders, overlays included; shares of that ground. */
      outcomes: z.array(outcomeAreaSchema),
      /** Some of its ground differs for a cause that is on no map here (a code of its own row): one colour would be untrue. */
      isMixed: z.boolean(),
    }),
  ),
  /** Overlays that make the verdict stricter on some ground. */
  overlays: z.array(
    z.object({
      layerId: z.string(),
      versionId: z.string(),
      theme: z.string(),
      /** Empty: every level. */
      levelCode: z.string(),
      itbx: itbxSchema,
      codes: z.array(z.string()),
      body: z.string(),
      sourceId: z.string(),
    }),
  ),
  /** Conditions that the codes of overlays name. */
  overlayConditions: z.array(z.object({ code: z.string(), body: z.string(), sourceId: z.string() })),
  /** Ground on which an overlay that could forbid the activity has no data: themes, and its outlines (GeoJSON, WGS 84). */
  openThemes: z.array(z.string()),
  openGround: z.array(z.object({ type: z.string(), coordinates: z.array(z.unknown()) })),
  sources: z.array(citationSchema),
  versions: z.array(versionRefSchema),
  isDemo: z.boolean(),
});
export type WhereAllowed = z.infer<typeof whereAllowedSchema>;

/** Activities that words could mean, for a field that suggests while one types. */
export const activitiesSchema = z.object({
  schema: z.literal('activities/1'),
  activities: z.array(
    z.object({
      activityId: z.string(),
      name: z.string(),
      groupName: z.string(),
      kbli: z.array(z.string()),
    }),
  ),
});
export type FoundActivities = z.infer<typeof activitiesSchema>;
