import { fail, ok, type Result } from '../result.ts';
import { isPlan } from '../zoning/is-plan.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { ImportKind } from './layer-kind.ts';
import type { MappingFile } from './mapping-file.ts';
import { specialFieldOfTheme, specialFields, type TargetField, targetFieldsOf } from './official-fields.ts';

export interface PlannedField {
  readonly target: string;
  /** Source columns that exist in this file, best first. */
  readonly sources: readonly string[];
  readonly constant?: string | number;
  readonly isCode: boolean;
  readonly isNumber: boolean;
}

/** How this file's columns become the register's. */
export interface FieldPlan {
  readonly fields: readonly PlannedField[];
  /** Official overlay columns that the source has: official name → columns, decoded twin first. */
  readonly special: ReadonlyMap<string, readonly string[]>;
  readonly unusedSources: readonly string[];
}

/**
 * Finds the source column for every column of the register: what the mapping file says, else the official name, its
 * decoded twin (`d_KODZON`), its numbered copy (`KODZON_1`, as joins of tables leave it), else the older name.
 * @returns problem `fieldsUnknown` when the column without which a row says nothing has no source
 */
export function planFields(
  kind: ImportKind,
  theme: string | null,
  sourceNames: readonly string[],
  mapping: MappingFile,
): Result<FieldPlan, ImportProblem> {
  const missing = Object.values(mapping.fields).filter((name) => !sourceNames.includes(name));
  if (missing.length > 0) {
    return fail(
      importProblem('fieldsUnknown', { wanted: missing.join(', '), found: sourceNames.join(', ') }),
    );
  }
  const targets: TargetField[] = targetFieldsOf(kind).map((field) => withThemeField(field, kind, theme));
  const fields = targets.map((field) => planField(field, sourceNames, mapping));
  if (isPlan(kind))
    fields.unshift(planField({ target: 'code', sources: [], isCode: true }, sourceNames, mapping));
  const special = new Map<string, readonly string[]>();
  if (isPlan(kind)) {
    for (const name of specialFields) {
      const mapped = mapping.fields[name];
      const sources = mapped === undefined ? findSources([name], sourceNames, false) : [mapped];
      if (sources.length > 0 || mapping.constants[name] !== undefined) special.set(name, sources);
    }
  }
  const isFed = (target: string): boolean =>
    fields.some(
      (field) => field.target === target && (field.sources.length > 0 || field.constant !== undefined),
    );
  const needed = neededTargets[kind];
  if (needed.length > 0 && !needed.some(isFed)) {
    return fail(
      importProblem('fieldsUnknown', { wanted: needed.join(' / '), found: sourceNames.join(', ') || '–' }),
    );
  }
  const used = new Set([...fields.flatMap((field) => field.sources), ...[...special.values()].flat()]);
  return ok({ fields, special, unusedSources: sourceNames.filter((name) => !used.has(name)) });
}

/** One of these must have a source; a kind without any can live from its geometry. */
const neededTargets: Record<ImportKind, readonly string[]> = {
  zones: ['code', 'kodszn', 'kodzon', 'namobj'],
  rtrw: ['code', 'namobj', 'orde', 'kodzon'],
  overlay: [],
  road: ['road_class'],
  parcel: ['nib'],
  utility: ['network'],
  admin: ['name', 'kelurahan', 'kecamatan', 'kota'],
  place: ['name'],
};

function withThemeField(field: TargetField, kind: ImportKind, theme: string | null): TargetField {
  const official = theme === null ? undefined : specialFieldOfTheme[theme];
  if (kind !== 'overlay' || field.target !== 'level_code' || official === undefined) return field;
  return { ...field, sources: [...field.sources, official] };
}

function planField(field: TargetField, sourceNames: readonly string[], mapping: MappingFile): PlannedField {
  const mapped = mapping.fields[field.target];
  const constant = mapping.constants[field.target];
  return {
    target: field.target,
    sources: mapped === undefined ? findSources(field.sources, sourceNames, true) : [mapped],
    ...(constant === undefined ? {} : { constant }),
    isCode: field.isCode === true && mapped === undefined,
    isNumber: field.isNumber === true,
  };
}

function findSources(
  wanted: readonly string[],
  sourceNames: readonly string[],
  withNumberedCopy: boolean,
): string[] {
  const byLowerCase = new Map(sourceNames.map((name) => [name.toLowerCase(), name]));
  return wanted.flatMap((name) => {
    const full = [`d_${name}`, name, ...(withNumberedCopy ? [`${name}_1`] : [])];
    // Shapefiles cut column names at ten characters.
    const spellings = full.flatMap((spelling) => [spelling, spelling.slice(0, 10)]);
    const found = spellings.flatMap((spelling) => byLowerCase.get(spelling.toLowerCase()) ?? []);
    return [...new Set(found)];
  });
}
