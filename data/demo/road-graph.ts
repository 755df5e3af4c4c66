import type { Line, Point } from './curves.ts';
import type { RoadClass } from './road-class.ts';

/** A street on its way to become graph edges; `fixed` ones are never pruned. */
export type RoadLine = { line: Line; class: RoadClass; name: string; fixed: boolean };
/** A stretch of road between two nodes of the graph, in integer centimetres. */
export type RoadEdge = { line: Line; class: RoadClass; name: string; fixed: boolean; source: number };

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

const toGrid = (line: Line): Line => {
  const snapped: Line = [];
  for (const [x, y] of line) {
    const point: Point = [Math.round(x * 100), Math.round(y * 100)];
    const last = snapped[snapped.length - 1];
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) snapped.push(point);
  }
  return snapped;
};

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
function reachOut(lines: Line[], reachCm: readonly number[]): void {
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
function nodeLines(lines: readonly Line[]): Line[] {
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

const keyOf = ([x, y]: Point): number => x * 4194304 + y;

function cutAtNodes(lines: readonly Line[], roads: readonly RoadLine[]): RoadEdge[] {
  const uses = new Map<number, number>();
  for (const line of lines) {
    line.forEach((point, at) => {
      const weight = at === 0 || at === line.length - 1 ? 2 : 1;
      uses.set(keyOf(point), (uses.get(keyOf(point)) ?? 0) + weight);
    });
  }
  const edges: RoadEdge[] = [];
  const seen = new Set<string>();
  lines.forEach((line, source) => {
    const road = roads[source] as RoadLine;
    let part: Line = [];
    line.forEach((point, at) => {
      part.push(point);
      if (part.length < 2 || ((uses.get(keyOf(point)) ?? 0) < 2 && at < line.length - 1)) return;
      const first = keyOf(part[0] as Point);
      const last = keyOf(point);
      const middle = part.length > 2 ? keyOf(part[1] as Point) : 0;
      const name = `${Math.min(first, last)} ${Math.max(first, last)} ${part.length > 2 ? middle : ''}`;
      if (first !== last && !seen.has(name)) {
        seen.add(name);
        edges.push({ line: part, class: road.class, name: road.name, fixed: road.fixed, source });
      }
      part = [point];
    });
  });
  return edges;
}

const lengthCm = (line: Line): number => {
  let sum = 0;
  for (let at = 0; at + 1 < line.length; at += 1) {
    const dx = (line[at + 1] as Point)[0] - (line[at] as Point)[0];
    const dy = (line[at + 1] as Point)[1] - (line[at] as Point)[1];
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  return sum;
};

/** Takes away, again and again, loose ends shorter than `shortestCm`; main roads stay. */
function pruneLooseEnds(edges: readonly RoadEdge[], shortestCm: number): RoadEdge[] {
  const degree = new Map<number, number>();
  const ends = edges.map(
    ({ line }) => [keyOf(line[0] as Point), keyOf(line[line.length - 1] as Point)] as const,
  );
  for (const pair of ends) for (const end of pair) degree.set(end, (degree.get(end) ?? 0) + 1);
  const alive = new Uint8Array(edges.length).fill(1);
  for (let changed = true; changed; ) {
    changed = false;
    edges.forEach((edge, index) => {
      if (alive[index] === 0 || edge.fixed) return;
      const [first, last] = ends[index] as readonly [number, number];
      const loose = degree.get(first) === 1 || degree.get(last) === 1;
      if (!loose || lengthCm(edge.line) > shortestCm) return;
      alive[index] = 0;
      degree.set(first, (degree.get(first) ?? 0) - 1);
      degree.set(last, (degree.get(last) ?? 0) - 1);
      changed = true;
    });
  }
  return edges.filter((_, index) => alive[index] === 1);
}

/** Component number of every edge (edges that share an end belong together), numbered by first appearance. */
export function componentsOf(edges: readonly { line: Line }[]): Int32Array {
  const parent = new Map<number, number>();
  const find = (key: number): number => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  for (const { line } of edges) {
    const first = keyOf(line[0] as Point);
    const last = keyOf(line[line.length - 1] as Point);
    for (const key of [first, last]) if (!parent.has(key)) parent.set(key, key);
    parent.set(find(last), find(first));
  }
  const numbers = new Map<number, number>();
  return Int32Array.from(edges, ({ line }) => {
    const root = find(keyOf(line[0] as Point));
    const known = numbers.get(root);
    if (known !== undefined) return known;
    numbers.set(root, numbers.size);
    return numbers.size - 1;
  });
}

/**
 * Makes one connected road graph per land mass out of loose lines (metres): ends reach out, crossings become nodes,
 * short loose ends go, and whatever hangs on nothing goes too.
 * @param landMassOf number of the land mass at a place in centimetres
 */
export function buildRoadGraph(
  roads: readonly RoadLine[],
  reachM: readonly number[],
  landMassOf: (point: Point) => number,
): RoadEdge[] {
  const lines = roads.map(({ line }) => toGrid(line));
  reachOut(
    lines,
    reachM.map((reach) => reach * 100),
  );
  const edges = pruneLooseEnds(cutAtNodes(nodeLines(lines), roads), 6500);
  const component = componentsOf(edges);
  const length = new Map<number, number>();
  edges.forEach(({ line }, index) => {
    const number = component[index] as number;
    length.set(number, (length.get(number) ?? 0) + lengthCm(line));
  });
  const longest = new Map<number, number>();
  edges.forEach(({ line }, index) => {
    const mass = landMassOf(line[0] as Point);
    const number = component[index] as number;
    const best = longest.get(mass);
    if (best === undefined || (length.get(number) ?? 0) > (length.get(best) ?? 0)) longest.set(mass, number);
  });
  return edges.filter(({ line }, index) => longest.get(landMassOf(line[0] as Point)) === component[index]);
}
