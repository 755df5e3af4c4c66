import type { CityProfile } from '../city/profile.ts';
import type { KbliEntry, PlainWord } from '../rules/activity-finder.ts';
import type { RuleRows } from '../rules/build-rule-set.ts';
import type { FactRow, ZoneFact } from '../zoning/facts.ts';
import type { Legend } from '../zoning/legend.ts';

type FactOf<K extends FactRow['kind']> = Extract<FactRow, { kind: K }>['fact'];

/** How a layer is drawn: its name inside a tile, its zooms, and for each tag the field of the row that fills it. */
export interface PackDrawing {
  readonly layerId: string;
  readonly sourceLayer: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tags: Readonly<Record<string, string>>;
}

type StoredZone = Omit<ZoneFact, 'interior' | 'part_m2' | 'merged' | 'marks'>;

/**
 * The stored rows of a pack by kind, as `facts_at_point.sql` would give them: what depends on the place (distance, inside or on
 * the border) is found at the place.
 */
export interface PackRows {
  readonly zones: StoredZone;
  readonly rtrw: StoredZone;
  readonly overlay: Pick<FactOf<'overlay'>, 'version_id' | 'theme' | 'level_code' | 'name' | 'is_demo'>;
  readonly admin: FactOf<'admin'>;
  readonly road: Pick<FactOf<'road'>, 'version_id' | 'name' | 'road_class' | 'row_width_m'>;
  readonly setAside: Pick<FactOf<'set_aside'>, 'version_id' | 'reason'>;
  /** Ground that a version speaks about; a version without such a layer speaks about the whole city. */
  readonly coverage: object;
}
export type PackKind = keyof PackRows;

/** The rows of one version in the pack's area. */
export interface PackLayerOf<K extends PackKind> {
  readonly kind: K;
  readonly versionId: string;
  /** Null for what is not drawn. */
  readonly drawn: PackDrawing | null;
  /** Each row has one shape, in this order, in the part `shapes`. */
  readonly rows: readonly (PackRows[K] & { readonly feature_no: number })[];
}
export type PackLayer = { [K in PackKind]: PackLayerOf<K> }[PackKind];

export interface PackFacts {
  readonly city: CityProfile;
  /** Name of the kelurahan that the pack is for; null for the city. It says nothing about places elsewhere. */
  readonly onlyIn: string | null;
  readonly legend: Legend;
  readonly layers: readonly PackLayer[];
}

/** The rule sets in force, as rows, and the words that activities are found by. */
export interface PackRules {
  readonly ruleSets: readonly {
    readonly layerId: string;
    readonly versionId: string;
    readonly isDemo: boolean;
    readonly rows: RuleRows;
  }[];
  readonly kbli: readonly KbliEntry[];
  readonly words: readonly PlainWord[];
}
