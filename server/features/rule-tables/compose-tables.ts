import type { EditedTables } from '#domain/rules/table-problems';
import { textOfTable } from '#domain/rules/write-rule-tables';

/** Edited tables as the texts that the checks read, and for each line the row that stands there. */
export interface ComposedTables {
  readonly texts: Map<string, string>;
  readonly rowAtLine: Map<string, Map<number, number>>;
}

/** Writes edited tables as files. */
export function composeTables(tables: EditedTables): ComposedTables {
  const texts = new Map<string, string>();
  const rowAtLine = new Map<string, Map<number, number>>();
  for (const [name, table] of Object.entries(tables)) {
    const written = textOfTable(table);
    texts.set(name, written.text);
    rowAtLine.set(name, written.rowAtLine);
  }
  return { texts, rowAtLine };
}
