import * as z from 'zod/mini';
import type { Language } from '../language.ts';
import { describeProblem } from './describe-problem.ts';
import type { RulesProblem } from './problem.ts';

const cells = z.array(z.string().check(z.maxLength(20_000))).check(z.maxLength(200));

/** One table as an editor holds it: every cell is text, as in the file. */
export const editedTableSchema = z.strictObject({
  columns: cells,
  rows: z.array(cells).check(z.maxLength(200_000)),
});

/** Tables by name; a table that is left out has no rows. */
export const editedTablesSchema = z.record(z.string().check(z.maxLength(120)), editedTableSchema);
export type EditedTables = z.infer<typeof editedTablesSchema>;

/** A finding with the row that it stands in. */
export const tableFindingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  table: z.string(),
  /** From 0; null when the table as a whole is meant. */
  row: z.nullable(z.number()),
  column: z.nullable(z.string()),
  code: z.string(),
  text: z.string(),
});
export type TableFinding = z.infer<typeof tableFindingSchema>;

/** Findings for an editor: the line of a file becomes the row of its table. */
export const findingsOfProblems = (
  problems: readonly RulesProblem[],
  rowAtLine: ReadonlyMap<string, ReadonlyMap<number, number>>,
  language: Language,
): TableFinding[] =>
  problems.map((problem) => ({
    severity: problem.severity,
    table: problem.file,
    row: problem.row === null ? null : (rowAtLine.get(problem.file)?.get(problem.row) ?? null),
    column: problem.column,
    code: problem.code,
    text: describeProblem(problem, language),
  }));
