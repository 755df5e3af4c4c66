-- statement 1
select coalesce(string_agg(coalesce(written_out->>word, word), ' ' order by position), '')          from string_to_table(k, ' ') with ordinality as w(word, position) where word <> 'contoh' or k = 'contoh';
--   Aggregate
--     ->  Function Scan on string_to_table w
--           Filter: (word <> '…'::text)

-- statement 2
exists (select from search_entry where version_id = version);
--   Result
--     InitPlan 1 (returns '…')
--       ->  Seq Scan on search_entry
--             Filter: (version_id = '…'::text)

-- statement 3
insert into search_entry (version_id, kind, target, name, alias, category, key, lon, lat, bbox)
select version, t.kind, t.target, t.name, nullif(s.spelling, t.name), t.category, search_key(s.spelling),
       st_x(t.point), st_y(t.point),
       array[st_xmin(t.extent), st_ymin(t.extent), st_xmax(t.extent), st_ymax(t.extent)]
from (
  select level as kind, coalesce(code, name) as target, name, null as category, aliases,
         st_pointonsurface(geom) as point, geom::box3d as extent
  from admin_area where version_id = version and level in ('kecamatan', 'kelurahan')
  union all
  select 'place', feature_no::text, name, category, '{}', geom, geom::box3d from place where version_id = version
  union all
  select 'street', name, name, null, '{}', st_pointonsurface(st_collect(geom)), st_3dextent(geom)
  from road where version_id = version and btrim(name) <> '' group by name
  union all
  select 'block', z.kodblk, z.kodblk, null, '{}',
         st_pointonsurface((array_agg(z.geom order by z.area_m2 desc))[1]), st_3dextent(z.geom)
  from zone z
  join layer_version v using (version_id)
  join layer l on l.layer_id = v.layer_id and l.kind = 'zones'
  where z.version_id = version and btrim(z.kodblk) <> '' group by z.kodblk
) t
cross join lateral unnest(array_prepend(t.name, t.aliases)) as s(spelling)
where search_key(s.spelling) <> '';
--   Insert on search_entry
--     ->  Nested Loop
--           ->  Append
--                 ->  Subquery Scan on "*SELECT* 1"
--                       ->  Seq Scan on admin_area
--                             Filter: ((level = ANY ('…'::text[])) AND (version_id = '…'::text))
--                 ->  Subquery Scan on "*SELECT* 2"
--                       ->  Seq Scan on place
--                             Filter: (version_id = '…'::text)
--                 ->  Subquery Scan on "*SELECT* 3"
--                       ->  GroupAggregate
--                             Group Key: road.name
--                             ->  Sort
--                                   Sort Key: road.name
--                                   ->  Index Scan using road_version_id_feature_no_key on road
--                                         Index Cond: (version_id = '…'::text)
--                                         Filter: (btrim(name) <> '…'::text)
--                 ->  Subquery Scan on "*SELECT* 4"
--                       ->  GroupAggregate
--                             Group Key: z.kodblk
--                             ->  Sort
--                                   Sort Key: z.kodblk
--                                   ->  Nested Loop
--                                         Join Filter: (v.layer_id = l.layer_id)
--                                         ->  Nested Loop
--                                               ->  Index Scan using zone_version_id_code_idx on zone z
--                                                     Index Cond: (version_id = '…'::text)
--                                                     Filter: (btrim(kodblk) <> '…'::text)
--                                               ->  Seq Scan on layer_version v
--                                                     Filter: (version_id = '…'::text)
--                                         ->  Seq Scan on layer l
--                                               Filter: (kind = '…'::text)
--           ->  Function Scan on unnest s
--                 Filter: (search_key(spelling) <> '…'::text)

-- statement 4
update search_entry set key = regexp_replace(key, '^(jalan|kelurahan|kecamatan) (?=.)', '')
where version_id = version and kind in ('street', 'kelurahan', 'kecamatan');
--   Update on search_entry
--     ->  Seq Scan on search_entry
--           Filter: ((version_id = '…'::text) AND (kind = ANY ('…'::text[])))
