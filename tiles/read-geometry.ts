import { gridX, gridY, worldUnits } from './tile-grid.ts';

/**
 * One ring or line on the grid of the layer's deepest zoom, as `x0, y0, x1, y1 …`.
 * A ring does not repeat its first point; equal neighbours are already merged.
 */
export interface GridPath {
  readonly xy: Int32Array;
  readonly isHole: boolean;
}

const POLYGON = 3;
const LINE = 2;
const COLLECTIONS = new Set([4, 5, 6, 7]);

/**
 * Reads little-endian WKB (longitude, latitude in WGS 84) onto the grid of `zoom`.
 * All coordinates are rounded to that grid once, so a point that two neighbours share stays shared at every zoom.
 * @throws RangeError when the bytes are not the WKB of a line or polygon type: the caller reads from PostGIS only.
 */
export function readGridPaths(wkb: Buffer, zoom: number): GridPath[] {
  const world = worldUnits(zoom);
  const paths: GridPath[] = [];
  let position = 0;

  const readPath = (isRing: boolean, isHole: boolean): void => {
    const count = wkb.readUInt32LE(position);
    position += 4;
    const xy = new Int32Array(count * 2);
    let used = 0;
    for (let i = 0; i < count; i++, position += 16) {
      const x = gridX(wkb.readDoubleLE(position), world);
      const y = gridY(wkb.readDoubleLE(position + 8), world);
      if (used > 0 && xy[used - 2] === x && xy[used - 1] === y) continue;
      xy[used++] = x;
      xy[used++] = y;
    }
    while (isRing && used > 2 && xy[0] === xy[used - 2] && xy[1] === xy[used - 1]) used -= 2;
    if (used >= (isRing ? 6 : 4)) paths.push({ xy: xy.subarray(0, used), isHole });
  };

  const readShape = (): void => {
    if (wkb[position] !== 1) throw new RangeError('WKB must be little-endian');
    const type = wkb.readUInt32LE(position + 1);
    position += 5;
    if (type === LINE) {
      readPath(false, false);
      return;
    }
    if (type !== POLYGON && !COLLECTIONS.has(type)) throw new RangeError(`WKB type ${type} is not drawn`);
    const count = wkb.readUInt32LE(position);
    position += 4;
    const before = paths.length;
    for (let i = 0; i < count; i++) {
      if (type === POLYGON) readPath(true, i > 0);
      else readShape();
    }
    // Holes whose shell has collapsed on the grid go with it.
    if (type === POLYGON && paths[before]?.isHole) paths.length = before;
  };
  readShape();
  return paths;
}
