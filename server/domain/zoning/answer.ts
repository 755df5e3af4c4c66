import * as z from 'zod/mini';
import { rowNoteSchema } from '../correction/row-note.ts';
import { lngLatSchema } from '../geo/lng-lat.ts';
import { citationSchema } from './citation.ts';
import { figureSchema, setbackSchema } from './figure.ts';
import { itbxSchema, verdictSchema } from './itbx.ts';

/** Why nothing can be said about a theme. `sourceFailed` is never "no restriction"; `notCarried`: an offline pack lacks it. */
export const noDataReasonSchema = z.enum([
  'notMapped',
  'outsideCoverage',
  'invalidGeometry',
  'sourceFailed',
  'outsideCity',
  'notInForce',
  'notCarried',
]);
export type NoDataReason = z.infer<typeof noDataReasonSchema>;

export const versionRefSchema = z.object({
  layerId: z.string(),
  kind: z.enum(['admin', 'zones', 'rtrw', 'overlay', 'road', 'parcel', 'utility', 'place', 'rules']),
  title: z.string(),
  versionId: z.string(),
  validFrom: z.iso.date(),
  decree: z.string(),
  importedAt: z.string(),
  planScale: z.nullable(z.number()),
  isDemo: z.boolean(),
});
export type VersionRef = z.infer<typeof versionRefSchema>;

export const zoneRefSchema = z.object({
  code: z.string(),
  zoneCode: z.nullable(z.string()),
  zoneName: z.nullable(z.string()),
  subzoneName: z.nullable(z.string()),
  category: z.nullable(z.enum(['lindung', 'budi daya', 'lainnya'])),
  color: z.nullable(z.string()),
  colorProvisional: z.boolean(),
  description: z.nullable(z.string()),
  /** False when the rule set has no row for this code. */
  isKnownCode: z.boolean(),
});
export type ZoneRef = z.infer<typeof zoneRefSchema>;

export const noteSchema = z.object({
  kind: z.enum(['parkir', 'sarana', 'tpz', 'rtbl', 'tampilan', 'kegiatan']),
  code: z.nullable(z.string()),
  body: z.string(),
  sourceId: z.string(),
});

/** The activities of the matrix that have one outcome on this part (after overlays). */
export const itbxGroupSchema = z.object({
  itbx: itbxSchema,
  activities: z.array(
    z.object({ activityId: z.string(), name: z.string(), groupName: z.string(), codes: z.array(z.string()) }),
  ),
});

/** One zone polygon's share of the asked place. Rules are never averaged over parts. */
export const partSchema = z.object({
  layerId: z.string(),
  versionId: z.string(),
  featureNo: z.number(),
  /** Pieces of the same code, SWP and overlays are one part; `featureNo` is the first of them. */
  polygonCount: z.number(),
  zone: zoneRefSchema,
  /** Of a polygon: the levels of limiting overlays that all of this part lies in. Earlier answers lack it. */
  overlays: z._default(
    z.array(z.object({ versionId: z.string(), code: z.string(), levelCode: z.string(), name: z.string() })),
    [],
  ),
  kodwp: z.nullable(z.string()),
  kodswp: z.nullable(z.string()),
  kodblk: z.nullable(z.string()),
  kodsbl: z.nullable(z.string()),
  kecamatanInPlan: z.nullable(z.string()),
  kelurahanInPlan: z.nullable(z.string()),
  remark: z.nullable(z.string()),
  statedAreaHa: z.nullable(z.number()),
  /** Geodesic area of the intersection; null for a point. */
  areaM2: z.nullable(z.number()),
  /** Share of the asked polygon, 0–100; parts and remainder sum to 100 ± 0.1. */
  sharePct: z.nullable(z.number()),
  /** Below the noise threshold: shown, flagged, never dropped. */
  isSliver: z.boolean(),
  figures: z.array(figureSchema),
  setbacks: z.array(setbackSchema),
  notes: z.array(noteSchema),
  itbx: z.array(itbxGroupSchema),
  conditions: z.array(z.object({ code: z.string(), body: z.string(), sourceId: z.string() })),
  /** Where the zone and the matrix of its activities stand in the law. Earlier answers lack both. */
  zoneSourceId: z._default(z.nullable(z.string()), null),
  matrixSourceId: z._default(z.nullable(z.string()), null),
  verdict: z.nullable(verdictSchema),
  /** Other activities that the asked words or KBLI could mean. */
  otherVerdicts: z.array(verdictSchema),
  warnings: z.array(
    z.enum([
      'kdbPlusKdhOver100',
      'klbOverKdbTimesFloors',
      'unknownZoneCode',
      'noRules',
      'prohibited',
      'overrideLoosens',
    ]),
  ),
  regulationId: z.nullable(z.string()),
  isDemo: z.boolean(),
});
export type Part = z.infer<typeof partSchema>;

export const effectSchema = z.object({
  effect: z.enum(['text', 'cap', 'override', 'prohibition']),
  levelCode: z.string(),
  measure: z.nullable(z.string()),
  value: z.nullable(z.number()),
  unitAsPrinted: z.nullable(z.string()),
  activityName: z.nullable(z.string()),
  body: z.string(),
  sourceId: z.string(),
});

export const themeRowSchema = z.object({
  code: z.string(),
  title: z.string(),
  order: z.number(),
  layerId: z.nullable(z.string()),
  versionId: z.nullable(z.string()),
  /** noData only. */
  reason: z.nullable(noDataReasonSchema),
  /** concerned only: what lies here. */
  areas: z.array(
    z.object({
      name: z.string(),
      levelCode: z.string(),
      areaM2: z.nullable(z.number()),
      sharePct: z.nullable(z.number()),
      lengthM: z.nullable(z.number()),
      isSliver: z.boolean(),
    }),
  ),
  effects: z.array(effectSchema),
});
export type ThemeRow = z.infer<typeof themeRowSchema>;

/** The whole answer for one place on one date. Map popup, text page, JSON, PDF and certificate render this. */
export const answerSchema = z.object({
  schema: z.literal('answer/1'),
  cityId: z.string(),
  /** The date in law that was asked for (WITA calendar day for Balikpapan). */
  asOf: z.iso.date(),
  place: z.object({
    kind: z.enum(['point', 'polygon']),
    /**
     * The asked point, or a point inside the asked polygon: WGS 84, longitude first. A latitude beyond 90 is repeated
     * as asked, in an `outsideCity` answer that offers the swap.
     */
    point: z.tuple([z.number(), z.number()]),
    areaM2: z.nullable(z.number()),
    perimeterM: z.nullable(z.number()),
    areaMethod: z.nullable(z.literal('geodesic-wgs84')),
  }),
  /** `unknown`: the borders could not be read. */
  coverage: z.enum(['inside', 'partlyOutside', 'outsideCity', 'unknown']),
  /** Offered, never made: the same numbers read the other way round lie inside the city. */
  swapOffer: z.nullable(lngLatSchema),
  neighbour: z.nullable(z.string()),
  admin: z.array(
    z.object({
      level: z.enum(['kota', 'kecamatan', 'kelurahan']),
      code: z.nullable(z.string()),
      name: z.string(),
      sharePct: z.nullable(z.number()),
    }),
  ),
  parcels: z.array(
    z.object({ nib: z.string(), areaM2: z.number(), sharePct: z.nullable(z.number()), isDemo: z.boolean() }),
  ),
  /** Parcels in all; `parcels` lists the largest shares. */
  parcelCount: z.number(),
  /** `overlapping`: several polygons claim the ground; `invalidGeometry`: of its polygon, border or code is wrong. */
  plan: z.enum(['found', 'overlapping', 'partial', 'none', 'invalidGeometry', 'sourceFailed', 'outsideCity']),
  parts: z.array(partSchema),
  /** Ground of the polygon without any zone: exact remainder, so that shares add up. */
  remainder: z.nullable(
    z.object({
      areaM2: z.number().check(z.nonnegative()),
      sharePct: z.number().check(z.nonnegative()),
      /** Of the remainder: ground of polygons that were set aside as invalid. */
      invalidGeometryM2: z.nullable(z.number().check(z.nonnegative())),
      /** Ground that more than one polygon claims: sum of parts + remainder − overlap = the asked area. */
      overlapM2: z.number().check(z.nonnegative()),
    }),
  ),
  /** Zones within the map's tolerance of the point that do not contain it. */
  nearBorder: z.array(z.object({ zone: zoneRefSchema, distanceM: z.number() })),
  /**
   * Overlays that would change the answer and begin within the tolerance, or lie on a part of the one parcel at the point.
   * Earlier answers lack it.
   */
  nearOverlays: z._default(
    z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        levelCode: z.string(),
        name: z.string(),
        /** From the point; 0 where it lies on the point, null where it lies farther than the tolerance. */
        distanceM: z.nullable(z.number()),
        parcelM2: z.nullable(z.number()),
        /** Of the parcel, 0–100. */
        parcelPct: z.nullable(z.number()),
        isSliver: z.boolean(),
        effects: z.array(effectSchema),
      }),
    ),
    [],
  ),
  /** Zones on the rest of the one parcel at the point. Earlier answers lack it. */
  parcelZones: z._default(
    z.array(
      z.object({
        zone: zoneRefSchema,
        areaM2: z.number(),
        sharePct: z.number(),
        isSliver: z.boolean(),
        /** The code is that of the point; rules that name its block, SWP or polygon make its numbers others. */
        hasOtherRules: z.optional(z.literal(true)),
      }),
    ),
    [],
  ),
  /** Layers that speak about the point and end on its one parcel; left out where none does. */
  parcelGaps: z.optional(
    z.array(z.object({ layerId: z.string(), title: z.string(), areaM2: z.number(), sharePct: z.number() })),
  ),
  borderToleranceM: z.number(),
  sliverThresholdM2: z.number(),
  rtrw: z.array(
    z.object({
      className: z.string(),
      color: z.nullable(z.string()),
      areaM2: z.nullable(z.number()),
      sharePct: z.nullable(z.number()),
      /** Against the detail-plan zones here: `check` = they disagree and DPPR must look. */
      agreement: z.enum(['agrees', 'check', 'notJudged']),
      isDemo: z.boolean(),
    }),
  ),
  themes: z.object({
    concerned: z.array(themeRowSchema),
    notConcerned: z.array(themeRowSchema),
    noData: z.array(themeRowSchema),
  }),
  roads: z.array(
    z.object({
      name: z.nullable(z.string()),
      roadClass: z.string(),
      distanceM: z.number(),
      rowWidthM: z.nullable(z.number()),
    }),
  ),
  utilities: z.array(z.object({ network: z.string(), name: z.nullable(z.string()), distanceM: z.number() })),
  sources: z.array(citationSchema),
  versions: z.array(versionRefSchema),
  /** True when any version or row used is demonstration data: then every rendering says so. */
  isDemo: z.boolean(),
  /** False when a source failed: then the answer must not be kept. */
  isComplete: z.boolean(),
  revisions: z.array(z.object({ regulationTitle: z.string(), status: z.string() })),
  /** Plans under revision in the planning areas here. Earlier answers lack it. */
  planRevisions: z._default(
    z.array(
      z.object({
        layerId: z.string(),
        title: z.string(),
        /** Null: the whole plan. */
        planningArea: z.nullable(z.string()),
        since: z.iso.date(),
      }),
    ),
    [],
  ),
  /** Public notes on single rows behind this answer. Earlier answers lack it. */
  rowNotes: z._default(z.array(rowNoteSchema), []),
});
export type Answer = z.infer<typeof answerSchema>;
