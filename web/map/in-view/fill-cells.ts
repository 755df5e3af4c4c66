/** A point on the screen, pixels. */
export type Pixel = readonly [x: number, y: number];

/** Part of an area on the screen: its rings, holes among them, by the even-odd rule. */
export interface Piece {
  /** Pieces of one area carry the same key. */
  readonly key: string;
  readonly rings: readonly (readonly Pixel[])[];
}

export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A window in square cells, line by line, each with the area that its middle lies in. */
export interface CellGrid {
  readonly window: Window;
  /** Edge of a cell, pixels. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly owners: readonly (string | undefined)[];
}

/**
 * Fills areas into the cells of a window. Pieces of one area that overlap, as those of neighbouring tiles do, count
 * once; of two areas the first keeps the ground. An area that holds no middle of a cell is too small to be found.
 */
export function fillCells(pieces: readonly Piece[], window: Window, cell: number): CellGrid {
  const columns = Math.max(1, Math.floor(window.width / cell));
  const rows = Math.max(1, Math.floor(window.height / cell));
  const owners: (string | undefined)[] = new Array(columns * rows).fill(undefined);
  const grid = { window, cell, columns, rows, owners };
  for (const piece of pieces) fillPiece(piece, grid);
  return grid;
}

/** How many cells each area fills. */
export function countCells({ owners }: CellGrid): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of owners) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function fillPiece(
  { key, rings }: Piece,
  { window: { left, top }, cell, columns, rows, owners }: CellGrid & { owners: (string | undefined)[] },
): void {
  const crossings: number[][] = [];
  for (const ring of rings) {
    ring.forEach(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length] as Pixel;
      // Rows whose middle lies between the ends, the upper end included: each corner counts once.
      const first = Math.max(0, Math.ceil((Math.min(y1, y2) - top) / cell - 0.5));
      const end = Math.min(rows, Math.ceil((Math.max(y1, y2) - top) / cell - 0.5));
      for (let row = first; row < end; row += 1) {
        const y = top + (row + 0.5) * cell;
        const line = crossings[row] ?? [];
        crossings[row] = line;
        line.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      }
    });
  }
  crossings.forEach((line, row) => {
    line.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < line.length; pair += 2) {
      const first = Math.max(0, Math.ceil(((line[pair] ?? 0) - left) / cell - 0.5));
      const end = Math.min(columns, Math.ceil(((line[pair + 1] ?? 0) - left) / cell - 0.5));
      for (let column = first; column < end; column += 1) owners[row * columns + column] ??= key;
    }
  });
}
