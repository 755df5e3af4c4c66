import * as z from 'zod/mini';
import { MEASURES, type Measure, operatorSchema } from '../zoning/figure.ts';
import { asIdentifier, asOneOf, asText, maybe, must } from './cell.ts';
import { readNumber } from './number-text.ts';
import { errorAt, type RulesProblem, warningAt } from './problem.ts';
import { type Placed, type ReadTable, readTable } from './read-table.ts';
import { type IntensityTableRow, intensityRowSchema } from './tables.ts';

const shape = intensityRowSchema.shape;

/** Wide layout: one row per sub-zone (and parcel class, road class, SWP or block), measures in columns. */
export const intensityWideRowSchema = z.object({
  regulation_id: shape.regulation_id,
  zone_code: shape.zone_code,
  parcel_min_m2: shape.parcel_min_m2,
  parcel_max_m2: shape.parcel_max_m2,
  road_class: shape.road_class,
  kodswp: shape.kodswp,
  kodblk: shape.kodblk,
  source_id: shape.source_id,
});

/** Class layout: one row per sub-zone and measure, parcel-size classes in columns (`40-100`, `>=1001`). */
export const intensityClassesRowSchema = z.object({
  regulation_id: must(asIdentifier),
  zone_code: must(asText),
  measure: must(asOneOf(MEASURES)),
  operator: must(asOneOf(operatorSchema.options)),
  unit_as_printed: maybe(asText),
  road_class: shape.road_class,
  kodswp: maybe(asText),
  kodblk: maybe(asText),
  source_id: must(asIdentifier),
});

type PrintedValue = Pick<IntensityTableRow, 'value' | 'text_value' | 'unit_as_printed'>;

const NUMBER = '([-−]?[\\d.,\\u00a0 ]*\\d)';
/** A unit that may touch its number; any other word needs a space, so that `6O` is a slip and not six of something. */
const CLOSE_UNIT = '%|‰|m|m2|m²|lantai|lt';
const NUMBER_WITH_UNIT = new RegExp(
  `^${NUMBER}(?:\\s*(${CLOSE_UNIT})|\\s+([a-zA-Z][a-zA-Z0-9²³./ ]{0,19}))?$`,
);

/**
 * Reads a printed intensity cell: `60`, `2,4`, `60 %`, `4 lantai`, or words. A cell that begins with a digit must be
 * one number with at most a unit; anything vaguer is no value. Words stay words.
 *
 * @returns null when the cell begins like a number and is none.
 */
export const readPrintedValue = (raw: string): PrintedValue | null => {
  const text = raw.trim();
  const match = NUMBER_WITH_UNIT.exec(text);
  if (match !== null) {
    const number = readNumber(match[1] ?? '');
    if (!number.ok || number.value < 0) return null;
    return { value: number.value, text_value: null, unit_as_printed: (match[2] ?? match[3])?.trim() ?? null };
  }
  if (/^[-−]?\s?\d/.test(text)) return null;
  return { value: null, text_value: text, unit_as_printed: null };
};

const MEASURE_COLUMNS = new Map<string, { measure: Measure; operator: 'max' | 'min' }>(
  MEASURES.flatMap((measure) =>
    operatorSchema.options.map((operator) => [`${measure}_${operator}`, { measure, operator }] as const),
  ),
);

type ParcelClass = { readonly min: number | null; readonly max: number | null };

/** Reads a class header in m², bounds inclusive: `40-100`, `101–200 m2`, `<=100`, `>=1001`, `≥ 1.001`. */
export const parseClassHeader = (header: string): ParcelClass | null => {
  const text = header
    .trim()
    .replace(/\s*m(2|²)$/i, '')
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=');
  const size = (part: string): number | null => {
    const number = readNumber(part.replace(/^(\d{1,3})\.(\d{3})$/, '$1$2'));
    return number.ok && number.value >= 0 ? number.value : null;
  };
  const open = /^(>=|<=)\s*([\d.,]+)$/.exec(text);
  if (open !== null) {
    const bound = size(open[2] ?? '');
    if (bound === null) return null;
    return open[1] === '>=' ? { min: bound, max: null } : { min: null, max: bound };
  }
  const range = /^([\d.,]+)\s*(?:-|–|—|s\/d|sd)\s*([\d.,]+)$/.exec(text);
  if (range === null) return null;
  const min = size(range[1] ?? '');
  const max = size(range[2] ?? '');
  return min === null || max === null || min > max ? null : { min, max };
};

const printedValueAt = (
  placed: Placed<unknown>,
  column: string,
  problems: RulesProblem[],
): PrintedValue | null => {
  const raw = placed.extra[column] ?? '';
  if (raw.trim() === '') return null;
  const place = { file: placed.file, row: placed.line, column };
  const value = readPrintedValue(raw);
  if (value === null) problems.push(errorAt('notANumber', place, { text: raw }));
  else if (value.text_value !== null) problems.push(warningAt('readAsText', place, { text: raw }));
  return value;
};

/** Reads `intensity-wide`: measure columns are `<measure>_<max|min>` (`kdb_max`, `kdh_min`, `height_m_max` …). */
export const readIntensityWide = (file: string, text: string): ReadTable<IntensityTableRow> => {
  const table = readTable(file, text, intensityWideRowSchema, (name) => MEASURE_COLUMNS.has(name));
  const problems = [...table.problems];
  const rows: Placed<IntensityTableRow>[] = [];
  for (const placed of table.rows)
    for (const [column, { measure, operator }] of MEASURE_COLUMNS) {
      const value = printedValueAt(placed, column, problems);
      if (value !== null)
        rows.push({ ...placed, extra: {}, row: { ...placed.row, measure, operator, ...value } });
    }
  return { rows, problems };
};

/** Reads `intensity-classes`. An empty class cell is a class without a value, not zero and not its neighbour's. */
export const readIntensityClasses = (file: string, text: string): ReadTable<IntensityTableRow> => {
  const known = new Set(Object.keys(intensityClassesRowSchema.shape));
  const table = readTable(file, text, intensityClassesRowSchema, (name) => parseClassHeader(name) !== null);
  const problems = table.problems.map((entry) =>
    entry.code === 'unknownColumn' &&
    entry.column !== null &&
    /\d/.test(entry.column) &&
    !known.has(entry.column)
      ? { ...entry, code: 'badClassHeader' as const }
      : entry,
  );
  const rows: Placed<IntensityTableRow>[] = [];
  for (const placed of table.rows)
    for (const column of Object.keys(placed.extra)) {
      const bounds = parseClassHeader(column);
      const value = printedValueAt(placed, column, problems);
      if (value === null || bounds === null) continue;
      const unit = value.unit_as_printed ?? placed.row.unit_as_printed;
      const row = { ...placed.row, ...value, unit_as_printed: unit };
      rows.push({
        ...placed,
        extra: {},
        row: { ...row, parcel_min_m2: bounds.min, parcel_max_m2: bounds.max },
      });
    }
  return { rows, problems };
};
