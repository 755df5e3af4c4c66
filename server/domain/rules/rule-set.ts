import type { Citation } from '../zoning/citation.ts';
import type { Measure, RuleValue } from '../zoning/figure.ts';
import type { EFFECT_MEASURES, EMPTY_MEANINGS, NOTE_KINDS } from './tables.ts';

/**
 * One rules version in memory, ready for the answer. Every `sourceId` in it is already the key of `citations`
 * (`<rules layer>/<source id>`). A code means something only within its regulation, so everything that names a
 * zone code hangs under `byRegulation`. Versions never change, so a RuleSet may be kept for as long as it is used.
 */
export type RuleSet = {
  readonly layerId: string;
  readonly versionId: string;
  readonly isDemo: boolean;
  readonly citations: ReadonlyMap<string, Citation>;
  readonly byRegulation: ReadonlyMap<string, RegulationRules>;
  /** Overlay theme → its effects, of every regulation of the set: an overlay does not belong to one plan. */
  readonly overlayEffects: ReadonlyMap<string, readonly OverlayEffect[]>;
  /** Setbacks without a zone code, of every regulation: they hold whatever the plan of the place is. */
  readonly generalSetbacks: readonly SetbackRule[];
};

export type RegulationRules = {
  readonly regulation: Regulation;
  readonly zoneCodes: ReadonlyMap<string, ZoneCode>;
  /** Zone code → its intensity rows, in the order of the table. */
  readonly intensity: ReadonlyMap<string, readonly IntensityRule[]>;
  /** Setbacks of this regulation that name a zone code. */
  readonly setbacks: ReadonlyMap<string, readonly SetbackRule[]>;
  readonly notes: readonly ZoningNote[];
  readonly activities: ReadonlyMap<string, Activity>;
  readonly matrix: ItbxMatrix | null;
  /** Condition code ('T1', plain 'B') → text. */
  readonly conditions: ReadonlyMap<string, ItbxCondition>;
  /** RTRW class (as the layer prints it) → zone or sub-zone codes that agree. A class without entry is not judged. */
  readonly rtrwMatches: ReadonlyMap<string, ReadonlySet<string>>;
};

export type Regulation = {
  readonly regulationId: string;
  readonly kind: string;
  readonly title: string;
  readonly numberText: string | null;
  readonly setOn: string | null;
  readonly validFrom: string | null;
  /** Exclusive; null = open. */
  readonly validTo: string | null;
  readonly status: Citation['status'];
  readonly url: string | null;
  readonly isDemo: boolean;
};

export type ZoneCode = {
  readonly code: string;
  readonly zoneCode: string | null;
  readonly zoneName: string;
  readonly subzoneName: string | null;
  readonly category: 'lindung' | 'budi daya' | 'lainnya';
  readonly color: string | null;
  readonly provisional: boolean;
  readonly description: string | null;
  readonly sourceId: string | null;
};

export type IntensityRule = {
  readonly measure: Measure;
  readonly operator: 'max' | 'min';
  /** Value, text, unit, parcel-size class, road class, source. */
  readonly rule: RuleValue;
  /** null = any SWP, any block. */
  readonly kodswp: string | null;
  readonly kodblk: string | null;
};

export type SetbackRule = {
  readonly regulationId: string;
  readonly kind: 'gsb' | 'jbs' | 'jbb';
  readonly zoneCode: string | null;
  readonly roadClass: string | null;
  readonly valueM: number | null;
  readonly text: string | null;
  readonly referenceLine: string;
  readonly sourceId: string;
};

export type ZoningNote = {
  readonly kind: (typeof NOTE_KINDS)[number];
  /** null = any. */
  readonly zoneCode: string | null;
  readonly kodswp: string | null;
  readonly kodblk: string | null;
  readonly code: string | null;
  readonly body: string;
  readonly sourceId: string;
};

export type Activity = {
  readonly activityId: string;
  readonly groupName: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly kbli: readonly { readonly edition: string; readonly code: string }[];
};

export type ItbxMatrix = {
  readonly emptyMeans: (typeof EMPTY_MEANINGS)[number];
  readonly sourceId: string;
  /** The columns of the matrix: a zone outside it is `zoneNotInMatrix`. */
  readonly zoneCodes: ReadonlySet<string>;
  /** Activity id → zone code → cell. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, ItbxCell>>;
};

/** `codes` is ['I'], ['X'], one or more T/B codes that hold together, or [] when the cell is empty. */
export type ItbxCell = { readonly raw: string; readonly codes: readonly string[] };

export type ItbxCondition = { readonly code: string; readonly body: string; readonly sourceId: string };

export type OverlayEffect = {
  /** The rule set's layer: a regulation is itself only within its rule set. */
  readonly rulesLayerId: string;
  readonly regulationId: string;
  readonly theme: string;
  /** '' = every level of the theme. */
  readonly levelCode: string;
  readonly effect: 'text' | 'cap' | 'override' | 'prohibition';
  readonly measure: (typeof EFFECT_MEASURES)[number] | null;
  readonly operator: 'max' | 'min' | null;
  readonly value: number | null;
  readonly unitAsPrinted: string | null;
  /** null = all building. */
  readonly activityId: string | null;
  readonly itbxCodes: readonly string[];
  /** The texts of its codes, of its own regulation: the same code means something else in another. */
  readonly conditions: readonly ItbxCondition[];
  readonly body: string;
  readonly sourceId: string;
};
