-- selectVersions
select v.version_id as "versionId", l.layer_id as "layerId", l.title, l.kind, v.rules_layer_id as "rulesLayerId",
       v.regulation_id as "regulationId", l.access_class = 'terbuka' as "isOpen"
from layer_version v join layer l using (layer_id)
where v.version_id = any($1)
order by array_position($2, v.version_id);
--   Sort
--     Sort Key: (array_position('…'::text[], v.version_id))
--     ->  Hash Join
--           Hash Cond: (l.layer_id = v.layer_id)
--           ->  Seq Scan on layer l
--           ->  Hash
--                 ->  Index Scan using layer_version_pkey on layer_version v
--                       Index Cond: (version_id = ANY ('…'::text[]))

-- selectInForce
select v.version_id as "versionId", l.layer_id as "layerId", l.title, l.kind, v.rules_layer_id as "rulesLayerId",
       v.regulation_id as "regulationId", l.access_class = 'terbuka' as "isOpen"
from (select distinct on (layer_id) layer_id, version_id from publication where valid_from <= $1::date
      order by layer_id, valid_from desc, recorded_at desc, publication_id desc) p
join layer l using (layer_id)
join layer_version v on v.version_id = p.version_id
order by l.layer_id;
--   Sort
--     Sort Key: l.layer_id
--     ->  Hash Join
--           Hash Cond: (v.version_id = p.version_id)
--           ->  Seq Scan on layer_version v
--           ->  Hash
--                 ->  Hash Join
--                       Hash Cond: (l.layer_id = p.layer_id)
--                       ->  Seq Scan on layer l
--                       ->  Hash
--                             ->  Subquery Scan on p
--                                   ->  Unique
--                                         ->  Sort
--                                               Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                               ->  Seq Scan on publication
--                                                     Filter: (valid_from <= '…'::date)

-- fillComparison
set local statement_timeout = '10min';

-- fillComparison
set local work_mem = '64MB';

-- fillComparison
select fill_comparison($1, $2, $3);
--   Result

-- readComparison
select jsonb_build_object(
  'beforeVersion', k.before_version, 'afterVersion', k.after_version, 'beforeCount', k.before_count,
  'afterCount', k.after_count, 'sameCount', k.same_count,
  'changes', (select jsonb_build_object(
                'added', count(*) filter (where change = 'added'), 'removed', count(*) filter (where change = 'removed'),
                'reshaped', count(*) filter (where change = 'reshaped'),
                'attributes', count(*) filter (where change = 'attributes'))
              from comparison_feature f where f.comparison_id = k.comparison_id),
  'movedM2', (select coalesce(st_area(st_union(p.geom)::geography), 0) from comparison_piece p
              where p.comparison_id = k.comparison_id and p.before_code is distinct from p.after_code),
  'codes', (select coalesce(jsonb_agg(jsonb_build_object(
              'code', code, 'beforeCount', before_count, 'afterCount', after_count, 'beforeM2', before_m2,
              'afterM2', after_m2, 'addedM2', added_m2, 'removedM2', removed_m2) order by code), '[]')
            from comparison_code c where c.comparison_id = k.comparison_id),
  'moves', (select coalesce(jsonb_agg(jsonb_build_object(
              'from', before_code, 'to', after_code, 'areaM2', area_m2, 'pieceCount', piece_count)
              order by area_m2 desc, before_code, after_code), '[]')
            from (select before_code, after_code, sum(area_m2) as area_m2, count(*) as piece_count
                  from comparison_piece p
                  where p.comparison_id = k.comparison_id and before_code is distinct from after_code
                  group by before_code, after_code) m),
  'fields', (select coalesce(jsonb_agg(jsonb_build_object('field', field, 'count', number) order by number desc, field), '[]')
             from (select field, count(*) as number
                   from comparison_feature f cross join lateral jsonb_object_keys(f.fields) field
                   where f.comparison_id = k.comparison_id group by field) n),
  'features', (select coalesce(jsonb_agg(jsonb_build_object(
                 'change', change, 'beforeNo', before_no, 'afterNo', after_no, 'beforeCode', before_code,
                 'afterCode', after_code, 'fields', fields, 'removedM2', removed_m2, 'addedM2', added_m2,
                 'bbox', bbox) order by removed_m2 + added_m2 desc, change_no), '[]')
               from (select * from comparison_feature f where f.comparison_id = k.comparison_id
                     order by removed_m2 + added_m2 desc, change_no limit $1) f)) as comparison
from comparison k
where k.comparison_id = $2;
--   Seq Scan on comparison k
--     Filter: (comparison_id = '…'::text)
--     SubPlan 1
--       ->  Aggregate
--             ->  Seq Scan on comparison_feature f
--                   Filter: (comparison_id = k.comparison_id)
--     SubPlan 2
--       ->  Aggregate
--             ->  Seq Scan on comparison_piece p
--                   Filter: ((before_code IS DISTINCT FROM after_code) AND (comparison_id = k.comparison_id))
--     SubPlan 3
--       ->  Aggregate
--             ->  Seq Scan on comparison_code c
--                   Filter: (comparison_id = k.comparison_id)
--     SubPlan 4
--       ->  Aggregate
--             ->  HashAggregate
--                   Group Key: p_1.before_code, p_1.after_code
--                   ->  Seq Scan on comparison_piece p_1
--                         Filter: ((before_code IS DISTINCT FROM after_code) AND (comparison_id = k.comparison_id))
--     SubPlan 5
--       ->  Aggregate
--             ->  HashAggregate
--                   Group Key: field.field
--                   ->  Nested Loop
--                         ->  Seq Scan on comparison_feature f_1
--                               Filter: (comparison_id = k.comparison_id)
--                         ->  Function Scan on jsonb_object_keys field
--     SubPlan 6
--       ->  Aggregate
--             ->  Limit
--                   ->  Sort
--                         Sort Key: ((f_2.removed_m2 + f_2.added_m2)) DESC, f_2.change_no
--                         ->  Seq Scan on comparison_feature f_2
--                               Filter: (comparison_id = k.comparison_id)

-- readPieces
select jsonb_build_object('type', 'FeatureCollection', 'features', coalesce(jsonb_agg(feature), '[]'))::text as collection
from (
  select jsonb_build_object(
           'type', 'Feature', 'id', piece_no,
           'properties', jsonb_build_object('from', before_code, 'to', after_code, 'area_m2', round(area_m2::numeric, 2)),
           'geometry', st_asgeojson(geom, 8)::jsonb) as feature
  from comparison_piece
  where comparison_id = $1 and before_code is distinct from after_code
  order by area_m2 desc, piece_no limit $2) f;
--   Aggregate
--     ->  Limit
--           ->  Result
--                 ->  Sort
--                       Sort Key: comparison_piece.area_m2 DESC, comparison_piece.piece_no
--                       ->  Bitmap Heap Scan on comparison_piece
--                             Recheck Cond: (comparison_id = '…'::text)
--                             Filter: (before_code IS DISTINCT FROM after_code)
--                             ->  Bitmap Index Scan on comparison_piece_pkey
--                                   Index Cond: (comparison_id = '…'::text)

-- changedPlaces
with piece as materialized (
  select p.piece_no, p.geom, p.area_m2, z.place as before_place, a.place as after_place
  from comparison_piece p
  join comparison k using (comparison_id)
  left join lateral (
    select jsonb_build_object('code', code, 'kodswp', kodswp, 'kodblk', kodblk, 'kodunk', kodunk) as place
    from zone where version_id = k.before_version and feature_no = p.before_no) z on true
  left join lateral (
    select jsonb_build_object('code', code, 'kodswp', kodswp, 'kodblk', kodblk, 'kodunk', kodunk) as place
    from zone where version_id = k.after_version and feature_no = p.after_no) a on true
  where p.comparison_id = $1),
-- A piece can be a network of streets over half a city: cut small, each part meets its own parcels alone.
part as materialized (
  select piece.before_place, piece.after_place, s.geom
  from piece cross join lateral st_subdivide(piece.geom, 128) s(geom) where piece.area_m2 >= 1),
touched as (
  select part.before_place, part.after_place, c.parcel_id, c.area_m2,
         sum(case when st_covers(part.geom, c.geom) then c.area_m2
                  else st_area(st_intersection(c.geom, part.geom)::geography) end) as part_m2
  from part join parcel c on c.geom && part.geom
  where c.version_id = any($2)
  group by part.before_place, part.after_place, c.parcel_id, c.area_m2)
select g.before_place as "before", g.after_place as "after", g.area_m2 as "areaM2",
       (select coalesce(jsonb_agg(jsonb_build_object('parcelId', t.parcel_id::text, 'areaM2', t.area_m2)), '[]')
        from touched t
        where t.before_place is not distinct from g.before_place and t.after_place is not distinct from g.after_place
          and t.part_m2 >= 1) as parcels
from (select before_place, after_place, sum(area_m2) as area_m2 from piece group by before_place, after_place) g;
--   Subquery Scan on g
--     CTE piece
--       ->  Nested Loop Left Join
--             ->  Nested Loop Left Join
--                   ->  Nested Loop
--                         ->  Seq Scan on comparison k
--                               Filter: (comparison_id = '…'::text)
--                         ->  Bitmap Heap Scan on comparison_piece p
--                               Recheck Cond: (comparison_id = '…'::text)
--                               ->  Bitmap Index Scan on comparison_piece_pkey
--                                     Index Cond: (comparison_id = '…'::text)
--                   ->  Index Scan using zone_version_id_feature_no_key on zone
--                         Index Cond: ((version_id = k.before_version) AND (feature_no = p.before_no))
--             ->  Index Scan using zone_version_id_feature_no_key on zone zone_1
--                   Index Cond: ((version_id = k.after_version) AND (feature_no = p.after_no))
--     CTE part
--       ->  Nested Loop
--             ->  CTE Scan on piece piece_1
--                   Filter: (area_m2 >= '…'::double precision)
--             ->  Function Scan on st_subdivide s
--     ->  HashAggregate
--           Group Key: piece.before_place, piece.after_place
--           ->  CTE Scan on piece
--     SubPlan 3
--       ->  Aggregate
--             ->  GroupAggregate
--                   Group Key: part.before_place, part.after_place, c.parcel_id
--                   Filter: (sum(CASE WHEN st_covers(part.geom, c.geom) THEN c.area_m2 ELSE st_area((st_intersection(c.geom, part.geom, '…'::double precision))::geography, true) END) >= '…'::double precision)
--                   ->  Sort
--                         Sort Key: part.before_place, part.after_place, c.parcel_id
--                         ->  Nested Loop
--                               ->  CTE Scan on part
--                                     Filter: ((NOT (before_place IS DISTINCT FROM g.before_place)) AND (NOT (after_place IS DISTINCT FROM g.after_place)))
--                               ->  Index Scan using parcel_geom_idx on parcel c
--                                     Index Cond: (geom && part.geom)
--                                     Filter: (version_id = ANY ('…'::text[]))

-- keptPlaces
select z.code, z.kodswp, z.kodblk, z.kodunk, sum(z.area_m2 - coalesce(p.area_m2, 0)) as "areaM2"
from zone z
left join (select after_no, sum(area_m2) as area_m2 from comparison_piece
           where comparison_id = $1 and after_no is not null group by after_no) p
  on p.after_no = z.feature_no
where z.version_id = $2
group by z.code, z.kodswp, z.kodblk, z.kodunk
having sum(z.area_m2 - coalesce(p.area_m2, 0)) > 1;
--   HashAggregate
--     Group Key: z.code, z.kodswp, z.kodblk, z.kodunk
--     Filter: (sum((z.area_m2 - COALESCE(p.area_m2, '…'::double precision))) > '…'::double precision)
--     ->  Hash Left Join
--           Hash Cond: (z.feature_no = p.after_no)
--           ->  Seq Scan on zone z
--                 Filter: (version_id = '…'::text)
--           ->  Hash
--                 ->  Subquery Scan on p
--                       ->  HashAggregate
--                             Group Key: after_no
--                             ->  Result
--                                   One-Time Filter: false

-- parcelsOnPlaces
with place as (
  select p.no::int - 1 as place_no, p.value ->> 'code' as code, p.value ->> 'kodswp' as kodswp,
         p.value ->> 'kodblk' as kodblk, p.value ->> 'kodunk' as kodunk
  from jsonb_array_elements($1) with ordinality p (value, no)),
-- As in changedPlaces: a zone can be a network of streets.
part as materialized (
  select place.place_no, s.geom
  from place
  join zone z on z.version_id = $2 and z.code = place.code and z.kodswp is not distinct from place.kodswp
    and z.kodblk is not distinct from place.kodblk and z.kodunk is not distinct from place.kodunk
  cross join lateral st_subdivide(z.geom, 128) s(geom))
select part.place_no as "placeNo", c.parcel_id::text as "parcelId", c.area_m2 as "areaM2"
from part join parcel c on c.version_id = any($3) and c.geom && part.geom
group by part.place_no, c.parcel_id, c.area_m2
having sum(case when st_covers(part.geom, c.geom) then c.area_m2
                else st_area(st_intersection(part.geom, c.geom)::geography) end) >= least(1, c.area_m2);
--   GroupAggregate
--     Group Key: part.place_no, c.parcel_id
--     Filter: (sum(CASE WHEN st_covers(part.geom, c.geom) THEN c.area_m2 ELSE st_area((st_intersection(part.geom, c.geom, '…'::double precision))::geography, true) END) >= LEAST('…'::double precision, c.area_m2))
--     CTE part
--       ->  Nested Loop
--             ->  Hash Join
--                   Hash Cond: (z.code = (p.value ->> '…'::text))
--                   Join Filter: ((NOT (z.kodswp IS DISTINCT FROM (p.value ->> '…'::text))) AND (NOT (z.kodblk IS DISTINCT FROM (p.value ->> '…'::text))) AND (NOT (z.kodunk IS DISTINCT FROM (p.value ->> '…'::text))))
--                   ->  Seq Scan on zone z
--                         Filter: (version_id = '…'::text)
--                   ->  Hash
--                         ->  Function Scan on jsonb_array_elements p
--             ->  Function Scan on st_subdivide s
--     ->  Sort
--           Sort Key: part.place_no, c.parcel_id
--           ->  Nested Loop
--                 ->  CTE Scan on part
--                 ->  Index Scan using parcel_geom_idx on parcel c
--                       Index Cond: (geom && part.geom)
--                       Filter: (version_id = ANY ('…'::text[]))

-- hasComparison
select from comparison where comparison_id = $1;
--   Seq Scan on comparison
--     Filter: (comparison_id = '…'::text)

-- measureLostGround
set local statement_timeout = 0;

-- measureLostGround
with k as (select * from comparison where comparison_id = $1),
-- A piece was cut with what is new alone: what kept its shape may cover it, too.
lost as materialized (
  select r.geom, st_area(r.geom::geography) as area_m2
  from k join comparison_piece p using (comparison_id)
  cross join lateral (
    select ground_left(p.geom, array_agg(f.geom)) from version_features(k.after_version) f
    where f.geom && p.geom and st_dimension(f.geom) = 2) r(geom)
  where p.after_no is null and not st_isempty(r.geom)),
gained as materialized (
  select r.geom
  from k join comparison_piece p using (comparison_id)
  cross join lateral (
    select ground_left(p.geom, array_agg(f.geom)) from version_features(k.before_version) f
    where f.geom && p.geom and st_dimension(f.geom) = 2) r(geom)
  where p.before_no is null and not st_isempty(r.geom)),
whole as materialized (
  select st_union(z.geom) as geom from k join zone z on z.version_id = k.before_version where $2),
city as materialized (
  select st_union(a.geom) as geom
  from register_in_force($3::date) f join admin_area a using (version_id)
  where a.level = 'kota' and $4),
outside as materialized (
  select st_area(st_difference(city.geom, whole.geom)::geography) as area_m2 from city, whole)
select k.before_count as "beforeCount", k.after_count as "afterCount",
       coalesce((select sum(st_area(f.geom::geography)) from version_features(k.before_version) f
                 where st_dimension(f.geom) = 2), 0) as "beforeM2",
       coalesce((select st_area(st_union(geom)::geography) from lost), 0) as "lostM2",
       (select count(*)::int from lost where area_m2 > 1) as "pieceCount",
       (select coalesce(jsonb_agg(jsonb_build_object('areaM2', area_m2, 'at', array[st_x(at), st_y(at)])
                order by area_m2 desc), '[]')
        from (select area_m2, st_pointonsurface(geom) as at from lost where area_m2 > 1
              order by area_m2 desc limit $5) l) as pieces,
       (select area_m2 from outside) as "withoutBeforeM2",
       (select o.area_m2
               + coalesce((select st_area(st_intersection(st_union(l.geom), c.geom)::geography) from lost l), 0)
               - coalesce((select st_area(st_intersection(st_union(g.geom), c.geom)::geography) from gained g), 0)
        from outside o, city c) as "withoutAfterM2"
from k;
--   CTE Scan on k
--     CTE k
--       ->  Seq Scan on comparison
--             Filter: (comparison_id = '…'::text)
--     CTE lost
--       ->  Nested Loop
--             ->  Nested Loop
--                   ->  CTE Scan on k k_1
--                   ->  Bitmap Heap Scan on comparison_piece p
--                         Recheck Cond: (comparison_id = k_1.comparison_id)
--                         Filter: (after_no IS NULL)
--                         ->  Bitmap Index Scan on comparison_piece_pkey
--                               Index Cond: (comparison_id = k_1.comparison_id)
--             ->  Aggregate
--                   Filter: (NOT st_isempty(st_multi(st_collectionextract(CASE WHEN (array_agg("*SELECT* 1".geom) IS NULL) THEN p.geom ELSE st_difference(p.geom, st_union(array_agg("*SELECT* 1".geom)), '…'::double precision) END, 3))))
--                   ->  Append
--                         ->  Subquery Scan on "*SELECT* 1"
--                               ->  Index Scan using zone_geom_idx on zone z
--                                     Index Cond: (geom && p.geom)
--                                     Filter: ((version_id = k_1.after_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 2"
--                               ->  Index Scan using overlay_area_geom_idx on overlay_area o
--                                     Index Cond: (geom && p.geom)
--                                     Filter: ((version_id = k_1.after_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 3"
--                               ->  Index Scan using parcel_geom_idx on parcel p_1
--                                     Index Cond: (geom && p.geom)
--                                     Filter: ((version_id = k_1.after_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 4"
--                               ->  Seq Scan on admin_area a
--                                     Filter: ((geom && p.geom) AND (version_id = k_1.after_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 5"
--                               ->  Index Scan using road_geom_idx on road r
--                                     Index Cond: (geom && p.geom)
--                                     Filter: ((version_id = k_1.after_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 6"
--                               ->  Seq Scan on utility_line u
--                                     Filter: ((geom && p.geom) AND (version_id = k_1.after_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 7"
--                               ->  Seq Scan on place p_2
--                                     Filter: ((geom && p.geom) AND (version_id = k_1.after_version) AND (st_dimension(geom) = 2))
--     CTE gained
--       ->  Nested Loop
--             ->  Nested Loop
--                   ->  CTE Scan on k k_2
--                   ->  Bitmap Heap Scan on comparison_piece p_3
--                         Recheck Cond: (comparison_id = k_2.comparison_id)
--                         Filter: (before_no IS NULL)
--                         ->  Bitmap Index Scan on comparison_piece_pkey
--                               Index Cond: (comparison_id = k_2.comparison_id)
--             ->  Aggregate
--                   Filter: (NOT st_isempty(st_multi(st_collectionextract(CASE WHEN (array_agg("*SELECT* 1_1".geom) IS NULL) THEN p_3.geom ELSE st_difference(p_3.geom, st_union(array_agg("*SELECT* 1_1".geom)), '…'::double precision) END, 3))))
--                   ->  Append
--                         ->  Subquery Scan on "*SELECT* 1_1"
--                               ->  Index Scan using zone_geom_idx on zone z_1
--                                     Index Cond: (geom && p_3.geom)
--                                     Filter: ((version_id = k_2.before_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 2_1"
--                               ->  Index Scan using overlay_area_geom_idx on overlay_area o_1
--                                     Index Cond: (geom && p_3.geom)
--                                     Filter: ((version_id = k_2.before_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 3_1"
--                               ->  Index Scan using parcel_geom_idx on parcel p_4
--                                     Index Cond: (geom && p_3.geom)
--                                     Filter: ((version_id = k_2.before_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 4_1"
--                               ->  Seq Scan on admin_area a_1
--                                     Filter: ((geom && p_3.geom) AND (version_id = k_2.before_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 5_1"
--                               ->  Index Scan using road_geom_idx on road r_1
--                                     Index Cond: (geom && p_3.geom)
--                                     Filter: ((version_id = k_2.before_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 6_1"
--                               ->  Seq Scan on utility_line u_1
--                                     Filter: ((geom && p_3.geom) AND (version_id = k_2.before_version) AND (st_dimension(geom) = 2))
--                         ->  Subquery Scan on "*SELECT* 7_1"
--                               ->  Seq Scan on place p_5
--                                     Filter: ((geom && p_3.geom) AND (version_id = k_2.before_version) AND (st_dimension(geom) = 2))
--     CTE whole
--       ->  Aggregate
--             ->  Nested Loop
--                   ->  CTE Scan on k k_3
--                   ->  Index Scan using zone_version_id_code_idx on zone z_2
--                         Index Cond: (version_id = k_3.before_version)
--     CTE city
--       ->  Aggregate
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (p_6.version_id = a_2.version_id)
--                         ->  Subquery Scan on p_6
--                               Filter: (p_6.version_id IS NOT NULL)
--                               ->  Unique
--                                     ->  Sort
--                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                           ->  Seq Scan on publication
--                                                 Filter: (valid_from <= '…'::date)
--                         ->  Hash
--                               ->  Seq Scan on admin_area a_2
--                                     Filter: (level = '…'::text)
--                   ->  Index Scan using layer_pkey on layer l
--                         Index Cond: (layer_id = p_6.layer_id)
--     CTE outside
--       ->  Nested Loop
--             ->  CTE Scan on city
--             ->  CTE Scan on whole
--     InitPlan 8 (returns '…')
--       ->  Aggregate
--             ->  CTE Scan on lost
--     InitPlan 9 (returns '…')
--       ->  Aggregate
--             ->  CTE Scan on lost lost_1
--                   Filter: (area_m2 > '…'::double precision)
--     InitPlan 10 (returns '…')
--       ->  Aggregate
--             ->  Limit
--                   ->  Result
--                         ->  Sort
--                               Sort Key: lost_2.area_m2 DESC
--                               ->  CTE Scan on lost lost_2
--                                     Filter: (area_m2 > '…'::double precision)
--     InitPlan 11 (returns '…')
--       ->  CTE Scan on outside
--     InitPlan 14 (returns '…')
--       ->  Nested Loop
--             ->  CTE Scan on outside o_3
--             ->  CTE Scan on city c
--             SubPlan 12
--               ->  Aggregate
--                     ->  CTE Scan on lost l_1
--             SubPlan 13
--               ->  Aggregate
--                     ->  CTE Scan on gained g
--     SubPlan 7
--       ->  Aggregate
--             ->  Append
--                   ->  Subquery Scan on "*SELECT* 1_2"
--                         ->  Index Scan using zone_version_id_code_idx on zone z_3
--                               Index Cond: (version_id = k.before_version)
--                               Filter: (st_dimension(geom) = 2)
--                   ->  Subquery Scan on "*SELECT* 2_2"
--                         ->  Index Scan using overlay_area_version_id_feature_no_key on overlay_area o_2
--                               Index Cond: (version_id = k.before_version)
--                               Filter: (st_dimension(geom) = 2)
--                   ->  Subquery Scan on "*SELECT* 3_2"
--                         ->  Index Scan using parcel_version_id_feature_no_key on parcel p_7
--                               Index Cond: (version_id = k.before_version)
--                               Filter: (st_dimension(geom) = 2)
--                   ->  Subquery Scan on "*SELECT* 4_2"
--                         ->  Seq Scan on admin_area a_3
--                               Filter: ((version_id = k.before_version) AND (st_dimension(geom) = 2))
--                   ->  Subquery Scan on "*SELECT* 5_2"
--                         ->  Index Scan using road_version_id_feature_no_key on road r_2
--                               Index Cond: (version_id = k.before_version)
--                               Filter: (st_dimension(geom) = 2)
--                   ->  Subquery Scan on "*SELECT* 6_2"
--                         ->  Seq Scan on utility_line u_2
--                               Filter: ((version_id = k.before_version) AND (st_dimension(geom) = 2))
--                   ->  Subquery Scan on "*SELECT* 7_2"
--                         ->  Seq Scan on place p_8
--                               Filter: ((version_id = k.before_version) AND (st_dimension(geom) = 2))
