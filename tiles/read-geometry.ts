import { gridX, gridY, worldUnits } from './tile-grid.ts';

/**
 * One ring or line on the grid of the layer's deepest zoom, as `x0, y0, x1, y1 …`.
 * A ring does not repeat its first point; equal neighbours are already merged.
 */
export interface GridPath {
  readonly xy: Int32Array;
  readonly isHole: boolean;
}

const POSITION_BYTES = 16;
const POLYGON = 3;
const LINE = 2;
const POINT = 1;
const COLLECTIONS = new Set([4, 5, 6, 7]);

/**
 * Reads little-endian WKB (longitude, latitude in WGS 84) onto the grid of `zoom`.
 * All coordinates are rounded to that grid once, so a point that two neighbours share stays shared at every zoom.
 * @throws RangeError when the bytes are not the WKB of a point, line or polygon type: the caller reads from PostGIS only.
 */
export function readGridPaths(wkb: Buffer, zoom: number): GridPath[] {
  const world = worldUnits(zoom);
  const paths: GridPath[] = [];
  let shellKept = false;
  walkPaths(wkb, (start, count, part) => {
    const isRing = part === 'shell' || part === 'hole';
    // Holes whose shell has collapsed on the grid go with it.
    if (part === 'hole' && !shellKept) return;
    const xy = new Int32Array(count * 2);
    let used = 0;
    for (let i = 0, at = start; i < count; i++, at += POSITION_BYTES) {
      const x = gridX(wkb.readDoubleLE(at), world);
      const y = gridY(wkb.readDoubleLE(at + 8), world);
      if (used > 0 && xy[used - 2] === x && xy[used - 1] === y) continue;
      xy[used++] = x;
      xy[used++] = y;
    }
    while (isRing && used > 2 && xy[0] === xy[used - 2] && xy[1] === xy[used - 1]) used -= 2;
    const isKept = used >= (isRing ? 6 : part === 'line' ? 4 : 2);
    if (part === 'shell') shellKept = isKept;
    if (isKept) paths.push({ xy: xy.subarray(0, used), isHole: part === 'hole' });
  });
  return paths;
}

/** Calls `visit` with every position of a geometry, longitude first. */
export function forEachPosition(wkb: Buffer, visit: (lng: number, lat: number) => void): void {
  walkPaths(wkb, (start, count) => {
    for (let i = 0, at = start; i < count; i++, at += POSITION_BYTES) {
      visit(wkb.readDoubleLE(at), wkb.readDoubleLE(at + 8));
    }
  });
}

type Part = 'shell' | 'hole' | 'line' | 'point';

/** Calls `visit` with the byte at which the first position stands, and their number, of every ring, line and point. */
export function walkPaths(wkb: Buffer, visit: (start: number, count: number, part: Part) => void): void {
  let position = 0;
  const readCount = (): number => {
    position += 4;
    return wkb.readUInt32LE(position - 4);
  };
  const readPath = (part: Part): void => {
    const count = readCount();
    visit(position, count, part);
    position += count * POSITION_BYTES;
  };
  const readShape = (): void => {
    if (wkb[position] !== 1) throw new RangeError('WKB must be little-endian');
    const type = wkb.readUInt32LE(position + 1);
    position += 5;
    if (type === POINT) {
      visit(position, 1, 'point');
      position += POSITION_BYTES;
    } else if (type === LINE) readPath('line');
    else if (type === POLYGON) {
      const count = readCount();
      for (let i = 0; i < count; i++) readPath(i === 0 ? 'shell' : 'hole');
    } else if (COLLECTIONS.has(type)) {
      const count = readCount();
      for (let i = 0; i < count; i++) readShape();
    } else throw new RangeError(`WKB type ${type} is not drawn`);
  };
  readShape();
}
