import type { Queryable } from '../../../platform/db.ts';

/** A coverage as hexadecimal EWKB (WGS 84), its geodesic area in m², and what makes it no ground at all. */
export interface CoverageRow {
  readonly ewkb: string | null;
  readonly areaM2: number;
  readonly defect: string | null;
}

/** One multipolygon out of polygons in WGS 84, longitude first; nothing is mended. */
export async function unitePolygons(
  tx: Queryable,
  polygons: readonly (readonly (readonly (readonly [number, number])[])[])[],
): Promise<CoverageRow> {
  const parts = JSON.stringify(polygons.map((coordinates) => ({ type: 'Polygon', coordinates })));
  const [row] = await tx<CoverageRow[]>`
    with part as (
      select st_setsrid(st_geomfromgeojson(p), 4326) as geom from jsonb_array_elements(${parts}::text::jsonb) p),
    judged as (select min(st_isvalidreason(geom)) filter (where not st_isvalid(geom)) as defect from part)
    select defect, encode(st_asewkb(united), 'hex') as ewkb, coalesce(st_area(united::geography), 0) as "areaM2"
    from judged
    left join lateral (select st_multi(st_union(geom)) as united from part where judged.defect is null) u on true`;
  return row ?? { ewkb: null, areaM2: 0, defect: null };
}

/** The kelurahan in force on a day that bear one of these names, aliases or codes, and those that none bears. */
export async function uniteKelurahan(
  tx: Queryable,
  names: readonly string[],
  day: string,
): Promise<CoverageRow & { readonly missing: string[]; readonly known: string[] }> {
  const [row] = await tx<(CoverageRow & { missing: string[]; known: string[] })[]>`
    with area as (
      select a.name, a.code, a.aliases, a.geom
      from admin_area a join version_in_force(${day}::date) v on v.version_id = a.version_id
      where a.level = 'kelurahan'),
    wanted as (select distinct name from unnest(${[...names]}::text[]) as w(name)),
    found as (
      select w.name as wanted, a.geom from wanted w
      join area a on w.name = a.code
        or exists (select from unnest(array_prepend(a.name, a.aliases)) s where search_key(s) = regexp_replace(search_key(w.name), '^kelurahan (?=.)', '')))
    select null as defect, encode(st_asewkb(st_multi(st_union(geom))), 'hex') as ewkb,
           coalesce(st_area(st_union(geom)::geography), 0) as "areaM2",
           array(select name from wanted where name not in (select wanted from found) order by 1) as missing,
           array(select name from area order by 1) as known
    from found`;
  return row ?? { ewkb: null, areaM2: 0, defect: null, missing: [...names], known: [] };
}
