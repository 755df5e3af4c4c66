-- unitePolygons
with part as (
  select st_setsrid(st_geomfromgeojson(p), 4326) as geom from jsonb_array_elements($1::text::jsonb) p),
judged as (select min(st_isvalidreason(geom)) filter (where not st_isvalid(geom)) as defect from part)
select defect, encode(st_asewkb(united), 'hex') as ewkb, coalesce(st_area(united::geography), 0) as "areaM2"
from judged
left join lateral (select st_multi(st_union(geom)) as united from part where judged.defect is null) u on true;
--   Nested Loop Left Join
--     CTE part
--       ->  Function Scan on jsonb_array_elements p
--     ->  Aggregate
--           ->  CTE Scan on part
--     ->  Aggregate
--           ->  Result
--                 One-Time Filter: ((min(st_isvalidreason(part.geom)) FILTER (WHERE (NOT st_isvalid(part.geom)))) IS NULL)
--                 ->  CTE Scan on part part_1

-- uniteKelurahan
with area as (
  select a.name, a.code, a.aliases, a.geom
  from admin_area a join version_in_force($1::date) v on v.version_id = a.version_id
  where a.level = 'kelurahan'),
wanted as (select distinct name from unnest($2::text[]) as w(name)),
found as (
  select w.name as wanted, a.geom from wanted w
  join area a on w.name = a.code
    or exists (select from unnest(array_prepend(a.name, a.aliases)) s where search_key(s) = regexp_replace(search_key(w.name), '^kelurahan (?=.)', '')))
select null as defect, encode(st_asewkb(st_multi(st_union(geom))), 'hex') as ewkb,
       coalesce(st_area(st_union(geom)::geography), 0) as "areaM2",
       array(select name from wanted where name not in (select wanted from found) order by 1) as missing,
       array(select name from area order by 1) as known
from found;
--   Aggregate
--     CTE area
--       ->  Nested Loop
--             Join Filter: (a.version_id = p.version_id)
--             ->  Sort
--                   Sort Key: p.layer_id
--                   ->  Hash Join
--                         Hash Cond: (v.version_id = p.version_id)
--                         ->  Seq Scan on layer_version v
--                         ->  Hash
--                               ->  Hash Join
--                                     Hash Cond: (l.layer_id = p.layer_id)
--                                     ->  Seq Scan on layer l
--                                           Filter: (access_class = '…'::text)
--                                     ->  Hash
--                                           ->  Subquery Scan on p
--                                                 Filter: (p.access_class = '…'::text)
--                                                 ->  Unique
--                                                       ->  Sort
--                                                             Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                             ->  Seq Scan on publication
--                                                                   Filter: (valid_from <= '…'::date)
--             ->  Seq Scan on admin_area a
--                   Filter: (level = '…'::text)
--     CTE wanted
--       ->  HashAggregate
--             Group Key: w.name
--             ->  Function Scan on unnest w
--     CTE found
--       ->  Nested Loop
--             Join Filter: ((w_1.name = a_1.code) OR (SubPlan 3))
--             ->  CTE Scan on wanted w_1
--             ->  CTE Scan on area a_1
--             SubPlan 3
--               ->  Function Scan on unnest s
--                     Filter: (search_key(s) = regexp_replace(search_key(w_1.name), '…'::text, '…'::text))
--     InitPlan 6 (returns '…')
--       ->  Sort
--             Sort Key: wanted.name
--             ->  CTE Scan on wanted
--                   Filter: (NOT (hashed SubPlan 5))
--                   SubPlan 5
--                     ->  CTE Scan on found found_1
--     InitPlan 7 (returns '…')
--       ->  Sort
--             Sort Key: area.name
--             ->  CTE Scan on area
--     ->  CTE Scan on found
