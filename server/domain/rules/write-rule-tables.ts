import { guardCell } from '../spreadsheet-cell.ts';
import type { RuleRows } from './build-rule-set.ts';
import { writeCsvCell } from './csv.ts';
import { TABLES, type TableName } from './tables.ts';

/** One rules table as text, as people edit it. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The names of a rule set's tables, in the order of reading. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** Every table of a rule set as text; reading them gives the same rows again. */
export function writeRuleTables(rows: RuleRows): Record<TableName, TextTable> {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, writeTable(name, rows[name])])) as Record<
    TableName,
    TextTable
  >;
}

function writeTable(name: TableName, rows: readonly Readonly<Record<string, unknown>>[]): TextTable {
  const columns = Object.keys(TABLES[name].shape);
  return { columns, rows: rows.map((row) => columns.map((column) => writeCell(row[column]))) };
}

function writeCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join('|');
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return typeof value === 'number' ? writeNumber(value) : String(value);
}

/** Three decimals alone can be read as thousands, so that a fourth is written: `1.2340`. */
function writeNumber(value: number): string {
  const text = /e/.test(String(value)) ? value.toFixed(12).replace(/0+$/, '') : String(value);
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** A table as CSV for a spreadsheet: formulas are made harmless, a byte order mark says that it is UTF-8. */
export const csvOfTable = ({ columns, rows }: TextTable): string =>
  `\uFEFF${[columns, ...rows].map((cells) => `${cells.map((cell) => writeCsvCell(guardCell(cell))).join(',')}\r\n`).join('')}`;

/** A table as the text that the checks read, and for each line of it the row (from 0) that stands there. */
export function textOfTable({ columns, rows }: TextTable): { text: string; rowAtLine: Map<number, number> } {
  const rowAtLine = new Map<number, number>();
  const records: string[] = [];
  let line = 1;
  for (const [index, cells] of [columns, ...rows].entries()) {
    if (index > 0) rowAtLine.set(line, index - 1);
    // A line feed alone, so that lines are counted as the reader counts them.
    const record = cells.map((cell) => writeCsvCell(cell.replace(/\r\n?/g, '\n'))).join(',');
    records.push(record);
    line += record.split('\n').length;
  }
  return { text: records.map((record) => `${record}\n`).join(''), rowAtLine };
}
