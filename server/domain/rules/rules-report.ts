import type { RuleRows } from './build-rule-set.ts';
import { parseItbxCell } from './itbx-cell.ts';
import type { RulesProblem } from './problem.ts';
import { findRuleGaps, type RuleGaps } from './rule-gaps.ts';
import { TABLES, type TableName } from './tables.ts';

type MatrixCount = {
  readonly regulationId: string;
  readonly emptyMeans: string;
  readonly activities: number;
  readonly zones: number;
  /** Cells by what stands in them: a cell with T and B codes counts as B. */
  readonly cells: Readonly<Record<'I' | 'T' | 'B' | 'X' | 'empty', number>>;
};

/** What the import of a rule set found; stored with the version and printed. */
export type RulesReport = {
  readonly schema: 'rules-import-report/1';
  readonly rowCounts: Readonly<Record<TableName, number>>;
  readonly matrices: readonly MatrixCount[];
  readonly gaps: readonly RuleGaps[];
  readonly errorCount: number;
  readonly warningCount: number;
  /** Errors first, then in order of table and row; at most {@link MAX_REPORTED}. */
  readonly problems: readonly RulesProblem[];
};

/** More than this helps nobody and makes the stored report heavy; the counts stay true. */
export const MAX_REPORTED = 2000;

const letterOfCell = (cell: string): 'I' | 'T' | 'B' | 'X' | 'empty' => {
  const codes = parseItbxCell(cell);
  const first = codes.ok ? codes.value : [];
  if (first.some((code) => code.startsWith('B'))) return 'B';
  if (first.some((code) => code.startsWith('T'))) return 'T';
  if (first.includes('X')) return 'X';
  return first.includes('I') ? 'I' : 'empty';
};

const countMatrix = (rows: RuleRows, matrix: RuleRows['matrices'][number]): MatrixCount => {
  const own = rows['itbx-cells'].filter((row) => row.regulation_id === matrix.regulation_id);
  const cells = { I: 0, T: 0, B: 0, X: 0, empty: 0 };
  for (const row of own) cells[letterOfCell(row.cell)] += 1;
  return {
    regulationId: matrix.regulation_id,
    emptyMeans: matrix.empty_means ?? 'tidak diatur',
    activities: new Set(own.map((row) => row.activity_id)).size,
    zones: new Set(own.map((row) => row.zone_code)).size,
    cells,
  };
};

/** Counts of a checked rule set and its findings. */
export const reportRules = (rows: RuleRows, problems: readonly RulesProblem[]): RulesReport => ({
  schema: 'rules-import-report/1',
  rowCounts: Object.fromEntries(
    (Object.keys(TABLES) as TableName[]).map((name) => [name, rows[name].length]),
  ) as Record<TableName, number>,
  matrices: rows.matrices.map((matrix) => countMatrix(rows, matrix)),
  gaps: findRuleGaps(rows),
  errorCount: problems.filter((entry) => entry.severity === 'error').length,
  warningCount: problems.filter((entry) => entry.severity === 'warning').length,
  problems: problems
    .toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
    .slice(0, MAX_REPORTED),
});
