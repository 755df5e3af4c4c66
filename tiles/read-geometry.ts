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
  walkPaths(wkb, (start, count, part, view) => {
    const isRing = part === 'shell' || part === 'hole';
    // Holes whose shell has collapsed on the grid go with it.
    if (part === 'hole' && !shellKept) return;
    // A ring ends where it began.
    const own = isRing ? count - 1 : count;
    const xy = new Int32Array(own * 2);
    let used = 0;
    for (let i = 0, at = start; i < own; i++, at += POSITION_BYTES) {
      const x = gridX(view.getFloat64(at, true), world);
      const y = gridY(view.getFloat64(at + 8, true), world);
      if (used > 0 && xy[used - 2] === x && xy[used - 1] === y) continue;
      xy[used++] = x;
      xy[used++] = y;
    }
    while (isRing && used > 2 && xy[0] === xy[used - 2] && xy[1] === xy[used - 1]) used -= 2;
    const isKept = used >= (isRing ? 6 : part === 'line' ? 4 : 2);
    if (part === 'shell') shellKept = isKept;
    if (isKept) paths.push({ xy: used === xy.length ? xy : xy.subarray(0, used), isHole: part === 'hole' });
  });
  return paths;
}

/** Calls `visit` with every position of a geometry, longitude first. */
export function forEachPosition(wkb: Buffer, visit: (lng: number, lat: number) => void): void {
  walkPaths(wkb, (start, count, _part, view) => {
    for (let i = 0, at = start; i < count; i++, at += POSITION_BYTES) {
      visit(view.getFloat64(at, true), view.getFloat64(at + 8, true));
    }
  });
}

type Part = 'shell' | 'hole' | 'line' | 'point';

/**
 * Calls `visit` with the byte at which the first position stands, and their number, of every ring, line and point. The
 * view is of the same bytes, and reads numbers faster than a Buffer does.
 */
export function walkPaths(
  wkb: Buffer,
  visit: (start: number, count: number, part: Part, view: DataView) => void,
): void {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.length);
  let position = 0;
  const readCount = (): number => {
    position += 4;
    return view.getUint32(position - 4, true);
  };
  const readPath = (part: Part): void => {
    const count = readCount();
    visit(position, count, part, view);
    position += count * POSITION_BYTES;
  };
  const readShape = (): void => {
    if (wkb[position] !== 1) throw new RangeError('WKB must be little-endian');
    const type = view.getUint32(position + 1, true);
    position += 5;
    if (type === POINT) {
      visit(position, 1, 'point', view);
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
