import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';
import { answerSchema, partSchema, versionRefSchema, zoneRefSchema } from '../zoning/answer.ts';
import { citationSchema } from '../zoning/citation.ts';
import { figureSchema, setbackSchema } from '../zoning/figure.ts';
import { SETBACK_DOUBTS } from './setback-lines.ts';

const place = z.tuple([z.number(), z.number()]);
/** MultiPolygon coordinates, WGS 84, longitude first. */
const polygons = z.array(z.array(z.array(place)));
const lines = z.array(z.array(place));

export const edgeSchema = z.object({
  /** From 1, in the order of the border; setbacks name edges by it. */
  number: z.number(),
  role: z.enum(['front', 'side', 'rear', 'sideOrRear', 'unknown']),
  lengthM: z.number(),
  line: z.array(place),
  roads: z.array(
    z.object({
      name: z.nullable(z.string()),
      roadClass: z.string(),
      /** From this edge to the road's axis, metres. */
      distanceM: z.number(),
      rowWidthM: z.nullable(z.number()),
    }),
  ),
});
export type Edge = z.infer<typeof edgeSchema>;

const setbackOnGroundSchema = z.object({
  setback: setbackSchema,
  edges: z.array(z.number()),
  /** What the data could measure it from; null where that line is not known. */
  from: z.nullable(z.enum(['axis', 'reserve', 'border'])),
  /** Metres from that line that stay free; null when it is not certain. */
  clearM: z.nullable(z.number()),
  /** Metres that stay free in any case; less than this is a breach. */
  leastM: z.number(),
  /** Metres that suffice whatever is doubtful; null when nobody knows. */
  enoughM: z.nullable(z.number()),
  doubt: z.nullable(z.enum(SETBACK_DOUBTS)),
});

/** Why the admissible volume is not certain. */
export const ENVELOPE_DOUBTS = [
  ...SETBACK_DOUBTS,
  'roadsIncomplete',
  'overlayMayForbid',
  'plansOverlap',
  'sourceFailed',
  'heightUnknown',
  'heightAboveSea',
] as const;
export type EnvelopeDoubt = (typeof ENVELOPE_DOUBTS)[number];

/**
 * The volume that a building must stay within. `computed` every distance is known · `outerBound` the true one is no larger
 * than this and may be smaller, `doubts` say why · `nothing` no ground is left to build on · `prohibited` building is
 * forbidden here.
 */
export const envelopeSchema = z.object({
  status: z.enum(['computed', 'outerBound', 'nothing', 'prohibited']),
  doubts: z.array(z.enum(ENVELOPE_DOUBTS)),
  outline: polygons,
  areaM2: z.number(),
  /** Metres above the ground; null when no limit in metres or floors is known. */
  heightM: z.nullable(z.number()),
  /** `floors`: floors of the plan × the storey height that the reader assumes. */
  heightFrom: z.nullable(z.enum(['height_m', 'floors'])),
  /** Limits above sea level, which are never compared with metres above the ground. */
  aboveSeaM: z.array(z.object({ value: z.number(), body: z.string(), sourceId: z.string() })),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export const buildingPartSchema = z.object({
  layerId: z.string(),
  versionId: z.string(),
  featureNo: z.number(),
  zone: zoneRefSchema,
  overlays: partSchema.shape.overlays,
  outline: polygons,
  areaM2: z.number(),
  sharePct: z.nullable(z.number()),
  isSliver: z.boolean(),
  figures: z.array(figureSchema),
  /** Ground that a building may cover: the lesser of KDB × area and what the setbacks leave; null when not certain. */
  footprint: z.object({
    kdbM2: z.nullable(z.number()),
    buildableM2: z.nullable(z.number()),
    maxM2: z.nullable(z.number()),
    limitedBy: z.nullable(z.enum(['kdb', 'setbacks'])),
  }),
  setbacks: z.array(setbackOnGroundSchema),
  envelope: envelopeSchema,
});
export type BuildingPart = z.infer<typeof buildingPartSchema>;

/** `cannotSay`: a number, a line or an entry is missing; never a yes. */
export const outcomeSchema = z.enum(['pass', 'fail', 'cannotSay']);
export type Outcome = z.infer<typeof outcomeSchema>;

export const CHECK_REASONS = [
  /** The plan has no governing number here. */
  'noLimit',
  /** The limit is only the outermost one: the number that governs may be stricter. */
  'onlyBound',
  /** The rule needs an entry that was not made. */
  'notEntered',
  /** Two entries cannot both be true, such as more building and green than there is ground. */
  'entriesDisagree',
  /** Several zones, and the entry does not say on which of them the building stands. */
  'severalZones',
  /** The building's place on the ground is not drawn. */
  'notDrawn',
  /** A setback is not certain. */
  'uncertain',
  /** The limit above sea level may be lower: the height of the ground is not known. */
  'aboveSea',
  /** The rule speaks of other buildings, of which the data knows nothing. */
  'neighboursUnknown',
  /** Building is forbidden on this ground. */
  'prohibited',
  /** The volume is only an outer bound: the data may lack a road here. */
  'roadsIncomplete',
  /** Two plans claim the same ground. */
  'plansOverlap',
  /** A source of data could not be read. */
  'sourceFailed',
] as const;

export const ruleCheckSchema = z.object({
  rule: z.enum([
    'insideGround',
    'kdb',
    'klb',
    'kdh',
    'ktb',
    'floors',
    'basement_floors',
    'height_m',
    'min_parcel_m2',
    'building_gap_m',
    'gsb',
    'jbs',
    'jbb',
    'buildableGround',
    'prohibition',
    'withoutPlan',
  ]),
  /** Index of the part; null for the whole ground. */
  part: z.nullable(z.number()),
  outcome: outcomeSchema,
  /** What was entered or follows from it. */
  value: z.nullable(z.number()),
  limit: z.nullable(z.number()),
  operator: z.enum(['max', 'min']),
  /** How far on the right side of the limit; negative when broken. */
  margin: z.nullable(z.number()),
  unit: z.enum(['m2', 'm', 'lantai']),
  /** `entered` · `drawn` measured from the drawn outline · `derived` from other entries · `ground` from the ground. */
  basis: z.nullable(z.enum(['entered', 'drawn', 'derived', 'ground'])),
  roadName: z.nullable(z.string()),
  roadClass: z.nullable(z.string()),
  reason: z.nullable(z.enum(CHECK_REASONS)),
  sourceId: z.nullable(z.string()),
});
export type RuleCheck = z.infer<typeof ruleCheckSchema>;

/** What may be built on a piece of ground, and whether a building that somebody has in mind keeps the rules. */
export const buildingSchema = z.object({
  schema: z.literal('building/1'),
  cityId: z.string(),
  asOf: z.iso.date(),
  coverage: answerSchema.shape.coverage,
  plan: answerSchema.shape.plan,
  ground: z.object({
    /** The registered parcel that was asked for; null for a drawing or a file. */
    nib: z.nullable(z.string()),
    outline: polygons,
    point: lngLatSchema,
    /** Geodesic. */
    areaM2: z.number(),
    perimeterM: z.number(),
    kelurahan: z.array(z.string()),
    edges: z.array(edgeSchema),
    /** Whether every road beside the ground is known to the data. */
    roads: z.enum(['known', 'incomplete', 'noLayer', 'failed']),
  }),
  /** Axes of the roads that the ground lies on, as far as they pass it. */
  roads: z.array(
    z.object({
      name: z.nullable(z.string()),
      roadClass: z.string(),
      rowWidthM: z.nullable(z.number()),
      axis: lines,
    }),
  ),
  parts: z.array(buildingPartSchema),
  /** Ground without any zone, m²; null where the zones could not be read. */
  withoutPlanM2: z.nullable(z.number()),
  themes: answerSchema.shape.themes,
  /** Metres from floor to floor that the reader assumes; null = not stated. No law of this city says it. */
  storeyHeightM: z.nullable(z.number()),
  check: z.nullable(z.object({ outcome: outcomeSchema, rules: z.array(ruleCheckSchema) })),
  /** The drawn building. */
  drawn: z.nullable(polygons),
  sources: z.array(citationSchema),
  versions: z.array(versionRefSchema),
  isDemo: z.boolean(),
  isComplete: z.boolean(),
});
export type Building = z.infer<typeof buildingSchema>;
