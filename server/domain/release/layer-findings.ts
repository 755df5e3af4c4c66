import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';
import { SEVERITIES } from './finding.ts';

const text = z.object({ id: z.string(), en: z.string() });

/** Findings of one sort in one layer: `count` and `totalM2` are of all of them, `list` of those that are told one by one. */
const sortSchema = z.object({
  code: z.string(),
  severity: z.enum(SEVERITIES),
  text,
  count: z.number(),
  totalM2: z.nullable(z.number()),
  list: z.array(
    z.object({
      featureNos: z.array(z.number()),
      areaM2: z.nullable(z.number()),
      at: z.nullable(lngLatSchema),
      text,
    }),
  ),
});
export type FoundSort = z.infer<typeof sortSchema>;

/** All findings of one layer of a release, as they are stored with it. */
export const layerFindingsSchema = z.array(sortSchema);
export type LayerFindings = z.infer<typeof layerFindingsSchema>;

/** How many findings there are of a severity, listed or not. */
export const countOf = (findings: LayerFindings, severity: FoundSort['severity']): number =>
  findings.reduce((sum, sort) => sum + (sort.severity === severity ? sort.count : 0), 0);
