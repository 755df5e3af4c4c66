import { readNumber } from '../rules/number-text.ts';
import { cleanText, type TextDefect } from './clean-text.ts';
import type { FieldPlan, PlannedField } from './field-plan.ts';
import type { ImportKind } from './layer-kind.ts';
import type { MappingFile } from './mapping-file.ts';
import { readRoadClass } from './road-class.ts';

export type SourceAttributes = Readonly<Record<string, unknown>>;
export type RowValue = string | number | null;

export interface MappedFeature {
  readonly row: Readonly<Record<string, RowValue>>;
  /** Overlay codes of the row by official field name; "Tidak Ada" leaves no entry. */
  readonly special: Readonly<Record<string, string>>;
  /** Official fields in which the row says something, be it that there is nothing. */
  readonly spoken: readonly string[];
  readonly aliases: readonly string[];
  readonly textDefects: readonly { field: string; defect: TextDefect }[];
  /** A width that no road reserve has, metres: it is left out of the row. Null when there is none. */
  readonly leftOutWidth: number | null;
  /** Why the row cannot stand in the register although its geometry may; null when it can. */
  readonly fault: 'missingCode' | 'missingName' | 'missingNib' | null;
}

/** Producers write "nothing" in several ways; all of them are no value here, and the source row keeps its own. */
const NOTHING = /^(tidak ada|tidak ada data|null|<null>|n\/a|-+|–|)$/i;

/** Words for "there is none"; what is empty, or says that there is no data, says nothing about the ground. */
const NONE = /^(tidak ada|-+|–)$/i;

/** The value of a cell as text, or null when it says that there is none. */
export function readText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
  return NOTHING.test(text) ? null : text;
}

/** Turns one source row into the register's columns by the plan. Pure: the same row always gives the same result. */
export function mapFeature(
  kind: ImportKind,
  plan: FieldPlan,
  mapping: MappingFile,
  attributes: SourceAttributes,
): MappedFeature {
  const textDefects: { field: string; defect: TextDefect }[] = [];
  const read = (name: string): string | null => {
    const text = readText(attributes[name]);
    if (text === null) return null;
    const clean = cleanText(text);
    for (const defect of clean.defects) textDefects.push({ field: name, defect });
    return NOTHING.test(clean.text) ? null : clean.text;
  };
  const row: Record<string, RowValue> = {};
  for (const field of plan.fields) row[field.target] = readField(field, attributes, read);
  const special: Record<string, string> = {};
  const spoken: string[] = [];
  for (const [official, sources] of plan.special) {
    const constant = mapping.constants[official];
    const value = pickDecoded(sources.map(read)) ?? readText(constant);
    if (value !== null) special[official] = value;
    const cells = [...sources.map((name) => attributes[name]), constant];
    if (value !== null || cells.some((cell) => typeof cell === 'string' && NONE.test(cell.trim())))
      spoken.push(official);
  }
  const leftOutWidth = leaveOutWidth(row);
  const fault = finishRow(kind, row, mapping);
  return { row, special, spoken, aliases: readAliases(kind, row, mapping), textDefects, leftOutWidth, fault };
}

/** Producers write "no width" as 0 or −9999; taken for true it would put the setback line on the axis of the road. */
const RESERVE_M = { least: 2, most: 200 };

function leaveOutWidth(row: Record<string, RowValue>): number | null {
  if (row.row_width_m == null) return null;
  const width = Number(row.row_width_m);
  if (width >= RESERVE_M.least && width <= RESERVE_M.most) return null;
  row.row_width_m = null;
  return width;
}

function readField(
  field: PlannedField,
  attributes: SourceAttributes,
  read: (name: string) => string | null,
): RowValue {
  if (field.isNumber) {
    for (const name of field.sources) {
      const raw = attributes[name];
      if (typeof raw === 'number' && Number.isFinite(raw)) return raw;
      const parsed = typeof raw === 'string' ? readNumber(raw) : null;
      if (parsed?.ok) return parsed.value;
    }
    return field.constant ?? null;
  }
  const values = field.sources.map(read);
  return (
    (field.isCode ? pickDecoded(values) : (values.find((value) => value !== null) ?? null)) ??
    field.constant ??
    null
  );
}

/** The first value that is not a bare number, else the number: coded domains come beside their decoded twins. */
function pickDecoded(values: readonly (string | null)[]): string | null {
  const present = values.filter((value) => value !== null);
  return present.find((value) => !/^\d+$/.test(value)) ?? present[0] ?? null;
}

function finishRow(
  kind: ImportKind,
  row: Record<string, RowValue>,
  mapping: MappingFile,
): MappedFeature['fault'] {
  switch (kind) {
    case 'zones':
    case 'rtrw': {
      row.jnsrpr = decodeJnsrpr(row.jnsrpr ?? null);
      const own = kind === 'rtrw' ? (row.namobj ?? row.orde) : (row.kodszn ?? row.kodzon ?? row.namobj);
      const raw = row.code ?? own ?? row.kodszn ?? row.kodzon ?? null;
      row.code = raw === null ? null : (mapping.codes?.[String(raw)] ?? raw);
      return row.code === null ? 'missingCode' : null;
    }
    case 'overlay':
      if (row.level_code !== null)
        row.level_code = mapping.codes?.[String(row.level_code)] ?? row.level_code ?? null;
      return null;
    case 'road':
      row.road_class = readRoadClass(mapping.codes?.[String(row.road_class)] ?? row.road_class ?? null);
      return null;
    case 'parcel':
      return row.nib === null ? 'missingNib' : null;
    case 'utility':
      row.network = row.network === null ? null : String(row.network).toLowerCase();
      return row.network === null ? 'missingCode' : null;
    case 'place':
      return row.name === null ? 'missingName' : null;
    case 'admin':
      return finishAdmin(row);
  }
}

const adminLevels = ['kelurahan', 'kecamatan', 'kota'];

function finishAdmin(row: Record<string, RowValue>): MappedFeature['fault'] {
  const stated = String(row.level ?? '').toLowerCase();
  const finest = adminLevels.find((level) => row[level] !== null) ?? 'kota';
  row.level = adminLevels.includes(stated) ? stated : finest;
  const parents: Readonly<Record<string, string>> = { kelurahan: 'kecamatan', kecamatan: 'kota' };
  row.name = row[row.level] ?? row.name ?? null;
  row.parent_name = row[parents[row.level] ?? ''] ?? null;
  return row.name === null ? 'missingName' : null;
}

function readAliases(kind: ImportKind, row: Record<string, RowValue>, mapping: MappingFile): string[] {
  if (kind !== 'admin' || row.name === null) return [];
  const name = String(row.name);
  const others = [...(mapping.aliases?.[name] ?? []), ...(row.alias == null ? [] : [String(row.alias)])];
  return [...new Set(others)].filter((alias) => alias.toLowerCase() !== name.toLowerCase());
}

/** Coded values of JNSRPR: 31xxxxxx lindung, 32xxxxxx budi daya. */
function decodeJnsrpr(value: RowValue): RowValue {
  if (/^31\d{6}$/.test(String(value))) return 'lindung';
  if (/^32\d{6}$/.test(String(value))) return 'budi daya';
  return value;
}
