import type { EditedTable, EditedTables } from './table-edits.ts';

/** A row that two people changed differently: theirs stands in the merged table. */
export interface Contested {
  readonly table: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

export interface MergedTables {
  readonly tables: EditedTables;
  readonly contested: readonly Contested[];
  /** Tables in which both added or removed rows at one place: they cannot be laid together, theirs stands. */
  readonly apart: readonly string[];
}

const EMPTY: EditedTable = { columns: [], rows: [] };
const textOf = (row: readonly string[]): string => JSON.stringify(row);
const isSame = (one: EditedTable, other: EditedTable): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Edits of two people on one version laid together, row by row; what both changed is not guessed. */
export function mergeTables(base: EditedTables, mine: EditedTables, theirs: EditedTables): MergedTables {
  const tables: Record<string, EditedTable> = {};
  const contested: Contested[] = [];
  const apart: string[] = [];
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const [from, my, their] = [base[name] ?? EMPTY, mine[name] ?? EMPTY, theirs[name] ?? EMPTY];
    if (isSame(from, their)) tables[name] = my;
    else if (isSame(from, my) || isSame(my, their)) tables[name] = their;
    else {
      const merged = mergeRows(from, my, their);
      tables[name] = merged?.table ?? their;
      if (merged === null) apart.push(name);
      else contested.push(...merged.contested.map((one) => ({ table: name, ...one })));
    }
  }
  return { tables, contested, apart };
}

/** Rows before which and behind which nothing differs: where an edit lies. */
function editedPart(base: EditedTable['rows'], rows: EditedTable['rows']): { start: number; end: number } {
  const least = Math.min(base.length, rows.length);
  let start = 0;
  while (start < least && textOf(base[start] ?? []) === textOf(rows[start] ?? [])) start++;
  let tail = 0;
  while (
    tail < least - start &&
    textOf(base[base.length - 1 - tail] ?? []) === textOf(rows[rows.length - 1 - tail] ?? [])
  )
    tail++;
  return { start, end: base.length - tail };
}

function mergeRows(
  base: EditedTable,
  mine: EditedTable,
  theirs: EditedTable,
): { table: EditedTable; contested: Omit<Contested, 'table'>[] } | null {
  if (textOf(base.columns) !== textOf(mine.columns) || textOf(base.columns) !== textOf(theirs.columns))
    return null;
  const [my, their] = [editedPart(base.rows, mine.rows), editedPart(base.rows, theirs.rows)];
  if (my.end < their.start || (my.end === their.start && my.start < my.end && their.start < their.end)) {
    const head = mine.rows.slice(0, mine.rows.length - (base.rows.length - my.end));
    return { table: { ...base, rows: [...head, ...theirs.rows.slice(my.end)] }, contested: [] };
  }
  if (their.end < my.start || (their.end === my.start && my.start < my.end && their.start < their.end)) {
    const head = theirs.rows.slice(0, theirs.rows.length - (base.rows.length - their.end));
    return { table: { ...base, rows: [...head, ...mine.rows.slice(their.end)] }, contested: [] };
  }
  if (base.rows.length !== mine.rows.length || base.rows.length !== theirs.rows.length) return null;
  const contested: Omit<Contested, 'table'>[] = [];
  const rows = base.rows.map((row, index) => {
    const [own, other] = [mine.rows[index] ?? row, theirs.rows[index] ?? row];
    if (textOf(other) === textOf(row)) return own;
    if (textOf(own) !== textOf(row) && textOf(own) !== textOf(other))
      contested.push({ mine: own, theirs: other });
    return other;
  });
  return { table: { ...base, rows }, contested };
}
