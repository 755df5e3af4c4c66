-- Purpose: what setbacks leave of each part of a piece of ground, and where a drawn building stands in it.
-- Input: parts: [{"outline": MultiPolygon coordinates, "setbacks": [{"lines": [line, …], "clear_m": metres}]}], metres in
--        projection (see ground_shapes); building: valid Polygon in EPSG:4326, or null.
-- Output: one row per part: part (from 1), buildable (MultiPolygon coordinates in EPSG:4326, [] when nothing is left), its
--        geodesic area, and for a building its area on the part, of it within a setback, and the metres from it to each
--        setback's line (null where there is no line, or no building on the part).
-- A buffer's arcs are chords of the circle: the radius is enlarged so that they lie outside it, and what is left is never
-- too large (24 m: by 2 mm at a bend, too small by as much at most along a straight line).
-- Expected indexes: none; it cuts what it is given.
drop function if exists ground_after_setbacks(geometry, jsonb, text, geometry);
drop function if exists ground_after_setbacks(jsonb, text, geometry);
create function ground_after_setbacks(parts jsonb, projection text, building geometry)
returns table (part integer, buildable jsonb, buildable_m2 double precision, inside_m2 double precision,
               in_setback_m2 double precision, distances jsonb)
language sql stable as $$
  with part as (
    select p.no::int as part, p.value -> 'setbacks' as setbacks,
           -- A micrometre of rounding may close a splinter: what is left of it is valid.
           st_collectionextract(st_makevalid(st_setsrid(
             st_geomfromgeojson(jsonb_build_object('type', 'MultiPolygon', 'coordinates', p.value -> 'outline')::text), 0)), 3) as outline
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
  placed as (
    select part.part, part.outline, st_transform(building, projection) as house, band.geom as band,
           case when band.geom is null then part.outline
                else st_collectionextract(st_difference(part.outline, band.geom), 3) end as remaining
    from part left join band using (part)),
  cut as (
    select placed.*, (select st_multi(st_collect(d.geom)) from st_dump(placed.remaining) d where st_area(d.geom) > 0.01) as geom,
           st_collectionextract(st_intersection(house, outline), 3) as here
    from placed)
  select cut.part,
         coalesce(st_asgeojson(st_forcepolygonccw(st_transform(cut.geom, projection, 4326)), 9)::jsonb -> 'coordinates', '[]'),
         coalesce(st_area(st_transform(cut.geom, projection, 4326)::geography), 0),
         coalesce(st_area(st_transform(here, projection, 4326)::geography), 0),
         coalesce(st_area(st_transform(st_collectionextract(st_intersection(here, band), 3), projection, 4326)::geography), 0),
         (select coalesce(jsonb_agg(case when not st_isempty(here) then st_distance(here, line.axis) end order by line.no), '[]')
          from line where line.part = cut.part)
  from cut
  order by cut.part
$$;
