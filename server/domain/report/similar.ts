import * as z from 'zod/mini';
import type { LngLat } from '../geo/lng-lat.ts';
import { distanceM, radiiAt } from '../geo/measure.ts';
import { CATEGORY_CODES, type CategoryCode, trackOf } from './category.ts';

/** Two reports may mean the same thing: this near, within this time. Only staff see which. */
export const NEAR_M = 50;
export const RECENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the comparison of two reports takes. */
export interface Comparable {
  readonly place: LngLat;
  readonly category: CategoryCode;
  readonly receivedAt: Date;
}

/** Whether two reports may mean the same thing, whichever came first. */
export const isSimilar = (one: Comparable, other: Comparable): boolean =>
  trackOf(one.category) === trackOf(other.category) &&
  Math.abs(one.receivedAt.getTime() - other.receivedAt.getTime()) <= RECENT_DAYS * DAY_MS &&
  distanceM(one.place, other.place) <= NEAR_M;

/** Side of a square by which the public is told, metres: no question finds out where in it a report lies. */
export const CELL_M = 100;

/** A square of a fixed grid, counted from the meridian and the equator. */
interface Cell {
  readonly column: number;
  readonly row: number;
}

const DEGREE = Math.PI / 180;
/** Rows have this height everywhere: CELL_M at the equator, a little more towards the poles. */
const ROW_DEG = CELL_M / (radiiAt(0).meridian * DEGREE);

/** Columns are as wide as CELL_M on the side of the row that is nearer to the equator, where a degree is longest. */
function columnDeg(row: number): number {
  const lat = Math.min(Math.abs(row), Math.abs(row + 1)) * ROW_DEG;
  return CELL_M / (radiiAt(lat).transverse * Math.cos(lat * DEGREE) * DEGREE);
}

function cellAt([lng, lat]: LngLat): Cell {
  const row = Math.floor(lat / ROW_DEG);
  return { column: Math.floor(lng / columnDeg(row)), row };
}

const keyOf = ({ column, row }: Cell): string => `${column}:${row}`;

/** The square that a place lies in, as reports keep it. */
export const cellOf = (place: LngLat): string => keyOf(cellAt(place));

/**
 * The square of a place and those around it: everything within {@link NEAR_M} of the place lies in one of them. They depend
 * on the square alone, so that asking from many places tells no more than squares.
 */
export function cellsAround(place: LngLat): string[] {
  const { column, row: middle } = cellAt(place);
  const widthDeg = columnDeg(middle);
  const [west, east] = [(column - 1) * widthDeg, (column + 2) * widthDeg];
  const keys: string[] = [];
  for (const row of [middle - 1, middle, middle + 1]) {
    const ownDeg = columnDeg(row);
    // Rows do not have their columns below each other.
    for (let at = Math.floor(west / ownDeg + 1e-9); at < Math.ceil(east / ownDeg - 1e-9); at += 1)
      keys.push(keyOf({ column: at, row }));
  }
  return keys;
}

/**
 * An open report near a place as everybody may know it: that there is at least one of this category in the squares around,
 * in the last 30 days. Never how many, when exactly, where, or by whom.
 */
export const similarOfferSchema = z.object({
  category: z.enum(CATEGORY_CODES),
  /** Sent with a report that supports it; says nothing to anybody but the server. */
  token: z.string(),
});
export type SimilarOffer = z.infer<typeof similarOfferSchema>;
