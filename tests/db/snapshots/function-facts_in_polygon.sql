-- statement 1
select jsonb_agg(to_jsonb(f) || jsonb_build_object(
         'title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
         'special_fields', v.special_fields, 'remark_revision', l.remark_revision,
         'covers', v.coverage is null or st_covers(v.coverage, place))),
       array_agg(f.version_id) filter (where f.kind = 'zones'),
       array_agg(f.version_id) filter (where f.kind = 'rtrw'),
       array_agg(f.version_id) filter (where f.kind = 'overlay'),
       array_agg(f.version_id) filter (where f.kind = 'road'),
       array_agg(f.version_id) filter (where f.kind = 'parcel'),
       array_agg(f.version_id) filter (where f.kind = 'utility'),
       array_agg(f.version_id) filter (where f.kind = 'admin'),
       array_agg(f.version_id) filter (where f.kind = 'rules')
                                                                                 from version_in_force(on_date, known_at) f
join layer l using (layer_id)
join layer_version v on v.version_id = f.version_id;
--   Aggregate
--     ->  Hash Join
--           Hash Cond: (v.version_id = f.version_id)
--           ->  Seq Scan on layer_version v
--           ->  Hash
--                 ->  Hash Join
--                       Hash Cond: (l.layer_id = f.layer_id)
--                       ->  Seq Scan on layer l
--                       ->  Hash
--                             ->  Subquery Scan on f
--                                   ->  Sort
--                                         Sort Key: p.layer_id
--                                         ->  Hash Join
--                                               Hash Cond: (v_1.version_id = p.version_id)
--                                               ->  Seq Scan on layer_version v_1
--                                               ->  Hash
--                                                     ->  Hash Join
--                                                           Hash Cond: (l_1.layer_id = p.layer_id)
--                                                           ->  Seq Scan on layer l_1
--                                                                 Filter: (access_class = '…'::text)
--                                                           ->  Hash
--                                                                 ->  Subquery Scan on p
--                                                                       Filter: (p.access_class = '…'::text)
--                                                                       ->  Unique
--                                                                             ->  Sort
--                                                                                   Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                                                   ->  Seq Scan on publication
--                                                                                         Filter: ((valid_from <= '…') AND (('…' IS NULL) OR (recorded_at <= '…')))

-- statement 2
select 'version'::text, e from jsonb_array_elements(coalesce(force, '[]')) e;
--   Function Scan on jsonb_array_elements e

-- statement 3
select 'admin'::text, jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name,
       'area_m2', st_area(st_collectionextract(st_intersection(a.geom, place), 3)::geography))
from admin_area a
where a.version_id = any (admins) and a.geom && place and st_intersects(a.geom, place) and not st_touches(a.geom, place);
--   Index Scan using admin_area_geom_idx on admin_area a
--     Index Cond: ((geom && '…') AND (geom && '…'))
--     Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…') AND (NOT st_touches(geom, '…')))

-- statement 4
select case when z.version_id = any (zones) then 'zone' else 'rtrw' end,
       jsonb_build_object(
       'version_id', z.version_id, 'feature_no', z.feature_no, 'code', z.code,
       'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn, 'namobj', z.namobj,
       'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk, 'kodsbl', z.kodsbl,
       'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
       'stated_area_ha', z.stated_area_ha, 'special', z.special, 'is_demo', z.is_demo,
       'interior', true, 'part_m2', st_area(st_collectionextract(st_intersection(z.geom, place), 3)::geography))
from zone z
where z.version_id = any (zones || rtrws) and z.geom && place and st_intersects(z.geom, place) and not st_touches(z.geom, place);
--   Index Scan using zone_geom_idx on zone z
--     Index Cond: ((geom && '…') AND (geom && '…'))
--     Filter: ((version_id = ANY (('…' || '…'))) AND st_intersects(geom, '…') AND (NOT st_touches(geom, '…')))

-- statement 5
select 'set_aside'::text, jsonb_build_object('version_id', s.version_id, 'feature_no', s.feature_no, 'reason', s.reason,
       'part_m2', st_area(st_collectionextract(st_intersection(s.footprint, place), 3)::geography))
from set_aside s
where s.version_id = any (zones || rtrws || overlays) and s.footprint && place and st_intersects(s.footprint, place) and not st_touches(s.footprint, place);
--   Index Scan using set_aside_footprint_idx on set_aside s
--     Index Cond: ((footprint && '…') AND (footprint && '…'))
--     Filter: ((version_id = ANY ((('…' || '…') || '…'))) AND st_intersects(footprint, '…') AND (NOT st_touches(footprint, '…')))

-- statement 6
with hits as (
  select p.overlay_id, sum(st_area(st_collectionextract(st_intersection(p.geom, place), 3)::geography)) as part_m2
  from overlay_piece p
  where p.version_id = any (overlays) and p.geom && place and st_intersects(p.geom, place)
  group by p.overlay_id)
select 'overlay'::text, jsonb_build_object(
       'version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code, 'name', o.name, 'is_demo', o.is_demo,
       'feature_no', o.feature_no, 'part_m2', h.part_m2)
from hits h
join overlay_area o using (overlay_id)
where h.part_m2 > 0.01;
--   Nested Loop
--     ->  GroupAggregate
--           Group Key: p.overlay_id
--           Filter: (sum(st_area((st_collectionextract(st_intersection(p.geom, '…', '…'::double precision), 3))::geography, true)) > '…'::double precision)
--           ->  Sort
--                 Sort Key: p.overlay_id
--                 ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                       Index Cond: ((geom && '…') AND (geom && '…'))
--                       Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--     ->  Index Scan using overlay_area_pkey on overlay_area o
--           Index Cond: (overlay_id = p.overlay_id)

-- statement 7
select 'zone_piece'::text, jsonb_build_object('version_id', g.version_id, 'feature_no', g.feature_no, 'marks', g.marks, 'part_m2', g.part_m2)
from (select c.version_id, c.feature_no, c.marks, st_area(c.geom::geography) as part_m2
      from ground_pieces(place, zones, overlays, rules) c
      where c.marks <> '{}') g
where g.part_m2 > 0.01;
--   Subquery Scan on c
--     ->  CTE Scan on cut
--           Filter: ((marks <> '…'::text[]) AND (no = '…') AND ((SubPlan 6) IS NOT NULL) AND (st_area(((SubPlan 7))::geography, true) > '…'::double precision))
--           CTE part
--             ->  Index Scan using zone_geom_idx on zone z
--                   Index Cond: ((geom && '…') AND (geom && '…'))
--                   Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--           CTE level
--             ->  WindowAgg
--                   ->  GroupAggregate
--                         Group Key: o.version_id, o.level_code
--                         ->  Sort
--                               Sort Key: o.version_id, o.level_code
--                               ->  Nested Loop Semi Join
--                                     Join Filter: ((e.level_code = ANY (ARRAY['…'::text, o.level_code])) AND (o.theme = e.theme))
--                                     ->  Nested Loop
--                                           ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                                                 Index Cond: ((geom && '…') AND (geom && '…'))
--                                                 Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--                                           ->  Index Scan using overlay_area_pkey on overlay_area o
--                                                 Index Cond: (overlay_id = p.overlay_id)
--                                     ->  Seq Scan on overlay_effect e
--                                           Filter: ((effect <> '…'::text) AND (version_id = ANY ('…')))
--           CTE cut
--             ->  Recursive Union
--                   ->  CTE Scan on part
--                         Filter: (NOT st_isempty(geom))
--                   ->  Nested Loop
--                         ->  Hash Join
--                               Hash Cond: ((cut_1.no + 1) = level.no)
--                               ->  WorkTable Scan on cut cut_1
--                               ->  Hash
--                                     ->  CTE Scan on level
--                         ->  Append
--                               ->  Result
--                                     One-Time Filter: ((cut_1.geom && level.geom) AND (NOT st_isempty(st_collectionextract(st_intersection(cut_1.geom, level.geom, '…'::double precision), 3))))
--                               ->  Result
--                                     One-Time Filter: (NOT st_isempty(CASE WHEN (cut_1.geom && level.geom) THEN st_collectionextract(st_difference(cut_1.geom, level.geom, '…'::double precision), 3) ELSE cut_1.geom END))
--           InitPlan 5 (returns '…')
--             ->  Aggregate
--                   ->  CTE Scan on level level_1
--           SubPlan 4
--             ->  Aggregate
--                   ->  Function Scan on st_dump d
--                         Filter: (st_area(geom) > '…'::double precision)
--           SubPlan 6
--             ->  Aggregate
--                   ->  Function Scan on st_dump d_1
--                         Filter: (st_area(geom) > '…'::double precision)
--           SubPlan 7
--             ->  Aggregate
--                   ->  Function Scan on st_dump d_2
--                         Filter: (st_area(geom) > '…'::double precision)

-- statement 8
select 'parcel'::text, jsonb_build_object('version_id', p.version_id, 'nib', p.nib, 'area_m2', p.area_m2, 'is_demo', p.is_demo,
       'part_m2', p.part_m2, 'total', p.total)
from (select c.*, count(*) over () as total
      from (select q.version_id, q.nib, q.area_m2, q.is_demo,
                   st_area(st_collectionextract(st_intersection(q.geom, place), 3)::geography) as part_m2
            from parcel q
            where q.version_id = any (parcels) and q.geom && place and st_intersects(q.geom, place)) c
      where c.part_m2 > 0.01) p
order by p.part_m2 desc, p.nib
limit 200;
--   Limit
--     ->  Sort
--           Sort Key: p.part_m2 DESC, p.nib
--           ->  Subquery Scan on p
--                 ->  WindowAgg
--                       ->  Index Scan using parcel_geom_idx on parcel q
--                             Index Cond: ((geom && '…') AND (geom && '…'))
--                             Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…') AND (st_area((st_collectionextract(st_intersection(geom, '…', '…'::double precision), 3))::geography, true) > '…'::double precision))

-- statement 9
select 'road'::text, jsonb_build_object('version_id', r.version_id, 'name', r.name, 'road_class', r.road_class,
       'row_width_m', r.row_width_m, 'distance_m', r.distance_m, 'from', 'polygon',
       -- The parcel of a neighbour lies between: half a metre of it is more than two borders drawn apart.
       'is_behind', exists (
         select from parcel q
         where q.version_id = any (parcels) and q.geom && r.way and st_intersects(q.geom, r.way)
           and st_length(st_intersection(q.geom, r.way)) > 0.5 * wide
           and (st_touches(q.geom, place) or not st_intersects(q.geom, place))))
from (select c.version_id, c.name, c.road_class, c.row_width_m, w.way, st_length(w.way::geography) as distance_m
      from road c cross join lateral (select st_shortestline(c.geom, place) as way offset 0) w
      where c.version_id = any (roads) and c.geom && st_expand(place, road_m * wide)
      order by distance_m
      limit 8) r
where r.distance_m <= road_m
order by r.distance_m;
--   Subquery Scan on r
--     Filter: (r.distance_m <= '…')
--     ->  Limit
--           ->  Sort
--                 Sort Key: (st_length(((st_shortestline(c.geom, '…')))::geography, true))
--                 ->  Nested Loop
--                       ->  Index Scan using road_geom_idx on road c
--                             Index Cond: (geom && st_expand('…', ('…' * '…')))
--                             Filter: (version_id = ANY ('…'))
--                       ->  Result
--     SubPlan 1
--       ->  Index Scan using parcel_geom_idx on parcel q
--             Index Cond: ((geom && r.way) AND (geom && r.way))
--             Filter: ((version_id = ANY ('…')) AND st_intersects(geom, r.way) AND (st_length(st_intersection(geom, r.way, '…'::double precision)) > ('…'::double precision * '…')) AND (st_touches(geom, '…') OR (NOT st_intersects(geom, '…'))))

-- statement 10
select 'utility'::text, to_jsonb(u)
from (select distinct on (c.network) c.version_id, c.network, c.name,
             st_length(st_shortestline(c.geom, place)::geography) as distance_m
      from utility_line c
      where c.version_id = any (utilities) and c.geom && st_expand(place, utility_m * wide)
      order by c.network, 4) u
where u.distance_m <= utility_m;
--   Subquery Scan on u
--     Filter: (u.distance_m <= '…')
--     ->  Unique
--           ->  Sort
--                 Sort Key: c.network, (st_length((st_shortestline(c.geom, '…'))::geography, true))
--                 ->  Seq Scan on utility_line c
--                       Filter: ((version_id = ANY ('…')) AND (geom && st_expand('…', ('…' * '…'))))

-- statement 11
select st_union(st_collectionextract(st_intersection(z.geom, place), 3))                from zone z
where z.version_id = any (zones) and z.geom && place and st_intersects(z.geom, place);
--   Aggregate
--     ->  Index Scan using zone_geom_idx on zone z
--           Index Cond: ((geom && '…') AND (geom && '…'))
--           Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))

-- statement 12
select 'sum'::text, jsonb_build_object(
'lon', st_x(inside), 'lat', st_y(inside),
'area_m2', st_area(place::geography), 'perimeter_m', st_perimeter(place::geography),
'zoned_m2', zoned_m2, 'invalid_m2', invalid_m2, 'city_m2', city_m2);
--   Result
