/** One tile of the Web Mercator pyramid, counted from the north-west; all three whole and not negative. */
export interface TileAddress {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
}

const DEEPEST = 22;

/**
 * Reads the last three parts of a tile's path, `14`, `13503` and `8250.mvt`.
 * @returns undefined when a part is no plain whole number or lies outside the world at that zoom.
 */
export function parseTileAddress(z: string, x: string, yWithSuffix: string): TileAddress | undefined {
  if (!/^\d{1,2}$/.test(z) || !/^\d{1,7}$/.test(x) || !/^\d{1,7}\.mvt$/.test(yWithSuffix)) return undefined;
  const zoom = Number(z);
  const column = Number(x);
  const row = Number.parseInt(yWithSuffix, 10);
  const side = 2 ** zoom;
  return zoom <= DEEPEST && column < side && row < side ? { zoom, column, row } : undefined;
}
