-- Purpose: a piece of ground's share of each zone polygon, cut along the levels of overlays that a rule limits, changes or forbids by, or may.
-- Input: place: valid Polygon or MultiPolygon in EPSG:4326; zone_versions, overlay_versions: the versions to look in;
--        rule_versions: the rule sets in force, whose overlay_effect rows say which levels are more than words.
-- Output: one row per zone polygon and combination of levels: marks ('<overlay version> <level>', in order), geom in EPSG:4326.
--         Everything that asks for areas or outlines per overlay takes them from here, so that both never disagree.
--         Splinters below 0.01 m² (8e-13 square degrees), the noise of cutting, are left out.
-- Expected indexes: zone_geom_idx, overlay_piece_geom_idx. Each level is cut once through all pieces that it meets.
create or replace function ground_pieces(place geometry, zone_versions text[], overlay_versions text[], rule_versions text[])
returns table (version_id text, feature_no integer, marks text[], geom geometry)
language sql stable as $$
  with recursive part as materialized (
    select z.version_id, z.feature_no, st_collectionextract(st_intersection(z.geom, place), 3) as geom
    from zone z
    where z.version_id = any (zone_versions) and z.geom && place and st_intersects(z.geom, place)),
  rule as materialized (
    select e.version_id, e.theme, e.effect, folded_level(e.level_code) as level
    from overlay_effect e
    where e.version_id = any (rule_versions)),
  level as materialized (
    select row_number() over (order by o.version_id, o.level_code) as no, o.version_id || ' ' || o.level_code as mark,
           st_union(st_collectionextract(st_intersection(p.geom, place), 3)) as geom
    from overlay_piece p
    join overlay_area o using (overlay_id)
    where p.version_id = any (overlay_versions) and p.geom && place and st_intersects(p.geom, place)
      -- A level that a rule set does not name, though it names others, may be any of them.
      and exists (select from rule e
                  where e.theme = o.theme and e.effect <> 'text'
                    and (e.level = '' or e.level = folded_level(o.level_code)
                         or not exists (select from rule n
                                        where n.version_id = e.version_id and n.theme = e.theme and n.level <> ''
                                          and n.level = folded_level(o.level_code))))
    group by o.version_id, o.level_code),
  cut as (
    select 0::bigint as no, part.version_id, part.feature_no, '{}'::text[] as marks, part.geom
    from part where not st_isempty(part.geom)
    union all
    select level.no, cut.version_id, cut.feature_no, side.marks, side.geom
    from cut
    join level on level.no = cut.no + 1
    cross join lateral (
      select cut.marks || level.mark as marks, st_collectionextract(st_intersection(cut.geom, level.geom), 3) as geom
      where cut.geom && level.geom
      union all
      select cut.marks, case when cut.geom && level.geom then st_collectionextract(st_difference(cut.geom, level.geom), 3) else cut.geom end) side
    where not st_isempty(side.geom))
  select kept.version_id, kept.feature_no, kept.marks, kept.geom
  from (select cut.version_id, cut.feature_no, cut.marks,
               (select st_collect(d.geom) from st_dump(cut.geom) d where st_area(d.geom) > 8e-13) as geom
        from cut
        where cut.no = (select count(*) from level)) kept
  where kept.geom is not null
$$;
