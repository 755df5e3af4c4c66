import * as z from 'zod/mini';
import { type GroundShapes, groundShapesSchema } from '#domain/building/ground';
import type { Line, Polygon } from '#domain/building/plane';
import type { Queryable } from '../../platform/db.ts';

/** Metres around the ground's box: the widest reserve and the widest setback that a rule may ask for. */
const ROAD_REACH_M = 150;

/** GeoJSON of the parcel with this NIB in force on a day, as it is stored; null when there is none. */
export async function parcelOutline(sql: Queryable, nib: string, on: string): Promise<string | null> {
  const [row] = await sql<{ geojson: string }[]>`
    select st_asgeojson(geom, 15) as geojson from parcel
    where nib = ${nib}
      and version_id in (select version_id from version_in_force(${on}::date) where kind = 'parcel')
    order by feature_no
    limit 1`;
  return row?.geojson ?? null;
}

/** The versions that the shapes of a piece of ground are looked for in. */
export interface VersionsOfGround {
  readonly zones: readonly string[];
  readonly overlays: readonly string[];
  readonly rules: readonly string[];
  readonly roads: readonly string[];
}

/** The shapes of the ground, of its pieces by zone and limiting overlays, and of the roads around it, in true metres. */
export async function groundShapes(
  sql: Queryable,
  geojson: string,
  { zones, overlays, rules, roads }: VersionsOfGround,
): Promise<GroundShapes> {
  const [row] = await sql<{ shapes: unknown }[]>`
    select ground_shapes(st_setsrid(st_geomfromgeojson(${geojson}), 4326), ${[...zones]}::text[], ${[...overlays]}::text[],
                         ${[...rules]}::text[], ${[...roads]}::text[], ${ROAD_REACH_M}) as shapes`;
  return groundShapesSchema.parse(row?.shapes);
}

export interface PartToCut {
  readonly outline: readonly Polygon[];
  readonly setbacks: readonly { readonly lines: readonly Line[]; readonly clear_m: number }[];
}

const coordinates = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))));
const cutParts = z.array(
  z.object({
    buildable: coordinates,
    buildableM2: z.number(),
    insideM2: z.number(),
    inSetbackM2: z.number(),
    distancesM: z.array(z.nullable(z.number())),
  }),
);
type CutPart = z.infer<typeof cutParts>[number];

/** What setbacks leave of each part of the ground, and where the drawn building stands in it. */
export async function groundAfterSetbacks(
  sql: Queryable,
  parts: readonly PartToCut[],
  projection: string,
  building: string | null,
): Promise<CutPart[]> {
  const rows = await sql`
    select buildable, buildable_m2 as "buildableM2", inside_m2 as "insideM2", in_setback_m2 as "inSetbackM2",
           distances as "distancesM"
    from ground_after_setbacks(${sql.json(parts as never)}, ${projection},
                               st_setsrid(st_geomfromgeojson(${building}), 4326))
    order by part`;
  return cutParts.parse([...rows]);
}

/** Coordinates of shapes in the ground's own metres, told in degrees (WGS 84, 9 decimals). */
export async function toDegrees(
  sql: Queryable,
  shapes: readonly { readonly type: 'MultiPolygon' | 'MultiLineString'; readonly coordinates: unknown }[],
  projection: string,
): Promise<unknown[]> {
  const rows = await sql<{ coordinates: unknown }[]>`
    select st_asgeojson(st_transform(st_setsrid(st_geomfromgeojson(s.value::text), 0), ${projection}, 4326), 9)::jsonb -> 'coordinates' as coordinates
    from jsonb_array_elements(${sql.json(shapes as never)}::jsonb) with ordinality s (value, no)
    order by s.no`;
  return rows.map((row) => row.coordinates);
}

/** Geodesic area of a drawn building, of it beyond the ground, and of it on ground without any zone; m². */
export async function buildingOnGround(
  sql: Queryable,
  ground: string,
  building: string,
  zoneVersions: readonly string[],
): Promise<{ areaM2: number; outsideM2: number; withoutPlanM2: number }> {
  const [row] = await sql<{ areaM2: number; outsideM2: number; withoutPlanM2: number }[]>`
    with shape as (
      select st_setsrid(st_geomfromgeojson(${ground}), 4326) as ground,
             st_setsrid(st_geomfromgeojson(${building}), 4326) as building),
    zoned as (
      select st_union(st_collectionextract(st_intersection(z.geom, building), 3)) as geom
      from shape join zone z on z.geom && building and st_intersects(z.geom, building)
      where z.version_id = any (${[...zoneVersions]}::text[]))
    select st_area(building::geography) as "areaM2",
           st_area(st_collectionextract(st_difference(building, ground), 3)::geography) as "outsideM2",
           st_area(st_collectionextract(st_difference(
             st_intersection(building, ground), coalesce(zoned.geom, 'SRID=4326;POLYGON EMPTY'::geometry)), 3)::geography) as "withoutPlanM2"
    from shape, zoned`;
  if (row === undefined) throw new Error('st_area returned no row');
  return row;
}
