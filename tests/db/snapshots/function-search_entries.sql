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
with known as materialized (
  select distinct on (kind, coalesce(alias, name)) kind, coalesce(alias, name) as spelling, key
  from search_entry
  where version_id = (
    select p.version_id from publication p join layer_version v using (layer_id)
    where v.version_id = version and p.version_id <> version
    order by p.recorded_at desc, p.publication_id desc limit 1)
)
insert into search_entry (version_id, kind, target, name, alias, category, key, lon, lat, bbox)
select version, t.kind, t.target, t.name, nullif(s.spelling, t.name), t.category, k.key,
       st_x(t.point), st_y(t.point),
       array[st_xmin(t.extent), st_ymin(t.extent), st_xmax(t.extent), st_ymax(t.extent)]
from (
  select level as kind, coalesce(code, name) as target, name, null as category, aliases,
         st_pointonsurface(geom) as point, geom::box3d as extent
  from admin_area where version_id = version and level in ('kecamatan', 'kelurahan')
  union all
  select 'place', feature_no::text, name, category, '{}', geom, geom::box3d from place where version_id = version
  union all
  -- A city has a Gang Mawar in many a kelurahan: pieces of one name that lie apart are streets of their own, the longest first.
  select 'street', concat_ws('~', name, nullif(row_number() over (partition by name order by max(st_length(geom)) desc, min(feature_no)), 1)),
         name, null, '{}', st_pointonsurface(st_collect(geom)), st_3dextent(geom)
  from (select name, feature_no, geom, st_clusterdbscan(geom, street_gap_deg, 1) over (partition by name) as street_no
        from road where version_id = version and btrim(name) <> '') piece
  group by name, street_no
  union all
  -- A code of a block stands for one block of a sub-area: another one may have the same.
  select 'block', concat_ws('~', z.kodblk, nullif(row_number() over (partition by z.kodblk order by z.kodwp, z.kodswp), 1)), z.kodblk, null, '{}',
         st_pointonsurface((array_agg(z.geom order by z.area_m2 desc))[1]), st_3dextent(z.geom)
  from zone z
  join layer_version v using (version_id)
  join layer l on l.layer_id = v.layer_id and l.kind = 'zones'
  where z.version_id = version and btrim(z.kodblk) <> '' group by z.kodwp, z.kodswp, z.kodblk
) t
cross join lateral unnest(array_prepend(t.name, t.aliases)) as s(spelling)
left join known n on n.kind = t.kind and n.spelling = s.spelling
cross join lateral (
  -- The word before a street's or an area's name says only what kind it is.
  select coalesce(n.key, case when t.kind in ('street', 'kelurahan', 'kecamatan')
           then regexp_replace(search_key(s.spelling), '^(jalan|kelurahan|kecamatan) (?=.)', '')
           else search_key(s.spelling) end) as key
  offset 0) k
where k.key <> '';
--   Insert on search_entry
--     CTE known
--       ->  Unique
--             InitPlan 1 (returns '…')
--               ->  Limit
--                     ->  Sort
--                           Sort Key: p.recorded_at DESC, p.publication_id DESC
--                           ->  Hash Join
--                                 Hash Cond: (p.layer_id = v_1.layer_id)
--                                 ->  Seq Scan on publication p
--                                       Filter: (version_id <> '…'::text)
--                                 ->  Hash
--                                       ->  Index Scan using layer_version_pkey on layer_version v_1
--                                             Index Cond: (version_id = '…'::text)
--             ->  Sort
--                   Sort Key: search_entry_1.kind, (COALESCE(search_entry_1.alias, search_entry_1.name))
--                   ->  Seq Scan on search_entry search_entry_1
--                         Filter: (version_id = '…')
--     ->  Nested Loop
--           ->  Hash Left Join
--                 Hash Cond: (("*SELECT* 1".kind = n.kind) AND (s.spelling = n.spelling))
--                 ->  Nested Loop
--                       ->  Append
--                             ->  Subquery Scan on "*SELECT* 1"
--                                   ->  Seq Scan on admin_area
--                                         Filter: ((level = ANY ('…'::text[])) AND (version_id = '…'::text))
--                             ->  Subquery Scan on "*SELECT* 2"
--                                   ->  Seq Scan on place
--                                         Filter: (version_id = '…'::text)
--                             ->  Subquery Scan on "*SELECT* 3"
--                                   ->  WindowAgg
--                                         ->  Incremental Sort
--                                               Sort Key: piece.name, (max(st_length(piece.geom))) DESC, (min(piece.feature_no))
--                                               Presorted Key: piece.name
--                                               ->  GroupAggregate
--                                                     Group Key: piece.name, piece.street_no
--                                                     ->  Sort
--                                                           Sort Key: piece.name, piece.street_no
--                                                           ->  Subquery Scan on piece
--                                                                 ->  WindowAgg
--                                                                       ->  Sort
--                                                                             Sort Key: road.name
--                                                                             ->  Index Scan using road_version_id_feature_no_key on road
--                                                                                   Index Cond: (version_id = '…'::text)
--                                                                                   Filter: (btrim(name) <> '…'::text)
--                             ->  Subquery Scan on "*SELECT* 4"
--                                   ->  WindowAgg
--                                         ->  Sort
--                                               Sort Key: z.kodblk, z.kodwp, z.kodswp
--                                               ->  GroupAggregate
--                                                     Group Key: z.kodwp, z.kodswp, z.kodblk
--                                                     ->  Sort
--                                                           Sort Key: z.kodwp, z.kodswp, z.kodblk
--                                                           ->  Nested Loop
--                                                                 Join Filter: (v.layer_id = l.layer_id)
--                                                                 ->  Nested Loop
--                                                                       ->  Index Scan using zone_version_id_code_idx on zone z
--                                                                             Index Cond: (version_id = '…'::text)
--                                                                             Filter: (btrim(kodblk) <> '…'::text)
--                                                                       ->  Index Scan using layer_version_pkey on layer_version v
--                                                                             Index Cond: (version_id = '…'::text)
--                                                                 ->  Seq Scan on layer l
--                                                                       Filter: (kind = '…'::text)
--                       ->  Function Scan on unnest s
--                 ->  Hash
--                       ->  CTE Scan on known n
--           ->  Subquery Scan on k
--                 Filter: (k.key <> '…'::text)
--                 ->  Result

-- statement 4
select v.version_id from layer_version v
where exists (select from search_entry e where e.version_id = v.version_id)
  and not exists (select from publication p where p.version_id = v.version_id)
  and not exists (select from release_item i join release r using (release_id)
                  where i.version_id = v.version_id and r.state in ('draf', 'diperiksa', 'diajukan', 'disetujui'));
--   Hash Semi Join
--     Hash Cond: (v.version_id = e.version_id)
--     ->  Hash Anti Join
--           Hash Cond: (v.version_id = i.version_id)
--           ->  Hash Anti Join
--                 Hash Cond: (v.version_id = p.version_id)
--                 ->  Seq Scan on layer_version v
--                 ->  Hash
--                       ->  Seq Scan on publication p
--           ->  Hash
--                 ->  Hash Join
--                       Hash Cond: (i.release_id = r.release_id)
--                       ->  Seq Scan on release_item i
--                       ->  Hash
--                             ->  Seq Scan on release r
--                                   Filter: (state = ANY ('…'::text[]))
--     ->  Hash
--           ->  Seq Scan on search_entry e
