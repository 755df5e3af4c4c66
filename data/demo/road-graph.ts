import type { Line, Point } from './curves.ts';
import { nodeLines, reachOut } from './node-lines.ts';
import type { RoadClass } from './road-class.ts';

/** A street on its way to become graph edges; `fixed` ones are never pruned. */
export type RoadLine = { line: Line; class: RoadClass; name: string; fixed: boolean };
/** A stretch of road between two nodes of the graph, in integer centimetres. */
export type RoadEdge = { line: Line; class: RoadClass; name: string; fixed: boolean; source: number };

const toGrid = (line: Line): Line => {
  const snapped: Line = [];
  for (const [x, y] of line) {
    const point: Point = [Math.round(x * 100), Math.round(y * 100)];
    const last = snapped[snapped.length - 1];
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) snapped.push(point);
  }
  return snapped;
};

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
  const edges = pruneLooseEnds(cutAtNodes(nodeLines(lines), roads), 8500);
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
