import type { Sql } from 'postgres';
import * as z from 'zod/mini';
import type { PackRows } from '#domain/pack/pack-facts';
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

/**
 * The days around `on` on which a regulation of these rule sets begins or ends: the last one that has come, and the next.
 * On each of them the same versions say something else.
 */
export async function ruleChanges(
  sql: Sql,
  versions: readonly string[],
  on: string,
): Promise<{ last: string | null; next: string | null }> {
  const [row] = await sql<{ last: string | null; next: string | null }[]>`
    select (max(day) filter (where day <= ${on}::date))::text as last,
           (min(day) filter (where day > ${on}::date))::text as next
    from regulation cross join lateral (values (valid_from), (valid_to)) as change (day)
    where version_id = any(${[...versions]}::text[])`;
  return row ?? { last: null, next: null };
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

/** A stored row in the columns of `facts_at_point`, with its shape. */
export interface ShapeRow<Row> {
  readonly versionId: string;
  readonly fact: Row & { readonly feature_no: number };
  /** base64 WKB, WGS 84. */
  readonly wkb: string;
}

/** Polygons of detail plan and RTRW that touch a box, whole. */
export const zonesInBox: ReadInBox<PackRows['zones']> = (sql, versions, box) =>
  rowsInBox(sql, versions, box, {
    table: 'zone',
    column: 'geom',
    fact: sql`jsonb_build_object(
             'version_id', version_id, 'feature_no', feature_no, 'code', code, 'kodzon', kodzon, 'namzon', namzon,
             'kodszn', kodszn, 'namszn', namszn, 'namobj', namobj, 'kodwp', kodwp, 'kodswp', kodswp, 'kodblk', kodblk,
             'kodsbl', kodsbl, 'wadmkc', wadmkc, 'wadmkd', wadmkd, 'remark', remark, 'kodunk', kodunk,
             'stated_area_ha', stated_area_ha, 'special', special, 'is_demo', is_demo)`,
  });

/** Overlay areas, cut to a box: one can reach over the whole city. */
export const overlaysInBox: ReadInBox<PackRows['overlay']> = (sql, versions, box) =>
  rowsInBox(sql, versions, box, {
    table: 'overlay_area',
    column: 'geom',
    isCut: true,
    fact: sql`jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'theme', theme,
                              'level_code', level_code, 'name', name, 'is_demo', is_demo)`,
  });

/** Administrative areas, cut to a box. */
export const areasInBox: ReadInBox<PackRows['admin']> = (sql, versions, box) =>
  rowsInBox(sql, versions, box, {
    table: 'admin_area',
    column: 'geom',
    isCut: true,
    fact: sql`jsonb_build_object('feature_no', feature_no, 'level', level, 'code', code, 'name', name,
                              'parent_name', parent_name)`,
  });

/** Road axes that touch a box, whole. */
export const roadsInBox: ReadInBox<PackRows['road']> = (sql, versions, box) =>
  rowsInBox(sql, versions, box, {
    table: 'road',
    column: 'geom',
    fact: sql`jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'name', name, 'road_class', road_class,
                              'row_width_m', row_width_m)`,
  });

/** Ground of polygons that were set aside. */
export const setAsideInBox: ReadInBox<PackRows['setAside']> = (sql, versions, box) =>
  rowsInBox(sql, versions, box, {
    table: 'set_aside',
    column: 'footprint',
    fact: sql`jsonb_build_object('version_id', version_id, 'feature_no', feature_no, 'reason', reason)`,
  });

/** The ground that versions speak about, cut to a box; a version that speaks about the whole city has no row. */
export const coverageInBox: ReadInBox<PackRows['coverage']> = (sql, versions, box) =>
  sql<ShapeRow<PackRows['coverage']>[]>`
    select version_id as "versionId", jsonb_build_object('feature_no', 0) as fact,
           encode(st_asbinary(${cutTo(sql, 'coverage', box)}, 'NDR'), 'base64') as wkb
    from layer_version
    where version_id in ${sql(versions)} and coverage is not null
    order by version_id`;

/** How the rows of some versions in a box are read. */
export type ReadInBox<Row> = (
  sql: Sql,
  versions: readonly string[],
  box: Box,
) => Promise<readonly ShapeRow<Row>[]>;

function rowsInBox<Row>(
  sql: Sql,
  versions: readonly string[],
  box: Box,
  from: { table: string; column: string; fact: ReturnType<Sql>; isCut?: boolean },
): Promise<readonly ShapeRow<Row>[]> {
  const { table, column, fact, isCut = false } = from;
  const shape = isCut ? cutTo(sql, column, box) : sql`${sql(column)}`;
  return sql<ShapeRow<Row>[]>`
    select version_id as "versionId", encode(st_asbinary(${shape}, 'NDR'), 'base64') as wkb, ${fact} as fact
    from ${sql(table)}
    where version_id in ${sql(versions)} and ${sql(column)} && ${envelope(sql, box)}
    order by version_id, feature_no`;
}

const envelope = (sql: Sql, [w, s, e, n]: Box) => sql`st_makeenvelope(${w}, ${s}, ${e}, ${n}, 4326)`;

const cutTo = (sql: Sql, column: string, box: Box) =>
  sql`st_collectionextract(st_clipbybox2d(${sql(column)}, ${envelope(sql, box)}), 3)`;
