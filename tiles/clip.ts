/** A growing path of whole units, `x0, y0, x1, y1 …`. Numbers stay small integers, which V8 keeps unboxed. */
export type UnitPath = number[];

/** The axis along which a strip is cut: 0 = columns (x), 1 = rows (y). */
export type Axis = 0 | 1;

/**
 * Cuts a ring to `low ≤ coordinate ≤ high` (Sutherland and Hodgman 1974). Parts of a concave ring stay joined by edges
 * along the cut, which lie in the tile's buffer and enclose nothing.
 * @returns the ring itself when nothing is cut, an empty path when nothing is left
 */
export function clipRing(ring: UnitPath, axis: Axis, low: number, high: number): UnitPath {
  const [least, most] = rangeOf(ring, axis);
  if (least >= low && most <= high) return ring;
  if (most < low || least > high) return [];
  return cutRing(cutRing(ring, axis, low, 1), axis, high, -1);
}

/** Cuts a line to `low ≤ coordinate ≤ high`; it may fall into several pieces. */
export function clipLine(line: UnitPath, axis: Axis, low: number, high: number): UnitPath[] {
  const [least, most] = rangeOf(line, axis);
  if (least >= low && most <= high) return [line];
  if (most < low || least > high) return [];
  const pieces: UnitPath[] = [];
  let piece: UnitPath = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const segment = clipSegment(line, i, axis, low, high);
    if (segment === undefined) continue;
    const [x0, y0, x1, y1] = segment;
    const joins = piece.length > 0 && piece.at(-2) === x0 && piece.at(-1) === y0;
    if (!joins) {
      if (piece.length >= 4) pieces.push(piece);
      piece = [x0, y0];
    }
    if (x0 !== x1 || y0 !== y1) piece.push(x1, y1);
  }
  if (piece.length >= 4) pieces.push(piece);
  return pieces;
}

/** Smallest and largest coordinate of a path along an axis. */
export function rangeOf(path: UnitPath, axis: Axis): [least: number, most: number] {
  let least = path[axis] as number;
  let most = least;
  for (let i = axis + 2; i < path.length; i += 2) {
    const value = path[i] as number;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  return [least, most];
}

function cutRing(ring: UnitPath, axis: Axis, edge: number, side: 1 | -1): UnitPath {
  const kept: UnitPath = [];
  const length = ring.length;
  for (let i = 0; i < length; i += 2) {
    const next = i + 2 === length ? 0 : i + 2;
    const isIn = ((ring[i + axis] as number) - edge) * side >= 0;
    const nextIsIn = ((ring[next + axis] as number) - edge) * side >= 0;
    if (isIn) kept.push(ring[i] as number, ring[i + 1] as number);
    if (isIn !== nextIsIn) {
      const across = crossing(ring, i, next, axis, edge);
      if (axis === 0) kept.push(edge, across);
      else kept.push(across, edge);
    }
  }
  return kept;
}

function clipSegment(
  line: UnitPath,
  i: number,
  axis: Axis,
  low: number,
  high: number,
): [x0: number, y0: number, x1: number, y1: number] | undefined {
  const from = line[i + axis] as number;
  const to = line[i + 2 + axis] as number;
  if ((from < low && to < low) || (from > high && to > high)) return undefined;
  const at = (value: number, point: number): [number, number] => {
    const edge = value < low ? low : value > high ? high : undefined;
    if (edge === undefined) return [line[point] as number, line[point + 1] as number];
    const across = crossing(line, i, i + 2, axis, edge);
    return axis === 0 ? [edge, across] : [across, edge];
  };
  return [...at(from, i), ...at(to, i + 2)];
}

/** Where a segment crosses `edge`, rounded; the same for both directions of travel, so neighbours stay together. */
function crossing(path: UnitPath, i: number, j: number, axis: Axis, edge: number): number {
  const [a, b] = (path[i + axis] as number) < (path[j + axis] as number) ? [i, j] : [j, i];
  const other = 1 - axis;
  const from = path[a + axis] as number;
  const start = path[a + other] as number;
  const share = (edge - from) / ((path[b + axis] as number) - from);
  return Math.round(start + ((path[b + other] as number) - start) * share);
}
