-- statement 1
select jsonb_agg(to_jsonb(f) || jsonb_build_object(
         'title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
         'special_fields', v.special_fields,
         'covers', v.coverage is null or st_intersects(v.coverage, here))),
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
select 'admin'::text, jsonb_build_object('level', a.level, 'code', a.code, 'name', a.name, 'parent_name', a.parent_name)
from admin_area a
where a.version_id = any (admins) and a.geom && here and st_intersects(a.geom, here);
--   Index Scan using admin_area_geom_idx on admin_area a
--     Index Cond: ((geom && '…') AND (geom && '…'))
--     Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))

-- statement 4
select case when z.version_id = any (zones) then 'zone' else 'rtrw' end,
       jsonb_build_object(
       'version_id', z.version_id, 'feature_no', z.feature_no, 'code', z.code,
       'kodzon', z.kodzon, 'namzon', z.namzon, 'kodszn', z.kodszn, 'namszn', z.namszn, 'namobj', z.namobj,
       'kodwp', z.kodwp, 'kodswp', z.kodswp, 'kodblk', z.kodblk, 'kodsbl', z.kodsbl,
       'wadmkc', z.wadmkc, 'wadmkd', z.wadmkd, 'remark', z.remark, 'kodunk', z.kodunk,
       'stated_area_ha', z.stated_area_ha, 'special', z.special, 'is_demo', z.is_demo,
       'interior', st_contains(z.geom, here))
from zone z
where z.version_id = any (zones || rtrws) and z.geom && here and st_intersects(z.geom, here);
--   Index Scan using zone_geom_idx on zone z
--     Index Cond: ((geom && '…') AND (geom && '…'))
--     Filter: ((version_id = ANY (('…' || '…'))) AND st_intersects(geom, '…'))

-- statement 5
select 'near_zone'::text, jsonb_build_object('version_id', z.version_id, 'code', z.code,
       'distance_m', d.distance_m)
from zone z
cross join lateral (select st_distance(st_closestpoint(z.geom, here)::geography, here::geography) as distance_m) d
where z.version_id = any (zones)
  and st_dwithin(z.geom, here, border_m * wide)
  and not st_intersects(z.geom, here)
  and d.distance_m <= border_m;
--   Index Scan using zone_geom_idx on zone z
--     Index Cond: (geom && st_expand('…', ('…' * '…')))
--     Filter: ((version_id = ANY ('…')) AND (NOT st_intersects(geom, '…')) AND st_dwithin(geom, '…', ('…' * '…')) AND (st_distance((st_closestpoint(geom, '…'))::geography, ('…')::geography, true) <= '…'))

-- statement 6
select 'set_aside'::text, jsonb_build_object('version_id', s.version_id, 'feature_no', s.feature_no, 'reason', s.reason)
from set_aside s
where s.version_id = any (zones || rtrws || overlays) and s.footprint && here and st_intersects(s.footprint, here);
--   Index Scan using set_aside_footprint_idx on set_aside s
--     Index Cond: ((footprint && '…') AND (footprint && '…'))
--     Filter: ((version_id = ANY ((('…' || '…') || '…'))) AND st_intersects(footprint, '…'))

-- statement 7
select distinct on (o.overlay_id) 'overlay'::text, jsonb_build_object(
       'version_id', o.version_id, 'theme', o.theme, 'level_code', o.level_code, 'name', o.name, 'is_demo', o.is_demo)
from overlay_piece p
join overlay_area o using (overlay_id)
where p.version_id = any (overlays) and p.geom && here and st_intersects(p.geom, here);
--   Unique
--     ->  Sort
--           Sort Key: o.overlay_id
--           ->  Nested Loop
--                 ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                       Index Cond: ((geom && '…') AND (geom && '…'))
--                       Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))
--                 ->  Index Scan using overlay_area_pkey on overlay_area o
--                       Index Cond: (overlay_id = p.overlay_id)

-- statement 8
select 'parcel'::text, jsonb_build_object('version_id', p.version_id, 'nib', p.nib, 'area_m2', p.area_m2, 'is_demo', p.is_demo)
from parcel p
where p.version_id = any (parcels) and p.geom && here and st_intersects(p.geom, here);
--   Index Scan using parcel_geom_idx on parcel p
--     Index Cond: ((geom && '…') AND (geom && '…'))
--     Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))

-- statement 9
select case when count(*) = 1 then (array_agg(p.geom))[1] end                 from parcel p
where p.version_id = any (parcels) and p.geom && here and st_intersects(p.geom, here);
--   Aggregate
--     ->  Index Scan using parcel_geom_idx on parcel p
--           Index Cond: ((geom && '…') AND (geom && '…'))
--           Filter: ((version_id = ANY ('…')) AND st_intersects(geom, '…'))

-- statement 10
select 'road'::text, jsonb_build_object('version_id', r.version_id, 'name', r.name, 'road_class', r.road_class,
       'row_width_m', r.row_width_m, 'distance_m', r.distance_m, 'from', origin)
from (select c.version_id, c.name, c.road_class, c.row_width_m,
             st_length(st_shortestline(c.geom, ground)::geography) as distance_m
      from road c
      where c.version_id = any (roads) and c.geom && st_expand(ground, reach_m * wide)) r
where r.distance_m <= reach_m
order by r.distance_m
limit 8;
--   Limit
--     ->  Result
--           ->  Sort
--                 Sort Key: (st_length((st_shortestline(c.geom, '…'))::geography, true))
--                 ->  Index Scan using road_geom_idx on road c
--                       Index Cond: (geom && st_expand('…', ('…' * '…')))
--                       Filter: ((version_id = ANY ('…')) AND (st_length((st_shortestline(geom, '…'))::geography, true) <= '…'))

-- statement 11
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
