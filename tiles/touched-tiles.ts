import { TILE_BUFFER, tileIndex } from './tile-grid.ts';

/** West, north, east, south on the grid of a layer's deepest zoom. */
export type GridBox = readonly [west: number, north: number, east: number, south: number];

/** Tiles that may not be what they were; every other tile of a pyramid is the same, byte for byte. */
export class TouchedTiles {
  readonly #maxZoom: number;
  readonly #byZoom = new Map<number, Set<number>>();

  /** @param maxZoom the deepest zoom, on whose grid boxes are given */
  constructor(maxZoom: number) {
    this.#maxZoom = maxZoom;
  }

  /** Adds every tile of some zooms whose square, with its buffer, meets the box. */
  add(box: GridBox, minZoom: number, maxZoom: number): void {
    for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
      const touched = this.#byZoom.get(zoom) ?? new Set();
      this.#byZoom.set(zoom, touched);
      const [west, north, east, south] = this.#rangeAt(box, zoom);
      for (let row = north; row <= south; row++)
        for (let column = west; column <= east; column++) touched.add(row * 2 ** zoom + column);
    }
  }

  /** @param address row × columns + column */
  has(zoom: number, address: number): boolean {
    return this.#byZoom.get(zoom)?.has(address) ?? false;
  }

  /** Whether a shape within this box may lie in one of the tiles. */
  meets(box: GridBox, zoom: number): boolean {
    const touched = this.#byZoom.get(zoom);
    if (touched === undefined) return false;
    const columns = 2 ** zoom;
    const [west, north, east, south] = this.#rangeAt(box, zoom);
    if ((east - west + 1) * (south - north + 1) > touched.size) {
      for (const address of touched) {
        const [column, row] = [address % columns, Math.floor(address / columns)];
        if (column >= west && column <= east && row >= north && row <= south) return true;
      }
      return false;
    }
    for (let row = north; row <= south; row++)
      for (let column = west; column <= east; column++) if (touched.has(row * columns + column)) return true;
    return false;
  }

  get count(): number {
    return [...this.#byZoom.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** A unit more on each side: rounding to the units of a zoom may leave the box by one. */
  #rangeAt([west, north, east, south]: GridBox, zoom: number): GridBox {
    const shift = this.#maxZoom - zoom;
    const least = (value: number) => tileIndex((value >> shift) - 1 - TILE_BUFFER);
    const most = (value: number) => tileIndex((value >> shift) + 2 + TILE_BUFFER);
    return [least(west), least(north), most(east), most(south)];
  }
}

/** Box of some paths on their grid; undefined when there are none. */
export function boxOf(paths: readonly { readonly xy: Int32Array }[]): GridBox | undefined {
  let box: GridBox | undefined;
  for (const { xy } of paths) box = boxOfPositions(xy, 0, xy.length / 2 - 1, box);
  return box;
}

/** Box of some positions of a path, which may run on past the end of a ring; joined with `start`. */
export function boxOfPositions(
  xy: Int32Array,
  first: number,
  last: number,
  start: GridBox | undefined,
): GridBox | undefined {
  const count = xy.length / 2;
  let [west, north, east, south] = start ?? [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = first; i <= last; i++) {
    const x = xy[2 * (i % count)] as number;
    const y = xy[2 * (i % count) + 1] as number;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return last < first ? start : [west, north, east, south];
}
