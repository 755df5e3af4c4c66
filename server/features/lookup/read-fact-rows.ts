import * as z from 'zod/mini';
import { type FactRow, factRowSchema } from '#domain/zoning/facts';

/** Row of the facts functions as the driver hands it over: the fact still as the text that PostgreSQL wrote. */
export interface FactText {
  readonly kind: string;
  readonly fact: string;
}

/** Facts that come again word by word for other places: what is in force, the areas, the polygon, the overlay. */
const RECURRING: ReadonlySet<string> = new Set(['version', 'admin', 'zone', 'rtrw', 'overlay']);
/** Texts kept per kind, about half a kilobyte each. */
const MAX_KEPT = 2048;
const kept = new Map<string, Map<string, FactRow>>();

/**
 * Reads rows of `facts_at_point` or `facts_in_polygon`; every text is checked against the schema. A text that came before is
 * not read again: nineteen versions in force are most of what an answer reads, the same for every place (measured 2026-11-29).
 * The rows are shared between answers and frozen.
 *
 * @throws ZodError or SyntaxError for a row that is no fact
 */
export function readFactRows(rows: readonly FactText[]): FactRow[] {
  return rows.map(readFactRow);
}

function readFactRow({ kind, fact }: FactText): FactRow {
  if (!RECURRING.has(kind)) return parse(kind, fact);
  const ofKind = kept.get(kind) ?? new Map<string, FactRow>();
  kept.set(kind, ofKind);
  const found = ofKind.get(fact);
  if (found !== undefined) return found;
  const row = deepFreeze(parse(kind, fact));
  if (ofKind.size >= MAX_KEPT)
    for (const oldest of [...ofKind.keys()].slice(0, MAX_KEPT / 4)) ofKind.delete(oldest);
  ofKind.set(fact, row);
  return row;
}

const parse = (kind: string, fact: string): FactRow =>
  z.parse(factRowSchema, { kind, fact: JSON.parse(fact) });

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
