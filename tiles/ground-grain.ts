import { type TileEncoder, twiceArea } from './encode-tile.ts';
import type { GridPath } from './read-geometry.ts';
import { TILE_BUFFER, TILE_EXTENT } from './tile-grid.ts';

/** Side of a cell in units: two pixels of a 512-pixel tile. Divides a tile's side, so that no cell lies in two tiles. */
const CELL = 16;
const CELLS_ALONG_A_TILE = TILE_EXTENT / CELL;

type Tags = readonly (readonly [key: number, value: string])[];

interface Cell {
  readonly column: number;
  readonly row: number;
  /** Square units of small ground by what it is tagged with. */
  readonly grounds: Map<string, { readonly tags: Tags; area: number }>;
}

/**
 * The ground that is too small to be drawn at a zoom, gathered on a grid: where it fills half of a cell or more, the cell
 * is drawn as what most of it is. Without it a town of small blocks has the colour of the streets around them.
 * Counted cell by cell, not handed on from one polygon to the next, so that a tile is the same whichever others are made.
 */
export class GroundGrain {
  readonly #cells = new Map<string, Cell>();

  /**
   * @param shell a ring that is left out, on the grid of the deepest zoom
   * @param shift zooms between that grid and the one that is drawn
   */
  add(tags: Tags, { xy }: GridPath, shift: number): void {
    const at = cellOf(xy, shift);
    if (at === undefined) return;
    const [column, row] = at;
    const place = `${column} ${row}`;
    let cell = this.#cells.get(place);
    if (cell === undefined) {
      cell = { column, row, grounds: new Map() };
      this.#cells.set(place, cell);
    }
    const area = Math.abs(twiceArea(xy)) / 2 / 4 ** shift;
    const key = tags.join();
    const ground = cell.grounds.get(key);
    if (ground === undefined) cell.grounds.set(key, { tags, area });
    else ground.area += area;
  }

  /** @param encoderAt the tile at a column and a row, undefined where none is made */
  drawInto(encoderAt: (column: number, row: number) => TileEncoder | undefined): void {
    const cells = [...this.#cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
    let run: { tags: Tags; key: string; from: number; to: number; row: number } | undefined;
    const draw = (): void => {
      if (run === undefined) return;
      const encoder = encoderAt(
        Math.floor(run.from / CELLS_ALONG_A_TILE),
        Math.floor(run.row / CELLS_ALONG_A_TILE),
      );
      encoder?.addPolygon(0, run.tags, [{ xy: rectangle(run.from, run.to, run.row), isHole: false }], true);
      run = undefined;
    };
    for (const { column, row, grounds } of cells) {
      const most = mostOf(grounds);
      if (most === undefined) continue;
      const key = most.tags.join();
      const joins =
        run?.row === row && run.to === column && run.key === key && column % CELLS_ALONG_A_TILE !== 0;
      if (run !== undefined && joins) {
        run.to = column + 1;
        continue;
      }
      draw();
      run = { tags: most.tags, key, from: column, to: column + 1, row };
    }
    draw();
  }
}

/** What most of the small ground of a cell is, when all of it fills half of the cell; of equals the first by name. */
function mostOf(grounds: Cell['grounds']): { readonly tags: Tags } | undefined {
  let sum = 0;
  let most: { readonly tags: Tags; area: number } | undefined;
  for (const [, ground] of [...grounds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    sum += ground.area;
    if (most === undefined || ground.area > most.area) most = ground;
  }
  return sum >= (CELL * CELL) / 2 ? most : undefined;
}

/**
 * The cell of the middle of a ring's box; none for a sliver longer than a tile's buffer, so that a vertex that moves
 * changes no tile that does not reach it with its buffer.
 */
function cellOf(xy: Int32Array, shift: number): readonly [column: number, row: number] | undefined {
  let [west, north, east, south] = [xy[0] as number, xy[1] as number, xy[0] as number, xy[1] as number];
  for (let i = 2; i < xy.length; i += 2) {
    const x = xy[i] as number;
    const y = xy[i + 1] as number;
    if (x < west) west = x;
    else if (x > east) east = x;
    if (y < north) north = y;
    else if (y > south) south = y;
  }
  if (Math.max(east - west, south - north) > TILE_BUFFER * 2 ** shift) return undefined;
  const side = CELL * 2 ** shift;
  return [Math.floor((west + east) / 2 / side), Math.floor((north + south) / 2 / side)];
}

const rectangle = (from: number, to: number, row: number): number[] => {
  const [west, east, north, south] = [from * CELL, to * CELL, row * CELL, (row + 1) * CELL];
  return [west, north, east, north, east, south, west, south];
};
