-- kelurahanInForce
select a.admin_id::text as "adminId", a.code, a.name, a.parent_name as kecamatan, a.area_m2 as "areaM2",
       array[st_xmin(a.geom), st_ymin(a.geom), st_xmax(a.geom), st_ymax(a.geom)] as bbox
from version_in_force($1::date) f
join admin_area a on a.version_id = f.version_id
where f.kind = 'admin' and a.level = 'kelurahan'
order by a.parent_name, a.name;
--   Sort
--     Sort Key: a.parent_name, a.name
--     ->  Nested Loop
--           Join Filter: (p.version_id = a.version_id)
--           ->  Nested Loop
--                 ->  Nested Loop
--                       Join Filter: (p.layer_id = l.layer_id)
--                       ->  Subquery Scan on p
--                             Filter: (p.access_class = '…'::text)
--                             ->  Unique
--                                   ->  Sort
--                                         Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                         ->  Seq Scan on publication
--                                               Filter: (valid_from <= '…'::date)
--                       ->  Seq Scan on layer l
--                             Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                 ->  Index Scan using layer_version_pkey on layer_version v
--                       Index Cond: (version_id = p.version_id)
--           ->  Seq Scan on admin_area a
--                 Filter: (level = '…'::text)

-- layersOfAreas
select f.layer_id as "layerId", f.kind, f.theme, layer.title, f.version_id as "versionId",
       f.valid_from::text as "validFrom", f.decree, f.is_demo as "isDemo",
       f.rules_layer_id as "rulesLayerId", f.regulation_id as "regulationId"
from version_in_force($1::date) f
join layer on layer.layer_id = f.layer_id
where f.kind in ('admin', 'zones', 'rtrw', 'overlay', 'place', 'rules')
order by f.layer_id;
--   Sort
--     Sort Key: f.layer_id
--     ->  Hash Join
--           Hash Cond: (layer.layer_id = f.layer_id)
--           ->  Seq Scan on layer
--           ->  Hash
--                 ->  Subquery Scan on f
--                       ->  Sort
--                             Sort Key: p.layer_id
--                             ->  Nested Loop
--                                   ->  Hash Join
--                                         Hash Cond: (l.layer_id = p.layer_id)
--                                         ->  Seq Scan on layer l
--                                               Filter: ((access_class = '…'::text) AND (kind = ANY ('…'::text[])))
--                                         ->  Hash
--                                               ->  Subquery Scan on p
--                                                     Filter: (p.access_class = '…'::text)
--                                                     ->  Unique
--                                                           ->  Sort
--                                                                 Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                                 ->  Seq Scan on publication
--                                                                       Filter: (valid_from <= '…'::date)
--                                   ->  Index Scan using layer_version_pkey on layer_version v
--                                         Index Cond: (version_id = p.version_id)

-- zonesInKelurahan
with area as materialized (select geom from admin_area where admin_id = $1::bigint)
select piece.version_id as "versionId", piece.code, piece.kodswp, piece.kodblk,
       sum(piece.m2) as "areaM2", count(*)::int as "polygonCount"
from (select z.version_id, z.code, z.kodswp, z.kodblk,
             case when st_covers(area.geom, z.geom) then z.area_m2
                  else st_area(st_collectionextract(st_intersection(z.geom, area.geom), 3)::geography) end as m2
      from area
      join zone z on z.geom && area.geom and st_intersects(area.geom, z.geom)
      where z.version_id = any ($2)) piece
where piece.m2 > 1
group by piece.version_id, piece.code, piece.kodswp, piece.kodblk;
--   GroupAggregate
--     Group Key: z.version_id, z.code, z.kodswp, z.kodblk
--     CTE area
--       ->  Seq Scan on admin_area
--             Filter: (admin_id = '…'::bigint)
--     ->  Sort
--           Sort Key: z.version_id, z.code, z.kodswp, z.kodblk
--           ->  Nested Loop
--                 ->  CTE Scan on area
--                 ->  Index Scan using zone_geom_idx on zone z
--                       Index Cond: ((geom && area.geom) AND (geom && area.geom))
--                       Filter: ((version_id = ANY ('…'::text[])) AND st_intersects(area.geom, geom) AND (CASE WHEN st_covers(area.geom, geom) THEN area_m2 ELSE st_area((st_collectionextract(st_intersection(geom, area.geom, '…'::double precision), 3))::geography, true) END > '…'::double precision))

-- unzonedInKelurahan
with area as materialized (select geom, area_m2 from admin_area where admin_id = $1::bigint)
select st_area(coalesce(st_difference(area.geom, zoned.geom), area.geom)::geography) as m2
from area
cross join lateral (
  select st_union(z.geom) as geom from zone z
  where z.version_id = any ($2) and z.geom && area.geom and st_intersects(area.geom, z.geom)) zoned;
--   Nested Loop
--     CTE area
--       ->  Seq Scan on admin_area
--             Filter: (admin_id = '…'::bigint)
--     ->  CTE Scan on area
--     ->  Aggregate
--           ->  Index Scan using zone_geom_idx on zone z
--                 Index Cond: ((geom && area.geom) AND (geom && area.geom))
--                 Filter: ((version_id = ANY ('…'::text[])) AND st_intersects(area.geom, geom))

-- overlaysInKelurahan
with area as materialized (select geom from admin_area where admin_id = $1::bigint)
select o.theme, o.level_code as "levelCode", min(o.name) as name, sum(piece.m2) as "areaM2"
from (select p.overlay_id,
             case when st_covers(area.geom, p.geom) then st_area(p.geom::geography)
                  else st_area(st_collectionextract(st_intersection(p.geom, area.geom), 3)::geography) end as m2
      from area
      join overlay_piece p on p.geom && area.geom and st_intersects(area.geom, p.geom)
      where p.version_id = any ($2)) piece
join overlay_area o using (overlay_id)
where piece.m2 > 1
group by o.theme, o.level_code
order by o.theme, o.level_code;
--   GroupAggregate
--     Group Key: o.theme, o.level_code
--     CTE area
--       ->  Seq Scan on admin_area
--             Filter: (admin_id = '…'::bigint)
--     ->  Sort
--           Sort Key: o.theme, o.level_code
--           ->  Nested Loop
--                 ->  Nested Loop
--                       ->  CTE Scan on area
--                       ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                             Index Cond: ((geom && area.geom) AND (geom && area.geom))
--                             Filter: ((version_id = ANY ('…'::text[])) AND st_intersects(area.geom, geom) AND (CASE WHEN st_covers(area.geom, geom) THEN st_area((geom)::geography, true) ELSE st_area((st_collectionextract(st_intersection(geom, area.geom, '…'::double precision), 3))::geography, true) END > '…'::double precision))
--                 ->  Index Scan using overlay_area_pkey on overlay_area o
--                       Index Cond: (overlay_id = p.overlay_id)

-- coverageInKelurahan
with area as materialized (
  -- A hair inside: coverage drawn along the same border counts as the whole.
  select st_buffer(geom, -0.00001) as inner_geom from admin_area where admin_id = $1::bigint)
select v.version_id as "versionId",
       case when v.coverage is null or st_covers(v.coverage, area.inner_geom) then 'whole'
            when st_intersects(v.coverage, area.inner_geom) then 'part' else 'none' end as coverage
from area
join layer_version v on v.version_id = any ($2)
order by v.version_id;
--   Nested Loop
--     CTE area
--       ->  Seq Scan on admin_area
--             Filter: (admin_id = '…'::bigint)
--     ->  Index Scan using layer_version_pkey on layer_version v
--           Index Cond: (version_id = ANY ('…'::text[]))
--     ->  CTE Scan on area

-- placesInKelurahan
select p.name, p.category, array[st_x(p.geom), st_y(p.geom)] as point
from admin_area a
join place p on p.geom && a.geom and st_intersects(a.geom, p.geom)
where a.admin_id = $1::bigint and p.version_id = any ($2)
order by p.category nulls last, p.name, p.place_id;
--   Sort
--     Sort Key: p.category, p.name, p.place_id
--     ->  Nested Loop
--           Join Filter: ((p.geom && a.geom) AND st_intersects(a.geom, p.geom))
--           ->  Seq Scan on admin_area a
--                 Filter: (admin_id = '…'::bigint)
--           ->  Seq Scan on place p
--                 Filter: (version_id = ANY ('…'::text[]))

-- zonesOfBlock
select grouped.version_id as "versionId", grouped.code, grouped.kodwp, grouped.kodswp, grouped.keys,
       grouped.m2 as "areaM2", grouped.polygons as "polygonCount",
       array[st_x(grouped.spot), st_y(grouped.spot)] as point,
       array[st_xmin(grouped.extent), st_ymin(grouped.extent), st_xmax(grouped.extent), st_ymax(grouped.extent)] as bbox
from (select z.version_id, z.code, z.kodwp, z.kodswp, sum(z.area_m2) as m2,
             jsonb_agg(distinct jsonb_build_object('kodunk', z.kodunk, 'kodswp', z.kodswp, 'kodblk', z.kodblk)) as keys,
             count(*)::int as polygons, st_pointonsurface((array_agg(z.geom order by z.area_m2 desc))[1]) as spot,
             st_extent(z.geom) as extent
      from zone z
      where z.version_id = any ($1) and (z.kodblk = $2 or z.kodsbl = $3)
      group by z.version_id, z.kodwp, z.kodswp, z.code) grouped
order by grouped.m2 desc, grouped.code;
--   Sort
--     Sort Key: grouped.m2 DESC, grouped.code
--     ->  Subquery Scan on grouped
--           ->  GroupAggregate
--                 Group Key: z.version_id, z.kodwp, z.kodswp, z.code
--                 ->  Sort
--                       Sort Key: z.version_id, z.kodwp, z.kodswp, z.code
--                       ->  Seq Scan on zone z
--                             Filter: ((version_id = ANY ('…'::text[])) AND ((kodblk = '…'::text) OR (kodsbl = '…'::text)))

-- kelurahanOfBlock
select a.admin_id::text as "adminId"
from version_in_force($1::date) f
join admin_area a on a.version_id = f.version_id and a.level = 'kelurahan'
join zone z on z.version_id = any ($2) and (z.kodblk = $3 or z.kodsbl = $4)
           and z.geom && a.geom and st_intersects(a.geom, z.geom)
where f.kind = 'admin'
group by a.admin_id, a.name
having sum(st_area(st_collectionextract(st_intersection(z.geom, a.geom), 3)::geography)) > 100
order by a.name;
--   Sort
--     Sort Key: a.name
--     ->  GroupAggregate
--           Group Key: a.admin_id
--           Filter: (sum(st_area((st_collectionextract(st_intersection(z.geom, a.geom, '…'::double precision), 3))::geography, true)) > '…'::double precision)
--           ->  Sort
--                 Sort Key: a.admin_id
--                 ->  Nested Loop
--                       ->  Nested Loop
--                             Join Filter: (p.version_id = a.version_id)
--                             ->  Nested Loop
--                                   ->  Nested Loop
--                                         Join Filter: (p.layer_id = l.layer_id)
--                                         ->  Subquery Scan on p
--                                               Filter: (p.access_class = '…'::text)
--                                               ->  Unique
--                                                     ->  Sort
--                                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                           ->  Seq Scan on publication
--                                                                 Filter: (valid_from <= '…'::date)
--                                         ->  Seq Scan on layer l
--                                               Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                                   ->  Index Scan using layer_version_pkey on layer_version v
--                                         Index Cond: (version_id = p.version_id)
--                             ->  Seq Scan on admin_area a
--                                   Filter: (level = '…'::text)
--                       ->  Index Scan using zone_geom_idx on zone z
--                             Index Cond: ((geom && a.geom) AND (geom && a.geom))
--                             Filter: ((version_id = ANY ('…'::text[])) AND ((kodblk = '…'::text) OR (kodsbl = '…'::text)) AND st_intersects(a.geom, geom))

-- overlaysOfBlock
select o.theme, o.level_code as "levelCode", min(o.name) as name,
       sum(st_area(st_collectionextract(st_intersection(p.geom, z.geom), 3)::geography)) as "areaM2"
from zone z
join overlay_piece p on p.version_id = any ($1) and p.geom && z.geom and st_intersects(p.geom, z.geom)
join overlay_area o using (overlay_id)
where z.version_id = any ($2) and (z.kodblk = $3 or z.kodsbl = $4)
group by o.theme, o.level_code
having sum(st_area(st_collectionextract(st_intersection(p.geom, z.geom), 3)::geography)) > 1
order by o.theme, o.level_code;
--   GroupAggregate
--     Group Key: o.theme, o.level_code
--     Filter: (sum(st_area((st_collectionextract(st_intersection(p.geom, z.geom, '…'::double precision), 3))::geography, true)) > '…'::double precision)
--     ->  Sort
--           Sort Key: o.theme, o.level_code
--           ->  Nested Loop
--                 ->  Nested Loop
--                       ->  Seq Scan on zone z
--                             Filter: ((version_id = ANY ('…'::text[])) AND ((kodblk = '…'::text) OR (kodsbl = '…'::text)))
--                       ->  Index Scan using overlay_piece_geom_idx on overlay_piece p
--                             Index Cond: ((geom && z.geom) AND (geom && z.geom))
--                             Filter: ((version_id = ANY ('…'::text[])) AND st_intersects(geom, z.geom))
--                 ->  Index Scan using overlay_area_pkey on overlay_area o
--                       Index Cond: (overlay_id = p.overlay_id)

-- blocksLike
select distinct kodblk as code from zone
where version_id = any ($1) and starts_with(lower(kodblk), lower($2))
order by kodblk
limit 8;
--   Limit
--     ->  Unique
--           ->  Sort
--                 Sort Key: kodblk
--                 ->  Seq Scan on zone
--                       Filter: ((version_id = ANY ('…'::text[])) AND starts_with(lower(kodblk), '…'::text))

-- keptGround
select facts from kelurahan_ground where ground_key = $1;
--   Seq Scan on kelurahan_ground
--     Filter: (ground_key = '…'::text)

-- keepGround
with old as (
  delete from kelurahan_ground
  where ground_key in (select ground_key from kelurahan_ground order by made_at desc, ground_key offset $1))
insert into kelurahan_ground (ground_key, facts) values ($2, $3)
on conflict do nothing;
--   Insert on kelurahan_ground
--     Conflict Resolution: NOTHING
--     CTE old
--       ->  Delete on kelurahan_ground kelurahan_ground_1
--             ->  Nested Loop Semi Join
--                   Join Filter: (kelurahan_ground_1.ground_key = "ANY_subquery".ground_key)
--                   ->  Seq Scan on kelurahan_ground kelurahan_ground_1
--                   ->  Subquery Scan on "ANY_subquery"
--                         ->  Limit
--                               ->  Sort
--                                     Sort Key: kelurahan_ground_2.made_at DESC, kelurahan_ground_2.ground_key
--                                     ->  Seq Scan on kelurahan_ground kelurahan_ground_2
--     ->  Result
