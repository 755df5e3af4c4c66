import type { Sql } from 'postgres';
import * as z from 'zod/mini';
import { type VersionFact, versionFactSchema } from '#domain/zoning/facts';

/** West, south, east, north in WGS 84. */
export type Box = readonly [number, number, number, number];

export interface VersionInForce {
  readonly fact: VersionFact;
  /** When its publication was taken in (UTC, ISO 8601). */
  readonly recordedAt: string;
}

const versionRows = z.array(z.object({ fact: versionFactSchema, recordedAt: z.string() }));

/** Every version in force on a day; `covers` is true because no place is asked. */
export async function versionsForPack(sql: Sql, on: string): Promise<VersionInForce[]> {
  const rows = await sql`
    select to_jsonb(f) || jsonb_build_object('title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
                                             'special_fields', v.special_fields, 'covers', true) as fact,
           to_char(p.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
    from version_in_force(${on}::date) f
    join layer l using (layer_id)
    join layer_version v on v.version_id = f.version_id
    join publication p on p.publication_id = f.publication_id
    order by f.layer_id`;
  return versionRows.parse(rows);
}

/** The first day after `on` on which a publication changes what is in force; null when none is recorded. */
export async function nextChange(sql: Sql, on: string): Promise<string | null> {
  const [row] = await sql<{ day: string | null }[]>`
    select min(p.valid_from)::text as day
    from publication p join layer l using (layer_id)
    where p.valid_from > ${on}::date and l.access_class = 'terbuka' and p.access_class = 'terbuka'`;
  return row?.day ?? null;
}

export interface PackArea {
  readonly name: string;
  readonly code: string | null;
  readonly box: Box;
}

/** The kelurahan in force on a day, each with the box around it. */
export async function kelurahanInForce(sql: Sql, on: string): Promise<PackArea[]> {
  return sql<PackArea[]>`
    select a.name, a.code, array[st_xmin(a.geom), st_ymin(a.geom), st_xmax(a.geom), st_ymax(a.geom)] as box
    from version_in_force(${on}::date) f join admin_area a on a.version_id = f.version_id
    where f.kind = 'admin' and a.level = 'kelurahan'
    order by a.name, a.code`;
}

export interface ShapeRow {
  readonly versionId: string;
  /** The row as `facts_at_point` names its columns. */
  readonly fact: { readonly feature_no: number } & Readonly<Record<string, unknown>>;
  /** base64 WKB, WGS 84. */
  readonly wkb: string;
}

/** Polygons of detail plan and RTRW that touch a box, whole. */
export async function zonesInBox(
  sql: Sql,
  versions: readonly string[],
  [w, s, e, n]: Box,
): Promise<ShapeRow[]> {
  return sql<ShapeRow[]>`
    select version_id as "versionId", encode(st_asbinary(geom, 'NDR'), 'base64') as wkb,
           jsonb_build_object(
             'version_id', version_id, 'feature_no', feature_no, 'code', code, 'kodzon', kodzon, 'namzon', namzon,
             'kodszn', kodszn, 'namszn', namszn, 'namobj', namobj, 'kodwp', kodwp, 'kodswp', kodswp, 'kodblk', kodblk,
             'kodsbl', kodsbl, 'wadmkc', wadmkc, 'wadmkd', wadmkd, 'remark', remark, 'kodunk', kodunk,
             'stated_area_ha', stated_area_ha, 'special', special, 'is_demo', is_demo) as fact
    from zone
    where version_id in ${sql(versions)} and geom && st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)
    order by version_id, feature_no`;
}

/** Overlay areas, cut to a box: one can reach over the whole city. */
export async function overlaysInBox(
  sql: Sql,
  versions: readonly string[],
  [w, s, e, n]: Box,
): Promise<ShapeRow[]> {
  return sql<ShapeRow[]>`
    select version_id as "versionId",
           encode(st_asbinary(st_collectionextract(st_clipbybox2d(geom, st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)), 3), 'NDR'),
                  'base64') as wkb,
           jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'theme', theme,
                              'level_code', level_code, 'name', name, 'is_demo', is_demo) as fact
    from overlay_area
    where version_id in ${sql(versions)} and geom && st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)
    order by version_id, feature_no`;
}

/** Administrative areas, cut to a box. */
export async function areasInBox(
  sql: Sql,
  versions: readonly string[],
  [w, s, e, n]: Box,
): Promise<ShapeRow[]> {
  return sql<ShapeRow[]>`
    select version_id as "versionId",
           encode(st_asbinary(st_collectionextract(st_clipbybox2d(geom, st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)), 3), 'NDR'),
                  'base64') as wkb,
           jsonb_build_object('feature_no', feature_no, 'level', level, 'code', code, 'name', name,
                              'parent_name', parent_name) as fact
    from admin_area
    where version_id in ${sql(versions)} and geom && st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)
    order by version_id, feature_no`;
}

/** Road axes that touch a box, whole. */
export async function roadsInBox(
  sql: Sql,
  versions: readonly string[],
  [w, s, e, n]: Box,
): Promise<ShapeRow[]> {
  return sql<ShapeRow[]>`
    select version_id as "versionId", encode(st_asbinary(geom, 'NDR'), 'base64') as wkb,
           jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'name', name, 'road_class', road_class,
                              'row_width_m', row_width_m) as fact
    from road
    where version_id in ${sql(versions)} and geom && st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)
    order by version_id, feature_no`;
}

/** Ground of polygons that were set aside. */
export async function setAsideInBox(
  sql: Sql,
  versions: readonly string[],
  [w, s, e, n]: Box,
): Promise<ShapeRow[]> {
  return sql<ShapeRow[]>`
    select version_id as "versionId", encode(st_asbinary(footprint, 'NDR'), 'base64') as wkb,
           jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'reason', reason) as fact
    from set_aside
    where version_id in ${sql(versions)} and footprint && st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)
    order by version_id, feature_no`;
}

/** The ground that versions speak about, cut to a box; a version that speaks about the whole city has no row. */
export async function coverageInBox(
  sql: Sql,
  versions: readonly string[],
  [w, s, e, n]: Box,
): Promise<ShapeRow[]> {
  return sql<ShapeRow[]>`
    select version_id as "versionId", jsonb_build_object('feature_no', 0) as fact,
           encode(st_asbinary(st_collectionextract(st_clipbybox2d(coverage, st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)), 3), 'NDR'),
                  'base64') as wkb
    from layer_version
    where version_id in ${sql(versions)} and coverage is not null
    order by version_id`;
}
