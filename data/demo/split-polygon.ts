import type { Point } from './curves.ts';

/** An open ring (first point not repeated) without holes. */
export type Ring = Point[];

export const ringArea = (ring: Ring): number => {
  let sum = 0;
  for (let at = 0; at < ring.length; at += 1) {
    const [x1, y1] = ring[at] as Point;
    const [x2, y2] = ring[(at + 1) % ring.length] as Point;
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
};

type Node = { point: Point; crossing: number };

/**
 * Cuts a simple polygon along the line through `origin` with direction `dir`, into as many pieces as the line makes.
 * The new vertices are the same numbers in both neighbours.
 */
export function splitByLine(ring: Ring, origin: Point, dir: Point): Ring[] {
  const side = ring.map(([x, y]) => dir[0] * (y - origin[1]) - dir[1] * (x - origin[0]));
  // A vertex on the line would be two crossings or none: put it on one side.
  for (let at = 0; at < side.length; at += 1) if (Math.abs(side[at] as number) < 1e-6) side[at] = 1e-6;
  const nodes: Node[] = [];
  const along: { node: number; t: number }[] = [];
  for (let at = 0; at < ring.length; at += 1) {
    const here = ring[at] as Point;
    const there = ring[(at + 1) % ring.length] as Point;
    const a = side[at] as number;
    const b = side[(at + 1) % ring.length] as number;
    nodes.push({ point: here, crossing: -1 });
    if (a > 0 !== b > 0) {
      const share = a / (a - b);
      const point: Point = [here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share];
      along.push({
        node: nodes.length,
        t: (point[0] - origin[0]) * dir[0] + (point[1] - origin[1]) * dir[1],
      });
      nodes.push({ point, crossing: 1 });
    }
  }
  if (along.length < 2) return [ring];
  along.sort((left, right) => left.t - right.t);
  const partner = new Map<number, number>();
  for (let pair = 0; pair + 1 < along.length; pair += 2) {
    const a = (along[pair] as { node: number }).node;
    const b = (along[pair + 1] as { node: number }).node;
    partner.set(a, b);
    partner.set(b, a);
  }
  // Walk the boundary; at a crossing go over to its partner. Every stretch between crossings belongs to one piece.
  const used = new Uint8Array(nodes.length);
  const pieces: Ring[] = [];
  for (let start = 0; start < nodes.length; start += 1) {
    if (used[start] === 1 || (nodes[start] as Node).crossing === 1) continue;
    const piece: Ring = [];
    let at = start;
    for (let guard = 0; guard < nodes.length * 2; guard += 1) {
      const node = nodes[at] as Node;
      piece.push(node.point);
      if (node.crossing === -1) used[at] = 1;
      else {
        at = partner.get(at) as number;
        piece.push((nodes[at] as Node).point);
      }
      at = (at + 1) % nodes.length;
      if (at === start) break;
    }
    pieces.push(piece);
  }
  return pieces;
}

export type Box = { centre: Point; axis: Point; long: number; short: number };

/** Smallest turned rectangle around a ring: its middle, the direction of its long side, and both sides. */
export function turnedBox(ring: Ring): Box {
  let best: Box = { centre: [0, 0], axis: [1, 0], long: Number.POSITIVE_INFINITY, short: 1 };
  let smallest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < ring.length; at += 1) {
    const [x1, y1] = ring[at] as Point;
    const [x2, y2] = ring[(at + 1) % ring.length] as Point;
    const length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    if (length < 1) continue;
    const ux = (x2 - x1) / length;
    const uy = (y2 - y1) / length;
    let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of ring) {
      const u = x * ux + y * uy;
      const v = y * ux - x * uy;
      if (u < u0) u0 = u;
      if (u > u1) u1 = u;
      if (v < v0) v0 = v;
      if (v > v1) v1 = v;
    }
    const area = (u1 - u0) * (v1 - v0);
    if (area >= smallest) continue;
    smallest = area;
    const u = (u0 + u1) / 2;
    const v = (v0 + v1) / 2;
    const centre: Point = [u * ux - v * uy, u * uy + v * ux];
    best =
      u1 - u0 >= v1 - v0
        ? { centre, axis: [ux, uy], long: u1 - u0, short: v1 - v0 }
        : { centre, axis: [-uy, ux], long: v1 - v0, short: u1 - u0 };
  }
  return best;
}
