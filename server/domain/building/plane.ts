/** Metres east and north of the middle of the ground, in a projection of its own whose scale there is one. */
export type Point = readonly [eastM: number, northM: number];
export type Line = readonly Point[];
/** Exterior ring counter-clockwise, holes clockwise, each closed. */
export type Polygon = readonly Line[];

/** From the second point to the first. */
export const minus = ([ax, ay]: Point, [bx, by]: Point): Point => [ax - bx, ay - by];
/** The scalar product. */
export const dot = ([ax, ay]: Point, [bx, by]: Point): number => ax * bx + ay * by;
/** Length of a vector, metres. */
export const lengthOf = ([x, y]: Point): number => Math.hypot(x, y);

/** The same direction with length one; a zero vector stays zero. */
export function unit(vector: Point): Point {
  const length = lengthOf(vector);
  return length === 0 ? [0, 0] : [vector[0] / length, vector[1] / length];
}

/** The point between two others, `share` of the way from the first. */
export const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];

/** The point of the straight piece a–b that is nearest to another point. */
export function nearestOnPiece(point: Point, a: Point, b: Point): Point {
  const along = minus(b, a);
  const lengthSquared = dot(along, along);
  if (lengthSquared === 0) return a;
  const share = dot(minus(point, a), along) / lengthSquared;
  return between(a, b, Math.min(1, Math.max(0, share)));
}

/** Whether two straight pieces have a point in common. */
export function piecesMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const [ac, ad, ca, cb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  return ac * ad <= 0 && ca * cb <= 0 && !(ac === 0 && ad === 0);
}
