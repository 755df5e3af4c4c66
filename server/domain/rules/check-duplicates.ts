import { errorAt, type RulesProblem } from './problem.ts';
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

const overlaps = (a: IntensityTableRow, b: IntensityTableRow): boolean =>
  (a.parcel_min_m2 ?? 0) <= (b.parcel_max_m2 ?? Number.POSITIVE_INFINITY) &&
  (b.parcel_min_m2 ?? 0) <= (a.parcel_max_m2 ?? Number.POSITIVE_INFINITY);

/** Two numbers for the same measure at the same place and parcel size: nobody could say which one governs. */
const overlappingClasses = (rows: readonly Placed<IntensityTableRow>[]): RulesProblem[] => {
  const groups = groupRows(rows);
  const problems: RulesProblem[] = [];
  for (const group of groups.values())
    for (const [index, later] of group.entries()) {
      const earlier = group.slice(0, index).find((other) => overlaps(other.row, later.row));
      if (earlier !== undefined)
        problems.push(
          errorAt(
            'overlappingClasses',
            { file: later.file, row: later.line, column: 'parcel_min_m2' },
            {
              text: `${later.row.zone_code} ${later.row.measure}`,
              firstRow: earlier.line,
              firstFile: earlier.file,
            },
          ),
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
