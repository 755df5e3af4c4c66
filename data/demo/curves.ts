export type Point = [number, number];
export type Line = Point[];

/** Corner cutting (Chaikin): each round replaces a corner by two points; the ends stay. */
export function roundCorners(line: readonly Point[], rounds: number): Line {
  let current: Line = line.map(([x, y]) => [x, y]);
  for (let round = 0; round < rounds && current.length > 2; round += 1) {
    const next: Line = [current[0] as Point];
    for (let index = 0; index + 1 < current.length; index += 1) {
      const [x1, y1] = current[index] as Point;
      const [x2, y2] = current[index + 1] as Point;
      if (index > 0) next.push([x1 * 0.75 + x2 * 0.25, y1 * 0.75 + y2 * 0.25]);
      if (index + 2 < current.length) next.push([x1 * 0.25 + x2 * 0.75, y1 * 0.25 + y2 * 0.75]);
    }
    next.push(current[current.length - 1] as Point);
    current = next;
  }
  return current;
}

/** Points every `stepM` metres at most along a line, its own vertices kept. */
export function resample(line: readonly Point[], stepM: number): Line {
  const points: Line = [];
  for (let index = 0; index + 1 < line.length; index += 1) {
    const [x1, y1] = line[index] as Point;
    const [x2, y2] = line[index + 1] as Point;
    const length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    const steps = Math.max(1, Math.ceil(length / stepM));
    for (let step = 0; step < steps; step += 1) {
      points.push([x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps]);
    }
  }
  points.push(line[line.length - 1] as Point);
  return points;
}

/** Square of the distance from a point to a segment. */
export function squareToSegment(p: Point, a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const square = dx * dx + dy * dy;
  const along =
    square === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square));
  const ex = p[0] - a[0] - along * dx;
  const ey = p[1] - a[1] - along * dy;
  return ex * ex + ey * ey;
}

/** Fewer points within `toleranceM` (Douglas–Peucker); the ends stay. */
export function simplify(line: readonly Point[], toleranceM: number): Line {
  if (line.length < 3) return line.map(([x, y]) => [x, y]);
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [first, last] = span;
    let worst = toleranceM * toleranceM;
    let split = -1;
    for (let index = first + 1; index < last; index += 1) {
      const square = squareToSegment(line[index] as Point, line[first] as Point, line[last] as Point);
      if (square > worst) {
        worst = square;
        split = index;
      }
    }
    if (split > 0) {
      keep[split] = 1;
      stack.push([first, split], [split, last]);
    }
  }
  return line.filter((_, index) => keep[index] === 1).map(([x, y]) => [x, y]);
}

export const lengthOf = (line: readonly Point[]): number => {
  let length = 0;
  for (let index = 0; index + 1 < line.length; index += 1) {
    const [x1, y1] = line[index] as Point;
    const [x2, y2] = line[index + 1] as Point;
    length += Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
  }
  return length;
};
