import type { CitySource } from './city-source.ts';
import type { Line, Point } from './curves.ts';
import type { Frame } from './frame.ts';

/** A kelurahan on the centimetre grid. */
export type Outline = {
  code: string;
  name: string;
  kecamatanCode: string;
  kecamatan: string;
  /** Closed rings, integer centimetres. */
  rings: Line[];
};

export type Outlines = {
  kelurahan: Outline[];
  /** Borders between two kelurahan, in metres, cut where three meet. */
  inner: Line[];
  /** The outer edge of the city by the sea, in metres. */
  coast: Line[];
  /** The outer edge by land, in metres. */
  landEdge: Line[];
};

const key = (x: number, y: number): number => x * 4194304 + y;

function snapRing(frame: Frame, ring: readonly [number, number][]): Line {
  const snapped: Line = [];
  for (const [lng, lat] of ring) {
    const [x, y] = frame.toMetres(lng, lat);
    const point: Point = [Math.round(x * 100), Math.round(y * 100)];
    const last = snapped[snapped.length - 1];
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) snapped.push(point);
  }
  return snapped;
}

/** Chains of edges between the vertices where not exactly two of these edges meet. */
export function chainEdges(edges: readonly [Point, Point][]): Line[] {
  const at = new Map<number, number[]>();
  edges.forEach(([a, b], index) => {
    for (const [x, y] of [a, b]) {
      const list = at.get(key(x, y));
      if (list === undefined) at.set(key(x, y), [index]);
      else list.push(index);
    }
  });
  const used = new Uint8Array(edges.length);
  const walk = (start: Point, first: number): Line => {
    const line: Line = [start];
    let here = start;
    let edge: number | undefined = first;
    while (edge !== undefined && used[edge] === 0) {
      used[edge] = 1;
      const [a, b] = edges[edge] as [Point, Point];
      here = a[0] === here[0] && a[1] === here[1] ? b : a;
      line.push(here);
      const around = at.get(key(here[0], here[1])) ?? [];
      edge = around.length === 2 ? around.find((candidate) => used[candidate] === 0) : undefined;
    }
    return line;
  };
  const lines: Line[] = [];
  edges.forEach(([a, b], index) => {
    for (const end of [a, b]) {
      if (used[index] === 0 && at.get(key(end[0], end[1]))?.length !== 2) lines.push(walk(end, index));
    }
  });
  edges.forEach(([a], index) => {
    if (used[index] === 0) lines.push(walk(a, index));
  });
  return lines;
}

const inMetres = (line: Line): Line => line.map(([x, y]) => [x / 100, y / 100]);

function nearestIndex(line: Line, target: Point): number {
  let best = Number.POSITIVE_INFINITY;
  let found = 0;
  line.forEach(([x, y], index) => {
    const square = (x - target[0]) * (x - target[0]) + (y - target[1]) * (y - target[1]);
    if (square < best) {
      best = square;
      found = index;
    }
  });
  return found;
}

const between = (ring: Line, from: number, to: number): Line =>
  from <= to ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(1, to + 1)];

/** Snaps the outlines to the grid and tells inner borders, coast and land border apart. */
export function snapOutlines(source: CitySource, frame: Frame): Outlines {
  const kelurahan = source.kelurahan.map(({ rings, ...names }) => ({
    ...names,
    rings: rings.map((ring) => snapRing(frame, ring)).filter((ring) => ring.length >= 4),
  }));
  const edges = new Map<string, { edge: [Point, Point]; count: number }>();
  for (const { rings } of kelurahan) {
    for (const ring of rings) {
      for (let index = 0; index + 1 < ring.length; index += 1) {
        const a = ring[index] as Point;
        const b = ring[index + 1] as Point;
        const first = key(a[0], a[1]);
        const second = key(b[0], b[1]);
        const name = first < second ? `${first} ${second}` : `${second} ${first}`;
        const seen = edges.get(name);
        if (seen === undefined) edges.set(name, { edge: [a, b], count: 1 });
        else seen.count += 1;
      }
    }
  }
  const all = [...edges.values()];
  const inner = chainEdges(all.filter(({ count }) => count > 1).map(({ edge }) => edge)).map(inMetres);
  const outer = chainEdges(all.filter(({ count }) => count === 1).map(({ edge }) => edge)).map(inMetres);
  outer.sort((left, right) => right.length - left.length);
  const [shell = [], ...rest] = outer;
  const at = (place: [number, number]) => nearestIndex(shell, frame.toMetres(place[0], place[1]));
  const [from, via, to] = [
    at(source.recipe.coast.from),
    at(source.recipe.coast.via),
    at(source.recipe.coast.to),
  ];
  const forwards = from <= to ? via >= from && via <= to : via >= from || via <= to;
  const coast = forwards ? between(shell, from, to) : between(shell, to, from);
  const landEdge = forwards ? between(shell, to, from) : between(shell, from, to);
  return { kelurahan, inner, coast: [coast, ...rest], landEdge: [landEdge] };
}
