import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';

/** What is done to how many of a thousand polygons. */
export interface Revision {
  readonly recoded: number;
  readonly reshaped: number;
  readonly removed: number;
}

/**
 * Drafts the next revision of a version of zones: some polygons get another code, some another border, some are gone.
 * @returns the version's id
 */
export async function insertRevision(
  sql: Sql,
  layerId: string,
  from: string,
  name: string,
  { recoded, reshaped, removed }: Revision,
): Promise<string> {
  const sha256 = createHash('sha256').update(`${from} ${name}`).digest('hex');
  const versionId = sha256.slice(0, 16);
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count,
                               report, is_demo, rules_layer_id, regulation_id)
    select ${versionId}, ${layerId}, ${name}, ${name}, ${sha256}, 'GeoJSON', feature_count, '{}', is_demo, rules_layer_id,
           regulation_id
    from layer_version where version_id = ${from}`;
  await sql`
    insert into zone (version_id, feature_no, code, kodswp, kodblk, special, area_m2, is_demo, geom)
    select ${versionId}, z.feature_no, case when z.turn < ${recoded} then other.code else z.code end, z.kodswp, z.kodblk,
           z.special, st_area(r.geom::geography), z.is_demo, r.geom
    from (select *, (feature_no * 7919) % 1000 as turn from zone where version_id = ${from}) z
    cross join lateral (
      select code from zone where version_id = ${from} and code <> z.code order by feature_no limit 1) other
    cross join lateral (
      -- A metre to the east: what a corrected border does to itself and to its neighbours.
      select case when z.turn >= ${recoded} and z.turn < ${recoded + reshaped}
                  then st_translate(z.geom, 0.000009, 0) else z.geom end as geom) r
    where z.turn < ${1000 - removed}`;
  return versionId;
}

/**
 * Drafts the same plan written out again, as GIS programs do: coordinates with seven decimals, about a centimetre.
 * Polygons that rounding makes invalid stay as they were.
 */
export async function insertReexport(sql: Sql, layerId: string, from: string): Promise<string> {
  const sha256 = createHash('sha256').update(`${from} re-export`).digest('hex');
  const versionId = sha256.slice(0, 16);
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count,
                               report, is_demo, rules_layer_id, regulation_id)
    select ${versionId}, ${layerId}, 're-export', 're-export', ${sha256}, 'GeoJSON', feature_count, '{}', is_demo,
           rules_layer_id, regulation_id
    from layer_version where version_id = ${from}`;
  await sql`
    insert into zone (version_id, feature_no, code, kodswp, kodblk, special, area_m2, is_demo, geom)
    select ${versionId}, z.feature_no, z.code, z.kodswp, z.kodblk, z.special, st_area(r.geom::geography), z.is_demo, r.geom
    from zone z
    cross join lateral (select st_snaptogrid(z.geom, 0.0000001) as geom) s
    cross join lateral (
      select case when st_isvalid(s.geom) and st_geometrytype(s.geom) = 'ST_MultiPolygon' and not st_isempty(s.geom)
                  then s.geom else z.geom end as geom) r
    where z.version_id = ${from}`;
  return versionId;
}

export interface Edit {
  readonly versionId: string;
  readonly code: string;
  /** A point inside the polygon, and its tile at zoom 16. */
  readonly lon: number;
  readonly lat: number;
  readonly column: number;
  readonly row: number;
}

/** Drafts a version that differs in the code of one polygon. */
export async function insertEdit(sql: Sql, layerId: string, from: string, featureNo: number): Promise<Edit> {
  const sha256 = createHash('sha256').update(`${from} ${featureNo}`).digest('hex');
  const versionId = sha256.slice(0, 16);
  const code = `UJI-${versionId.slice(0, 6)}`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count,
                               report, is_demo)
    select ${versionId}, ${layerId}, 'edit', 'edit', ${sha256}, 'GeoJSON', feature_count, '{}', is_demo
    from layer_version where version_id = ${from}`;
  await sql`
    insert into zone (version_id, feature_no, code, kodswp, kodblk, special, area_m2, is_demo, geom)
    select ${versionId}, feature_no, case when feature_no = ${featureNo} then ${code} else code end, kodswp, kodblk, special,
           area_m2, is_demo, geom
    from zone where version_id = ${from}`;
  const [place] = await sql<{ lon: number; lat: number }[]>`
    select st_x(p) as lon, st_y(p) as lat
    from zone cross join lateral st_pointonsurface(geom) p
    where version_id = ${versionId} and feature_no = ${featureNo}`;
  if (place === undefined) throw new Error(`there is no polygon ${featureNo}`);
  const sine = Math.sin((place.lat * Math.PI) / 180);
  return {
    versionId,
    code,
    ...place,
    column: Math.floor((place.lon / 360 + 0.5) * 2 ** 16),
    row: Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** 16),
  };
}
