import type { Sql } from 'postgres';
import type { PlanPlace } from '#domain/publication/compare-place';
import type { LayerComparison } from '#domain/publication/comparison';
import type { Queryable } from '../../platform/db.ts';

export interface ComparedVersion {
  readonly versionId: string;
  readonly layerId: string;
  readonly title: string;
  readonly kind: string;
  readonly rulesLayerId: string | null;
  readonly regulationId: string | null;
  readonly isOpen: boolean;
}

/** Versions with what they are bound to, in the order given; those that do not exist are left out. */
export async function selectVersions(sql: Sql, versionIds: readonly string[]): Promise<ComparedVersion[]> {
  return await sql<ComparedVersion[]>`
    select v.version_id as "versionId", l.layer_id as "layerId", l.title, l.kind, v.rules_layer_id as "rulesLayerId",
           v.regulation_id as "regulationId", l.access_class = 'terbuka' as "isOpen"
    from layer_version v join layer l using (layer_id)
    where v.version_id = any(${[...versionIds]})
    order by array_position(${[...versionIds]}, v.version_id)`;
}

/**
 * Versions in force on a day (YYYY-MM-DD), of layers that the public does not see, too: staff alone compare. Every public
 * door asks `version_in_force` instead.
 */
export async function selectInForce(sql: Sql, on: string): Promise<ComparedVersion[]> {
  return await sql<ComparedVersion[]>`
    select v.version_id as "versionId", l.layer_id as "layerId", l.title, l.kind, v.rules_layer_id as "rulesLayerId",
           v.regulation_id as "regulationId", l.access_class = 'terbuka' as "isOpen"
    from (select distinct on (layer_id) layer_id, version_id from publication where valid_from <= ${on}::date
          order by layer_id, valid_from desc, recorded_at desc, publication_id desc) p
    join layer l using (layer_id)
    join layer_version v on v.version_id = p.version_id
    order by l.layer_id`;
}

export interface ComparisonOrder {
  readonly comparisonId: string;
  /** Null: nothing was in force. */
  readonly before: string | null;
  readonly after: string;
}

/** What compares takes seconds for a city: the server's limit for one statement is wider here. */
export const MOST_COMPARING_MS = 600_000;

/** Compares once. */
export async function fillComparison(
  sql: Sql,
  { comparisonId, before, after }: ComparisonOrder,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = '10min'`;
    await tx`set local work_mem = '64MB'`;
    await tx`select fill_comparison(${comparisonId}, ${before}, ${after})`;
  });
}

type Stored = Omit<LayerComparison, 'layerId' | 'title' | 'kind' | 'comparisonId'>;

/**
 * What {@link fillComparison} kept; undefined when nothing is kept.
 * @param limit most features that are listed
 */
export async function readComparison(
  sql: Queryable,
  comparisonId: string,
  limit: number,
): Promise<Stored | undefined> {
  const [row] = await sql<{ comparison: Stored }[]>`
    select jsonb_build_object(
      'beforeVersion', k.before_version, 'afterVersion', k.after_version, 'beforeCount', k.before_count,
      'afterCount', k.after_count, 'sameCount', k.same_count,
      'changes', (select jsonb_build_object(
                    'added', count(*) filter (where change = 'added'), 'removed', count(*) filter (where change = 'removed'),
                    'reshaped', count(*) filter (where change = 'reshaped'),
                    'attributes', count(*) filter (where change = 'attributes'))
                  from comparison_feature f where f.comparison_id = k.comparison_id),
      'movedM2', (select coalesce(st_area(st_union(p.geom)::geography), 0) from comparison_piece p
                  where p.comparison_id = k.comparison_id and p.before_code is distinct from p.after_code),
      'codes', (select coalesce(jsonb_agg(jsonb_build_object(
                  'code', code, 'beforeCount', before_count, 'afterCount', after_count, 'beforeM2', before_m2,
                  'afterM2', after_m2, 'addedM2', added_m2, 'removedM2', removed_m2) order by code), '[]')
                from comparison_code c where c.comparison_id = k.comparison_id),
      'moves', (select coalesce(jsonb_agg(jsonb_build_object(
                  'from', before_code, 'to', after_code, 'areaM2', area_m2, 'pieceCount', piece_count)
                  order by area_m2 desc, before_code, after_code), '[]')
                from (select before_code, after_code, sum(area_m2) as area_m2, count(*) as piece_count
                      from comparison_piece p
                      where p.comparison_id = k.comparison_id and before_code is distinct from after_code
                      group by before_code, after_code) m),
      'fields', (select coalesce(jsonb_agg(jsonb_build_object('field', field, 'count', number) order by number desc, field), '[]')
                 from (select field, count(*) as number
                       from comparison_feature f cross join lateral jsonb_object_keys(f.fields) field
                       where f.comparison_id = k.comparison_id group by field) n),
      'features', (select coalesce(jsonb_agg(jsonb_build_object(
                     'change', change, 'beforeNo', before_no, 'afterNo', after_no, 'beforeCode', before_code,
                     'afterCode', after_code, 'fields', fields, 'removedM2', removed_m2, 'addedM2', added_m2,
                     'bbox', bbox) order by removed_m2 + added_m2 desc, change_no), '[]')
                   from (select * from comparison_feature f where f.comparison_id = k.comparison_id
                         order by removed_m2 + added_m2 desc, change_no limit ${limit}) f)) as comparison
    from comparison k
    where k.comparison_id = ${comparisonId}`;
  return row?.comparison;
}

/** Changed ground as GeoJSON features, the largest first. */
export async function readPieces(sql: Sql, comparisonId: string, limit: number): Promise<string | null> {
  const [row] = await sql<{ collection: string | null }[]>`
    select jsonb_build_object('type', 'FeatureCollection', 'features', coalesce(jsonb_agg(feature), '[]'))::text as collection
    from (
      select jsonb_build_object(
               'type', 'Feature', 'id', piece_no,
               'properties', jsonb_build_object('from', before_code, 'to', after_code, 'area_m2', round(area_m2::numeric, 2)),
               'geometry', st_asgeojson(geom, 8)::jsonb) as feature
      from comparison_piece
      where comparison_id = ${comparisonId} and before_code is distinct from after_code
      order by area_m2 desc, piece_no limit ${limit}) f`;
  return row?.collection ?? null;
}

/** Changed ground by what rules are found by before and after. */
export interface ChangedPlaces {
  readonly before: PlanPlace | null;
  readonly after: PlanPlace | null;
  readonly areaM2: number;
  readonly parcels: { readonly parcelId: string; readonly areaM2: number }[];
}

/**
 * Pieces of a comparison of zones, added up, with the parcels that have at least 1 m² of them; what is less than that as a
 * whole is on no parcel.
 * @param parcelVersions parcels in force
 */
export async function changedPlaces(
  sql: Queryable,
  comparisonId: string,
  parcelVersions: readonly string[],
): Promise<ChangedPlaces[]> {
  return await sql<ChangedPlaces[]>`
    with piece as materialized (
      select p.piece_no, p.geom, p.area_m2, z.place as before_place, a.place as after_place
      from comparison_piece p
      join comparison k using (comparison_id)
      left join lateral (
        select jsonb_build_object('code', code, 'kodswp', kodswp, 'kodblk', kodblk, 'kodunk', kodunk) as place
        from zone where version_id = k.before_version and feature_no = p.before_no) z on true
      left join lateral (
        select jsonb_build_object('code', code, 'kodswp', kodswp, 'kodblk', kodblk, 'kodunk', kodunk) as place
        from zone where version_id = k.after_version and feature_no = p.after_no) a on true
      where p.comparison_id = ${comparisonId}),
    -- A piece can be a network of streets over half a city: cut small, each part meets its own parcels alone.
    part as materialized (
      select piece.before_place, piece.after_place, s.geom
      from piece cross join lateral st_subdivide(piece.geom, 128) s(geom) where piece.area_m2 >= 1),
    touched as (
      select part.before_place, part.after_place, c.parcel_id, c.area_m2,
             sum(case when st_covers(part.geom, c.geom) then c.area_m2
                      else st_area(st_intersection(c.geom, part.geom)::geography) end) as part_m2
      from part join parcel c on c.geom && part.geom
      where c.version_id = any(${[...parcelVersions]})
      group by part.before_place, part.after_place, c.parcel_id, c.area_m2)
    select g.before_place as "before", g.after_place as "after", g.area_m2 as "areaM2",
           (select coalesce(jsonb_agg(jsonb_build_object('parcelId', t.parcel_id::text, 'areaM2', t.area_m2)), '[]')
            from touched t
            where t.before_place is not distinct from g.before_place and t.after_place is not distinct from g.after_place
              and t.part_m2 >= 1) as parcels
    from (select before_place, after_place, sum(area_m2) as area_m2 from piece group by before_place, after_place) g`;
}

/** Ground of a plan that keeps its place, by what rules are found by: all of it less what a comparison says is new. */
export async function keptPlaces(
  sql: Queryable,
  versionId: string,
  comparisonId: string | null,
): Promise<(PlanPlace & { readonly areaM2: number })[]> {
  return await sql<(PlanPlace & { areaM2: number })[]>`
    select z.code, z.kodswp, z.kodblk, z.kodunk, sum(z.area_m2 - coalesce(p.area_m2, 0)) as "areaM2"
    from zone z
    left join (select after_no, sum(area_m2) as area_m2 from comparison_piece
               where comparison_id = ${comparisonId} and after_no is not null group by after_no) p
      on p.after_no = z.feature_no
    where z.version_id = ${versionId}
    group by z.code, z.kodswp, z.kodblk, z.kodunk
    having sum(z.area_m2 - coalesce(p.area_m2, 0)) > 1`;
}

/** Parcels with at least 1 m² on polygons of the places given; `placeNo` counts them from 0. */
export async function parcelsOnPlaces(
  sql: Queryable,
  versionId: string,
  places: readonly PlanPlace[],
  parcelVersions: readonly string[],
): Promise<{ placeNo: number; parcelId: string; areaM2: number }[]> {
  return await sql<{ placeNo: number; parcelId: string; areaM2: number }[]>`
    with place as (
      select p.no::int - 1 as place_no, p.value ->> 'code' as code, p.value ->> 'kodswp' as kodswp,
             p.value ->> 'kodblk' as kodblk, p.value ->> 'kodunk' as kodunk
      from jsonb_array_elements(${sql.json(places.map((place) => ({ ...place })))}) with ordinality p (value, no)),
    -- As in changedPlaces: a zone can be a network of streets.
    part as materialized (
      select place.place_no, s.geom
      from place
      join zone z on z.version_id = ${versionId} and z.code = place.code and z.kodswp is not distinct from place.kodswp
        and z.kodblk is not distinct from place.kodblk and z.kodunk is not distinct from place.kodunk
      cross join lateral st_subdivide(z.geom, 128) s(geom))
    select part.place_no as "placeNo", c.parcel_id::text as "parcelId", c.area_m2 as "areaM2"
    from part join parcel c on c.version_id = any(${[...parcelVersions]}) and c.geom && part.geom
    group by part.place_no, c.parcel_id, c.area_m2
    having sum(case when st_covers(part.geom, c.geom) then c.area_m2
                    else st_area(st_intersection(part.geom, c.geom)::geography) end) >= least(1, c.area_m2)`;
}

export async function hasComparison(sql: Queryable, comparisonId: string): Promise<boolean> {
  return (await sql`select from comparison where comparison_id = ${comparisonId}`).length > 0;
}

export interface LossRow {
  readonly beforeCount: number;
  readonly afterCount: number;
  readonly beforeM2: number;
  readonly lostM2: number;
  readonly pieceCount: number;
  readonly pieces: readonly { readonly areaM2: number; readonly at: [number, number] }[];
  readonly withoutBeforeM2: number | null;
  readonly withoutAfterM2: number | null;
}

/**
 * Ground that the earlier version of a comparison covers and the later one does not; of plans also what of the city lies
 * outside of either, by the outline in force on a day. Seconds for a city whose every polygon changes.
 * @param limit most pieces that are listed
 */
export async function measureLostGround(
  sql: Sql,
  comparisonId: string,
  { isPlan, day, limit }: { readonly isPlan: boolean; readonly day: string; readonly limit: number },
): Promise<LossRow | undefined> {
  return await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    const [row] = await tx<LossRow[]>`
      with k as (select * from comparison where comparison_id = ${comparisonId}),
      -- A piece was cut with what is new alone: what kept its shape may cover it, too.
      lost as materialized (
        select r.geom, st_area(r.geom::geography) as area_m2
        from k join comparison_piece p using (comparison_id)
        cross join lateral (
          select ground_left(p.geom, array_agg(f.geom)) from version_features(k.after_version) f
          where f.geom && p.geom and st_dimension(f.geom) = 2) r(geom)
        where p.after_no is null and not st_isempty(r.geom)),
      gained as materialized (
        select r.geom
        from k join comparison_piece p using (comparison_id)
        cross join lateral (
          select ground_left(p.geom, array_agg(f.geom)) from version_features(k.before_version) f
          where f.geom && p.geom and st_dimension(f.geom) = 2) r(geom)
        where p.before_no is null and not st_isempty(r.geom)),
      whole as materialized (
        select st_union(z.geom) as geom from k join zone z on z.version_id = k.before_version where ${isPlan}),
      city as materialized (
        select st_union(a.geom) as geom
        from register_in_force(${day}::date) f join admin_area a using (version_id)
        where a.level = 'kota' and ${isPlan}),
      outside as materialized (
        select st_area(st_difference(city.geom, whole.geom)::geography) as area_m2 from city, whole)
      select k.before_count as "beforeCount", k.after_count as "afterCount",
             coalesce((select sum(st_area(f.geom::geography)) from version_features(k.before_version) f
                       where st_dimension(f.geom) = 2), 0) as "beforeM2",
             coalesce((select st_area(st_union(geom)::geography) from lost), 0) as "lostM2",
             (select count(*)::int from lost where area_m2 > 1) as "pieceCount",
             (select coalesce(jsonb_agg(jsonb_build_object('areaM2', area_m2, 'at', array[st_x(at), st_y(at)])
                      order by area_m2 desc), '[]')
              from (select area_m2, st_pointonsurface(geom) as at from lost where area_m2 > 1
                    order by area_m2 desc limit ${limit}) l) as pieces,
             (select area_m2 from outside) as "withoutBeforeM2",
             (select o.area_m2
                     + coalesce((select st_area(st_intersection(st_union(l.geom), c.geom)::geography) from lost l), 0)
                     - coalesce((select st_area(st_intersection(st_union(g.geom), c.geom)::geography) from gained g), 0)
              from outside o, city c) as "withoutAfterM2"
      from k`;
    return row;
  });
}
