import * as z from 'zod/mini';
import type { LayerRemarks } from '../correction/remark.ts';

/**
 * What SQL found at a place, untouched by any judgement (`data/functions/facts_at_point.sql`, `facts_in_polygon.sql`).
 * Areas in m² (geodesic), distances in metres (geodesic), coordinates in WGS 84 degrees.
 */
const layerKind = z.enum([
  'admin',
  'zones',
  'rtrw',
  'overlay',
  'road',
  'parcel',
  'utility',
  'place',
  'rules',
]);

export const versionFactSchema = z.object({
  layer_id: z.string(),
  kind: layerKind,
  theme: z.nullable(z.string()),
  version_id: z.string(),
  valid_from: z.iso.date(),
  decree: z.string(),
  /** Number of the publication that put it in force. */
  publication_id: z.number(),
  rules_layer_id: z.nullable(z.string()),
  regulation_id: z.nullable(z.string()),
  is_demo: z.boolean(),
  title: z.string(),
  plan_scale: z.nullable(z.number()),
  imported_at: z.string(),
  special_fields: z.array(z.string()),
  /** False where this version does not speak about (all of) the place. */
  covers: z.boolean(),
  /** Counts what is said beside the layer without a new version: notices of revision, notes on rows. Packs lack it. */
  remark_revision: z.optional(z.number()),
});
export type VersionFact = z.infer<typeof versionFactSchema>;

export const adminFactSchema = z.object({
  level: z.enum(['kota', 'kecamatan', 'kelurahan']),
  code: z.nullable(z.string()),
  name: z.string(),
  parent_name: z.nullable(z.string()),
  area_m2: z.optional(z.number()),
});

export const zoneFactSchema = z.object({
  version_id: z.string(),
  feature_no: z.number(),
  code: z.string(),
  kodzon: z.nullable(z.string()),
  namzon: z.nullable(z.string()),
  kodszn: z.nullable(z.string()),
  namszn: z.nullable(z.string()),
  namobj: z.nullable(z.string()),
  kodwp: z.nullable(z.string()),
  kodswp: z.nullable(z.string()),
  kodblk: z.nullable(z.string()),
  kodsbl: z.nullable(z.string()),
  wadmkc: z.nullable(z.string()),
  wadmkd: z.nullable(z.string()),
  remark: z.nullable(z.string()),
  kodunk: z.nullable(z.string()),
  stated_area_ha: z.nullable(z.number()),
  special: z.record(z.string(), z.string()),
  is_demo: z.boolean(),
  /** False when a point lies exactly on the polygon's border. */
  interior: z.boolean(),
  part_m2: z.optional(z.number()),
  /** RTRW in a polygon of several classes: the zones it shares ground with, `<version> <feature_no>`. */
  meets: z.optional(z.array(z.string())),
});
/**
 * `merged`: feature numbers of the polygons that this one stands for, see `mergeZones`. `marks`: the levels of overlays that
 * this piece of a polygon lies in, see `cutZones`; none at a point, where everything found lies on everything.
 */
export type ZoneFact = z.infer<typeof zoneFactSchema> & {
  readonly merged?: readonly number[];
  readonly marks?: readonly string[];
};

export const nearZoneFactSchema = z.object({
  version_id: z.string(),
  code: z.string(),
  /** Overlay codes of the zone's row, as in a zone that holds the point. */
  special: z.record(z.string(), z.string()),
  distance_m: z.number(),
});
export const setAsideFactSchema = z.object({
  version_id: z.string(),
  feature_no: z.number(),
  reason: z.string(),
  part_m2: z.optional(z.number()),
});
export const overlayFactSchema = z.object({
  version_id: z.string(),
  theme: z.string(),
  level_code: z.string(),
  name: z.string(),
  is_demo: z.boolean(),
  /** Packs and areas near by lack it. */
  feature_no: z.optional(z.number()),
  part_m2: z.optional(z.number()),
});
/** The part of a zone's share of a polygon on which limiting overlays lie: `ground_pieces.sql`. */
export const zonePieceFactSchema = z.object({
  version_id: z.string(),
  feature_no: z.number(),
  marks: z.array(z.string()),
  part_m2: z.number(),
});
export type OverlayFact = z.infer<typeof overlayFactSchema>;
/** An overlay that does not lie at the point but begins within the tolerance of borders. */
export const nearOverlayFactSchema = z.extend(z.omit(overlayFactSchema, { part_m2: true }), {
  distance_m: z.number(),
});
export const parcelFactSchema = z.object({
  version_id: z.string(),
  nib: z.string(),
  area_m2: z.number(),
  is_demo: z.boolean(),
  part_m2: z.optional(z.number()),
  /** How many there are in all; the rows themselves are the largest. */
  total: z.optional(z.number()),
});
/** A zone's share of the one parcel at the point; none for what lies on the point and on all of the parcel. */
export const parcelZoneFactSchema = z.object({
  version_id: z.string(),
  code: z.string(),
  kodunk: z.nullable(z.string()),
  kodswp: z.nullable(z.string()),
  kodblk: z.nullable(z.string()),
  special: z.record(z.string(), z.string()),
  part_m2: z.number(),
});
/** Of the one parcel at the point: the ground about which a version that covers the point says nothing. */
export const parcelGapFactSchema = z.object({ version_id: z.string(), part_m2: z.number() });
/** The same for each level of an overlay. */
export const parcelOverlayFactSchema = z.extend(z.omit(overlayFactSchema, { part_m2: true }), {
  part_m2: z.number(),
});
export const roadFactSchema = z.object({
  version_id: z.string(),
  name: z.nullable(z.string()),
  road_class: z.string(),
  row_width_m: z.nullable(z.number()),
  distance_m: z.number(),
  /** What the distance is measured from: only a parcel or a polygon can lie on a road, a point cannot. */
  from: z.enum(['point', 'parcel', 'polygon']),
  /** The parcel of a neighbour lies between: the ground does not lie on this road. Never known at a point. */
  is_behind: z.optional(z.boolean()),
});
export type RoadFact = z.infer<typeof roadFactSchema>;
export const utilityFactSchema = z.object({
  version_id: z.string(),
  network: z.string(),
  name: z.nullable(z.string()),
  distance_m: z.number(),
});
export const sumFactSchema = z.object({
  lon: z.number(),
  lat: z.number(),
  area_m2: z.number(),
  perimeter_m: z.number(),
  /** null where the source failed. */
  zoned_m2: z.nullable(z.number()),
  /** Ground of set-aside polygons that no valid zone covers. */
  invalid_m2: z.nullable(z.number()),
  city_m2: z.nullable(z.number()),
});

/** Sources that answer each for themselves; `rules` is added when a rule set cannot be loaded. */
export const SOURCES = [
  'admin',
  'zone',
  'set_aside',
  'overlay',
  'parcel',
  'road',
  'utility',
  'rules',
] as const;
export type Source = (typeof SOURCES)[number];
const failedFactSchema = z.object({ source: z.enum(SOURCES), code: z.string() });

/** Row of either function: a kind and its fact. */
export const factRowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('version'), fact: versionFactSchema }),
  z.object({ kind: z.literal('admin'), fact: adminFactSchema }),
  z.object({ kind: z.literal('zone'), fact: zoneFactSchema }),
  z.object({ kind: z.literal('rtrw'), fact: zoneFactSchema }),
  z.object({ kind: z.literal('near_zone'), fact: nearZoneFactSchema }),
  z.object({ kind: z.literal('set_aside'), fact: setAsideFactSchema }),
  z.object({ kind: z.literal('overlay'), fact: overlayFactSchema }),
  z.object({ kind: z.literal('zone_piece'), fact: zonePieceFactSchema }),
  z.object({ kind: z.literal('near_overlay'), fact: nearOverlayFactSchema }),
  z.object({ kind: z.literal('parcel'), fact: parcelFactSchema }),
  z.object({ kind: z.literal('parcel_zone'), fact: parcelZoneFactSchema }),
  z.object({ kind: z.literal('parcel_overlay'), fact: parcelOverlayFactSchema }),
  z.object({ kind: z.literal('parcel_gap'), fact: parcelGapFactSchema }),
  z.object({ kind: z.literal('road'), fact: roadFactSchema }),
  z.object({ kind: z.literal('utility'), fact: utilityFactSchema }),
  z.object({ kind: z.literal('sum'), fact: sumFactSchema }),
  z.object({ kind: z.literal('failed'), fact: failedFactSchema }),
]);
export type FactRow = z.infer<typeof factRowSchema>;
type FactOf<K extends FactRow['kind']> = Extract<FactRow, { kind: K }>['fact'];

/** The facts sorted by kind; a polygon has `sum`, a point has not. */
export interface Facts {
  readonly versions: readonly VersionFact[];
  readonly admin: readonly FactOf<'admin'>[];
  readonly zones: readonly ZoneFact[];
  readonly rtrw: readonly ZoneFact[];
  readonly nearZones: readonly FactOf<'near_zone'>[];
  readonly setAside: readonly FactOf<'set_aside'>[];
  readonly overlays: readonly OverlayFact[];
  /** Of a polygon: where limiting overlays lie on its zones. */
  readonly zonePieces: readonly FactOf<'zone_piece'>[];
  readonly nearOverlays: readonly FactOf<'near_overlay'>[];
  readonly parcels: readonly FactOf<'parcel'>[];
  /** Of the one parcel at a point: what lies on a part of it only. */
  readonly parcelZones: readonly FactOf<'parcel_zone'>[];
  readonly parcelOverlays: readonly FactOf<'parcel_overlay'>[];
  readonly parcelGaps: readonly FactOf<'parcel_gap'>[];
  readonly roads: readonly RoadFact[];
  readonly utilities: readonly FactOf<'utility'>[];
  readonly sum: FactOf<'sum'> | null;
  /** What is said beside the layers in force; left out by who has not asked. */
  readonly remarks?: readonly LayerRemarks[];
  /** Sources that gave an error. What they delivered before it is not used. */
  readonly failed: ReadonlySet<Source>;
  /** Sources that the facts were never taken from: an offline pack leaves out what is too much for a phone. */
  readonly notCarried?: ReadonlySet<Source>;
}

/** Kinds that are read together with another, and fail with it. */
const READ_WITH: Readonly<Record<string, Source>> = {
  rtrw: 'zone',
  near_zone: 'zone',
  near_overlay: 'overlay',
  zone_piece: 'overlay',
  parcel_zone: 'parcel',
  parcel_overlay: 'parcel',
  parcel_gap: 'parcel',
};

/** Sorts rows of the SQL function by kind. */
export function collectFacts(rows: readonly FactRow[]): Facts {
  const failed = new Set(rows.flatMap((row): Source[] => (row.kind === 'failed' ? [row.fact.source] : [])));
  const of = <K extends FactRow['kind']>(kind: K): FactOf<K>[] => {
    if (failed.has((READ_WITH[kind] ?? kind) as Source)) return [];
    return rows
      .filter((row): row is Extract<FactRow, { kind: K }> => row.kind === kind)
      .map((row) => row.fact as FactOf<K>);
  };
  return {
    versions: of('version'),
    admin: of('admin'),
    zones: of('zone'),
    rtrw: of('rtrw'),
    nearZones: of('near_zone'),
    setAside: of('set_aside'),
    overlays: of('overlay'),
    zonePieces: of('zone_piece'),
    nearOverlays: of('near_overlay'),
    parcels: of('parcel'),
    parcelZones: of('parcel_zone'),
    parcelOverlays: of('parcel_overlay'),
    parcelGaps: of('parcel_gap'),
    roads: of('road'),
    utilities: of('utility'),
    sum: of('sum')[0] ?? null,
    failed,
  };
}

/** The rule versions of what was found here: those that its zone, RTRW and overlay polygons are bound to. */
export const rulesFound = (facts: Facts): VersionFact[] =>
  rulesBoundTo(facts, [...facts.zones, ...facts.rtrw, ...facts.overlays]);

/** The rule versions that rows of these versions are bound to. */
export function rulesBoundTo(
  { versions }: Facts,
  polygons: readonly { readonly version_id: string }[],
): VersionFact[] {
  const found = new Set(polygons.map((row) => row.version_id));
  const bound = new Set(
    versions.filter((version) => found.has(version.version_id)).map((version) => version.rules_layer_id),
  );
  return versions.filter((version) => version.kind === 'rules' && bound.has(version.layer_id));
}
