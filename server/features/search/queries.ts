import type { Sql } from 'postgres';
import type { LngLat } from '#domain/geo/lng-lat';
import type { TargetKind } from '#domain/search/target';

export interface Entry {
  readonly versionId: string;
  readonly kind: TargetKind;
  readonly target: string;
  readonly name: string;
  readonly alias: string | null;
  readonly isAlias: boolean;
  readonly category: string | null;
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  readonly bbox: readonly [number, number, number, number];
  readonly isDemo: boolean;
}

/** Names in force on a day that look like the words, likest first, and the words as they are compared. */
export async function entriesLike(
  sql: Sql,
  words: string,
  on: string,
  maxCount: number,
): Promise<{ key: string; entries: Entry[] }> {
  const rows = await sql<(Entry & { queryKey: string })[]>`
    with asked as materialized (select search_key(${words}) as key),
         force as materialized (select version_id, is_demo from version_in_force(${on}::date))
    select a.key as "queryKey", c.version_id as "versionId", c.kind, c.target, c.name, c.alias, c.alias is not null as "isAlias",
           c.category, c.key,
           c.lon, c.lat, c.bbox, f.is_demo as "isDemo"
    from asked a
    left join lateral search_candidates(a.key, array(select version_id from force), ${maxCount}) c on a.key <> ''
    left join force f on f.version_id = c.version_id`;
  return { key: rows[0]?.queryKey ?? '', entries: rows.filter((row) => row.name !== null) };
}

/** Parcels in force on a day whose number begins with a code (letters and digits only, upper case). */
export async function parcelsStartingWith(
  sql: Sql,
  code: string,
  on: string,
  maxCount: number,
): Promise<Entry[]> {
  return sql<Entry[]>`
    with force as materialized (
      select version_id, is_demo from version_in_force(${on}::date) where kind = 'parcel'
    )
    select p.version_id as "versionId", 'parcel' as kind, p.nib as target, p.nib as name, null as alias,
           false as "isAlias", null as category, p.nib as key, st_x(s.point) as lon, st_y(s.point) as lat,
           array[st_xmin(p.geom), st_ymin(p.geom), st_xmax(p.geom), st_ymax(p.geom)] as bbox,
           f.is_demo or p.is_demo as "isDemo"
    from parcel p
    join force f using (version_id)
    cross join lateral (select st_pointonsurface(p.geom) as point) s
    where upper(regexp_replace(p.nib, '[^0-9A-Za-z]', '', 'g')) ~>=~ ${code}
      and upper(regexp_replace(p.nib, '[^0-9A-Za-z]', '', 'g')) ~<~ ${`${code}~`}
    order by upper(regexp_replace(p.nib, '[^0-9A-Za-z]', '', 'g')) using ~<~
    limit ${maxCount}`;
}

export interface Whereabouts {
  readonly kelurahan: string | null;
  readonly kecamatan: string | null;
}

/** The kelurahan and kecamatan in force around each point, in the points' order. */
export async function whereaboutsOf(sql: Sql, points: readonly LngLat[], on: string): Promise<Whereabouts[]> {
  if (points.length === 0) return [];
  return sql<Whereabouts[]>`
    with force as materialized (select version_id from version_in_force(${on}::date) where kind = 'admin')
    select k.name as kelurahan, k.parent_name as kecamatan
    from unnest(${points.map(([lng]) => lng)}::float8[], ${points.map(([, lat]) => lat)}::float8[])
         with ordinality as p(lng, lat, position)
    left join lateral (
      select a.name, a.parent_name from admin_area a join force using (version_id)
      where a.level = 'kelurahan' and st_covers(a.geom, st_setsrid(st_makepoint(p.lng, p.lat), 4326))
      order by a.admin_id limit 1
    ) k on true
    order by p.position`;
}
