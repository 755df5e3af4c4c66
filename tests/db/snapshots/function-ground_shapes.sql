-- statement 1
jsonb_build_object(
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
--   Result
--     InitPlan 11 (returns '…')
--       ->  Aggregate
--             ->  CTE Scan on cut cut_1
--                   Filter: ((no = '…') AND ((SubPlan 9) IS NOT NULL) AND (NOT st_isempty(st_transform((SubPlan 10), '…'))))
--                   CTE part
--                     ->  Index Scan using zone_geom_idx on zone z
--                           Index Cond: ((geom && '…') AND (geom && '…'))
--                           Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--                   CTE rule
--                     ->  Seq Scan on overlay_effect e
--                           Filter: (version_id = ANY ('…'))
--                   CTE level
--                     ->  WindowAgg
--                           ->  GroupAggregate
--                                 Group Key: o.version_id, o.level_code
--                                 ->  Sort
--                                       Sort Key: o.version_id, o.level_code
--                                       ->  Nested Loop Semi Join
--                                             Join Filter: ((o.theme = e_1.theme) AND ((e_1.level = '…'::text) OR (e_1.level = lower(regexp_replace(btrim(o.level_code), '…'::text, '…'::text, '…'::text))) OR (NOT (hashed SubPlan 4))))
--                                             ->  Nested Loop
--                                                   ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                                                         Index Cond: ((geom && '…') AND (geom && '…'))
--                                                         Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--                                                   ->  Index Scan using overlay_area_pkey on overlay_area o
--                                                         Index Cond: (overlay_id = p.overlay_id)
--                                             ->  CTE Scan on rule e_1
--                                                   Filter: (effect <> '…'::text)
--                                             SubPlan 4
--                                               ->  CTE Scan on rule n
--                                                     Filter: (level <> '…'::text)
--                   CTE cut
--                     ->  Recursive Union
--                           ->  CTE Scan on part
--                                 Filter: (NOT st_isempty(geom))
--                           ->  Nested Loop
--                                 ->  Hash Join
--                                       Hash Cond: ((cut.no + 1) = level.no)
--                                       ->  WorkTable Scan on cut
--                                       ->  Hash
--                                             ->  CTE Scan on level
--                                 ->  Append
--                                       ->  Result
--                                             One-Time Filter: ((cut.geom && level.geom) AND (NOT st_isempty(st_collectionextract(st_intersection(cut.geom, level.geom, '…'::double precision), 3))))
--                                       ->  Result
--                                             One-Time Filter: (NOT st_isempty(CASE WHEN (cut.geom && level.geom) THEN st_collectionextract(st_difference(cut.geom, level.geom, '…'::double precision), 3) ELSE cut.geom END))
--                   InitPlan 8 (returns '…')
--                     ->  Aggregate
--                           ->  CTE Scan on level level_1
--                   SubPlan 7
--                     ->  Aggregate
--                           ->  Function Scan on st_dump d
--                                 Filter: (st_area(geom) > '…'::double precision)
--                   SubPlan 9
--                     ->  Aggregate
--                           ->  Function Scan on st_dump d_1
--                                 Filter: (st_area(geom) > '…'::double precision)
--                   SubPlan 10
--                     ->  Aggregate
--                           ->  Function Scan on st_dump d_2
--                                 Filter: (st_area(geom) > '…'::double precision)
--     InitPlan 12 (returns '…')
--       ->  Aggregate
--             ->  Index Scan using road_geom_idx on road c
--                   Index Cond: (geom && st_expand('…', ('…' * '…')))
--                   Filter: ((version_id = ANY ('…')) AND (NOT st_isempty(st_collectionextract(st_clipbybox2d(st_transform(geom, '…'), ('…')::box2d), 2))))
