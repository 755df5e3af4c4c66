import type { CellGrid, Pixel } from './fill-cells.ts';

/** A point well inside what is seen of each area: the middle of its cell that is farthest from every other area. */
export function innerPoints(grid: CellGrid): Map<string, Pixel> {
  const { window, cell, columns, owners } = grid;
  const depths = depthsOf(grid);
  const deepest = new Map<string, number>();
  owners.forEach((key, index) => {
    if (key === undefined) return;
    const before = deepest.get(key);
    if (before === undefined || (depths[index] ?? 0) > (depths[before] ?? 0)) deepest.set(key, index);
  });
  return new Map(
    [...deepest].map(([key, index]) => [
      key,
      [
        window.left + ((index % columns) + 0.5) * cell,
        window.top + (Math.floor(index / columns) + 0.5) * cell,
      ],
    ]),
  );
}

/** Steps from each cell to the nearest cell of another area, or to the edge of the window. */
function depthsOf({ owners, columns, rows }: CellGrid): number[] {
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
