import * as z from 'zod/mini';
import type { EditedTables } from './table-edits.ts';

const keptSchema = z.record(
  z.string(),
  z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
);
const nameOf = (layerId: string, base: string): string => `omod-aturan:${layerId}:${base}`;

/** Edits of a version that this tab has not saved; null: none. */
export function keptEdits(storage: Storage, layerId: string, base: string): EditedTables | null {
  try {
    const read = keptSchema.safeParse(JSON.parse(storage.getItem(nameOf(layerId, base)) ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Keeps edits over a reload; null forgets them. A set too large for the tab is only not kept. */
export function keepEdits(
  storage: Storage,
  layerId: string,
  base: string,
  tables: EditedTables | null,
): void {
  try {
    if (tables === null) storage.removeItem(nameOf(layerId, base));
    else storage.setItem(nameOf(layerId, base), JSON.stringify(tables));
  } catch {
    return;
  }
}
