import { errorAt, type RulesProblem, warningAt } from './problem.ts';
import type { RuleTables } from './read-rule-tables.ts';
import type { Placed } from './read-table.ts';
import type { IntensityTableRow } from './tables.ts';

const repeated = <R>(
  rows: readonly Placed<R>[],
  column: string,
  keyOf: (row: R) => readonly (string | null)[],
): RulesProblem[] => {
  const first = new Map<string, Placed<R>>();
  const problems: RulesProblem[] = [];
  for (const placed of rows) {
    const key = keyOf(placed.row);
    const earlier = first.get(JSON.stringify(key));
    if (earlier === undefined) first.set(JSON.stringify(key), placed);
    else
      problems.push(
        errorAt(
          'duplicate',
          { file: placed.file, row: placed.line, column },
          {
            text: key.filter((part) => part !== null).join(' / '),
            firstRow: earlier.line,
            firstFile: earlier.file,
          },
        ),
      );
  }
  return problems;
};

const placeOf = (row: IntensityTableRow): string =>
  JSON.stringify([
    row.regulation_id,
    row.zone_code,
    row.measure,
    row.operator,
    row.road_class,
    row.kodswp,
    row.kodblk,
  ]);

/** Length in m² that two classes have in common; 0 = they touch in one size, below 0 = apart. */
const sharedLength = (a: IntensityTableRow, b: IntensityTableRow): number =>
  Math.min(a.parcel_max_m2 ?? Number.POSITIVE_INFINITY, b.parcel_max_m2 ?? Number.POSITIVE_INFINITY) -
  Math.max(a.parcel_min_m2 ?? 0, b.parcel_min_m2 ?? 0);

const hasSameClass = (a: IntensityTableRow, b: IntensityTableRow): boolean =>
  a.parcel_min_m2 === b.parcel_min_m2 && a.parcel_max_m2 === b.parcel_max_m2;

/**
 * Two numbers for the same measure at the same place and parcel size: nobody could say which one governs. Classes that
 * touch in one size ("up to 100", "100 and more") are the only way to leave no gap; there the stricter governs.
 */
const overlappingClasses = (rows: readonly Placed<IntensityTableRow>[]): RulesProblem[] => {
  const problems: RulesProblem[] = [];
  for (const group of groupRows(rows).values())
    for (const [index, later] of group.entries())
      for (const earlier of group.slice(0, index)) {
        const shared = sharedLength(earlier.row, later.row);
        if (shared < 0) continue;
        const text = `${later.row.zone_code} ${later.row.measure}`;
        const at = { file: later.file, row: later.line, column: 'parcel_min_m2' };
        const params = { text, firstRow: earlier.line, firstFile: earlier.file };
        const isError = shared > 0 || hasSameClass(earlier.row, later.row);
        problems.push(
          isError ? errorAt('overlappingClasses', at, params) : warningAt('touchingClasses', at, params),
        );
      }
  return problems;
};

const groupRows = (rows: readonly Placed<IntensityTableRow>[]): Map<string, Placed<IntensityTableRow>[]> => {
  const groups = new Map<string, Placed<IntensityTableRow>[]>();
  for (const placed of rows) {
    const group = groups.get(placeOf(placed.row));
    if (group === undefined) groups.set(placeOf(placed.row), [placed]);
    else group.push(placed);
  }
  return groups;
};

/** Keys that occur twice. The second occurrence is the error; the first is named in it. */
export const checkDuplicates = (tables: RuleTables): readonly RulesProblem[] => [
  ...repeated(tables.regulations, 'regulation_id', (row) => [row.regulation_id]),
  ...repeated(tables['legal-sources'], 'source_id', (row) => [row.source_id]),
  ...repeated(tables['zone-codes'], 'code', (row) => [row.regulation_id, row.code]),
  ...repeated(tables.activities, 'activity_id', (row) => [row.regulation_id, row.activity_id]),
  ...repeated(tables.matrices, 'regulation_id', (row) => [row.regulation_id]),
  ...repeated(tables.conditions, 'code', (row) => [row.regulation_id, row.code]),
  ...repeated(tables['itbx-cells'], 'zone_code', (row) => [
    row.regulation_id,
    row.activity_id,
    row.zone_code,
  ]),
  ...repeated(tables['rtrw-matches'], 'zone_code', (row) => [
    row.regulation_id,
    row.rtrw_class,
    row.zone_code,
  ]),
  ...repeated(tables.setbacks, 'kind', (row) => [
    row.regulation_id,
    row.kind,
    row.zone_code,
    row.road_class,
    row.reference_line,
  ]),
  ...overlappingClasses(tables.intensity),
];
