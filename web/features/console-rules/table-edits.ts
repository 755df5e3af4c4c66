/** One table as text, as people edit it. */
export interface EditedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
export type EditedTables = Readonly<Record<string, EditedTable>>;

/** One thing that somebody did to a table; everything can be taken back. */
export type Edit =
  | {
      readonly do: 'write';
      readonly table: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | { readonly do: 'add'; readonly table: string; readonly after: number }
  | { readonly do: 'remove'; readonly table: string; readonly row: number }
  | { readonly do: 'replace'; readonly tables: EditedTables };

export interface EditState {
  readonly tables: EditedTables;
  /** What the tables were before each edit, the newest last. */
  readonly past: readonly EditedTables[];
}

/** Steps that can be taken back. */
const PAST = 100;

export const startEditing = (tables: EditedTables): EditState => ({ tables, past: [] });

export function edit(state: EditState, one: Edit): EditState {
  const tables = apply(state.tables, one);
  return tables === state.tables ? state : { tables, past: [...state.past, state.tables].slice(-PAST) };
}

export function undo(state: EditState): EditState {
  const before = state.past.at(-1);
  return before === undefined ? state : { tables: before, past: state.past.slice(0, -1) };
}

function apply(tables: EditedTables, one: Edit): EditedTables {
  if (one.do === 'replace') return { ...tables, ...one.tables };
  const table = tables[one.table];
  if (table === undefined) return tables;
  const rows = rowsAfter(table, one);
  return rows === table.rows ? tables : { ...tables, [one.table]: { ...table, rows } };
}

function rowsAfter(table: EditedTable, one: Exclude<Edit, { do: 'replace' }>): EditedTable['rows'] {
  switch (one.do) {
    case 'write': {
      const row = table.rows[one.row];
      if (row === undefined || row[one.column] === one.text) return table.rows;
      return table.rows.with(one.row, row.with(one.column, one.text));
    }
    case 'add':
      return table.rows.toSpliced(
        one.after + 1,
        0,
        table.columns.map(() => ''),
      );
    case 'remove':
      return table.rows.toSpliced(one.row, 1);
  }
}

/** Rows in which every word stands somewhere, with their numbers from 0. */
export function findRows(table: EditedTable, words: string): number[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return table.rows.flatMap((cells, row) => {
    const text = cells.join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word)) ? [row] : [];
  });
}
