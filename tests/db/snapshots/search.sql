-- entriesLike
with asked as materialized (select search_key($1) as key),
     force as materialized (select version_id, is_demo from version_in_force($2::date))
select a.key as "queryKey", c.version_id as "versionId", c.kind, c.target, c.name, c.alias, c.alias is not null as "isAlias",
       c.category, c.key,
       c.lon, c.lat, c.bbox, f.is_demo as "isDemo"
from asked a
left join lateral search_candidates(a.key, array(select version_id from force), $3) c on a.key <> ''
left join force f on f.version_id = c.version_id;
--   Nested Loop Left Join
--     Join Filter: (f.version_id = c.version_id)
--     CTE asked
--       ->  Result
--     CTE force
--       ->  Subquery Scan on version_in_force
--             ->  Sort
--                   Sort Key: p.layer_id
--                   ->  Nested Loop
--                         ->  Hash Join
--                               Hash Cond: (l.layer_id = p.layer_id)
--                               ->  Seq Scan on layer l
--                                     Filter: (access_class = '…'::text)
--                               ->  Hash
--                                     ->  Subquery Scan on p
--                                           Filter: (p.access_class = '…'::text)
--                                           ->  Unique
--                                                 ->  Sort
--                                                       Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                       ->  Seq Scan on publication
--                                                             Filter: (valid_from <= '…'::date)
--                         ->  Index Scan using layer_version_pkey on layer_version v
--                               Index Cond: (version_id = p.version_id)
--     InitPlan 3 (returns '…')
--       ->  CTE Scan on force
--     ->  Nested Loop Left Join
--           Join Filter: (a.key <> '…'::text)
--           ->  CTE Scan on asked a
--           ->  Function Scan on search_candidates c
--     ->  CTE Scan on force f

-- parcelsStartingWith
with force as materialized (
  select version_id, is_demo from version_in_force($1::date) where kind = 'parcel'
)
select p.version_id as "versionId", 'parcel' as kind, p.nib as target, p.nib as name, null as alias,
       false as "isAlias", null as category, p.nib as key, st_x(s.point) as lon, st_y(s.point) as lat,
       array[st_xmin(p.geom), st_ymin(p.geom), st_xmax(p.geom), st_ymax(p.geom)] as bbox,
       f.is_demo or p.is_demo as "isDemo"
from parcel p
join force f using (version_id)
cross join lateral (select st_pointonsurface(p.geom) as point) s
where upper(regexp_replace(p.nib, '[^0-9A-Za-z]', '', 'g')) ~>=~ $2
  and upper(regexp_replace(p.nib, '[^0-9A-Za-z]', '', 'g')) ~<~ $3
order by upper(regexp_replace(p.nib, '[^0-9A-Za-z]', '', 'g')) using ~<~
limit $4;
--   Limit
--     CTE force
--       ->  Subquery Scan on version_in_force
--             ->  Nested Loop
--                   ->  Nested Loop
--                         Join Filter: (p_1.layer_id = l.layer_id)
--                         ->  Subquery Scan on p_1
--                               Filter: (p_1.access_class = '…'::text)
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                         ->  Seq Scan on layer l
--                               Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = p_1.version_id)
--     ->  Nested Loop
--           Join Filter: (p.version_id = f.version_id)
--           ->  Index Scan using parcel_code_idx on parcel p
--                 Index Cond: ((upper(regexp_replace(nib, '…'::text, '…'::text, '…'::text)) ~>=~ '…'::text) AND (upper(regexp_replace(nib, '…'::text, '…'::text, '…'::text)) ~<~ '…'::text))
--           ->  CTE Scan on force f

-- whereaboutsOf
with force as materialized (select version_id from version_in_force($1::date) where kind = 'admin')
select k.name as kelurahan, k.parent_name as kecamatan
from unnest($2::float8[], $3::float8[])
     with ordinality as p(lng, lat, position)
left join lateral (
  select a.name, a.parent_name from admin_area a join force using (version_id)
  where a.level = 'kelurahan' and st_covers(a.geom, st_setsrid(st_makepoint(p.lng, p.lat), 4326))
  order by a.admin_id limit 1
) k on true
order by p.position;
--   Nested Loop Left Join
--     CTE force
--       ->  Subquery Scan on version_in_force
--             ->  Nested Loop
--                   ->  Nested Loop
--                         Join Filter: (p_1.layer_id = l.layer_id)
--                         ->  Subquery Scan on p_1
--                               Filter: (p_1.access_class = '…'::text)
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                         ->  Seq Scan on layer l
--                               Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                   ->  Index Scan using layer_version_pkey on layer_version v
--                         Index Cond: (version_id = p_1.version_id)
--     ->  Function Scan on p
--     ->  Limit
--           ->  Sort
--                 Sort Key: a.admin_id
--                 ->  Nested Loop
--                       Join Filter: (a.version_id = force.version_id)
--                       ->  Index Scan using admin_area_geom_idx on admin_area a
--                             Index Cond: (geom ~ st_setsrid(st_makepoint(p.lng, p.lat), 4326))
--                             Filter: ((level = '…'::text) AND st_covers(geom, st_setsrid(st_makepoint(p.lng, p.lat), 4326)))
--                       ->  CTE Scan on force
