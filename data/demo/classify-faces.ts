import type { Point } from './curves.ts';
import type { GeometryEngine, Polygon } from './geos.ts';
import { type Landscape, TOWN } from './landscape.ts';
import { type Face, neighboursOf, pointsInside } from './partition.ts';
import { cellAt } from './raster.ts';

/** A polygon of the partition before the town has its zones: one class, one kelurahan. */
export type Tract = {
  /** A zone code, or `town` for a block that still waits for one. */
  code: string;
  kelurahan: number;
  polygon: Polygon;
  inside: Point;
};

/** Many polygons asked one by one by box first: overlapping sets stay correct. */
export function anyOf(
  engine: GeometryEngine,
  polygons: readonly Polygon[],
): { contains(x: number, y: number): boolean; free(): void } {
  const HASH = 60000;
  const cells = new Map<number, number[]>();
  const locators = polygons.map((polygon, index) => {
    const ring = polygon[0] as Float64Array;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at] as number);
      east = Math.max(east, ring[at] as number);
      south = Math.min(south, ring[at + 1] as number);
      north = Math.max(north, ring[at + 1] as number);
    }
    for (let c = Math.floor(west / HASH); c <= Math.floor(east / HASH); c += 1) {
      for (let r = Math.floor(south / HASH); r <= Math.floor(north / HASH); r += 1) {
        const list = cells.get(c * 65536 + r);
        if (list === undefined) cells.set(c * 65536 + r, [index]);
        else list.push(index);
      }
    }
    return engine.locator([polygon]);
  });
  return {
    contains: (x, y) =>
      (cells.get(Math.floor(x / HASH) * 65536 + Math.floor(y / HASH)) ?? []).some((index) =>
        locators[index]?.contains(x, y),
      ),
    free: () => {
      for (const locator of locators) locator.free();
    },
  };
}

function voteLabel(land: Landscape, face: Face): string {
  const votes = new Map<number, number>();
  for (const [x, y] of [face.inside, ...pointsInside(face.polygon, 9)]) {
    const at = cellAt(land.raster, x / 100, y / 100);
    const label = at < 0 ? -1 : (land.label[at] as number);
    if (label >= 0) votes.set(label, (votes.get(label) ?? 0) + 1);
  }
  const [winner] = [...votes].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
  return winner === undefined ? 'PS' : (land.classes[winner[0]] as string);
}

export type Cover = { roads: Polygon[]; water: Polygon[]; banks: Polygon[]; shore: Polygon[] };

const perimeterCm = (polygon: Polygon): number => {
  let sum = 0;
  for (const ring of polygon) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      const dx = (ring[at + 2] as number) - (ring[at] as number);
      const dy = (ring[at + 3] as number) - (ring[at + 1] as number);
      sum += Math.sqrt(dx * dx + dy * dy);
    }
  }
  return sum;
};

/** Road surfaces are kept in pieces of this size, so that one polygon does not hold all streets of a kelurahan. */
const ROAD_PIECE_CM = 120000;

/**
 * Joins faces into valid polygons. Where the outline touches itself in a point, GEOS leaves one ring that meets itself;
 * cutting its rings into faces again gives the same ground as an outer ring and a hole.
 */
function joinValid(engine: GeometryEngine, parts: readonly Polygon[]): Polygon[] {
  return engine.joinFaces(parts).flatMap((polygon) => {
    if (engine.isValid([polygon])) return [polygon];
    const ground = anyOf(engine, parts);
    const faces = engine.facesOf(polygon).filter((face) => {
      const [inside] = pointsInside(face, 9);
      return inside !== undefined && ground.contains(inside[0], inside[1]);
    });
    ground.free();
    return faces;
  });
}

/** Names the class of every face, gives slivers to a neighbour and joins what belongs together. */
export function classifyFaces(
  engine: GeometryEngine,
  land: Landscape,
  faces: readonly Face[],
  cover: Cover,
): Tract[] {
  const roads = anyOf(engine, cover.roads);
  const water = anyOf(engine, cover.water);
  const banks = anyOf(engine, cover.banks);
  const shore = anyOf(engine, cover.shore);
  const codes = faces.map((face): string => {
    const [x, y] = face.inside;
    if (roads.contains(x, y)) return 'BJ';
    if (water.contains(x, y)) return 'BA';
    const label = voteLabel(land, face);
    if (banks.contains(x, y)) return 'PS';
    if (shore.contains(x, y) && !['EM', 'KPI', 'TR', 'IK-2', 'W'].includes(label)) return 'PS';
    // A traffic island: too small for a block.
    if (label === TOWN && face.doubleArea < 2 * 1_500_000) return 'BJ';
    return label;
  });
  for (const locator of [roads, water, banks, shore]) locator.free();

  const touching = neighboursOf(faces.map(({ polygon }) => polygon));
  const parent = faces.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  const piece = (face: Face) =>
    Math.floor(face.inside[0] / ROAD_PIECE_CM) * 4096 + Math.floor(face.inside[1] / ROAD_PIECE_CM);
  // Slivers first: thinner than about two metres or under 60 m², given to the neighbour with the longest shared edge.
  const order = faces
    .map((_, index) => index)
    .sort((a, b) => (faces[a] as Face).doubleArea - (faces[b] as Face).doubleArea || a - b);
  for (const index of order) {
    const face = faces[index] as Face;
    const thin = (face.doubleArea * 2) / perimeterCm(face.polygon) < 220;
    if (face.doubleArea >= 2 * 600_000 && !(thin && codes[index] !== 'BJ')) continue;
    let best = -1;
    let longest = 0;
    for (const [other, length] of touching[index] as Map<number, number>) {
      if ((faces[other] as Face).kelurahan !== face.kelurahan || length <= longest) continue;
      if (find(other) === find(index)) continue;
      longest = length;
      best = other;
    }
    if (best < 0) continue;
    codes[index] = codes[find(best)] as string;
    parent[find(index)] = find(best);
  }
  touching.forEach((list, index) => {
    const face = faces[index] as Face;
    for (const other of list.keys()) {
      if (other < index) continue;
      const [a, b] = [find(index), find(other)];
      const next = faces[other] as Face;
      if (a === b || next.kelurahan !== face.kelurahan || codes[a] !== codes[b]) continue;
      if (codes[a] === 'BJ' && piece(faces[a] as Face) !== piece(faces[b] as Face)) continue;
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  });
  const members = new Map<number, number[]>();
  faces.forEach((_, index) => {
    const root = find(index);
    const list = members.get(root);
    if (list === undefined) members.set(root, [index]);
    else list.push(index);
  });
  const tracts: Tract[] = [];
  for (const [root, list] of members) {
    const parts = list.map((index) => (faces[index] as Face).polygon);
    const joined = parts.length === 1 ? parts : joinValid(engine, parts);
    for (const polygon of joined) {
      const [inside] = pointsInside(polygon, 9);
      if (inside === undefined) continue;
      tracts.push({
        code: codes[root] as string,
        kelurahan: (faces[root] as Face).kelurahan,
        polygon,
        inside,
      });
    }
  }
  return tracts;
}
