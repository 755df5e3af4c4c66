import type { LngLat } from '../geo/lng-lat.ts';
import { areaM2, radiiAt } from '../geo/measure.ts';

/** Ground as it is stored: polygons of rings, longitude first, each ring closed. */
export type Ground = readonly (readonly (readonly LngLat[])[])[];
type Metres = readonly [x: number, y: number];

/** Why corners in an order make no outline; null when they do. */
export type OutlineFault = 'tooFewCorners' | 'crossesItself' | 'noArea';

/** Places on a plane around a middle latitude; a plot is small enough for it. */
function planeAround(places: readonly LngLat[]): (place: LngLat) => Metres {
  const [first = [0, 0] as LngLat] = places;
  const { meridian, transverse } = radiiAt(first[1]);
  const perDegree = Math.PI / 180;
  const east = transverse * Math.cos(first[1] * perDegree) * perDegree;
  return ([lng, lat]) => [(lng - first[0]) * east, (lat - first[1]) * meridian * perDegree];
}

/** Whether corners, in this order, go around one piece of ground. */
export function outlineFault(corners: readonly LngLat[]): OutlineFault | null {
  const distinct = new Set(corners.map(([lng, lat]) => `${lng} ${lat}`));
  if (corners.length < 3 || distinct.size < 3) return 'tooFewCorners';
  const toPlane = planeAround(corners);
  const points = corners.map(toPlane);
  const edges = points.map((from, index) => [from, points[(index + 1) % points.length] as Metres] as const);
  for (let one = 0; one < edges.length; one++)
    for (let other = one + 1; other < edges.length; other++) {
      const areNeighbours = other === one + 1 || (one === 0 && other === edges.length - 1);
      const [a, b] = [edges[one] as Edge, edges[other] as Edge];
      if (areNeighbours ? turnsBack(a, b, one === 0 && other !== 1) : crosses(a, b)) return 'crossesItself';
    }
  return areaM2(corners) < 0.01 ? 'noArea' : null;
}

type Edge = readonly [Metres, Metres];
const cross = ([ax, ay]: Metres, [bx, by]: Metres, [cx, cy]: Metres): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
const isWithin = ([ax, ay]: Metres, [bx, by]: Metres, [px, py]: Metres): boolean =>
  px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by);

/** Edges that touch or cross anywhere. */
function crosses([a, b]: Edge, [c, d]: Edge): boolean {
  const [abc, abd, cda, cdb] = [cross(a, b, c), cross(a, b, d), cross(c, d, a), cross(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && isWithin(a, b, c)) ||
    (abd === 0 && isWithin(a, b, d)) ||
    (cda === 0 && isWithin(c, d, a)) ||
    (cdb === 0 && isWithin(c, d, b))
  );
}

/** Neighbours share a corner; they may not lie on each other. */
function turnsBack(one: Edge, other: Edge, isAroundTheEnd: boolean): boolean {
  const [before, after] = isAroundTheEnd ? [other, one] : [one, other];
  const [from, corner] = before;
  const to = after[1];
  if (cross(from, corner, to) !== 0) return false;
  return (from[0] - corner[0]) * (to[0] - corner[0]) + (from[1] - corner[1]) * (to[1] - corner[1]) > 0;
}

/** Area of ground in m², its holes taken out. */
export const groundAreaM2 = (ground: Ground): number =>
  ground.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + areaM2(outer) - holes.reduce((inner, hole) => inner + areaM2(hole), 0),
    0,
  );

/** Corners as a ring that is closed. */
export const ringOf = (corners: readonly LngLat[]): LngLat[] =>
  corners.length === 0 ? [] : [...corners, corners[0] as LngLat];

/** Samples along one outline: the distance below is wrong by at most half of the step between them. */
const MOST_SAMPLES = 4_000;

/**
 * The largest distance in metres from anywhere on one outline to the nearest place on the other, both ways (Hausdorff).
 *
 * Samples stand at most a quarter of a metre apart, further only around grounds of more than a kilometre; as the
 * distance changes by no more than one steps, what is given is short of the true one by at most half a step.
 */
export function largestDistanceM(one: Ground, other: Ground): number {
  const all = [...one.flat(), ...other.flat()].flat();
  const toPlane = planeAround(all);
  const edgesOf = (ground: Ground): Edge[] =>
    ground.flat().flatMap((ring) => {
      const points = ring.map(toPlane);
      return points.slice(1).map((to, index) => [points[index] as Metres, to] as const);
    });
  const [a, b] = [edgesOf(one), edgesOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  return Math.max(furthest(a, b), furthest(b, a));
}

function furthest(from: readonly Edge[], to: readonly Edge[]): number {
  const length = from.reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0);
  const step = Math.max(0.25, length / MOST_SAMPLES);
  let most = 0;
  for (const [[ax, ay], [bx, by]] of from) {
    const parts = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / step));
    for (let part = 0; part <= parts; part++) {
      const place: Metres = [ax + ((bx - ax) * part) / parts, ay + ((by - ay) * part) / parts];
      let least = Number.POSITIVE_INFINITY;
      for (const edge of to) {
        least = Math.min(least, distanceToEdge(place, edge));
        if (least <= most) break;
      }
      most = Math.max(most, least);
    }
  }
  return most;
}

function distanceToEdge([px, py]: Metres, [[ax, ay], [bx, by]]: Edge): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / squared));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}
