import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';
import { importKindSchema } from './layer-kind.ts';

/** How many findings of one sort a report lists, for whoever takes the list away; counts and areas are always of all of them. */
export const LIST_CAP = 20_000;

const place = z.nullable(lngLatSchema);

/** Findings of one sort: `count` and `totalM2` are exact, `list` holds the largest `listCap`. Areas in m², geodesic. */
const findings = z.object({
  method: z.string(),
  count: z.number(),
  totalM2: z.number(),
  listCap: z.number(),
  list: z.array(z.object({ featureNos: z.array(z.number()), areaM2: z.number(), at: place })),
});
export type Findings = z.infer<typeof findings>;

const areaByClass = z.object({
  code: z.string(),
  featureCount: z.number(),
  areaM2: z.number(),
  statedM2: z.nullable(z.number()),
  /** (stated − computed) / computed, in percent; null when nothing is stated. */
  differencePct: z.nullable(z.number()),
});

const codeCount = z.object({ code: z.string(), featureCount: z.number() });

export const noticeCodeSchema = z.enum([
  'zDropped',
  'mDropped',
  'curvesLinearised',
  'linesClosedToPolygons',
  'crsFromOption',
  'crsNotExpected',
  'truncationSuspected',
  'statedAreaDiffers',
  'specialFieldsSilent',
  'roadWidthsLeftOut',
  'demo',
]);
export type NoticeCode = z.infer<typeof noticeCodeSchema>;

/** Everything that an import found, stored with the version and printed: nothing is corrected in silence. */
export const importReportSchema = z.object({
  schema: z.literal('import-report/1'),
  source: z.object({
    name: z.string(),
    sha256: z.string(),
    byteCount: z.number(),
    format: z.string(),
    layer: z.string(),
    crs: z.string(),
    crsName: z.string(),
    crsFrom: z.enum(['file', 'option']),
  }),
  options: z.object({
    layerId: z.string(),
    kind: importKindSchema,
    theme: z.nullable(z.string()),
    isRepairing: z.boolean(),
    isDemo: z.boolean(),
  }),
  /** The rule set that explains the codes of this version; null: none. Absent in reports of before 22 November 2026. */
  ruleSet: z.optional(z.nullable(z.object({ rulesLayerId: z.string(), regulationId: z.string() }))),
  /** Ground of which this version speaks at all; elsewhere it is "no data". Absent in reports of before 22 November 2026. */
  coverage: z.optional(
    z.object({
      from: z.enum(['wholeCity', 'notStated', 'file', 'kelurahan']),
      /** Name of the file, or names of the kelurahan. */
      detail: z.nullable(z.string()),
      /** Geodesic; null for the whole city. */
      areaM2: z.nullable(z.number()),
    }),
  ),
  fields: z.array(z.object({ target: z.string(), sources: z.array(z.string()) })),
  /** Official fields that say something in at least one row: only these speak for their themes. */
  specialFields: z.array(z.string()),
  unusedSources: z.array(z.string()),
  counts: z.object({ read: z.number(), accepted: z.number(), setAside: z.number(), repaired: z.number() }),
  /** Null for lines and points. */
  areas: z.nullable(
    z.object({
      method: z.string(),
      computedM2: z.number(),
      statedM2: z.nullable(z.number()),
      rowsWithoutStated: z.number(),
      /** Rows whose stated area is off by more than 1 % and 10 m². */
      rowsThatDiffer: z.number(),
      byClass: z.array(areaByClass),
    }),
  ),
  setAside: z.object({
    byReason: z.array(z.object({ reason: z.string(), count: z.number() })),
    listCap: z.number(),
    list: z.array(
      z.object({ featureNo: z.number(), reason: z.string(), detail: z.nullable(z.string()), at: place }),
    ),
  }),
  repairs: z.object({
    method: z.string(),
    list: z.array(
      z.object({
        featureNo: z.number(),
        reason: z.string(),
        method: z.string(),
        areaBeforeM2: z.number(),
        areaAfterM2: z.number(),
        changeM2: z.number(),
        at: place,
      }),
    ),
  }),
  /** Null: not a question for this kind of layer. */
  overlaps: z.nullable(findings),
  gaps: z.nullable(findings),
  slivers: z.nullable(findings),
  duplicates: z.nullable(findings),
  codes: z.nullable(
    z.object({
      rulesLayerId: z.nullable(z.string()),
      rulesVersionId: z.nullable(z.string()),
      unknown: z.array(codeCount),
      withoutRules: z.array(codeCount),
    }),
  ),
  outsideCity: z.object({
    method: z.string(),
    count: z.number(),
    listCap: z.number(),
    featureNos: z.array(z.number()),
  }),
  texts: z.object({
    count: z.number(),
    listCap: z.number(),
    list: z.array(z.object({ featureNo: z.number(), field: z.string(), defect: z.string() })),
    /** Fields with values of exactly 254 characters, where a DBF cuts. */
    truncationSuspected: z.array(z.object({ field: z.string(), featureCount: z.number() })),
  }),
  notices: z.array(z.object({ code: noticeCodeSchema, count: z.number(), detail: z.nullable(z.string()) })),
});
export type ImportReport = z.infer<typeof importReportSchema>;
