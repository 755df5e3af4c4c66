import type { Line, Point } from './curves.ts';
import type { GeometryEngine, Polygon } from './geos.ts';

/** One face of the partition of the city: integer centimetres, in exactly one kelurahan. */
export type Face = {
  polygon: Polygon;
  /** Exact, in cm² times two. */
  doubleArea: number;
  kelurahan: number;
  /** A point inside, in centimetres. */
  inside: Point;
};

const ringDoubleArea = (ring: Float64Array): number => {
  let sum = 0;
  const x0 = ring[0] as number;
  const y0 = ring[1] as number;
  for (let at = 2; at + 3 < ring.length; at += 2) {
    const ax = (ring[at] as number) - x0;
    const ay = (ring[at + 1] as number) - y0;
    const bx = (ring[at + 2] as number) - x0;
    const by = (ring[at + 3] as number) - y0;
    sum += ax * by - bx * ay;
  }
  return Math.abs(sum);
};

/** Twice the area in cm², an integer: exact as long as the polygon is smaller than about 45 km². */
export function doubleAreaOf(polygon: Polygon): number {
  return polygon.reduce((sum, ring, index) => sum + (index === 0 ? 1 : -1) * ringDoubleArea(ring), 0);
}
export const areaM2 = (polygon: Polygon): number => doubleAreaOf(polygon) / 20000;

/** Widest inner stretch of the polygon on the horizontal at `y`: its middle and its width; undefined if there is none. */
function middleAt(polygon: Polygon, y: number): [number, number] | undefined {
  const crossings: number[] = [];
  for (const ring of polygon) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const y1 = ring[at + 1] as number;
      const y2 = ring[at + 3] as number;
      if (y1 <= y === y2 <= y) continue;
      const x1 = ring[at] as number;
      crossings.push(x1 + ((y - y1) / (y2 - y1)) * ((ring[at + 2] as number) - x1));
    }
  }
  crossings.sort((left, right) => left - right);
  let best: [number, number] | undefined;
  for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
    const from = crossings[pair] as number;
    const width = (crossings[pair + 1] as number) - from;
    if (best === undefined || width > best[1]) best = [from + width / 2, width];
  }
  return best;
}

/** Points inside a polygon, at `count` heights; the first is the one with the most room. */
export function pointsInside(polygon: Polygon, count: number): Point[] {
  const ring = polygon[0] as Float64Array;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 1; at < ring.length; at += 2) {
    low = Math.min(low, ring[at] as number);
    high = Math.max(high, ring[at] as number);
  }
  const found: [Point, number][] = [];
  for (let level = 1; level <= count; level += 1) {
    // Off the whole centimetre, so that the scan never runs through a vertex.
    const y = Math.floor(low + ((high - low) * level) / (count + 1)) + 0.5;
    const middle = middleAt(polygon, y);
    if (middle !== undefined) found.push([[middle[0], y], middle[1]]);
  }
  found.sort((left, right) => right[1] - left[1]);
  return found.map(([point]) => point);
}

const vertexKey = (x: number, y: number): number => x * 4194304 + y;

/** Which faces lie on the other side of each edge of each face, with the length of the shared edges in cm. */
export function neighboursOf(polygons: readonly Polygon[]): Map<number, number>[] {
  const owner = new Map<number, Map<number, number>>();
  const touching = polygons.map(() => new Map<number, number>());
  polygons.forEach((polygon, index) => {
    for (const ring of polygon) {
      for (let at = 0; at + 3 < ring.length; at += 2) {
        const [x1, y1, x2, y2] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]] as [
          number,
          number,
          number,
          number,
        ];
        const a = vertexKey(x1, y1);
        const b = vertexKey(x2, y2);
        const [low, high] = a < b ? [a, b] : [b, a];
        let row = owner.get(low);
        if (row === undefined) {
          row = new Map();
          owner.set(low, row);
        }
        const other = row.get(high);
        if (other === undefined) {
          row.set(high, index);
          continue;
        }
        const length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        const mine = touching[index] as Map<number, number>;
        const theirs = touching[other] as Map<number, number>;
        mine.set(other, (mine.get(other) ?? 0) + length);
        theirs.set(index, (theirs.get(index) ?? 0) + length);
      }
    }
  });
  return touching;
}

/**
 * Cuts the city into faces: every line is noded once on the centimetre grid, so the faces share their borders exactly
 * and cover each kelurahan without gap or overlap.
 */
export function cutIntoFaces(
  engine: GeometryEngine,
  kelurahanRings: readonly Line[][],
  lines: readonly Float64Array[],
): Face[] {
  const rings = kelurahanRings.map((list) => list.map((ring) => Float64Array.from(ring.flat())));
  const locators = rings.map((polygon) => engine.locator([polygon]));
  const boxes = rings.map(([ring = new Float64Array()]) => {
    const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
    for (let at = 0; at < ring.length; at += 2) {
      box[0] = Math.min(box[0], ring[at] as number);
      box[1] = Math.min(box[1], ring[at + 1] as number);
      box[2] = Math.max(box[2], ring[at] as number);
      box[3] = Math.max(box[3], ring[at + 1] as number);
    }
    return box;
  });
  const faces: Face[] = [];
  for (const polygon of engine.facesOf([...rings.flat(), ...lines])) {
    const [inside] = pointsInside(polygon, 5);
    if (inside === undefined) continue;
    const [x, y] = inside;
    const kelurahan = locators.findIndex((locator, index) => {
      const [west, south, east, north] = boxes[index] as [number, number, number, number];
      return x >= west && x <= east && y >= south && y <= north && locator.contains(x, y);
    });
    if (kelurahan >= 0) faces.push({ polygon, doubleArea: doubleAreaOf(polygon), kelurahan, inside });
  }
  for (const locator of locators) locator.free();
  return faces;
}
