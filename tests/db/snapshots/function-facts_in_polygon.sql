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
--     ->  Nested Loop
--           ->  Hash Join
--                 Hash Cond: (l.layer_id = f.layer_id)
--                 ->  Seq Scan on layer l
--                 ->  Hash
--                       ->  Subquery Scan on f
--                             ->  Sort
--                                   Sort Key: p.layer_id
--                                   ->  Nested Loop
--                                         ->  Hash Join
--                                               Hash Cond: (l_1.layer_id = p.layer_id)
--                                               ->  Seq Scan on layer l_1
--                                                     Filter: (access_class = '…'::text)
--                                               ->  Hash
--                                                     ->  Subquery Scan on p
--                                                           Filter: (p.access_class = '…'::text)
--                                                           ->  Unique
--                                                                 ->  Sort
--                                                                       Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                                       ->  Seq Scan on publication
--                                                                             Filter: ((valid_from <= '…') AND (('…' IS NULL) OR (recorded_at <= '…')))
--                                         ->  Index Scan using layer_version_pkey on layer_version v_1
--                                               Index Cond: (version_id = p.version_id)
--           ->  Index Scan using layer_version_pkey on layer_version v
--                 Index Cond: (version_id = f.version_id)

-- statement 2
select 'version'::text, e from jsonb_array_elements(coalesce(force, '[]')) e;
--   Function Scan on jsonb_array_elements e

-- statement 3
select 'admin'::text, jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name,
       'area_m2', straight_area_m2(st_collectionextract(st_intersection(a.geom, place), 3)))
from admin_area a
where a.version_id = any (admins) and a.geom && place and st_intersects(a.geom, place) and not st_touches(a.geom, place);
--   Index Scan using admin_area_geom_idx on admin_area a
--     Index Cond: ((geom && '…') AND (geom && '…'))
--     Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…') AND (NOT st_touches(geom, '…')))

-- statement 4
select count(*) > 1                      from zone r where r.version_id = any (rtrws) and r.geom && place and st_intersects(r.geom, place) and not st_touches(r.geom, place);
--   Aggregate
--     ->  Index Scan using zone_geom_idx on zone r
--           Index Cond: ((geom && '…') AND (geom && '…'))
--           Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…') AND (NOT st_touches(geom, '…')))

-- statement 5
select case when z.version_id = any (zones) then 'zone' else 'rtrw' end,
       jsonb_build_object(
       'version_id', z.version_id, 'feature_no', z.feature_no, 'code', z.code,
       'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn, 'namobj', z.namobj,
       'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk, 'kodsbl', z.kodsbl,
       'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
       'stated_area_ha', z.stated_area_ha, 'special', z.special, 'is_demo', z.is_demo,
       'interior', true, 'part_m2', straight_area_m2(z.part))
       || case when has_classes and z.version_id = any (rtrws) then jsonb_build_object('meets', (
            select coalesce(jsonb_agg(q.version_id || ' ' || q.feature_no order by q.version_id, q.feature_no), '[]')
            from zone q
            where q.version_id = any (zones) and q.geom && z.part and st_intersects(q.geom, z.part)
              and st_area(st_collectionextract(st_intersection(q.geom, z.part), 3)::geography) > 1)) else '{}' end
from (select y.*, st_collectionextract(st_intersection(y.geom, place), 3) as part
      from zone y
      where y.version_id = any (zones || rtrws) and y.geom && place and st_intersects(y.geom, place) and not st_touches(y.geom, place)
      offset 0) z;
--   Subquery Scan on z
--     ->  Index Scan using zone_geom_idx on zone y
--           Index Cond: ((geom && '…') AND (geom && '…'))
--           Filter: ((version_id = ANY (('…' || '…'))) AND st_intersects(geom, '…') AND (NOT st_touches(geom, '…')))
--     SubPlan 1
--       ->  Aggregate
--             ->  Index Scan using zone_geom_idx on zone q
--                   Index Cond: ((geom && z.part) AND (geom && z.part))
--                   Filter: ((version_id = ANY ('…')) AND st_intersects(geom, z.part) AND (st_area((st_collectionextract(st_intersection(geom, z.part, '…'::double precision), 3))::geography, true) > '…'::double precision))

-- statement 6
select 'set_aside'::text, jsonb_build_object('version_id', s.version_id, 'feature_no', s.feature_no, 'reason', s.reason,
       'part_m2', straight_area_m2(st_collectionextract(st_intersection(s.footprint, place), 3)))
from set_aside s
where s.footprint && st_expand(place, road_m * wide)
  and (s.version_id = any (zones || rtrws || overlays || parcels || admins) and st_intersects(s.footprint, place) and not st_touches(s.footprint, place)
       -- A road that did not go in may be the one that the place lies on.
       or s.version_id = any (roads) and st_dwithin(s.footprint, place, road_m * wide));
--   Index Scan using set_aside_footprint_idx on set_aside s
--     Index Cond: (footprint && st_expand('…', ('…' * '…')))
--     Filter: (((version_id = ANY ((((('…' || '…') || '…') || '…') || '…'))) AND st_intersects(footprint, '…') AND (NOT st_touches(footprint, '…'))) OR ((version_id = ANY ('…')) AND st_dwithin(footprint, '…', ('…' * '…'))))

-- statement 7
with hits as (
  select p.overlay_id, sum(straight_area_m2(st_collectionextract(st_intersection(p.geom, place), 3))) as part_m2
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
--           Filter: (sum(st_area((st_segmentize(st_collectionextract(st_intersection(p.geom, '…', '…'::double precision), 3), '…'::double precision))::geography, true)) > '…'::double precision)
--           ->  Sort
--                 Sort Key: p.overlay_id
--                 ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                       Index Cond: ((geom && '…') AND (geom && '…'))
--                       Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--     ->  Index Scan using overlay_area_pkey on overlay_area o
--           Index Cond: (overlay_id = p.overlay_id)

-- statement 8
select 'zone_piece'::text, jsonb_build_object('version_id', g.version_id, 'feature_no', g.feature_no, 'marks', g.marks, 'part_m2', g.part_m2)
from (select c.version_id, c.feature_no, c.marks, straight_area_m2(c.geom) as part_m2
      from ground_pieces(place, zones, overlays, rules) c
      where c.marks <> '{}') g
where g.part_m2 > 0.01;
--   Subquery Scan on c
--     ->  CTE Scan on cut
--           Filter: ((marks <> '…'::text[]) AND (no = '…') AND ((SubPlan 9) IS NOT NULL) AND (st_area((st_segmentize((SubPlan 10), '…'::double precision))::geography, true) > '…'::double precision))
--           CTE part
--             ->  Index Scan using zone_geom_idx on zone z
--                   Index Cond: ((geom && '…') AND (geom && '…'))
--                   Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--           CTE rule
--             ->  Seq Scan on overlay_effect e
--                   Filter: (version_id = ANY ('…'))
--           CTE level
--             ->  WindowAgg
--                   ->  GroupAggregate
--                         Group Key: o.version_id, o.level_code
--                         ->  Sort
--                               Sort Key: o.version_id, o.level_code
--                               ->  Nested Loop Semi Join
--                                     Join Filter: ((o.theme = e_1.theme) AND ((e_1.level = '…'::text) OR (e_1.level = lower(regexp_replace(btrim(o.level_code), '…'::text, '…'::text, '…'::text))) OR (NOT (hashed SubPlan 4))))
--                                     ->  Nested Loop
--                                           ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                                                 Index Cond: ((geom && '…') AND (geom && '…'))
--                                                 Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--                                           ->  Index Scan using overlay_area_pkey on overlay_area o
--                                                 Index Cond: (overlay_id = p.overlay_id)
--                                     ->  CTE Scan on rule e_1
--                                           Filter: (effect <> '…'::text)
--                                     SubPlan 4
--                                       ->  CTE Scan on rule n
--                                             Filter: (level <> '…'::text)
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
--           InitPlan 8 (returns '…')
--             ->  Aggregate
--                   ->  CTE Scan on level level_1
--           SubPlan 7
--             ->  Aggregate
--                   ->  Function Scan on st_dump d
--                         Filter: (st_area(geom) > '…'::double precision)
--           SubPlan 9
--             ->  Aggregate
--                   ->  Function Scan on st_dump d_1
--                         Filter: (st_area(geom) > '…'::double precision)
--           SubPlan 10
--             ->  Aggregate
--                   ->  Function Scan on st_dump d_2
--                         Filter: (st_area(geom) > '…'::double precision)

-- statement 9
select 'parcel'::text, jsonb_build_object('version_id', p.version_id, 'nib', p.nib, 'area_m2', p.area_m2, 'is_demo', p.is_demo,
       'part_m2', p.part_m2, 'total', p.total)
from (select c.*, count(*) over () as total
      from (select q.version_id, q.nib, q.area_m2, q.is_demo,
                   straight_area_m2(st_collectionextract(st_intersection(q.geom, place), 3)) as part_m2
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
--                             Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…') AND (st_area((st_segmentize(st_collectionextract(st_intersection(geom, '…', '…'::double precision), 3), '…'::double precision))::geography, true) > '…'::double precision))

-- statement 10
select 'road'::text, jsonb_build_object('version_id', r.version_id, 'name', r.name, 'road_class', r.road_class,
       'row_width_m', r.row_width_m, 'distance_m', r.distance_m, 'from', 'polygon',
       -- The parcel of a neighbour lies between: half a metre of it is more than two borders drawn apart.
       -- One on which the axis itself lies is the ground of the road.
       'is_behind', exists (
         select from parcel q
         where q.version_id = any (parcels) and q.geom && r.way and st_intersects(q.geom, r.way) and not st_intersects(q.geom, st_startpoint(r.way))
           and st_length(st_intersection(q.geom, r.way)) > 0.5 * wide
           and (st_touches(q.geom, place) or not st_intersects(q.geom, place))))
from roads_near(roads, place, road_m, wide, null) r
order by r.distance_m, r.feature_no;
--   Sort
--     Sort Key: r.distance_m, r.feature_no
--     ->  Subquery Scan on r
--           ->  Limit
--                 ->  Sort
--                       Sort Key: ((n.no_of_class > 1)), n.no_of_road, n.distance_m, n.feature_no
--                       ->  Subquery Scan on n
--                             ->  WindowAgg
--                                   Filter: ((row_number() OVER (?)) <= 4)
--                                   ->  Incremental Sort
--                                         Sort Key: d.road_class, d.distance_m, d.feature_no
--                                         Presorted Key: d.road_class
--                                         ->  WindowAgg
--                                               Run Condition: (row_number() OVER (?) <= 4)
--                                               ->  Sort
--                                                     Sort Key: d.road_class, d.name, d.distance_m, d.feature_no
--                                                     ->  Subquery Scan on d
--                                                           Filter: (d.distance_m <= GREATEST('…', ((d.row_width_m / '…'::double precision) + '…'::double precision)))
--                                                           ->  Nested Loop
--                                                                 ->  Append
--                                                                       ->  Subquery Scan on "*SELECT* 1"
--                                                                             ->  Index Scan using road_geom_idx on road r_1
--                                                                                   Index Cond: (geom && st_expand('…', ('…' * '…')))
--                                                                                   Filter: (version_id = ANY ('…'))
--                                                                       ->  Subquery Scan on "*SELECT* 2"
--                                                                             ->  Index Scan using road_wide_geom_idx on road r_2
--                                                                                   Index Cond: (geom && st_expand('…', ('…'::double precision * '…')))
--                                                                                   Filter: ((version_id = ANY ('…')) AND (NOT (geom && st_expand('…', ('…' * '…')))))
--                                                                 ->  Result
--           SubPlan 1
--             ->  Index Scan using parcel_geom_idx on parcel q
--                   Index Cond: ((geom && r.way) AND (geom && r.way))
--                   Filter: ((version_id = ANY ('…')) AND st_intersects(geom, r.way) AND (NOT st_intersects(geom, st_startpoint(r.way))) AND (st_length(st_intersection(geom, r.way, '…'::double precision)) > ('…'::double precision * '…')) AND (st_touches(geom, '…') OR (NOT st_intersects(geom, '…'))))

-- statement 11
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

-- statement 12
select st_union(st_collectionextract(st_intersection(z.geom, place), 3))                from zone z
where z.version_id = any (zones) and z.geom && place and st_intersects(z.geom, place);
--   Aggregate
--     ->  Index Scan using zone_geom_idx on zone z
--           Index Cond: ((geom && '…') AND (geom && '…'))
--           Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))

-- statement 13
select 'sum'::text, jsonb_build_object(
'lon', st_x(inside), 'lat', st_y(inside),
'area_m2', straight_area_m2(place), 'perimeter_m', st_perimeter(place::geography),
'zoned_m2', zoned_m2, 'invalid_m2', invalid_m2, 'city_m2', city_m2);
--   Result
