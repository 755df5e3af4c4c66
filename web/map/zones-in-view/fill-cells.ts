/** A point on the screen, pixels. */
export type Pixel = readonly [x: number, y: number];

/** Part of an area on the screen: its rings, holes among them, by the even-odd rule. */
export interface Piece {
  /** Pieces of one area carry the same key. */
  readonly key: string;
  readonly rings: readonly (readonly Pixel[])[];
}

export interface SeenArea {
  /** Part of the window that the area fills, 0–1. */
  readonly share: number;
  /** A point well inside what is seen of the area. */
  readonly inner: Pixel;
}

export interface Window {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How much of a window each area fills, and a point well inside it: areas are filled into cells line by line. Pieces
 * of one area that overlap, as those of neighbouring tiles do, count once; of two areas the first keeps the ground.
 *
 * @param cell edge of a cell in pixels; an area that holds no middle of a cell is too small to be seen
 */
export function fillCells(pieces: readonly Piece[], window: Window, cell: number): Map<string, SeenArea> {
  const columns = Math.max(1, Math.floor(window.width / cell));
  const rows = Math.max(1, Math.floor(window.height / cell));
  const owners: (string | undefined)[] = new Array(columns * rows);
  for (const piece of pieces) fillPiece(piece, window, cell, columns, rows, owners);
  const depths = depthsOf(owners, columns, rows);
  const seen = new Map<string, { cells: number; deepest: number }>();
  owners.forEach((key, index) => {
    if (key === undefined) return;
    const area = seen.get(key) ?? { cells: 0, deepest: index };
    area.cells += 1;
    if ((depths[index] ?? 0) > (depths[area.deepest] ?? 0)) area.deepest = index;
    seen.set(key, area);
  });
  return new Map(
    [...seen].map(([key, { cells, deepest }]) => [
      key,
      {
        share: cells / owners.length,
        inner: [
          window.left + ((deepest % columns) + 0.5) * cell,
          window.top + (Math.floor(deepest / columns) + 0.5) * cell,
        ],
      },
    ]),
  );
}

function fillPiece(
  { key, rings }: Piece,
  { left, top }: Window,
  cell: number,
  columns: number,
  rows: number,
  owners: (string | undefined)[],
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

/** Steps from each cell to the nearest cell of another area, or to the edge of the window. */
function depthsOf(owners: readonly (string | undefined)[], columns: number, rows: number): number[] {
  const depths: number[] = new Array(owners.length).fill(1);
  const deepen = (row: number, column: number, back: 1 | -1): void => {
    const index = row * columns + column;
    const before = [index - back * columns, index - back].map((other, side) => {
      const isInside = side === 0 ? isBetween(row - back, rows) : isBetween(column - back, columns);
      return isInside && owners[other] === owners[index] ? (depths[other] ?? 0) : 0;
    });
    const depth = 1 + Math.min(...before);
    depths[index] = back === 1 ? depth : Math.min(depths[index] ?? depth, depth);
  };
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) deepen(row, column, 1);
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1) deepen(row, column, -1);
  return depths;
}

const isBetween = (value: number, end: number): boolean => value >= 0 && value < end;
