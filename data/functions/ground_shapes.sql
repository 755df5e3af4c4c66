-- Purpose: the shape of a piece of ground, of its pieces by zone and limiting overlays (ground_pieces) and of the roads around
--        it, in true metres.
-- Input: place: valid Polygon or MultiPolygon in EPSG:4326; zone_versions, overlay_versions, rule_versions: as ground_pieces;
--        road_versions: where to look for roads;
--        reach_m: how far from the ground's box roads are fetched (metres).
-- Output: one jsonb: projection (a transverse Mercator of its own through the middle of the ground, scale 1 there: within
--        1 km a distance is off by less than 0.1 mm), outline, zones, roads; coordinates as GeoJSON has them, rings
--        counter-clockwise, to 1 µm.
-- Expected indexes: zone_geom_idx, road_geom_idx.
drop function if exists ground_shapes(geometry, text[], text[], double precision);
create or replace function ground_shapes(
  place geometry, zone_versions text[], overlay_versions text[], rule_versions text[], road_versions text[], reach_m double precision)
returns jsonb
language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  middle geometry := st_centroid(st_envelope(place));
  wide double precision := 1.01 / (110500 * cos(radians(st_y(middle))));
  projection text := format('+proj=tmerc +lat_0=%s +lon_0=%s +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs',
                            st_y(middle), st_x(middle));
  outline geometry := st_transform(place, projection);
  around geometry := st_expand(outline, reach_m);
begin
  return jsonb_build_object(
    'projection', projection,
    'outline', st_asgeojson(st_forcepolygonccw(st_multi(outline)), 6)::jsonb -> 'coordinates',
    'zones', coalesce((
      select jsonb_agg(jsonb_build_object('version_id', z.version_id, 'feature_no', z.feature_no, 'marks', z.marks,
               'outline', st_asgeojson(st_forcepolygonccw(st_multi(z.geom)), 6)::jsonb -> 'coordinates')
               order by z.version_id, z.feature_no, z.marks)
      from (select c.version_id, c.feature_no, c.marks, st_transform(c.geom, projection) as geom
            from ground_pieces(place, zone_versions, overlay_versions, rule_versions) c) z
      where not st_isempty(z.geom)), '[]'),
    'roads', coalesce((
      select jsonb_agg(jsonb_build_object('version_id', r.version_id, 'feature_no', r.feature_no, 'name', r.name,
               'road_class', r.road_class, 'row_width_m', r.row_width_m,
               'axis', st_asgeojson(st_multi(r.geom), 6)::jsonb -> 'coordinates')
               order by r.version_id, r.feature_no)
      from (select c.version_id, c.feature_no, c.name, c.road_class, c.row_width_m,
                   st_collectionextract(st_clipbybox2d(st_transform(c.geom, projection), around), 2) as geom
            from road c
            where c.version_id = any (road_versions) and c.geom && st_expand(place, reach_m * wide)) r
      where not st_isempty(r.geom)), '[]'));
end
$$;
