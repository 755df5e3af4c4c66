import type { Sql } from 'postgres';
import * as z from 'zod/mini';
import type { LngLat } from '#domain/geo/lng-lat';
import { collectFacts, type Facts, type VersionFact, versionFactSchema } from '#domain/zoning/facts';
import type { Queryable } from '../../platform/db.ts';
import { knownRegister, versionRows } from './known-register.ts';
import { type FactText, readFactRows } from './read-fact-rows.ts';

/** Metres. How far roads are looked for at a point: half a wide right of way, a front yard and map error. */
const ROAD_SEARCH_AT_POINT_M = 60;
/** Metres from a parcel's or polygon's edge to a road's centre line that still makes it the ground's own road. */
const OWN_ROAD_M = 25;
const UTILITY_SEARCH_M = 100;

/**
 * Everything stored about one point, in one round trip.
 *
 * @param on calendar day in law, `YYYY-MM-DD`
 * @param borderM zones this near are named too, metres
 * @throws the driver's error when the database does not answer: a failed source is never empty facts
 */
export async function factsAtPoint(
  sql: Sql,
  [lng, lat]: LngLat,
  on: string,
  borderM: number,
): Promise<Facts> {
  const known = knownRegister(sql, on);
  const rows = await sql<FactText[]>`
    select kind, fact::text
    from facts_at_point(${lng}, ${lat}, ${on}::date, null, ${borderM}, ${ROAD_SEARCH_AT_POINT_M}, ${OWN_ROAD_M}, ${UTILITY_SEARCH_M},
                        ${known?.state ?? null})`;
  const register = rows.find(({ kind }) => kind === 'register');
  if (register === undefined) throw new Error('facts_at_point told no register');
  const facts = readFactRows(rows.filter((row) => row !== register));
  const told = facts.filter(({ kind }) => kind === 'version');
  const others = facts.filter(({ kind }) => kind !== 'version');
  return collectFacts([...versionRows(sql, on, known, register.fact, told), ...others]);
}

/**
 * Everything stored inside one polygon.
 *
 * @param geojson a valid Polygon or MultiPolygon, WGS 84, lng-lat; check it with {@link measurePolygon} first
 */
export async function factsInPolygon(sql: Queryable, geojson: string, on: string): Promise<Facts> {
  const rows = await sql<FactText[]>`
    select kind, fact::text
    from facts_in_polygon(st_setsrid(st_geomfromgeojson(${geojson}), 4326), ${on}::date, null,
                          ${OWN_ROAD_M}, ${UTILITY_SEARCH_M})`;
  return collectFacts(readFactRows(rows));
}

export interface PolygonMeasure {
  readonly isValid: boolean;
  /** GEOS's words for the defect, English. */
  readonly reason: string | null;
  readonly at: LngLat | null;
  /** Geodesic, m²; 0 for an invalid polygon. */
  readonly areaM2: number;
}

/** Whether the polygon is simple, where it is not, and its geodesic area. Nothing is repaired. */
export async function measurePolygon(sql: Sql, geojson: string): Promise<PolygonMeasure> {
  const [row] = await sql<
    { valid: boolean; reason: string | null; lng: number | null; lat: number | null; area_m2: number }[]
  >`
    with place as (select st_setsrid(st_geomfromgeojson(${geojson}), 4326) as geom),
         checked as (select geom, st_isvaliddetail(geom) as detail from place)
    select (detail).valid, (detail).reason, st_x((detail).location) as lng, st_y((detail).location) as lat,
           case when (detail).valid then st_area(geom::geography) else 0 end as area_m2
    from checked`;
  if (row === undefined) throw new Error('st_isvaliddetail returned no row');
  return {
    isValid: row.valid,
    reason: row.reason,
    at: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    areaM2: row.area_m2,
  };
}

/** How many different outlines parcels with this NIB have in force on a day: two layers may hold one and the same. */
export async function countGroundsOfNumber(sql: Queryable, nib: string, on: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(distinct geom)::int as count from parcel
    where nib = ${nib}
      and version_id in (select version_id from version_in_force(${on}::date) where kind = 'parcel')`;
  return row?.count ?? 0;
}

/**
 * Everything stored inside the parcel with this NIB in force on a day, from its stored geometry; null when there is none.
 * Whether the number names one ground is asked before ({@link countGroundsOfNumber}).
 */
export async function factsInParcel(sql: Queryable, nib: string, on: string): Promise<Facts | null> {
  const rows = await sql<FactText[]>`
    select f.kind, f.fact::text
    from (select geom from parcel
          where nib = ${nib}
            and version_id in (select version_id from version_in_force(${on}::date) where kind = 'parcel')
          order by feature_no
          limit 1) p
    cross join lateral facts_in_polygon(p.geom, ${on}::date, null, ${OWN_ROAD_M}, ${UTILITY_SEARCH_M}) f`;
  return rows.length === 0 ? null : collectFacts(readFactRows(rows));
}

const versionFacts = z.array(versionFactSchema);

/** The versions in force on a day, as facts; `covers` is true because no place is asked. */
export async function versionsInForce(sql: Sql, on: string): Promise<VersionFact[]> {
  const rows = await sql`
    select to_jsonb(f) || jsonb_build_object('title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
                                             'special_fields', v.special_fields, 'covers', true,
                                             'remark_revision', l.remark_revision) as fact
    from version_in_force(${on}::date) f
    join layer l using (layer_id)
    join layer_version v on v.version_id = f.version_id`;
  return versionFacts.parse(rows.map((row) => row.fact));
}
