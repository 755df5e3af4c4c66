import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';

/** `blocks`: it cannot be published so. `warns`: a person must have seen it. */
export const SEVERITIES = ['blocks', 'warns'] as const;

/** One thing that the check found, of one layer of a release. */
export const findingSchema = z.object({
  findingNo: z.int(),
  layerId: z.string(),
  code: z.string(),
  severity: z.enum(SEVERITIES),
  /** The sentence about this finding. */
  text: z.object({ id: z.string(), en: z.string() }),
  /** Rows of the source, 1-based; empty where it concerns the layer as a whole. */
  featureNos: z.array(z.int()),
  areaM2: z.nullable(z.number()),
  /** Where to look, longitude first; null where there is no place, such as for a row of a table. */
  at: z.nullable(lngLatSchema),
});

/** `GET /api/v1/staff/releases/:id/findings`, the first of each sort; `.csv` and `.geojson` have all of them. */
export const findingListSchema = z.object({
  releaseId: z.string(),
  /** Exact numbers, also of what is not listed one by one. */
  blocks: z.int(),
  warns: z.int(),
  sorts: z.array(
    z.object({
      layerId: z.string(),
      code: z.string(),
      severity: z.enum(SEVERITIES),
      text: z.object({ id: z.string(), en: z.string() }),
      /** How many there are. */
      count: z.int(),
      /** How many of them stand in `findings`: the largest, when there are more. */
      listed: z.int(),
      totalM2: z.nullable(z.number()),
    }),
  ),
  findings: z.array(findingSchema),
});
export type FindingList = z.infer<typeof findingListSchema>;
