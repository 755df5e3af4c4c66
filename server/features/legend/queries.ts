import type { Sql } from 'postgres';
import type { Legend, LegendEntry, LegendLayer } from '#domain/zoning/legend';

interface LayerRow extends Omit<LegendLayer, 'entries'> {
  readonly entries: LegendEntry[] | null;
}

/**
 * Layers in force on a day, each with the codes that occur in it. Zone codes take name and colour from the rule
 * set in force that the layer is bound to, ordered as the plan's table: protected first, then by parent zone; a code that the rule set does not know keeps its code and no colour.
 */
export async function layersInForce(sql: Sql, on: string): Promise<LegendLayer[]> {
  const rows = await sql<LayerRow[]>`
    with in_force as (select * from version_in_force(${on}::date))
    select v.layer_id as "layerId", v.kind, v.theme, layer.title, v.version_id as "versionId",
           archive.version_id is not null as "isDrawn", v.is_demo as "isDemo",
           case when v.kind in ('zones', 'rtrw') then (
             select jsonb_agg(jsonb_build_object(
                      'code', used.code,
                      'name', coalesce(known.zone_name || coalesce(' – ' || nullif(known.subzone_name, known.zone_name), ''),
                                       used.code),
                      'group', known.zone_name,
                      'color', known.color,
                      'provisional', coalesce(known.provisional, false))
                    order by array_position(array['lindung', 'budi daya', 'lainnya'], known.category),
                             coalesce(known.zone_code, used.code), used.code)
             from (select distinct code from zone where version_id = v.version_id) used
             left join in_force rules on rules.layer_id = v.rules_layer_id
             left join zone_code known on known.version_id = rules.version_id
                  and known.regulation_id = v.regulation_id and known.code = used.code
           ) when v.kind = 'overlay' then (
             select jsonb_agg(jsonb_build_object(
                      'code', used.level_code, 'name', used.name, 'group', null, 'color', null, 'provisional', false)
                    order by used.level_code)
             from (select level_code, min(name) as name from overlay_area
                   where version_id = v.version_id group by level_code) used
           ) end as entries
    from in_force v
    join layer using (layer_id)
    left join tile_archive archive on archive.version_id = v.version_id
    where v.kind <> 'rules'
    order by v.layer_id`;
  return rows.map((row) => ({ ...row, entries: row.entries ?? [] }));
}

/** Whether any version in force on a day is demonstration data: every page says so then. */
export async function holdsDemo(sql: Sql, on: string): Promise<boolean> {
  const [row] = await sql<{ isDemo: boolean }[]>`
    select exists (select from version_in_force(${on}::date) where is_demo) as "isDemo"`;
  return row?.isDemo ?? false;
}

/** Names of administrative areas in force on a day, each with a point inside its area (WGS 84). */
export async function adminNames(sql: Sql, on: string): Promise<Legend['names']> {
  return await sql<Legend['names']>`
    select area.level, area.name,
           array[st_x(spot.point), st_y(spot.point)] as point
    from version_in_force(${on}::date) v
    join admin_area area on area.version_id = v.version_id
    cross join lateral (select (st_maximuminscribedcircle(st_simplify(area.geom, 0.0005))).center as point) spot
    where v.kind = 'admin'
    order by area.level, area.name`;
}

/** The box around all administrative areas in force on a day: west, south, east, north in WGS 84; null without any. */
export async function adminExtent(sql: Sql, on: string): Promise<Legend['extent']> {
  const [row] = await sql<{ extent: Legend['extent'] }[]>`
    select case when box is null then null
                else array[st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)] end as extent
    from (select st_extent(area.geom) as box
          from version_in_force(${on}::date) v
          join admin_area area on area.version_id = v.version_id
          where v.kind = 'admin') whole`;
  return row?.extent ?? null;
}
