import { parseItbxCell } from './itbx-cell.ts';
import { errorAt, type RulesProblem, warningAt } from './problem.ts';
import type { RuleTables } from './read-rule-tables.ts';
import type { EMPTY_MEANINGS } from './tables.ts';

type EmptyMeans = (typeof EMPTY_MEANINGS)[number];

/**
 * Cells against the condition texts of their own regulation. A numbered code without a text is an error: nobody could
 * tell the citizen what it asks. A plain `T` or `B` of an older matrix without a text is a warning.
 */
const checkConditions = (tables: RuleTables): RulesProblem[] => {
  const texts = new Set(tables.conditions.map(({ row }) => JSON.stringify([row.regulation_id, row.code])));
  const told = new Set<string>();
  const problems: RulesProblem[] = [];
  for (const placed of tables['itbx-cells']) {
    const { regulation_id: regulation, cell, zone_code: column } = placed.row;
    const codes = parseItbxCell(cell);
    const place = { file: placed.file, row: placed.line, column };
    if (!codes.ok) {
      if (placed.file === 'itbx-cells') problems.push(errorAt(codes.problem, place, { text: cell }));
      continue;
    }
    for (const code of codes.value) {
      const key = JSON.stringify([regulation, code]);
      if (code === 'I' || code === 'X' || texts.has(key)) continue;
      if (code.length > 1) problems.push(errorAt('unknownCondition', place, { text: code, regulation }));
      else if (!told.has(key))
        problems.push(warningAt('conditionWithoutText', place, { text: code, regulation }));
      told.add(key);
    }
  }
  for (const placed of tables['overlay-effects'])
    for (const code of placed.row.itbx_codes)
      if (code.length > 1 && !texts.has(JSON.stringify([placed.row.regulation_id, code])))
        problems.push(
          errorAt(
            'unknownCondition',
            { file: placed.file, row: placed.line, column: 'itbx_codes' },
            {
              text: code,
              regulation: placed.row.regulation_id,
            },
          ),
        );
  return problems;
};

/** The stored meaning of an empty cell: the table's own word, else the operator's, else 'tidak diatur'. */
export const settleEmptyMeaning = (
  tables: RuleTables,
  operatorSays: EmptyMeans | null,
): { readonly tables: RuleTables; readonly problems: readonly RulesProblem[] } => {
  const problems: RulesProblem[] = [];
  const matrices = tables.matrices.map((placed) => {
    const stated = placed.row.empty_means;
    const meaning = stated ?? operatorSays ?? 'tidak diatur';
    const place = { file: placed.file, row: placed.line, column: 'empty_means' };
    if (stated !== null && operatorSays !== null && stated !== operatorSays)
      problems.push(errorAt('emptyMeansConflict', place, { table: stated, option: operatorSays }));
    const empty = tables['itbx-cells'].filter(
      ({ row }) => row.regulation_id === placed.row.regulation_id && row.cell.trim() === '',
    );
    if (empty.length > 0) problems.push(warningAt('emptyCells', place, { count: empty.length, meaning }));
    return { ...placed, row: { ...placed.row, empty_means: meaning } };
  });
  return { tables: { ...tables, matrices }, problems };
};

/** A matrix without the row that gives its source, and that row without a matrix. */
const checkOwners = (tables: RuleTables): RulesProblem[] => {
  const owners = new Set(tables.matrices.map(({ row }) => row.regulation_id));
  const withCells = new Map(tables['itbx-cells'].map((placed) => [placed.row.regulation_id, placed.file]));
  const problems: RulesProblem[] = [];
  for (const [regulation, file] of withCells)
    if (!owners.has(regulation)) problems.push(errorAt('noMatrixRow', { file }, { regulation }));
  for (const placed of tables.matrices)
    if (!withCells.has(placed.row.regulation_id))
      problems.push(
        errorAt(
          'noMatrixFile',
          { file: placed.file, row: placed.line },
          { regulation: placed.row.regulation_id },
        ),
      );
  return problems;
};

/** Everything about ITBX matrices that needs more than one table. */
export const checkMatrices = (tables: RuleTables): readonly RulesProblem[] => [
  ...checkConditions(tables),
  ...checkOwners(tables),
];
