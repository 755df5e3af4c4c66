import type { Point } from './plane.ts';

type Piece = readonly [from: Point, to: Point];

/** Metres: about the reach of a road. */
const CELL_M = 20;

/**
 * Straight pieces in a grid, so that a search looks at those near a place and not at all of them: a drawn outline may
 * have hundreds of corners among the roads of a whole quarter.
 *
 * @returns the indices, each once, of pieces that may meet a box; pieces beside it may be among them
 */
export function gridOf(pieces: readonly Piece[]): (least: Point, most: Point) => number[] {
  const cells = new Map<number, number[]>();
  for (const [index, piece] of pieces.entries()) {
    for (const key of cellsOf(piece)) {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [index]);
      else cell.push(index);
    }
  }
  const seenIn = new Uint32Array(pieces.length);
  let search = 0;
  return (least, most) => {
    search += 1;
    const found: number[] = [];
    for (let column = cellAt(least[0]); column <= cellAt(most[0]); column += 1) {
      for (let row = cellAt(least[1]); row <= cellAt(most[1]); row += 1) {
        for (const index of cells.get(keyOf(column, row)) ?? []) {
          if (seenIn[index] === search) continue;
          seenIn[index] = search;
          found.push(index);
        }
      }
    }
    return found;
  };
}

/** One number for a cell: a ground is never wider than its own half of 65,536 cells. */
const keyOf = (column: number, row: number): number => (column + 32_768) * 65_536 + row + 32_768;
const cellAt = (metres: number): number => Math.floor(metres / CELL_M);

/** The cells that a piece passes: column by column only the rows that it crosses there, not all of its box. */
function cellsOf([from, to]: Piece): number[] {
  const [west, east] = from[0] <= to[0] ? [from, to] : [to, from];
  const wideM = east[0] - west[0];
  const northAt = (eastM: number) =>
    wideM === 0
      ? west[1]
      : west[1] + (east[1] - west[1]) * Math.min(1, Math.max(0, (eastM - west[0]) / wideM));
  const cells: number[] = [];
  for (let column = cellAt(west[0]); column <= cellAt(east[0]); column += 1) {
    const ends =
      wideM === 0 ? [west[1], east[1]] : [northAt(column * CELL_M), northAt((column + 1) * CELL_M)];
    // A millimetre more, for the rounding of a piece that runs along the border of two cells.
    const [low, high] = [Math.min(...ends) - 0.001, Math.max(...ends) + 0.001];
    for (let row = cellAt(low); row <= cellAt(high); row += 1) cells.push(keyOf(column, row));
  }
  return cells;
}
