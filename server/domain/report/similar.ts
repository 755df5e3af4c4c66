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

/** Side of the squares that reports keep, metres. */
const CELL_M = 100;
/** Squares on a side of a block; the public is told by blocks of some 500 m. */
const BLOCK_CELLS = 5;
/** Fewer reports than this in a block are offered to nobody: one, or two, would tell that somebody reported. */
export const FEWEST_OFFERED = 3;

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
 * The squares of the block that a place lies in. Every square is of one block, whichever place is asked for: blocks do not
 * overlap, so that there is nothing to subtract one answer from. Near their borders a neighbour is not told of.
 */
export function cellsOfBlock(place: LngLat): string[] {
  const { column, row } = cellAt(place);
  const first = Math.floor(row / BLOCK_CELLS) * BLOCK_CELLS;
  const blockDeg = BLOCK_CELLS * columnDeg(first);
  const blockOf = (at: number, ownDeg: number): number => Math.floor(((at + 0.5) * ownDeg) / blockDeg);
  const block = blockOf(column, columnDeg(row));
  const keys: string[] = [];
  for (let at = first; at < first + BLOCK_CELLS; at += 1) {
    const ownDeg = columnDeg(at);
    // Rows do not have their columns below each other: a square belongs where its middle lies.
    const west = Math.floor((block * blockDeg) / ownDeg) - 1;
    for (let next = west; next <= west + BLOCK_CELLS + 2; next += 1)
      if (blockOf(next, ownDeg) === block) keys.push(keyOf({ column: next, row: at }));
  }
  return keys;
}

/**
 * Open reports around a place as everybody may know it: that there are several of this category in the block, which staff have
 * verified and which did not come today. Never how many, when exactly, where, or by whom; never of a single one.
 */
export const similarOfferSchema = z.object({
  category: z.enum(CATEGORY_CODES),
  /** Sent with a report that supports it; says nothing to anybody but the server. */
  token: z.string(),
});
export type SimilarOffer = z.infer<typeof similarOfferSchema>;
