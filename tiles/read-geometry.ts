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

type Part = 'shell' | 'hole' | 'line' | 'point';

/**
 * Told of a ring, line or point: the byte at which its first position stands, and how many there are. The view is of the
 * same bytes, and reads numbers faster than a Buffer does.
 */
type Visit = (start: number, count: number, part: Part, view: DataView) => void;

/** Calls `visit` with every ring, line and point of a geometry, in their order. */
export function walkPaths(wkb: Buffer, visit: Visit): void {
  walkShape(new DataView(wkb.buffer, wkb.byteOffset, wkb.length), 0, visit);
}

/** @returns the byte behind the shape */
function walkShape(view: DataView, start: number, visit: Visit): number {
  if (view.getUint8(start) !== 1) throw new RangeError('WKB must be little-endian');
  const type = view.getUint32(start + 1, true);
  let at = start + 5;
  if (type === POINT) {
    visit(at, 1, 'point', view);
    return at + POSITION_BYTES;
  }
  if (type === LINE) return walkPath(view, at, 'line', visit);
  const isPolygon = type === POLYGON;
  if (!isPolygon && !COLLECTIONS.has(type)) throw new RangeError(`WKB type ${type} is not drawn`);
  const count = view.getUint32(at, true);
  at += 4;
  for (let i = 0; i < count; i++)
    at = isPolygon ? walkPath(view, at, i === 0 ? 'shell' : 'hole', visit) : walkShape(view, at, visit);
  return at;
}

/** @returns the byte behind the path */
function walkPath(view: DataView, start: number, part: Part, visit: Visit): number {
  const count = view.getUint32(start, true);
  visit(start + 4, count, part, view);
  return start + 4 + count * POSITION_BYTES;
}

/** West, south, east, north of some geometries in degrees; turned inside out where there are none. */
export function boundsOf(
  shapes: Iterable<Buffer>,
): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  const widen: Visit = (start, count, _part, view) => {
    for (let i = 0, at = start; i < count; i++, at += POSITION_BYTES) {
      const lng = view.getFloat64(at, true);
      const lat = view.getFloat64(at + 8, true);
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  };
  for (const wkb of shapes) walkPaths(wkb, widen);
  return [west, south, east, north];
}
