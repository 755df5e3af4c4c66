import type { BBox } from '#domain/geo/lng-lat';
import { type Findings, type ImportReport, LIST_CAP } from '#domain/publication/import-report';
import type { ImportKind } from '#domain/publication/layer-kind';
import type { Queryable } from '../../../platform/db.ts';

/** A common ground smaller than this is the noise of coordinates, not a contradiction between two polygons (m²). */
export const AREA_TOLERANCE_M2 = 0.01;
/** A polygon whose mean width is below this is a sliver (m). */
export const SLIVER_WIDTH_M = 1;

interface FindingRow {
  readonly featureNos: number[];
  readonly areaM2: number;
  readonly lon: number;
  readonly lat: number;
}

function asFindings(method: string, rows: readonly FindingRow[]): Findings {
  const sorted = [...rows].sort(
    (a, b) => b.areaM2 - a.areaM2 || (a.featureNos[0] ?? 0) - (b.featureNos[0] ?? 0),
  );
  return {
    method,
    count: rows.length,
    totalM2: rows.reduce((sum, row) => sum + row.areaM2, 0),
    listCap: LIST_CAP,
    list: sorted.slice(0, LIST_CAP).map(({ featureNos, areaM2, lon, lat }) => ({
      featureNos,
      areaM2,
      at: [lon, lat] as [number, number],
    })),
  };
}

const overlapMethod = `pairs of accepted polygons that meet (GiST self-join), area of ST_Intersection ≥ ${AREA_TOLERANCE_M2} m², equal pairs listed as duplicates`;

/**
 * Pairs of polygons on the same ground. ST_Intersection right after ST_Intersects: asking ST_Relate in between took
 * twice as long on polygons of many thousand points and gained nothing on small ones (measured 2026-11-22).
 */
export async function findOverlaps(tx: Queryable): Promise<Findings> {
  const rows = await tx<FindingRow[]>`
    select array[a_no, b_no] as "featureNos", area_m2 as "areaM2", st_x(at) as lon, st_y(at) as lat
    from (
      select a_no, b_no, st_area(common::geography) as area_m2, st_pointonsurface(common) as at
      from (
        select a.feature_no as a_no, b.feature_no as b_no, a.geom as a_geom, b.geom as b_geom,
               abs(a.area_m2 - b.area_m2) as difference_m2,
               st_collectionextract(st_intersection(a.geom, b.geom), 3) as common
        from import_staging a
        join import_staging b on a.geom && b.geom and a.feature_no < b.feature_no
        where a.reason is null and b.reason is null and st_intersects(a.geom, b.geom)
        -- Keeps the planner from folding the levels, which would compute each intersection four times.
        offset 0
      ) pair
      where not st_isempty(common)
        and case when difference_m2 < ${AREA_TOLERANCE_M2} then not st_equals(a_geom, b_geom) else true end
      offset 0
    ) measured
    where area_m2 >= ${AREA_TOLERANCE_M2}`;
  return asFindings(overlapMethod, rows);
}

/** Polygons that are there more than once, as sets of feature numbers; the area is the ground claimed again. */
export async function findDuplicates(tx: Queryable): Promise<Findings> {
  const rows = await tx<FindingRow[]>`
    select array_agg(feature_no order by feature_no) as "featureNos", sum(area_m2) - min(area_m2) as "areaM2",
           st_x(st_pointonsurface((array_agg(geom))[1])) as lon, st_y(st_pointonsurface((array_agg(geom))[1])) as lat
    from import_staging where reason is null
    group by md5(st_asbinary(st_normalize(st_removerepeatedpoints(geom))))
    having count(*) > 1`;
  return asFindings('equal after ST_Normalize; area = what is claimed more than once', rows);
}

/** Enclosed ground that no polygon covers: holes of the union of all polygons, rows set aside included. */
export async function findGaps(tx: Queryable): Promise<Findings> {
  const rows = await tx<FindingRow[]>`
    with ground as materialized (
      select st_union(case when reason is null then geom else st_collectionextract(st_makevalid(geom), 3) end) as geom
      from import_staging
      where geom is not null and st_dimension(geom) = 2
        and (reason is null or reason not in ('outsideLonLatRange', 'nonFiniteCoordinate'))
    ),
    hole as materialized (
      select st_makepolygon(st_exteriorring((ring).geom)) as geom
      from (select st_dumprings((st_dump(geom)).geom) as ring from ground) rings
      where (ring).path[1] > 0
    ),
    open_ground as (
      -- A hole may hold islands that are polygons of the plan themselves.
      select case when island.geom is null then hole.geom else st_difference(hole.geom, island.geom) end as geom
      from hole
      left join lateral (
        select st_union(s.geom) as geom from import_staging s
        where s.reason is null and s.geom @ hole.geom and st_within(s.geom, hole.geom)
      ) island on true
      offset 0
    )
    select array[]::int[] as "featureNos", st_area(geom::geography) as "areaM2",
           st_x(st_pointonsurface(geom)) as lon, st_y(st_pointonsurface(geom)) as lat
    from open_ground where not st_isempty(geom) and st_area(geom::geography) >= ${AREA_TOLERANCE_M2}`;
  return asFindings(
    `holes of ST_Union over all polygons (rows set aside count as ground), area ≥ ${AREA_TOLERANCE_M2} m²; ground open to the outside is not judged`,
    rows,
  );
}

/** Parts of polygons that are too thin to be meant. */
export async function findSlivers(tx: Queryable): Promise<Findings> {
  const rows = await tx<FindingRow[]>`
    select array[feature_no] as "featureNos", area_m2 as "areaM2", st_x(at) as lon, st_y(at) as lat
    from (
      select feature_no, st_area(part::geography) as area_m2, st_perimeter(part::geography) as perimeter_m,
             st_pointonsurface(part) as at
      from (select feature_no, (st_dump(geom)).geom as part from import_staging where reason is null) parts
      offset 0
    ) measured
    where perimeter_m > 0 and 2 * area_m2 / perimeter_m < ${SLIVER_WIDTH_M}`;
  return asFindings(`parts whose mean width 2·area/perimeter is below ${SLIVER_WIDTH_M} m (geodesic)`, rows);
}

interface ClassRow {
  readonly code: string;
  readonly featureCount: number;
  readonly areaM2: number;
  readonly statedM2: number | null;
  readonly withoutStated: number;
  readonly thatDiffer: number;
}

/** Stated (LUASHA) against computed area, by class and in total. */
export async function sumAreas(tx: Queryable, kind: ImportKind): Promise<ImportReport['areas']> {
  const key =
    { zones: 'code', rtrw: 'code', overlay: 'level_code', admin: 'level' }[kind as string] ?? 'none';
  const rows = await tx<ClassRow[]>`
    select coalesce(mapped->>${key}, '') as code, count(*)::int as "featureCount", sum(area_m2) as "areaM2",
           sum(stated) as "statedM2", count(*) filter (where stated is null)::int as "withoutStated",
           count(*) filter (where abs(stated - area_m2) > greatest(10, area_m2 / 100))::int as "thatDiffer"
    from (
      select mapped, area_m2, (mapped->>'stated_area_ha')::float8 * 10000 as stated from import_staging where reason is null
    ) measured
    group by 1 order by 3 desc, 1`;
  const stated = rows.filter((row) => row.statedM2 !== null);
  return {
    method: 'geodesic, WGS 84 ellipsoid (PostGIS geography); never in EPSG:3857',
    computedM2: rows.reduce((sum, row) => sum + row.areaM2, 0),
    statedM2: stated.length === 0 ? null : stated.reduce((sum, row) => sum + (row.statedM2 ?? 0), 0),
    rowsWithoutStated: rows.reduce((sum, row) => sum + row.withoutStated, 0),
    rowsThatDiffer: rows.reduce((sum, row) => sum + row.thatDiffer, 0),
    byClass: rows.map(({ code, featureCount, areaM2, statedM2 }) => ({
      code,
      featureCount,
      areaM2,
      statedM2,
      differencePct: statedM2 === null || areaM2 === 0 ? null : ((statedM2 - areaM2) / areaM2) * 100,
    })),
  };
}

export async function listSetAside(tx: Queryable): Promise<ImportReport['setAside']> {
  const byReason = await tx<{ reason: string; count: number }[]>`
    select reason, count(*)::int as count from import_staging where reason is not null group by 1 order by 2 desc, 1`;
  const rows = await tx<
    { featureNo: number; reason: string; detail: string | null; lon: number | null; lat: number | null }[]
  >`
    select feature_no as "featureNo", reason, detail, lon, lat
    from import_staging where reason is not null order by 1 limit ${LIST_CAP}`;
  return {
    byReason: byReason.map(({ reason, count }) => ({ reason, count })),
    listCap: LIST_CAP,
    list: rows.map(({ featureNo, reason, detail, lon, lat }) => ({
      featureNo,
      reason,
      detail,
      at: placeOf(lon, lat),
    })),
  };
}

/** All of them: each repair is listed, without a cap. */
export async function listRepairs(tx: Queryable): Promise<ImportReport['repairs']['list']> {
  const rows = await tx<
    {
      featureNo: number;
      reason: string;
      before: number;
      after: number;
      lon: number | null;
      lat: number | null;
    }[]
  >`
    select feature_no as "featureNo", repaired as reason, area_before_m2 as before, area_m2 as after, lon, lat
    from import_staging where reason is null and repaired is not null order by 1`;
  return rows.map(({ featureNo, reason, before, after, lon, lat }) => ({
    featureNo,
    reason,
    method: repairMethodOf(reason),
    areaBeforeM2: before,
    areaAfterM2: after,
    changeM2: after - before,
    at: placeOf(lon, lat),
  }));
}

function repairMethodOf(reason: string): string {
  if (reason === 'unclosedRing') return 'closeRing';
  if (reason === 'tooFewPoints') return 'dropDegenerateParts';
  if (reason === 'geometryCollection') return 'keepPolygonsOnly';
  return 'ST_MakeValid structure';
}

const inRange = (lon: number, lat: number): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
const placeOf = (lon: number | null, lat: number | null): [number, number] | null =>
  lon === null || lat === null || !inRange(lon, lat) ? null : [lon, lat];

/** Accepted rows that touch neither the admin areas in force nor, where there are none, the box of the city profile. `day`: YYYY-MM-DD in the city. */
export async function findOutsideCity(
  tx: Queryable,
  bbox: BBox,
  mayUseOutline: boolean,
  day: string,
): Promise<ImportReport['outsideCity']> {
  const [outline] = await tx`
    select version_id from version_in_force(${day}::date) where kind = 'admin' and ${mayUseOutline} limit 1`;
  const rows = outline
    ? await tx<{ featureNo: number }[]>`
        select feature_no as "featureNo" from import_staging s
        where reason is null and not exists (
          select 1 from admin_area a
          join version_in_force(${day}::date) v on v.version_id = a.version_id and v.kind = 'admin'
          where a.geom && s.geom and st_intersects(a.geom, s.geom))
        order by 1`
    : await tx<{ featureNo: number }[]>`
        select feature_no as "featureNo" from import_staging
        where reason is null
          and not st_intersects(geom, st_makeenvelope(${bbox[0]}, ${bbox[1]}, ${bbox[2]}, ${bbox[3]}, 4326))
        order by 1`;
  return {
    method: outline
      ? 'no contact with an administrative area in force'
      : 'no contact with the box of the city profile',
    count: rows.length,
    listCap: LIST_CAP,
    featureNos: rows.slice(0, LIST_CAP).map((row) => row.featureNo),
  };
}

/** Newest version of a layer, in force or draft; null when it has none yet. */
export async function findNewestVersion(tx: Queryable, layerId: string): Promise<string | null> {
  const [row] = await tx<{ versionId: string }[]>`
    select version_id as "versionId" from layer_version where layer_id = ${layerId} order by imported_at desc limit 1`;
  return row?.versionId ?? null;
}

export interface CodeRow {
  readonly code: string;
  readonly featureCount: number;
  readonly isKnown: boolean;
  readonly hasRules: boolean;
}

/** Codes of the accepted rows beside what the rule set knows of them: a name, and an intensity or a matrix row. */
export function compareCodes(
  tx: Queryable,
  versionId: string | null,
  regulationId: string,
): Promise<CodeRow[]> {
  return tx<CodeRow[]>`
    select code, count(*)::int as "featureCount",
           exists (select 1 from zone_code z where z.version_id = ${versionId} and z.regulation_id = ${regulationId} and z.code = s.code) as "isKnown",
           exists (select 1 from intensity_rule r where r.version_id = ${versionId} and r.regulation_id = ${regulationId} and r.zone_code = s.code)
             or exists (select 1 from itbx_cell c where c.version_id = ${versionId} and c.regulation_id = ${regulationId} and c.zone_code = s.code) as "hasRules"
    from (select mapped->>'code' as code from import_staging where reason is null) s
    group by code order by code`;
}

/**
 * Levels of the accepted overlay areas beside those that the rule set names for the theme. Capitals and spaces make no
 * other level, and where no row names one, every level is known.
 */
export function compareLevels(tx: Queryable, versionId: string | null, theme: string): Promise<CodeRow[]> {
  return tx<CodeRow[]>`
    with effect as (
      select folded_level(e.level_code) as level from overlay_effect e
      where e.version_id = ${versionId} and e.theme = ${theme})
    select s.code, count(*)::int as "featureCount",
           not exists (select from effect where level <> '') or exists (select from effect where level = s.level and level <> '') as "isKnown",
           exists (select from effect where level in ('', s.level)) as "hasRules"
    from (select code, folded_level(code) as level
          from (select coalesce(mapped->>'level_code', '') as code from import_staging where reason is null) accepted) s
    group by s.code, s.level order by s.code`;
}
