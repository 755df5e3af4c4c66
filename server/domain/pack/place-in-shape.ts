import type { LngLat } from '../geo/lng-lat.ts';
import { type ShapePath, UNITS_PER_DEGREE } from './shapes.ts';

/** West, south, east, north on the grid of shapes. */
export type GridBox = readonly [number, number, number, number];

export interface GridPlace {
  readonly x: number;
  readonly y: number;
  /** Metres per unit eastward and northward at this place, on the ellipsoid. */
  readonly metresX: number;
  readonly metresY: number;
}

/** WGS 84: half axis in metres, squared eccentricity. */
const AXIS = 6_378_137;
const ECCENTRICITY = 0.006_694_379_990_14;

/** A place on the grid, with the scale there: exact to millimetres over the tens of metres it is used for. */
export function gridPlace([lng, lat]: LngLat): GridPlace {
  const radians = (lat * Math.PI) / 180;
  const bent = 1 - ECCENTRICITY * Math.sin(radians) ** 2;
  const perUnit = Math.PI / 180 / UNITS_PER_DEGREE;
  return {
    x: lng * UNITS_PER_DEGREE,
    y: lat * UNITS_PER_DEGREE,
    metresX: (AXIS / Math.sqrt(bent)) * Math.cos(radians) * perUnit,
    metresY: ((AXIS * (1 - ECCENTRICITY)) / bent ** 1.5) * perUnit,
  };
}

/** The box around a shape. */
export function boxOf(paths: readonly ShapePath[]): GridBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { xy } of paths) {
    for (let i = 0; i < xy.length; i += 2) {
      west = Math.min(west, xy[i] as number);
      east = Math.max(east, xy[i] as number);
      south = Math.min(south, xy[i + 1] as number);
      north = Math.max(north, xy[i + 1] as number);
    }
  }
  return [west, south, east, north];
}

/** Whether a place lies in a box that is widened by some metres. */
export function isNearBox([west, south, east, north]: GridBox, place: GridPlace, metres: number): boolean {
  const dx = metres / place.metresX;
  const dy = metres / place.metresY;
  return place.x >= west - dx && place.x <= east + dx && place.y >= south - dy && place.y <= north + dy;
}

/** One unit: a place that close to a border lies on it, because the grid may have moved the border that far. */
const ON_BORDER = 1;

/** Where a place lies to a polygon, holes and several parts included (even-odd rule). */
export function placeInPolygon(
  paths: readonly ShapePath[],
  { x, y }: GridPlace,
): 'inside' | 'border' | 'outside' {
  let isInside = false;
  for (const { xy } of paths) {
    let ax = (xy[xy.length - 2] as number) - x;
    let ay = (xy[xy.length - 1] as number) - y;
    for (let i = 0; i < xy.length; i += 2) {
      const bx = (xy[i] as number) - x;
      const by = (xy[i + 1] as number) - y;
      if (squaredToSegment(ax, ay, bx, by) < ON_BORDER) return 'border';
      if (ay > 0 !== by > 0 && ax + ((bx - ax) * ay) / (ay - by) > 0) isInside = !isInside;
      ax = bx;
      ay = by;
    }
  }
  return isInside ? 'inside' : 'outside';
}

/** Squared distance of the origin from a segment, in units. */
function squaredToSegment(ax: number, ay: number, bx: number, by: number): number {
  const [px, py] = nearestOnSegment(ax, ay, bx, by);
  return px * px + py * py;
}

function nearestOnSegment(ax: number, ay: number, bx: number, by: number): [number, number] {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return [ax + share * dx, ay + share * dy];
}

/**
 * Metres from a place to the outline of a shape. As the server measures: the nearest point is found in degrees, the
 * distance to it on the ellipsoid.
 */
export function metresToShape(paths: readonly ShapePath[], { x, y, metresX, metresY }: GridPlace): number {
  let nearest = Infinity;
  let metres = Infinity;
  for (const { kind, xy } of paths) {
    const last = xy.length - 2;
    for (let i = kind === 'line' ? 2 : 0; i < xy.length; i += 2) {
      const from = i === 0 ? last : i - 2;
      const [px, py] = nearestOnSegment(
        (xy[from] as number) - x,
        (xy[from + 1] as number) - y,
        (xy[i] as number) - x,
        (xy[i + 1] as number) - y,
      );
      const squared = px * px + py * py;
      if (squared >= nearest) continue;
      nearest = squared;
      metres = Math.hypot(px * metresX, py * metresY);
    }
  }
  return metres;
}
