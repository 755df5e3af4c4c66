-- statement 1
jsonb_build_object(
'projection', projection,
'outline', st_asgeojson(st_forcepolygonccw(st_multi(outline)), 6)::jsonb -> 'coordinates',
'zones', coalesce((
  select jsonb_agg(jsonb_build_object('version_id', z.version_id, 'feature_no', z.feature_no,
           'outline', st_asgeojson(st_forcepolygonccw(st_multi(z.geom)), 6)::jsonb -> 'coordinates')
           order by z.version_id, z.feature_no)
  from (select c.version_id, c.feature_no,
               st_transform(st_collectionextract(st_intersection(c.geom, place), 3), projection) as geom
        from zone c
        where c.version_id = any (zone_versions) and c.geom && place and st_intersects(c.geom, place)) z
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
--   Result
--     InitPlan 1 (returns '…')
--       ->  Aggregate
--             ->  Index Scan using zone_geom_idx on zone c
--                   Index Cond: ((geom && '…') AND (geom && '…'))
--                   Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…') AND (NOT st_isempty(st_transform(st_collectionextract(st_intersection(geom, '…', '…'::double precision), 3), '…'))))
--     InitPlan 2 (returns '…')
--       ->  Aggregate
--             ->  Index Scan using road_geom_idx on road c_1
--                   Index Cond: (geom && st_expand('…', ('…' * '…')))
--                   Filter: ((version_id = ANY ('…')) AND (NOT st_isempty(st_collectionextract(st_clipbybox2d(st_transform(geom, '…'), ('…')::box2d), 2))))
