import * as z from 'zod/mini';
import { measureSchema, operatorSchema } from '../zoning/figure.ts';
import { itbxSchema } from '../zoning/itbx.ts';

/** Ground of one code before and after; `beforeM2 + addedM2 - removedM2 = afterM2`. Geodesic m². */
export const codeChangeSchema = z.object({
  code: z.string(),
  beforeCount: z.number(),
  afterCount: z.number(),
  beforeM2: z.number(),
  afterM2: z.number(),
  addedM2: z.number(),
  removedM2: z.number(),
});

/** Ground that went from one code to another; null: no zone was there, or none took its place. */
export const groundMoveSchema = z.object({
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  areaM2: z.number(),
  pieceCount: z.number(),
});

export const featureChangeSchema = z.object({
  change: z.enum(['added', 'removed', 'reshaped', 'attributes']),
  /** Number of the feature within each version. */
  beforeNo: z.nullable(z.number()),
  afterNo: z.nullable(z.number()),
  beforeCode: z.nullable(z.string()),
  afterCode: z.nullable(z.string()),
  /** Field → before and after; null where one has none. */
  fields: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  removedM2: z.number(),
  addedM2: z.number(),
  /** West, south, east, north, WGS 84: where to look. */
  bbox: z.array(z.number()),
});
export type FeatureChange = z.infer<typeof featureChangeSchema>;

/** What differs between two versions of a layer of features. */
export const layerComparisonSchema = z.object({
  comparisonId: z.string(),
  layerId: z.string(),
  title: z.string(),
  kind: z.string(),
  /** Null: nothing was in force. */
  beforeVersion: z.nullable(z.string()),
  afterVersion: z.string(),
  beforeCount: z.number(),
  afterCount: z.number(),
  sameCount: z.number(),
  changes: z.object({
    added: z.number(),
    removed: z.number(),
    reshaped: z.number(),
    attributes: z.number(),
  }),
  /** Ground on which another code holds than before, counted once. */
  movedM2: z.number(),
  codes: z.array(codeChangeSchema),
  moves: z.array(groundMoveSchema),
  /** In how many features each field differs. */
  fields: z.array(z.object({ field: z.string(), count: z.number() })),
  /** Those that move most ground first; `changes` counts all of them. */
  features: z.array(featureChangeSchema),
});
export type LayerComparison = z.infer<typeof layerComparisonSchema>;

/** Parcels and ground on which something is decided otherwise. A parcel counts from 1 m² of such ground on. */
const extent = { parcels: z.nullable(z.number()), areaM2: z.number() };

export const activityChangeSchema = z.object({
  activityId: z.string(),
  name: z.string(),
  groupName: z.nullable(z.string()),
  /** `from` and `to` alike: the letter stays, its conditions change. */
  flips: z.array(z.object({ from: itbxSchema, to: itbxSchema, ...extent })),
});

/** `set`, `unset`: the plan had, or has, no value. `reworded`: words, or rows that cannot be set against each other. */
export const figureDirectionSchema = z.enum(['rises', 'falls', 'set', 'unset', 'reworded']);
export type FigureDirection = z.infer<typeof figureDirectionSchema>;

export const figureChangeSchema = z.object({
  measure: measureSchema,
  operator: operatorSchema,
  direction: figureDirectionSchema,
  /** The change leaves less to do: a maximum falls, a minimum rises. Null where no two numbers can be compared. */
  isStricter: z.nullable(z.boolean()),
  ...extent,
});

/** What two states of a plan with its rules decide otherwise, before overlays are looked at. */
export const planImpactSchema = z.object({
  layerId: z.string(),
  title: z.string(),
  beforeVersion: z.nullable(z.string()),
  afterVersion: z.string(),
  rulesBefore: z.nullable(z.string()),
  rulesAfter: z.nullable(z.string()),
  /** Another zone code holds. `parcels` is null everywhere when no parcels are in force. */
  zoneChange: z.object(extent),
  activities: z.array(activityChangeSchema),
  figures: z.array(figureChangeSchema),
});
export type PlanImpact = z.infer<typeof planImpactSchema>;

/** Rows of one rules table that differ. `key` names the row as staff know it. */
export const tableChangeSchema = z.object({
  table: z.string(),
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  rows: z.array(
    z.object({
      change: z.enum(['added', 'removed', 'changed']),
      key: z.string(),
      /** Column → before and after. */
      columns: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
    }),
  ),
});
export type TableChange = z.infer<typeof tableChangeSchema>;

export const rulesComparisonSchema = z.object({
  layerId: z.string(),
  title: z.string(),
  beforeVersion: z.nullable(z.string()),
  afterVersion: z.string(),
  tables: z.array(tableChangeSchema),
});
export type RulesComparison = z.infer<typeof rulesComparisonSchema>;

/** Versions that are to be published together, against what is in force on a day. */
export const releaseComparisonSchema = z.object({
  schema: z.literal('release-comparison/1'),
  /** The day that is compared with, YYYY-MM-DD. */
  on: z.string(),
  layers: z.array(layerComparisonSchema),
  rules: z.array(rulesComparisonSchema),
  impacts: z.array(planImpactSchema),
});
export type ReleaseComparison = z.infer<typeof releaseComparisonSchema>;
