import type { Measure } from '../zoning/figure.ts';
import { readPrintedValue } from './read-intensity.ts';
import type { IntensityTableRow, NoteTableRow } from './tables.ts';

/** A polygon of a plan that carries its rules in its own row. */
export type ZoneWithRules = {
  readonly featureNo: number;
  readonly kodunk: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
};

export type PlanRules = {
  readonly intensity: readonly IntensityTableRow[];
  readonly notes: readonly NoteTableRow[];
  /** Columns whose text ends where the format cuts: the rest is not in the source. */
  readonly truncated: readonly string[];
};

const MEASURE_FIELDS: readonly { field: string; measure: Measure; operator: 'max' | 'min' }[] = [
  { field: 'KDB', measure: 'kdb', operator: 'max' },
  { field: 'KLB', measure: 'klb', operator: 'max' },
  { field: 'KTB', measure: 'ktb', operator: 'max' },
  { field: 'KDH', measure: 'kdh', operator: 'min' },
];
/** Lists of activities; their letters are kept as the plan prints them, not translated into I, T, B. */
const ACTIVITY_FIELDS = ['IZN', 'TBT', 'BST', 'TBS'] as const;

/** What exports write for "nothing". */
const MISSING = new Set(['', '-', 'null', 'tidak ada']);
/** A shapefile text column holds at most 254 bytes. */
const SHAPEFILE_TEXT_LIMIT = 253;
const CUT_MARK = ' […]';

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return MISSING.has(text.toLowerCase()) ? null : text;
};

const isCut = (text: string): boolean => new TextEncoder().encode(text).length >= SHAPEFILE_TEXT_LIMIT;

/**
 * Rules that stand in the polygon's own row (KDB, KLB, KTB, KDH and the activity lists), keyed by its KODUNK. A number
 * becomes a value as printed, 0 included; prose with tiers stays text. A text that fills the column to its limit is
 * marked as cut. Nothing comes of a polygon without KODUNK.
 *
 * @param owner regulation and legal source that these rows are cited from.
 */
export const rulesFromZoneAttributes = (
  zone: ZoneWithRules,
  owner: { readonly regulationId: string; readonly sourceId: string },
): PlanRules => {
  const intensity: IntensityTableRow[] = [];
  const notes: NoteTableRow[] = [];
  const truncated: string[] = [];
  if (zone.kodunk === null) return { intensity, notes, truncated };
  const marked = (field: string, text: string): string => {
    if (!isCut(text)) return text;
    truncated.push(field);
    return text + CUT_MARK;
  };
  const base = { regulation_id: owner.regulationId, zone_code: zone.kodunk, source_id: owner.sourceId };
  for (const { field, measure, operator } of MEASURE_FIELDS) {
    const text = textOf(zone.attributes[field]);
    if (text === null) continue;
    const printed = readPrintedValue(text) ?? { value: null, text_value: text, unit_as_printed: null };
    const words = printed.text_value === null ? null : marked(field, printed.text_value);
    const anywhere = {
      parcel_min_m2: null,
      parcel_max_m2: null,
      road_class: null,
      kodswp: null,
      kodblk: null,
    };
    intensity.push({ ...base, ...anywhere, ...printed, measure, operator, text_value: words });
  }
  for (const field of ACTIVITY_FIELDS) {
    const text = textOf(zone.attributes[field]);
    if (text !== null)
      notes.push({
        ...base,
        kind: 'kegiatan',
        code: field,
        body: marked(field, text),
        kodswp: null,
        kodblk: null,
      });
  }
  return { intensity, notes, truncated };
};
