-- Purpose: what setbacks and prohibitions leave of each part of a piece of ground, and where a drawn building stands in it.
-- Input: place: the ground, valid Polygon or MultiPolygon in EPSG:4326; parts: [{"outline": MultiPolygon coordinates,
--        "setbacks": [{"lines": [line, …], "clear_m": metres}], "forbidden": [{"version_id", "theme", "level_code"}, …]}],
--        metres in projection (see ground_shapes), forbidden: the overlays whose ground allows no building;
--        building: valid Polygon in EPSG:4326, or null.
-- Output: one row per part: part (from 1), buildable (MultiPolygon coordinates in EPSG:4326, [] when nothing is left), its
--        geodesic area, the area on which nothing is forbidden, and for a building its area on the part, of it within a
--        setback and on forbidden ground, and the metres from it to each setback's line (null where there is no line, or no
--        building on the part).
-- A buffer's arcs are chords of the circle: the radius is enlarged so that they lie outside it, and what is left is never
-- too large (24 m: by 2 mm at a bend, too small by as much at most along a straight line).
-- Expected index: overlay_piece_geom_idx, where something is forbidden.
drop function if exists ground_after_setbacks(jsonb, text, geometry);
create or replace function ground_after_setbacks(place geometry, parts jsonb, projection text, building geometry)
returns table (part integer, buildable jsonb, buildable_m2 double precision, allowed_m2 double precision,
               inside_m2 double precision, in_setback_m2 double precision, in_forbidden_m2 double precision,
               distances jsonb)
language sql stable as $$
  with part as (
    select p.no::int as part, p.value -> 'setbacks' as setbacks, p.value -> 'forbidden' as forbidden,
           st_setsrid(st_geomfromgeojson(jsonb_build_object('type', 'MultiPolygon', 'coordinates', p.value -> 'outline')::text), 0) as outline
    from jsonb_array_elements(parts) with ordinality p (value, no)),
  line as materialized (
    select part.part, s.no, (s.value ->> 'clear_m')::double precision as clear_m,
           case when jsonb_array_length(s.value -> 'lines') > 0 then
             st_setsrid(st_geomfromgeojson(jsonb_build_object('type', 'MultiLineString', 'coordinates', s.value -> 'lines')::text), 0) end as axis
    from part, jsonb_array_elements(part.setbacks) with ordinality s (value, no)),
  band as (
    select line.part, st_union(st_buffer(axis, clear_m / cos(pi() / 256), 'quad_segs=64')) as geom
    from line where axis is not null and clear_m > 0
    group by line.part),
  forbidden as (
    select part.part, st_union(st_transform(st_collectionextract(st_intersection(p.geom, place), 3), projection)) as geom
    from part, jsonb_to_recordset(part.forbidden) as f (version_id text, theme text, level_code text), overlay_area o, overlay_piece p
    where o.version_id = f.version_id and o.theme = f.theme and o.level_code = f.level_code
      and p.overlay_id = o.overlay_id and p.geom && place and st_intersects(p.geom, place)
    group by part.part),
  allowed as (
    select part.part, part.outline, st_transform(building, projection) as house, band.geom as band,
           case when forbidden.geom is null then part.outline
                else st_collectionextract(st_difference(part.outline, forbidden.geom), 3) end as allowed
    from part left join band using (part) left join forbidden using (part)),
  placed as (
    select allowed.*, case when band is null then allowed else st_collectionextract(st_difference(allowed, band), 3) end as remaining
    from allowed),
  cut as (
    select placed.*, (select st_multi(st_collect(d.geom)) from st_dump(placed.remaining) d where st_area(d.geom) > 0.01) as geom,
           (select st_collect(d.geom) from st_dump(placed.allowed) d where st_area(d.geom) > 0.01) as free,
           st_collectionextract(st_intersection(house, outline), 3) as here
    from placed)
  select cut.part,
         coalesce(st_asgeojson(st_forcepolygonccw(st_transform(cut.geom, projection, 4326)), 9)::jsonb -> 'coordinates', '[]'),
         coalesce(st_area(st_transform(cut.geom, projection, 4326)::geography), 0),
         coalesce(st_area(st_transform(free, projection, 4326)::geography), 0),
         coalesce(st_area(st_transform(here, projection, 4326)::geography), 0),
         coalesce(st_area(st_transform(st_collectionextract(st_intersection(here, band), 3), projection, 4326)::geography), 0),
         coalesce(st_area(st_transform(st_collectionextract(st_difference(here, allowed), 3), projection, 4326)::geography), 0),
         (select coalesce(jsonb_agg(case when not st_isempty(here) then st_distance(here, line.axis) end order by line.no), '[]')
          from line where line.part = cut.part)
  from cut
  order by cut.part
$$;
