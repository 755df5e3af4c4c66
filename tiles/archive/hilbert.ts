/** Number of tiles of all zooms above `zoom`, which is the id of the first tile of `zoom`. */
const firstIdOf = (zoom: number): number => (4 ** zoom - 1) / 3;

/**
 * Place of a tile along the Hilbert curves that PMTiles v3 orders tiles by, zoom after zoom.
 * @source https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md §3.1
 */
export function tileIdOf(zoom: number, column: number, row: number): number {
  let id = firstIdOf(zoom);
  let x = column;
  let y = row;
  for (let side = 2 ** zoom / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const lower = (y & side) > 0 ? 1 : 0;
    id += side * side * ((3 * right) ^ lower);
    if (lower === 0) {
      if (right === 1) {
        x = side - 1 - (x & (side - 1));
        y = side - 1 - (y & (side - 1));
      }
      const turned = x;
      x = y;
      y = turned;
    }
  }
  return id;
}

/** The tile of an id: what {@link tileIdOf} gave it, back again. */
export function tileOfId(id: number): { zoom: number; column: number; row: number } {
  let zoom = 0;
  while (firstIdOf(zoom + 1) <= id) zoom++;
  let rest = id - firstIdOf(zoom);
  let column = 0;
  let row = 0;
  for (let side = 1; side < 2 ** zoom; side *= 2) {
    const quarter = rest % 4;
    rest = Math.floor(rest / 4);
    const right = quarter >= 2 ? 1 : 0;
    const lower = quarter === 1 || quarter === 2 ? 1 : 0;
    if (lower === 0) {
      if (right === 1) {
        column = side - 1 - column;
        row = side - 1 - row;
      }
      [column, row] = [row, column];
    }
    column += side * right;
    row += side * lower;
  }
  return { zoom, column, row };
}
