import type { Writable } from 'node:stream';
import type { Queryable } from '../../../platform/db.ts';

/**
 * The staging table lives in one transaction: whatever ends it (kill, full disk, lost connection) leaves nothing.
 * It has no key on feature_no on purpose: the planner would combine it with the spatial index in the overlap join,
 * which made that join three times slower on 14,329 zones (measured 2026-11-22).
 */
export async function createStaging(tx: Queryable): Promise<void> {
  await tx`
    create temporary table import_staging (
      feature_no integer not null,
      mapped     jsonb not null,
      special    jsonb not null,
      attributes jsonb not null,
      reason     text,
      detail     text,
      lon double precision, lat double precision,
      geom       geometry(Geometry, 4326),
      area_m2    double precision,
      repaired   text,
      area_before_m2 double precision
    ) on commit drop`;
}

/** The door for rows: a COPY stream in text format, columns as in {@link createStaging} up to `geom`. */
export function openStagingCopy(tx: Queryable): Promise<Writable> {
  return tx`
    copy import_staging (feature_no, mapped, special, attributes, reason, detail, lon, lat, geom) from stdin
  `.writable() as unknown as Promise<Writable>;
}

export async function indexStaging(tx: Queryable): Promise<void> {
  await tx`create index on import_staging using gist (geom)`;
  await tx`analyze import_staging`;
}

export interface InvalidRow {
  readonly featureNo: number;
  readonly reason: string;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** Rows whose geometry breaks the rules of OGC simple features, with GEOS's reason and place (WGS 84). */
export function findInvalid(tx: Queryable): Promise<InvalidRow[]> {
  return tx<InvalidRow[]>`
    select feature_no as "featureNo", (detail).reason, st_x((detail).location) as lon, st_y((detail).location) as lat
    from (
      select feature_no, st_isvaliddetail(geom) as detail from import_staging
      where reason is null and not st_isvalid(geom)
    ) invalid
    order by feature_no`;
}

export async function markInvalid(
  tx: Queryable,
  rows: readonly {
    featureNo: number;
    reason: string;
    detail: string;
    lon: number | null;
    lat: number | null;
  }[],
): Promise<void> {
  await tx`
    update import_staging s set reason = m.reason, detail = m.detail, lon = m.lon, lat = m.lat
    from unnest(
      ${rows.map((row) => row.featureNo)}::int[], ${rows.map((row) => row.reason)}::text[],
      ${rows.map((row) => row.detail)}::text[], ${rows.map((row) => row.lon)}::float8[], ${rows.map((row) => row.lat)}::float8[]
    ) as m (feature_no, reason, detail, lon, lat)
    where s.feature_no = m.feature_no`;
}

/** What {@link repairInvalid} can mend; a row with another reason stays set aside. */
const repairable = [
  'selfIntersection',
  'ringSelfIntersection',
  'holeOutsideShell',
  'nestedHoles',
  'nestedShells',
  'disconnectedInterior',
  'duplicateRings',
  'tooFewPoints',
  'unclosedRing',
  'geometryCollection',
  'invalidOther',
];

export const REPAIR_METHOD =
  'ring closed / parts with too few points left out / ST_MakeValid (method=structure), polygons kept; area before = rings as delivered';

/** Mends the rows that can be mended and keeps what they measured before (geodesic, rings as delivered, m²). */
export async function repairInvalid(tx: Queryable): Promise<void> {
  await tx`
    update import_staging s
    set repaired = s.reason, reason = null, area_before_m2 = r.area_before_m2, geom = r.mended
    from (
      select feature_no, st_area(geom::geography) as area_before_m2,
             st_multi(st_collectionextract(st_makevalid(geom, 'method=structure keepcollapsed=false'), 3)) as mended
      from import_staging
      where reason = any(${repairable}) and geom is not null
    ) r
    where s.feature_no = r.feature_no and not st_isempty(r.mended)`;
}

/** Geodesic areas of what goes in; a polygon without area is set aside. */
export async function measureAreas(tx: Queryable): Promise<void> {
  await tx`update import_staging set area_m2 = st_area(geom::geography) where reason is null`;
  await tx`
    update import_staging
    set reason = 'zeroArea', lon = st_x(st_startpoint(st_exteriorring(st_geometryn(geom, 1)))),
        lat = st_y(st_startpoint(st_exteriorring(st_geometryn(geom, 1))))
    where reason is null and area_m2 < 1e-4`;
}

export interface StagingCounts {
  readonly read: number;
  readonly accepted: number;
  readonly setAside: number;
  readonly repaired: number;
}

export async function countStaged(tx: Queryable): Promise<StagingCounts> {
  const [counts] = await tx<[StagingCounts]>`
    select count(*)::int as read, count(*) filter (where reason is null)::int as accepted,
           count(*) filter (where reason is not null)::int as "setAside",
           count(*) filter (where reason is null and repaired is not null)::int as repaired
    from import_staging`;
  return counts;
}
