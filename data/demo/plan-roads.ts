import { type Line, lengthOf, type Point, resample, roundCorners, simplify } from './curves.ts';
import type { GeometryEngine } from './geos.ts';
import { type Landscape, TOWN } from './landscape.ts';
import type { Outlines } from './outlines.ts';
import { cellAt, nearestTo } from './raster.ts';
import type { RoadClass } from './road-class.ts';
import { buildRoadGraph, type RoadEdge, type RoadLine } from './road-graph.ts';
import { layStreetField } from './street-field.ts';
import { type Family, traceStreets } from './trace-streets.ts';

/** Distance of the shore road and the river roads from the water, in metres. */
export const SHORE_ROAD_M = 85;
export const RIVER_BANK_M = 16;

/** Pieces of a line where the test holds, each with `over` points more on both sides. */
function clipLine(line: Line, holds: (point: Point) => boolean, over: number): Line[] {
  const wanted = line.map(holds);
  const keep = line.map((_, at) => {
    for (let near = Math.max(0, at - over); near <= Math.min(line.length - 1, at + over); near += 1) {
      if (wanted[near]) return true;
    }
    return false;
  });
  const parts: Line[] = [];
  let part: Line = [];
  line.forEach((point, at) => {
    if (keep[at]) part.push(point);
    else {
      if (part.length > 2) parts.push(part);
      part = [];
    }
  });
  if (part.length > 2) parts.push(part);
  return parts;
}

const ringsOf = (polygons: readonly Float64Array[][]): Line[] =>
  polygons.flat().map((ring) => {
    const line: Line = [];
    for (let at = 0; at < ring.length; at += 2)
      line.push([(ring[at] as number) / 100, (ring[at + 1] as number) / 100]);
    return line;
  });

export const flat = (line: Line): Float64Array =>
  Float64Array.from(line.flatMap(([x, y]) => [Math.round(x * 100), Math.round(y * 100)]));

/** Marks as `lokal` and `kolektor` the long streets that lie far enough from others of their rank. */
function rankStreets(streets: readonly { line: Line; family: Family }[]): RoadClass[] {
  const ranks: RoadClass[] = streets.map(() => 'lingkungan');
  const order = streets
    .map((_, index) => index)
    .sort((a, b) => {
      const longer =
        lengthOf((streets[b] as { line: Line }).line) - lengthOf((streets[a] as { line: Line }).line);
      return longer !== 0 ? longer : a - b;
    });
  const promote = (rank: RoadClass, from: RoadClass, leastM: number, gapM: number) => {
    const cells: [Map<number, boolean>, Map<number, boolean>] = [new Map(), new Map()];
    const key = (x: number, y: number) => Math.floor(x / gapM) * 65536 + Math.floor(y / gapM);
    for (const index of order) {
      const street = streets[index] as { line: Line; family: Family };
      if (ranks[index] !== from || lengthOf(street.line) < leastM) continue;
      const taken = cells[street.family];
      let crowded = 0;
      for (const [x, y] of street.line) {
        for (const [dx, dy] of [
          [0, 0],
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ] as Point[]) {
          if (taken.has(key(x + dx * gapM * 0.6, y + dy * gapM * 0.6))) {
            crowded += 1;
            break;
          }
        }
      }
      if (crowded * 4 > street.line.length) continue;
      ranks[index] = rank;
      for (const [x, y] of street.line) taken.set(key(x, y), true);
    }
  };
  promote('kolektor', 'lingkungan', 1400, 620);
  promote('lokal', 'lingkungan', 380, 170);
  return ranks;
}

/** Lays out all roads of the demo city: main roads, shore, river and border roads, the edge of the town, its streets. */
export function planRoads(
  engine: GeometryEngine,
  land: Landscape,
  outlines: Outlines,
  seed: number,
  landMassOf: (point: Point) => number,
): RoadEdge[] {
  const { raster } = land;
  const town = land.classes.indexOf(TOWN);
  const industry = land.classes.indexOf('KPI');
  const toRiver = nearestTo(
    raster,
    land.rivers.map(({ line }) => line),
  );
  const riverAt = (point: Point): boolean => {
    const at = cellAt(raster, point[0], point[1]);
    return at >= 0 && (toRiver.distance[at] as number) < 400;
  };
  const coastM = ([x, y]: Point): number => {
    const at = cellAt(raster, x, y);
    return at < 0 || (land.kelurahan[at] as number) < 0 ? 0 : (land.toCoast.distance[at] as number);
  };
  const inTown = ([x, y]: Point): boolean => {
    const at = cellAt(raster, x, y);
    return at >= 0 && (land.kelurahan[at] as number) >= 0 && land.label[at] === town;
  };
  const water = engine.locator(
    land.rivers.flatMap((river) =>
      engine.bufferLines(
        [flat(simplify(river.line, 1))],
        Math.round((river.widthM / 2 + RIVER_BANK_M) * 100),
        true,
      ),
    ),
  );
  const dry = (point: Point) => !(riverAt(point) && water.contains(point[0] * 100, point[1] * 100));
  const coastLines = outlines.coast
    .filter((line) => lengthOf(line) > 300)
    .map((line) => flat(simplify(line, 22)));
  const shore = ringsOf(engine.bufferLines(coastLines, SHORE_ROAD_M * 100, true));
  const banks = land.rivers.flatMap((river) =>
    ringsOf(
      engine.bufferLines(
        [flat(simplify(river.line, 1))],
        Math.round((river.widthM / 2 + RIVER_BANK_M) * 100 + 450),
        true,
      ),
    ),
  );
  const step = (line: Line) => resample(roundCorners(simplify(line, 7), 3), 9);
  const shoreRoads = shore.flatMap((line) =>
    clipLine(step(line), (point) => inTown(point) && coastM(point) > 40 && dry(point), 2),
  );
  const bankRoads = banks.flatMap((line) =>
    clipLine(step(line), (point) => inTown(point) && coastM(point) > SHORE_ROAD_M - 30, 3),
  );
  const edgeRoads = land.edges
    .filter((edge) => edge.town)
    .flatMap(({ line }) =>
      clipLine(resample(line, 9), (point) => coastM(point) > SHORE_ROAD_M - 30 && dry(point), 2),
    );
  const borderRoads = outlines.inner
    .filter((line) => lengthOf(line) > 120)
    .flatMap((line) =>
      clipLine(
        resample(simplify(line, 5), 9),
        (point) => inTown(point) && coastM(point) > SHORE_ROAD_M - 30 && dry(point),
        2,
      ),
    );
  const others = [...shoreRoads, ...bankRoads, ...edgeRoads, ...borderRoads].filter(
    (line) => lengthOf(line) > 60,
  );
  const mains = land.mainRoads.map((road) => ({ ...road, line: resample(road.line, 9) }));

  const field = layStreetField(land, [...shoreRoads, ...bankRoads, ...edgeRoads], seed);
  const guarded = {
    directionAt: field.directionAt,
    spacingAt: (x: number, y: number): [number, number] => (dry([x, y]) ? field.spacingAt(x, y) : [0, 0]),
  };
  const fixed = [...mains.map(({ line }) => line), ...others];
  const streets = traceStreets(guarded, fixed, []);
  water.free();
  const ranks = rankStreets(streets);
  const roads: RoadLine[] = [
    ...mains.map(({ line, class: rank, name }) => ({
      line: simplify(line, 0.5),
      class: rank,
      name,
      fixed: true,
    })),
    ...others.map((line) => ({ line: simplify(line, 0.6), class: 'lokal' as const, name: '', fixed: false })),
    ...streets.map(({ line }, index) => ({
      line: simplify(line, 0.5),
      class: ranks[index] as RoadClass,
      name: '',
      fixed: false,
    })),
  ];
  const reach = roads.map(({ line, fixed: stays }, index) => {
    if (stays) return 120;
    if (index < mains.length + others.length) return 60;
    const [x, y] = line[0] as Point;
    const at = cellAt(raster, x, y);
    return at >= 0 && land.label[at] === industry ? 330 : 170;
  });
  return buildRoadGraph(roads, reach, landMassOf);
}
