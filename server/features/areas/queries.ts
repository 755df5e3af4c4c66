import type { Sql } from 'postgres';
import type { BlockName, OverlayShare, PlaceName, VersionName, ZoneShare } from '#domain/areas/area-summary';
import type { BBox } from '#domain/geo/lng-lat';

/** A kelurahan in force; `adminId` is unique over all versions. */
export interface KelurahanRow {
  readonly adminId: string;
  readonly code: string | null;
  readonly name: string;
  readonly kecamatan: string | null;
  readonly areaM2: number;
  readonly bbox: BBox;
}

/** Every kelurahan in force on a day, by kecamatan and name. */
export const kelurahanInForce = (sql: Sql, on: string): Promise<KelurahanRow[]> =>
  sql<KelurahanRow[]>`
    select a.admin_id::text as "adminId", a.code, a.name, a.parent_name as kecamatan, a.area_m2 as "areaM2",
           array[st_xmin(a.geom), st_ymin(a.geom), st_xmax(a.geom), st_ymax(a.geom)] as bbox
    from version_in_force(${on}::date) f
    join admin_area a on a.version_id = f.version_id
    where f.kind = 'admin' and a.level = 'kelurahan'
    order by a.parent_name, a.name`;

/** A layer in force, with what binds it to its rules. */
export interface LayerInForce extends VersionName {
  readonly kind: string;
  readonly theme: string | null;
  readonly rulesLayerId: string | null;
  readonly regulationId: string | null;
}

/** The layers in force on a day that pages about areas are made from, and the rule sets that explain them. */
export const layersOfAreas = (sql: Sql, on: string): Promise<LayerInForce[]> =>
  sql<LayerInForce[]>`
    select f.layer_id as "layerId", f.kind, f.theme, layer.title, f.version_id as "versionId",
           f.valid_from::text as "validFrom", f.decree, f.is_demo as "isDemo",
           f.rules_layer_id as "rulesLayerId", f.regulation_id as "regulationId"
    from version_in_force(${on}::date) f
    join layer on layer.layer_id = f.layer_id
    where f.kind in ('admin', 'zones', 'rtrw', 'overlay', 'place', 'rules')
    order by f.layer_id`;

export interface ZonePiece extends Pick<ZoneShare, 'code' | 'areaM2' | 'polygonCount'> {
  readonly versionId: string;
  readonly kodswp: string | null;
  readonly kodblk: string | null;
}

/**
 * The ground of a kelurahan by plan version, block and code. A polygon that lies wholly inside counts with its stored
 * area; only those across the border are cut. Geodesic, m².
 */
export const zonesInKelurahan = (
  sql: Sql,
  adminId: string,
  versionIds: readonly string[],
): Promise<ZonePiece[]> =>
  sql<ZonePiece[]>`
    with area as materialized (select geom from admin_area where admin_id = ${adminId}::bigint)
    select piece.version_id as "versionId", piece.code, piece.kodswp, piece.kodblk,
           sum(piece.m2) as "areaM2", count(*)::int as "polygonCount"
    from (select z.version_id, z.code, z.kodswp, z.kodblk,
                 case when st_covers(area.geom, z.geom) then z.area_m2
                      else st_area(st_collectionextract(st_intersection(z.geom, area.geom), 3)::geography) end as m2
          from area
          join zone z on z.geom && area.geom and st_intersects(area.geom, z.geom)
          where z.version_id = any (${[...versionIds]})) piece
    where piece.m2 > 1
    group by piece.version_id, piece.code, piece.kodswp, piece.kodblk`;

/** The ground of a kelurahan that no polygon of the plan covers, geodesic, m². */
export async function unzonedInKelurahan(
  sql: Sql,
  adminId: string,
  versionIds: readonly string[],
): Promise<number> {
  const [row] = await sql<{ m2: number }[]>`
    with area as materialized (select geom, area_m2 from admin_area where admin_id = ${adminId}::bigint)
    select st_area(coalesce(st_difference(area.geom, zoned.geom), area.geom)::geography) as m2
    from area
    cross join lateral (
      select st_union(z.geom) as geom from zone z
      where z.version_id = any (${[...versionIds]}) and z.geom && area.geom and st_intersects(area.geom, z.geom)) zoned`;
  return row?.m2 ?? 0;
}

/** What lies on a kelurahan, by theme and level; pieces of one overlay do not overlap. Geodesic, m². */
export const overlaysInKelurahan = (
  sql: Sql,
  adminId: string,
  versionIds: readonly string[],
): Promise<OverlayShare[]> =>
  sql<OverlayShare[]>`
    with area as materialized (select geom from admin_area where admin_id = ${adminId}::bigint)
    select o.theme, o.level_code as "levelCode", min(o.name) as name, sum(piece.m2) as "areaM2"
    from (select p.overlay_id,
                 case when st_covers(area.geom, p.geom) then st_area(p.geom::geography)
                      else st_area(st_collectionextract(st_intersection(p.geom, area.geom), 3)::geography) end as m2
          from area
          join overlay_piece p on p.geom && area.geom and st_intersects(area.geom, p.geom)
          where p.version_id = any (${[...versionIds]})) piece
    join overlay_area o using (overlay_id)
    where piece.m2 > 1
    group by o.theme, o.level_code
    order by o.theme, o.level_code`;

/** Of each overlay version: whether it speaks about all of a kelurahan, a part of it, or nothing of it. */
export const coverageInKelurahan = (
  sql: Sql,
  adminId: string,
  versionIds: readonly string[],
): Promise<{ versionId: string; coverage: 'whole' | 'part' | 'none' }[]> =>
  sql<{ versionId: string; coverage: 'whole' | 'part' | 'none' }[]>`
    with area as materialized (
      -- A hair inside: coverage drawn along the same border counts as the whole.
      select st_buffer(geom, -0.00001) as inner_geom from admin_area where admin_id = ${adminId}::bigint)
    select v.version_id as "versionId",
           case when v.coverage is null or st_covers(v.coverage, area.inner_geom) then 'whole'
                when st_intersects(v.coverage, area.inner_geom) then 'part' else 'none' end as coverage
    from area
    join layer_version v on v.version_id = any (${[...versionIds]})
    order by v.version_id`;

/** Named places in a kelurahan, by category and name. */
export const placesInKelurahan = (
  sql: Sql,
  adminId: string,
  versionIds: readonly string[],
): Promise<PlaceName[]> =>
  sql<PlaceName[]>`
    select p.name, p.category, array[st_x(p.geom), st_y(p.geom)] as point
    from admin_area a
    join place p on p.geom && a.geom and st_intersects(a.geom, p.geom)
    where a.admin_id = ${adminId}::bigint and p.version_id = any (${[...versionIds]})
    order by p.category nulls last, p.name, p.place_id`;

export interface BlockZoneRow extends Pick<ZoneShare, 'code' | 'areaM2' | 'polygonCount'> {
  readonly versionId: string;
  readonly kodwp: string | null;
  readonly kodswp: string | null;
  /** What rules of its polygons may be found by, each combination once. */
  readonly keys: readonly RuleKeysOfPolygon[];
  readonly point: readonly [number, number];
  readonly bbox: BBox;
}

export interface RuleKeysOfPolygon {
  readonly kodunk: string | null;
  readonly kodswp: string | null;
  readonly kodblk: string | null;
}

/** The zones of a block or sub-block, by planning area and code, each with a point inside its largest polygon (WGS 84). */
export const zonesOfBlock = (
  sql: Sql,
  code: string,
  versionIds: readonly string[],
): Promise<BlockZoneRow[]> =>
  sql<BlockZoneRow[]>`
    select grouped.version_id as "versionId", grouped.code, grouped.kodwp, grouped.kodswp, grouped.keys,
           grouped.m2 as "areaM2", grouped.polygons as "polygonCount",
           array[st_x(grouped.spot), st_y(grouped.spot)] as point,
           array[st_xmin(grouped.extent), st_ymin(grouped.extent), st_xmax(grouped.extent), st_ymax(grouped.extent)] as bbox
    from (select z.version_id, z.code, z.kodwp, z.kodswp, sum(z.area_m2) as m2,
                 jsonb_agg(distinct jsonb_build_object('kodunk', z.kodunk, 'kodswp', z.kodswp, 'kodblk', z.kodblk)) as keys,
                 count(*)::int as polygons, st_pointonsurface((array_agg(z.geom order by z.area_m2 desc))[1]) as spot,
                 st_extent(z.geom) as extent
          from zone z
          where z.version_id = any (${[...versionIds]}) and (z.kodblk = ${code} or z.kodsbl = ${code})
          group by z.version_id, z.kodwp, z.kodswp, z.code) grouped
    order by grouped.m2 desc, grouped.code`;

/** Which kelurahan a block lies in: those that hold more than a sliver of it. */
export const kelurahanOfBlock = (
  sql: Sql,
  code: string,
  versionIds: readonly string[],
  on: string,
): Promise<{ adminId: string }[]> =>
  sql<{ adminId: string }[]>`
    select a.admin_id::text as "adminId"
    from version_in_force(${on}::date) f
    join admin_area a on a.version_id = f.version_id and a.level = 'kelurahan'
    join zone z on z.version_id = any (${[...versionIds]}) and (z.kodblk = ${code} or z.kodsbl = ${code})
               and z.geom && a.geom and st_intersects(a.geom, z.geom)
    where f.kind = 'admin'
    group by a.admin_id, a.name
    having sum(st_area(st_collectionextract(st_intersection(z.geom, a.geom), 3)::geography)) > 100
    order by a.name`;

/** What lies on a block, by theme and level. Geodesic, m². */
export const overlaysOfBlock = (
  sql: Sql,
  code: string,
  planIds: readonly string[],
  overlayIds: readonly string[],
): Promise<OverlayShare[]> =>
  sql<OverlayShare[]>`
    select o.theme, o.level_code as "levelCode", min(o.name) as name,
           sum(st_area(st_collectionextract(st_intersection(p.geom, z.geom), 3)::geography)) as "areaM2"
    from zone z
    join overlay_piece p on p.version_id = any (${[...overlayIds]}) and p.geom && z.geom and st_intersects(p.geom, z.geom)
    join overlay_area o using (overlay_id)
    where z.version_id = any (${[...planIds]}) and (z.kodblk = ${code} or z.kodsbl = ${code})
    group by o.theme, o.level_code
    having sum(st_area(st_collectionextract(st_intersection(p.geom, z.geom), 3)::geography)) > 1
    order by o.theme, o.level_code`;

/** Codes of blocks that begin like a code that is none, for somebody who mistyped. */
export const blocksLike = (
  sql: Sql,
  start: string,
  versionIds: readonly string[],
): Promise<Pick<BlockName, 'code'>[]> =>
  sql<Pick<BlockName, 'code'>[]>`
    select distinct kodblk as code from zone
    where version_id = any (${[...versionIds]}) and starts_with(lower(kodblk), lower(${start}))
    order by kodblk
    limit 8`;

/** What lies in a kelurahan, by version; everything that has to be cut for its page. */
export interface AreaGround {
  readonly pieces: readonly ZonePiece[];
  readonly unzonedM2: number;
  readonly overlays: readonly OverlayShare[];
  readonly coverage: readonly { readonly versionId: string; readonly coverage: 'whole' | 'part' | 'none' }[];
  readonly places: readonly PlaceName[];
}

/** What is kept under a key; null when nothing is. */
export async function keptGround(sql: Sql, key: string): Promise<AreaGround | null> {
  const [row] = await sql<{ facts: AreaGround }[]>`
    select facts from kelurahan_ground where ground_key = ${key}`;
  return row?.facts ?? null;
}

/** Some sixty states of a large city; older ones are cut again when somebody asks. */
const MAX_KEPT = 3_000;

/** Keeps what was cut; whoever was quicker has kept the same. */
export async function keepGround(sql: Sql, key: string, facts: AreaGround): Promise<void> {
  await sql`
    with old as (
      delete from kelurahan_ground
      where ground_key in (select ground_key from kelurahan_ground order by made_at desc, ground_key offset ${MAX_KEPT}))
    insert into kelurahan_ground (ground_key, facts) values (${key}, ${sql.json(facts as never)})
    on conflict do nothing`;
}
