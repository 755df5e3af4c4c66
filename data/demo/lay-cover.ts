import type { Cover } from './classify-faces.ts';
import { lengthOf, simplify } from './curves.ts';
import type { GeometryEngine, Polygon } from './geos.ts';
import type { Landscape } from './landscape.ts';
import type { Outlines } from './outlines.ts';
import { flat, RIVER_BANK_M } from './plan-roads.ts';
import { ROAD_WIDTH_M } from './road-class.ts';
import type { RoadEdge } from './road-graph.ts';

/** Width of the protected strip along shore and lakes in metres (demo values). */
export const SHORE_STRIP_M = 60;
export const LAKE_STRIP_M = 50;
const TILE_CM = 120000;

/** Road surfaces as buffers of the centre lines, dissolved tile by tile (one union of all took four times as long). */
function roadSurfaces(engine: GeometryEngine, edges: readonly RoadEdge[]): Polygon[] {
  const tiles = new Map<string, RoadEdge[]>();
  for (const edge of edges) {
    const [x, y] = edge.line[edge.line.length >> 1] as [number, number];
    const key = `${Math.floor(x / TILE_CM)} ${Math.floor(y / TILE_CM)}`;
    const list = tiles.get(key);
    if (list === undefined) tiles.set(key, [edge]);
    else list.push(edge);
  }
  return [...tiles.values()].flatMap((list) =>
    engine.dissolve(
      (['arteri', 'kolektor', 'lokal', 'lingkungan'] as const).flatMap((rank) =>
        engine.bufferLines(
          list.filter((edge) => edge.class === rank).map((edge) => Float64Array.from(edge.line.flat())),
          ROAD_WIDTH_M[rank] * 50,
          true,
        ),
      ),
    ),
  );
}

/** The shapes that cut the city: road surfaces, water, protected strips along rivers, lakes and the shore. */
export function layCover(
  engine: GeometryEngine,
  land: Landscape,
  outlines: Outlines,
  edges: readonly RoadEdge[],
): Cover {
  const lakes = land.lakes.map(({ ring }): Polygon => [flat(simplify(ring, 0.5))]);
  const rivers = (extraM: number) =>
    land.rivers.flatMap((river) =>
      engine.bufferLines(
        [flat(simplify(river.line, 1))],
        Math.round((river.widthM / 2 + extraM) * 100),
        true,
      ),
    );
  const coast = outlines.coast.filter((line) => lengthOf(line) > 300).map((line) => flat(simplify(line, 22)));
  return {
    roads: roadSurfaces(engine, edges),
    water: engine.dissolve([...rivers(0), ...lakes]),
    banks: engine.dissolve([...rivers(RIVER_BANK_M), ...engine.bufferPolygons(lakes, LAKE_STRIP_M * 100)]),
    shore: engine.bufferSmoothly(coast, SHORE_STRIP_M * 100),
  };
}
