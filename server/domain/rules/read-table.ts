import * as z from 'zod/mini';
import { unguardCell } from '../spreadsheet-cell.ts';
import type { CellProblem } from './cell.ts';
import { type CsvRecord, parseCsv } from './csv.ts';
import { errorAt, type RulesProblem, warningAt } from './problem.ts';

export type Placed<R> = {
  readonly row: R;
  readonly file: string;
  readonly line: number;
  /** Cells of columns that the schema does not name (only where the caller allows them). */
  readonly extra: Readonly<Record<string, string>>;
};
export type ReadTable<R> = {
  readonly rows: readonly Placed<R>[];
  readonly problems: readonly RulesProblem[];
};

type RowSchema = z.ZodMiniObject;
type Header = { readonly names: readonly string[]; readonly problems: readonly RulesProblem[] };

const headerOf = (
  file: string,
  record: CsvRecord,
  known: ReadonlySet<string>,
  allowExtra: (name: string) => boolean,
): Header => {
  const problems: RulesProblem[] = [];
  const names = record.cells.map((cell) => cell.trim());
  while (names.length > 0 && names.at(-1) === '') names.pop();
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    const place = { file, row: record.line, column: name === '' ? String(index + 1) : name };
    if (name === '') problems.push(errorAt('unnamedColumn', place));
    else if (seen.has(name)) problems.push(errorAt('duplicateColumn', place, { text: name }));
    else if (!known.has(name) && !allowExtra(name))
      problems.push(errorAt('unknownColumn', place, { text: name, known: [...known].join(', ') }));
    seen.add(name);
  }
  return { names, problems };
};

/** What a decoder writes where the bytes meant nothing: the source has lost a letter. */
export const LOST_CHARACTER = '\uFFFD';

const isRequired = (schema: RowSchema, column: string): boolean => {
  const columnSchema = schema.shape[column];
  return columnSchema !== undefined && !z.safeParse(columnSchema, '').success;
};

const issueProblem = (issue: z.core.$ZodIssue): CellProblem =>
  issue.code === 'custom' && typeof issue.params?.problem === 'string'
    ? (issue.params.problem as CellProblem)
    : 'required';

/**
 * Reads one rules table: header names must be those of `schema` (others only where `allowExtra` says so), each cell
 * goes through its column schema. Every faulty cell is one error with line and column; faulty rows are left out.
 */
export const readTable = <S extends RowSchema>(
  file: string,
  text: string,
  schema: S,
  allowExtra: (name: string) => boolean = () => false,
): ReadTable<z.infer<S>> => {
  const csv = parseCsv(text);
  if (csv.openQuoteLine !== null)
    return { rows: [], problems: [errorAt('openQuote', { file, row: csv.openQuoteLine })] };
  const [first, ...records] = csv.records;
  if (first === undefined) return { rows: [], problems: [errorAt('noHeader', { file })] };
  const columns = new Set(Object.keys(schema.shape));
  const header = headerOf(file, first, columns, allowExtra);
  const problems: RulesProblem[] = [...header.problems];
  for (const column of columns)
    if (!header.names.includes(column) && isRequired(schema, column))
      problems.push(errorAt('missingColumn', { file, row: first.line, column }, { text: column }));
  if (problems.length > 0) return { rows: [], problems };
  const rows: Placed<z.infer<S>>[] = [];
  for (const record of records) {
    const known: Record<string, string> = {};
    const extra: Record<string, string> = {};
    for (const [index, cell] of record.cells.entries()) {
      const name = header.names[index];
      if (name !== undefined) (columns.has(name) ? known : extra)[name] = unguardCell(cell);
      else if (cell.trim() !== '')
        problems.push(
          errorAt('cellBeyondHeader', { file, row: record.line, column: String(index + 1) }, { text: cell }),
        );
    }
    for (const [column, cell] of Object.entries({ ...known, ...extra }))
      if (cell.includes(LOST_CHARACTER))
        problems.push(warningAt('lostCharacter', { file, row: record.line, column }, { text: cell }));
    const parsed = schema.safeParse(known);
    if (parsed.success) rows.push({ row: parsed.data, file, line: record.line, extra });
    else
      for (const issue of parsed.error.issues) {
        const column = String(issue.path[0] ?? '');
        problems.push(
          errorAt(issueProblem(issue), { file, row: record.line, column }, { text: known[column] ?? '' }),
        );
      }
  }
  return { rows, problems };
};
