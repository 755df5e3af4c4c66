import type { Line, Point } from './curves.ts';

const HASH_CM = 8000;

/** Segments by grid cell, for "what is near" and "what do I hit". */
class SegmentHash {
  readonly cells = new Map<number, number[]>();
  readonly segments: [number, number, number, number, number][] = [];

  add(line: number, a: Point, b: Point): void {
    const id = this.segments.push([a[0], a[1], b[0], b[1], line]) - 1;
    for (const cell of this.cellsOf(a[0], a[1], b[0], b[1])) {
      const list = this.cells.get(cell);
      if (list === undefined) this.cells.set(cell, [id]);
      else list.push(id);
    }
  }

  cellsOf(x1: number, y1: number, x2: number, y2: number): number[] {
    const cells: number[] = [];
    for (
      let c = Math.floor(Math.min(x1, x2) / HASH_CM);
      c <= Math.floor(Math.max(x1, x2) / HASH_CM);
      c += 1
    ) {
      for (
        let r = Math.floor(Math.min(y1, y2) / HASH_CM);
        r <= Math.floor(Math.max(y1, y2) / HASH_CM);
        r += 1
      ) {
        cells.push(c * 65536 + r);
      }
    }
    return cells;
  }
}

/** Where segment a–b meets c–d, as the share along a–b (0 to 1) and along c–d; undefined when they do not. */
function meeting(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): [number, number] | undefined {
  const ux = bx - ax;
  const uy = by - ay;
  const vx = dx - cx;
  const vy = dy - cy;
  const cross = ux * vy - uy * vx;
  if (cross === 0) return undefined;
  const along = ((cx - ax) * vy - (cy - ay) * vx) / cross;
  const other = ((cx - ax) * uy - (cy - ay) * ux) / cross;
  return along >= 0 && along <= 1 && other >= 0 && other <= 1 ? [along, other] : undefined;
}

function hashOf(lines: readonly Line[]): SegmentHash {
  const hash = new SegmentHash();
  lines.forEach((line, index) => {
    for (let at = 0; at + 1 < line.length; at += 1) hash.add(index, line[at] as Point, line[at + 1] as Point);
  });
  return hash;
}

/**
 * Lengthens the free ends of streets until they meet a road, where one lies ahead within reach and is not met at a
 * sharp angle.
 * @param reachM how far an end may be lengthened, by line
 */
export function reachOut(lines: Line[], reachCm: readonly number[]): void {
  const hash = hashOf(lines);
  const firstHit = (line: number, from: Point, dx: number, dy: number, reach: number): Point | undefined => {
    const tx = from[0] + dx * reach;
    const ty = from[1] + dy * reach;
    let best = 2;
    let found: Point | undefined;
    for (const cell of hash.cellsOf(from[0], from[1], tx, ty)) {
      for (const id of hash.cells.get(cell) ?? []) {
        const [x1, y1, x2, y2, owner] = hash.segments[id] as [number, number, number, number, number];
        if (owner === line) continue;
        const hit = meeting(from[0] + dx * 2, from[1] + dy * 2, tx, ty, x1, y1, x2, y2);
        if (hit === undefined || hit[0] >= best) continue;
        best = hit[0];
        const length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        const sine = Math.abs(dx * (y2 - y1) - dy * (x2 - x1)) / length;
        // A few centimetres beyond, so that rounding cannot keep the two apart.
        const beyond = hit[0] * reach + 8;
        found =
          sine > 0.57 ? [Math.round(from[0] + dx * beyond), Math.round(from[1] + dy * beyond)] : undefined;
      }
    }
    return found;
  };
  lines.forEach((line, index) => {
    const reach = reachCm[index] as number;
    if (reach === 0 || line.length < 2) return;
    const ends: [Point, Point, boolean][] = [
      [line[line.length - 1] as Point, line[line.length - 2] as Point, true],
      [line[0] as Point, line[1] as Point, false],
    ];
    for (const [end, before, last] of ends) {
      const dx = end[0] - before[0];
      const dy = end[1] - before[1];
      const norm = Math.sqrt(dx * dx + dy * dy);
      const hit = firstHit(index, end, dx / norm, dy / norm, reach);
      if (hit === undefined) continue;
      if (last) line.push(hit);
      else line.unshift(hit);
    }
  });
}

/** Inserts every crossing as a vertex into both lines: afterwards two lines meet only in equal points. */
export function nodeLines(lines: readonly Line[]): Line[] {
  const hash = hashOf(lines);
  const cuts = new Map<number, [number, Point][]>();
  const cut = (id: number, along: number, point: Point) => {
    const list = cuts.get(id);
    if (list === undefined) cuts.set(id, [[along, point]]);
    else list.push([along, point]);
  };
  for (const list of hash.cells.values()) {
    for (let i = 0; i < list.length; i += 1) {
      for (let j = i + 1; j < list.length; j += 1) {
        const first = list[i] as number;
        const second = list[j] as number;
        const [ax, ay, bx, by, p] = hash.segments[first] as [number, number, number, number, number];
        const [cx, cy, dx, dy, q] = hash.segments[second] as [number, number, number, number, number];
        if (p === q && Math.abs(first - second) <= 1) continue;
        const hit = meeting(ax, ay, bx, by, cx, cy, dx, dy);
        if (hit === undefined) continue;
        let point: Point = [Math.round(ax + (bx - ax) * hit[0]), Math.round(ay + (by - ay) * hit[0])];
        // Meet in an end that is already there rather than a hand's breadth beside it.
        for (const [x, y] of [
          [ax, ay],
          [bx, by],
          [cx, cy],
          [dx, dy],
        ] as Point[]) {
          if (Math.abs(x - point[0]) < 60 && Math.abs(y - point[1]) < 60) point = [x, y];
        }
        cut(first, hit[0], point);
        cut(second, hit[1], point);
      }
    }
  }
  let id = 0;
  return lines.map((line) => {
    const noded: Line = [];
    const push = (point: Point) => {
      const last = noded[noded.length - 1];
      if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) noded.push(point);
    };
    line.forEach((point, at) => {
      push(point);
      if (at + 1 >= line.length) return;
      for (const [, where] of (cuts.get(id) ?? []).sort((l, r) => l[0] - r[0])) push(where);
      id += 1;
    });
    return noded;
  });
}
