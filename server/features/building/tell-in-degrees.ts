import type { Sql } from 'postgres';
import type { Building, Edge } from '#domain/building/building';
import type { GroundEdge } from '#domain/building/classify-edges';
import type { GroundShapes, RoadShape } from '#domain/building/ground';
import type { Polygon } from '#domain/building/plane';
import { toDegrees } from './queries.ts';

type Lines = Building['roads'][number]['axis'];
type Polygons = Building['ground']['outline'];

/** Everything of the ground that is shown, from its own metres to WGS 84, in one round trip. */
export async function tellInDegrees(
  sql: Sql,
  shapes: GroundShapes,
  {
    outlines,
    edges,
    roads,
  }: {
    outlines: readonly (readonly Polygon[])[];
    edges: readonly GroundEdge[];
    roads: readonly RoadShape[];
  },
): Promise<{ ground: Polygons; parts: Polygons[]; edges: Edge['line'][]; roads: Lines[] }> {
  const polygons = [shapes.outline, ...outlines];
  const told = await toDegrees(
    sql,
    [
      ...polygons.map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
      ...edges.map(({ line }) => ({ type: 'MultiLineString' as const, coordinates: [line] })),
      ...roads.map(({ axis }) => ({ type: 'MultiLineString' as const, coordinates: axis })),
    ],
    shapes.projection,
  );
  const [ground, ...parts] = told.slice(0, polygons.length) as Polygons[];
  const lines = told.slice(polygons.length) as Lines[];
  return {
    ground: ground ?? [],
    parts,
    edges: lines.slice(0, edges.length).map(([line]) => line ?? []),
    roads: lines.slice(edges.length),
  };
}
