import * as z from 'zod/mini';
import { readRoadClass, UNKNOWN_ROAD_CLASS } from '../publication/road-class.ts';
import { ok } from '../result.ts';
import { MEASURES, operatorSchema } from '../zoning/figure.ts';
import { THEMES } from '../zoning/theme.ts';
import {
  asBoolean,
  asColor,
  asDay,
  asIdentifier,
  asKbliCode,
  asListOf,
  asOneOf,
  asText,
  maybe,
  must,
  orElse,
  type ReadCell,
} from './cell.ts';
import { readNumber } from './number-text.ts';

/**
 * The column contract of a rule set: one CSV file (or one sheet of a workbook) per table, named as the key of
 * {@link TABLES}. Every cell arrives as text; an optional column may be left out. Lists inside a cell use `|`.
 * A source or zone code that another table lacks is found by the cross-checks, not here.
 */
export const EFFECT_MEASURES = [...MEASURES, 'gsb_m'] as const;
export const NOTE_KINDS = ['parkir', 'sarana', 'tpz', 'rtbl', 'tampilan', 'kegiatan'] as const;
export const EMPTY_MEANINGS = ['tidak diatur', 'X'] as const;

const asNumber: ReadCell<number> = readNumber;
const asSize: ReadCell<number> = (text) => {
  const result = readNumber(text);
  return result.ok && result.value < 0 ? { ok: false, problem: 'negative' } : result;
};
const asItbxCode: ReadCell<string> = (text) =>
  /^([IX]|[TB][0-9]*)$/i.test(text)
    ? { ok: true, value: text.toUpperCase() }
    : { ok: false, problem: 'notAnItbxCode' };
const asConditionCode: ReadCell<string> = (text) =>
  /^[TB][0-9]*$/i.test(text)
    ? { ok: true, value: text.toUpperCase() }
    : { ok: false, problem: 'notAnItbxCode' };
const asTheme = asOneOf(THEMES.map((theme) => theme.code));

export const regulationRowSchema = z.object({
  regulation_id: must(asIdentifier),
  /** perwali, perda, pp, permen, contoh … */
  kind: must(asText),
  title: must(asText),
  number_text: maybe(asText),
  set_on: maybe(asDay),
  valid_from: maybe(asDay),
  /** Exclusive end; empty = open. */
  valid_to: maybe(asDay),
  status: orElse(asOneOf(['berlaku', 'dalam revisi', 'dicabut', 'rancangan']), 'berlaku'),
  url: maybe(asText),
  is_demo: orElse(asBoolean, false),
});

export const legalSourceRowSchema = z.object({
  source_id: must(asIdentifier),
  regulation_id: must(asIdentifier),
  /** 'Pasal 12 ayat (3)', 'Lampiran XVII'. */
  article: must(asText),
  quote: maybe(asText),
});

export const zoneCodeRowSchema = z.object({
  regulation_id: must(asIdentifier),
  code: must(asText),
  /** Parent zone: 'R' of 'R-3'. */
  zone_code: maybe(asText),
  zone_name: must(asText),
  subzone_name: maybe(asText),
  category: must(asOneOf(['lindung', 'budi daya', 'lainnya'])),
  /** '#ffdc00' or '255,220,0'. */
  color: maybe(asColor),
  provisional: orElse(asBoolean, false),
  description: maybe(asText),
  source_id: maybe(asIdentifier),
});

/** A class of roads in the words of the register, as roads themselves are read; what is none stays as it stands. */
const asRoadClass: ReadCell<string> = (text) => {
  const read = readRoadClass(text);
  return ok(read === UNKNOWN_ROAD_CLASS ? text : read);
};

/** Long layout: one row per number. `value` or `text_value` must be filled. */
export const intensityRowSchema = z.object({
  regulation_id: must(asIdentifier),
  zone_code: must(asText),
  measure: must(asOneOf(MEASURES)),
  operator: must(asOneOf(operatorSchema.options)),
  /** kdb, kdh, ktb in percent 0–100; klb as a ratio unless `unit_as_printed` says otherwise; 0 is a value. */
  value: maybe(asSize),
  text_value: maybe(asText),
  unit_as_printed: maybe(asText),
  /** Parcel-size class in m², both bounds inclusive; empty = no bound. */
  parcel_min_m2: maybe(asSize),
  parcel_max_m2: maybe(asSize),
  road_class: maybe(asRoadClass),
  kodswp: maybe(asText),
  kodblk: maybe(asText),
  source_id: must(asIdentifier),
});

export const setbackRowSchema = z.object({
  regulation_id: must(asIdentifier),
  kind: must(asOneOf(['gsb', 'jbs', 'jbb'])),
  /** Empty = every zone. */
  zone_code: maybe(asText),
  /** gsb only; empty = every class. */
  road_class: maybe(asRoadClass),
  value_m: maybe(asSize),
  text_value: maybe(asText),
  /** Where it is measured from: 'as jalan', 'rumija', 'batas persil'. */
  reference_line: must(asText),
  source_id: must(asIdentifier),
});

export const noteRowSchema = z.object({
  regulation_id: must(asIdentifier),
  kind: must(asOneOf(NOTE_KINDS)),
  zone_code: maybe(asText),
  kodswp: maybe(asText),
  kodblk: maybe(asText),
  /** TPZ code. */
  code: maybe(asText),
  body: must(asText),
  source_id: must(asIdentifier),
});

export const activityRowSchema = z.object({
  regulation_id: must(asIdentifier),
  /** Stable within the regulation; empty = made from the name. */
  activity_id: maybe(asIdentifier),
  group_name: must(asText),
  name: must(asText),
  synonyms: orElse(asListOf(asText), []),
  kbli: orElse(asListOf(asKbliCode), []),
  kbli_edition: orElse(asText, '2020'),
});

/** One row per regulation that has a matrix. */
export const matrixRowSchema = z.object({
  regulation_id: must(asIdentifier),
  /** Empty = what the operator said on import, which is 'tidak diatur' by default. */
  empty_means: maybe(asOneOf(EMPTY_MEANINGS)),
  source_id: must(asIdentifier),
});

/** Long form of the matrix. The wide form is a file `itbx-matrix-<regulation_id>`. */
export const itbxCellRowSchema = z.object({
  regulation_id: must(asIdentifier),
  activity_id: must(asIdentifier),
  zone_code: must(asText),
  /** 'I', 'X', 'T1,B2'; read by the cell parser. Empty = the source's cell is empty. */
  cell: orElse(asText, ''),
});

export const conditionRowSchema = z.object({
  regulation_id: must(asIdentifier),
  code: must(asConditionCode),
  body: must(asText),
  source_id: must(asIdentifier),
});

export const overlayEffectRowSchema = z.object({
  regulation_id: must(asIdentifier),
  theme: must(asTheme),
  /** Empty = every level. */
  level_code: orElse(asText, ''),
  effect: must(asOneOf(['text', 'cap', 'override', 'prohibition'])),
  measure: maybe(asOneOf(EFFECT_MEASURES)),
  operator: maybe(asOneOf(operatorSchema.options)),
  value: maybe(asNumber),
  /** 'm AMSL' for KKOP: never compared with metres above ground. */
  unit_as_printed: maybe(asText),
  /** One activity of the matrix; empty = all building. */
  activity_id: maybe(asIdentifier),
  /** Override of the matrix: 'B1|T2' or 'X'. */
  itbx_codes: orElse(asListOf(asItbxCode), []),
  body: must(asText),
  source_id: must(asIdentifier),
});

export const rtrwMatchRowSchema = z.object({
  regulation_id: must(asIdentifier),
  /** NAMOBJ of the RTRW layer. */
  rtrw_class: must(asText),
  /** Zone 'R' or sub-zone 'R-3'. */
  zone_code: must(asText),
});

export type IntensityTableRow = z.infer<typeof intensityRowSchema>;
export type NoteTableRow = z.infer<typeof noteRowSchema>;
export type ItbxCellRow = z.infer<typeof itbxCellRowSchema>;

/** Table name (file or sheet name without ending) → schema of its rows, in the order of reading. */
export const TABLES = {
  regulations: regulationRowSchema,
  'legal-sources': legalSourceRowSchema,
  'zone-codes': zoneCodeRowSchema,
  intensity: intensityRowSchema,
  setbacks: setbackRowSchema,
  notes: noteRowSchema,
  activities: activityRowSchema,
  matrices: matrixRowSchema,
  conditions: conditionRowSchema,
  'itbx-cells': itbxCellRowSchema,
  'overlay-effects': overlayEffectRowSchema,
  'rtrw-matches': rtrwMatchRowSchema,
} as const;
export type TableName = keyof typeof TABLES;
