-- statement 1
select md5(string_agg(concat_ws(' ', f.publication_id, l.xmin), ',')),
       array_agg(f.layer_id) filter (where v.coverage is not null and not exists (
         select from coverage_piece c where c.version_id = f.version_id and c.geom && here and st_intersects(c.geom, here))),
       array_agg(f.version_id) filter (where f.kind = 'zones'),
       array_agg(f.version_id) filter (where f.kind = 'rtrw'),
       array_agg(f.version_id) filter (where f.kind = 'overlay'),
       array_agg(f.version_id) filter (where f.kind = 'road'),
       array_agg(f.version_id) filter (where f.kind = 'parcel'),
       array_agg(f.version_id) filter (where f.kind = 'utility'),
       array_agg(f.version_id) filter (where f.kind = 'admin')
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
--     SubPlan 1
--       ->  Index Scan using coverage_piece_version_id_idx on coverage_piece c
--             Index Cond: (version_id = f.version_id)
--             Filter: ((geom && '…') AND st_intersects(geom, '…'))

-- statement 2
select 'register'::text, jsonb_build_object('state', coalesce(register, ''), 'uncovered', coalesce(uncovered, '{}'));
--   Result

-- statement 3
select 'version'::text, to_jsonb(f) || jsonb_build_object(
         'title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
         'special_fields', v.special_fields, 'remark_revision', l.remark_revision, 'covers', true)
from version_in_force(on_date, known_at) f
join layer l using (layer_id)
join layer_version v on v.version_id = f.version_id
order by f.layer_id;
--   Sort
--     Sort Key: f.layer_id
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

-- statement 4
select 'admin'::text, jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name)
from (select distinct p.admin_id from admin_piece p
      where p.version_id = any (admins) and p.geom && here and st_intersects(p.geom, here)) found
join admin_area a using (admin_id);
--   Hash Join
--     Hash Cond: (a.admin_id = p.admin_id)
--     ->  Seq Scan on admin_area a
--     ->  Hash
--           ->  Unique
--                 ->  Sort
--                       Sort Key: p.admin_id
--                       ->  Index Scan using admin_piece_geom_idx on admin_piece p
--                             Index Cond: ((geom && '…') AND (geom && '…'))
--                             Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))

-- statement 5
select case when not z.is_here then 'near_zone' when z.version_id = any (zones) then 'zone' else 'rtrw' end,
       case when z.is_here then jsonb_build_object(
         'version_id', z.version_id, 'feature_no', z.feature_no, 'code', z.code,
         'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn, 'namobj', z.namobj,
         'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk, 'kodsbl', z.kodsbl,
         'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
         'stated_area_ha', z.stated_area_ha, 'special', z.special, 'is_demo', z.is_demo,
         'interior', st_contains(z.geom, here))
       else jsonb_build_object('version_id', z.version_id, 'code', z.code, 'special', z.special, 'distance_m', z.distance_m) end
from (select y.*, case when not y.is_here and y.version_id = any (zones) and st_dwithin(y.geom, here, border_m * wide)
                       then st_distance(st_closestpoint(y.geom, here)::geography, here::geography) end as distance_m
      from (select x.*, st_intersects(x.geom, here) as is_here
            from zone x
            where x.version_id = any (zones || rtrws) and x.geom && around
            offset 0) y
      offset 0) z
where z.is_here or z.distance_m <= border_m;
--   Subquery Scan on z
--     Filter: (z.is_here OR (z.distance_m <= '…'))
--     ->  Subquery Scan on y
--           ->  Index Scan using zone_geom_idx on zone x
--                 Index Cond: (geom && '…')
--                 Filter: (version_id = ANY (('…' || '…')))

-- statement 6
select case when n.is_here then 'overlay' else 'near_overlay' end,
       jsonb_build_object(
       'version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code, 'name', o.name, 'is_demo', o.is_demo)
       || case when n.is_here then jsonb_build_object('feature_no', o.feature_no) else jsonb_build_object('distance_m', n.distance_m) end
from (select q.overlay_id, bool_or(q.is_here) as is_here,
             min(case when not q.is_here then st_distance(st_closestpoint(q.geom, here)::geography, here::geography) end) as distance_m
      from (select p.overlay_id, p.geom, st_intersects(p.geom, here) as is_here
            from overlay_piece p
            where p.version_id = any (overlays) and p.geom && around
            offset 0) q
      group by q.overlay_id) n
join overlay_area o using (overlay_id)
where n.is_here or n.distance_m <= border_m;
--   Nested Loop
--     ->  GroupAggregate
--           Group Key: q.overlay_id
--           Filter: (bool_or(q.is_here) OR (min(CASE WHEN (NOT q.is_here) THEN st_distance((st_closestpoint(q.geom, '…'))::geography, ('…')::geography, true) ELSE NULL::double precision END) <= '…'))
--           ->  Sort
--                 Sort Key: q.overlay_id
--                 ->  Subquery Scan on q
--                       ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                             Index Cond: (geom && '…')
--                             Filter: (version_id = ANY ('…'))
--     ->  Index Scan using overlay_area_pkey on overlay_area o
--           Index Cond: (overlay_id = q.overlay_id)

-- statement 7
select 'parcel'::text, e from jsonb_array_elements(coalesce(parcels_here, '[]')) e;
--   Function Scan on jsonb_array_elements e

-- statement 8
not exists (select from (select z.geom from zone z
             where z.version_id = any (zones) and z.geom && here and st_intersects(z.geom, here)
             offset 0) z
where st_covers(z.geom, inner_ground));
--   Result
--     InitPlan 1 (returns '…')
--       ->  Subquery Scan on z
--             Filter: st_covers(z.geom, '…')
--             ->  Index Scan using zone_geom_idx on zone z_1
--                   Index Cond: ((geom && '…') AND (geom && '…'))
--                   Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))

-- statement 9
select 'parcel_overlay'::text, jsonb_build_object('version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code,
       'name', min(o.name), 'is_demo', bool_or(o.is_demo), 'part_m2', sum(c.part_m2))
from (select p.overlay_id, st_intersects(p.geom, here) as is_here,
             case when st_covers(p.geom, inner_ground) then ground_m2
                  else st_area(st_collectionextract(st_intersection(p.geom, ground), 3)::geography) end as part_m2
      from overlay_piece p
      where p.version_id = any (overlays) and p.geom && inner_ground and st_intersects(p.geom, inner_ground)
      offset 0) c
join overlay_area o using (overlay_id)
where c.part_m2 > 0.01
group by o.version_id, o.theme, o.level_code
having not (bool_or(c.is_here) and sum(c.part_m2) >= whole * ground_m2);
--   GroupAggregate
--     Group Key: o.version_id, o.theme, o.level_code
--     Filter: ((NOT bool_or(c.is_here)) OR (sum(c.part_m2) < ('…' * '…')))
--     ->  Sort
--           Sort Key: o.version_id, o.theme, o.level_code
--           ->  Nested Loop
--                 ->  Subquery Scan on c
--                       Filter: (c.part_m2 > '…'::double precision)
--                       ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                             Index Cond: ((geom && '…') AND (geom && '…'))
--                             Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--                 ->  Index Scan using overlay_area_pkey on overlay_area o
--                       Index Cond: (overlay_id = c.overlay_id)

-- statement 10
select 'parcel_gap'::text, jsonb_build_object('version_id', c.version_id, 'part_m2', (1 - c.share) * ground_m2)
from (select v.version_id, bool_or(st_intersects(v.geom, here)) as is_here,
             sum(case when st_covers(v.geom, inner_ground) then 1
                      else st_area(st_intersection(v.geom, inner_ground)) / nullif(st_area(inner_ground), 0) end) as share
      from coverage_piece v
      where v.version_id = any (zones || overlays || roads) and v.geom && inner_ground
      group by v.version_id) c
where c.is_here and c.share < whole;
--   Subquery Scan on c
--     ->  GroupAggregate
--           Group Key: v.version_id
--           Filter: (bool_or(st_intersects(v.geom, '…')) AND (sum(CASE WHEN st_covers(v.geom, '…') THEN '…'::double precision ELSE (st_area(st_intersection(v.geom, '…', '…'::double precision)) / NULLIF(st_area('…'), '…'::double precision)) END) < '…'))
--           ->  Sort
--                 Sort Key: v.version_id
--                 ->  Seq Scan on coverage_piece v
--                       Filter: ((geom && '…') AND (version_id = ANY ((('…' || '…') || '…'))))

-- statement 11
select 'set_aside'::text, jsonb_build_object('version_id', s.version_id, 'feature_no', s.feature_no, 'reason', s.reason)
from set_aside s
where s.footprint && st_expand(coalesce(inner_ground, here), road_m * wide)
  and (s.version_id = any (zones || rtrws || parcels || admins) and st_intersects(s.footprint, here)
       -- What did not go in of an overlay may forbid as much as what did: on the parcel, and within the tolerance of borders.
       or s.version_id = any (overlays) and (st_dwithin(s.footprint, here, border_m * wide) or st_intersects(s.footprint, inner_ground))
       -- A road that did not go in may be the one that the place lies on.
       or s.version_id = any (roads) and st_dwithin(s.footprint, here, road_m * wide));
--   Index Scan using set_aside_footprint_idx on set_aside s
--     Index Cond: (footprint && st_expand(COALESCE('…', '…'), ('…' * '…')))
--     Filter: (((version_id = ANY (((('…' || '…') || '…') || '…'))) AND st_intersects(footprint, '…')) OR ((version_id = ANY ('…')) AND (st_dwithin(footprint, '…', ('…' * '…')) OR st_intersects(footprint, '…'))) OR ((version_id = ANY ('…')) AND st_dwithin(footprint, '…', ('…' * '…'))))

-- statement 12
select 'road'::text, jsonb_build_object('version_id', r.version_id, 'name', r.name, 'road_class', r.road_class,
       'row_width_m', r.row_width_m, 'distance_m', r.distance_m, 'from', origin,
       -- The parcel of a neighbour lies between: half a metre of it is more than two borders drawn apart.
       -- One on which the axis itself lies is the ground of the road.
       'is_behind', origin = 'parcel' and exists (
         select from parcel q
         where q.version_id = any (parcels) and q.geom && r.way and st_intersects(q.geom, r.way) and not st_intersects(q.geom, st_startpoint(r.way)) and not st_intersects(q.geom, here)
           and st_length(st_intersection(q.geom, r.way)) > 0.5 * wide))
from roads_near(roads, ground, reach_m, wide, reachable) r
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
--                                                                                   Filter: ((version_id = ANY ('…')) AND (('…' IS NULL) OR (row_width_m > '…'::double precision) OR st_intersects('…', geom)))
--                                                                       ->  Subquery Scan on "*SELECT* 2"
--                                                                             ->  Index Scan using road_wide_geom_idx on road r_2
--                                                                                   Index Cond: (geom && st_expand('…', ('…'::double precision * '…')))
--                                                                                   Filter: ((version_id = ANY ('…')) AND (NOT (geom && st_expand('…', ('…' * '…')))))
--                                                                 ->  Result
--           SubPlan 1
--             ->  Index Scan using parcel_geom_idx on parcel q
--                   Index Cond: ((geom && r.way) AND (geom && r.way))
--                   Filter: ((version_id = ANY ('…')) AND st_intersects(geom, r.way) AND (NOT st_intersects(geom, '…')) AND (NOT st_intersects(geom, st_startpoint(r.way))) AND (st_length(st_intersection(geom, r.way, '…'::double precision)) > ('…'::double precision * '…')))

-- statement 13
select 'utility'::text, to_jsonb(u)
from (select distinct on (c.network) c.version_id, c.network, c.name,
             st_distance(st_closestpoint(c.geom, here)::geography, here::geography) as distance_m
      from utility_line c
      where c.version_id = any (utilities) and c.geom && st_expand(here, utility_m * wide)
      order by c.network, 4) u
where u.distance_m <= utility_m;
--   Subquery Scan on u
--     Filter: (u.distance_m <= '…')
--     ->  Unique
--           ->  Sort
--                 Sort Key: c.network, (st_distance((st_closestpoint(c.geom, '…'))::geography, ('…')::geography, true))
--                 ->  Seq Scan on utility_line c
--                       Filter: ((version_id = ANY ('…')) AND (geom && st_expand('…', ('…' * '…'))))
