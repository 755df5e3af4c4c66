import * as z from 'zod/mini';

/** What a plan puts a number on. Units: kdb, kdh, ktb in percent (0–100) of the parcel; klb a ratio; the rest as named. */
export const MEASURES = [
  'kdb',
  'klb',
  'kdh',
  'ktb',
  'height_m',
  'floors',
  'basement_floors',
  'min_parcel_m2',
  'building_gap_m',
] as const;
export const measureSchema = z.enum(MEASURES);
export type Measure = z.infer<typeof measureSchema>;

export const operatorSchema = z.enum(['max', 'min']);

/** One row of the intensity table as it applies here. */
export const ruleValueSchema = z.object({
  value: z.nullable(z.number()),
  /** Tiers and conditions that the plan states in words; kept as words. */
  text: z.nullable(z.string()),
  unitAsPrinted: z.nullable(z.string()),
  /** Parcel-size class in m², both bounds inclusive, null = no bound. */
  parcelMinM2: z.nullable(z.number()),
  parcelMaxM2: z.nullable(z.number()),
  roadClass: z.nullable(z.string()),
  sourceId: z.string(),
});
export type RuleValue = z.infer<typeof ruleValueSchema>;

/** An overlay that limits or replaces the base value. */
export const capSchema = z.object({
  theme: z.string(),
  levelCode: z.string(),
  effect: z.enum(['cap', 'override']),
  operator: operatorSchema,
  value: z.number(),
  unitAsPrinted: z.nullable(z.string()),
  /** False when the unit cannot be compared with the base, e.g. metres AMSL with metres above ground. */
  comparable: z.boolean(),
  body: z.string(),
  sourceId: z.string(),
});
export type Cap = z.infer<typeof capSchema>;

/**
 * One measure at one place: the base value, every cap and the value that governs.
 * `status`: `set` a number governs · `text` the plan speaks in words · `notSet` the plan does not regulate it
 * or the data lacks it · `outsideClasses` the parcel fits no size class (needs DPPR) · `needsParcel` the value
 * depends on a parcel size or road class that is not known here, see `alternatives` · `overlayUnknown` an overlay that
 * may limit the base value has no data here, so nothing governs · `capNotComparable` base and cap both hold but cannot be
 * compared (metres above ground, metres above sea level), so neither is called the governing one.
 */
export const figureSchema = z.object({
  measure: measureSchema,
  operator: operatorSchema,
  status: z.enum([
    'set',
    'text',
    'notSet',
    'outsideClasses',
    'needsParcel',
    'overlayUnknown',
    'capNotComparable',
  ]),
  base: z.nullable(ruleValueSchema),
  alternatives: z.array(ruleValueSchema),
  caps: z.array(capSchema),
  governing: z.nullable(
    z.object({ value: z.number(), from: z.enum(['base', 'cap', 'override']), sourceId: z.string() }),
  ),
  /**
   * Where no number governs: what the known numbers still leave as the outermost limit. More than this breaks the rule;
   * less may break it too. Answers kept by earlier releases lack it.
   */
  bound: z._default(
    z.nullable(
      z.object({
        value: z.number(),
        from: z.enum(['base', 'cap', 'override']),
        sourceId: z.string(),
        theme: z.nullable(z.string()),
        computedM2: z.nullable(z.number()),
      }),
    ),
    null,
  ),
  /** The measure turned into m² for this part (KDB × area …); null without an area or a number. */
  computedM2: z.nullable(z.number()),
});
export type Figure = z.infer<typeof figureSchema>;

/** Free distance: GSB from a road, JBS beside, JBB behind. `referenceLine` says where it is measured from. */
export const setbackSchema = z.object({
  kind: z.enum(['gsb', 'jbs', 'jbb']),
  roadClass: z.nullable(z.string()),
  roadName: z.nullable(z.string()),
  /** Distance from the asked place to that road's centre line, metres; null when not tied to a road. */
  roadDistanceM: z.nullable(z.number()),
  valueM: z.nullable(z.number()),
  /** Overlays that ask for more distance. */
  caps: z.array(capSchema),
  /** The largest of value and caps; null where no number is set. */
  governingM: z.nullable(z.number()),
  text: z.nullable(z.string()),
  referenceLine: z.nullable(z.string()),
  /** `ifAdjacent`: holds if the plot lies on this road, which a point alone cannot tell. */
  status: z.enum(['set', 'text', 'notSet', 'needsRoad', 'ifAdjacent', 'overlayUnknown']),
  /**
   * Of several regulations that each ask for a distance here: whether this one keeps most ground free. Null when it is the
   * only one or they cannot be compared: then every one of them must be kept. Earlier answers lack it.
   */
  isStrictest: z._default(z.nullable(z.boolean()), null),
  sourceId: z.nullable(z.string()),
});
export type Setback = z.infer<typeof setbackSchema>;
