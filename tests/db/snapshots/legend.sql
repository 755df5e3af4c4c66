-- layersInForce
with in_force as (select * from version_in_force($1::date))
select v.layer_id as "layerId", v.kind, v.theme, layer.title, v.version_id as "versionId",
       archive.version_id is not null as "isDrawn", v.is_demo as "isDemo",
       case when v.kind in ('zones', 'rtrw') then (
         select jsonb_agg(jsonb_build_object(
                  'code', used.code,
                  'name', coalesce(known.zone_name || coalesce(' – ' || nullif(known.subzone_name, known.zone_name), ''),
                                   used.code),
                  'group', known.zone_name,
                  'color', known.color,
                  'provisional', coalesce(known.provisional, false))
                order by array_position(array['lindung', 'budi daya', 'lainnya'], known.category),
                         coalesce(known.zone_code, used.code), used.code)
         from (select distinct code from zone where version_id = v.version_id) used
         left join in_force rules on rules.layer_id = v.rules_layer_id
         left join zone_code known on known.version_id = rules.version_id
              and known.regulation_id = v.regulation_id and known.code = used.code
       ) when v.kind = 'overlay' then (
         select jsonb_agg(jsonb_build_object(
                  'code', used.level_code, 'name', used.name, 'group', null, 'color', null, 'provisional', false)
                order by used.level_code)
         from (select level_code, min(name) as name from overlay_area
               where version_id = v.version_id group by level_code) used
       ) end as entries
from in_force v
join layer using (layer_id)
left join tile_archive archive on archive.version_id = v.version_id
where v.kind <> 'rules'
order by v.layer_id;
--   Merge Join
--     Merge Cond: (v.layer_id = layer.layer_id)
--     CTE in_force
--       ->  Sort
--             Sort Key: p.layer_id
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (l.layer_id = p.layer_id)
--                         ->  Seq Scan on layer l
--                               Filter: (access_class = '…'::text)
--                         ->  Hash
--                               ->  Subquery Scan on p
--                                     Filter: (p.access_class = '…'::text)
--                                     ->  Unique
--                                           ->  Sort
--                                                 Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                 ->  Seq Scan on publication
--                                                       Filter: (valid_from <= '…'::date)
--                   ->  Index Scan using layer_version_pkey on layer_version v_1
--                         Index Cond: (version_id = p.version_id)
--     ->  Sort
--           Sort Key: v.layer_id
--           ->  Hash Right Join
--                 Hash Cond: (archive.version_id = v.version_id)
--                 ->  Seq Scan on tile_archive archive
--                 ->  Hash
--                       ->  CTE Scan on in_force v
--                             Filter: (kind <> '…'::text)
--     ->  Sort
--           Sort Key: layer.layer_id
--           ->  Seq Scan on layer
--     SubPlan 2
--       ->  Aggregate
--             ->  Nested Loop Left Join
--                   Join Filter: ((known.version_id = rules.version_id) AND (known.code = zone.code))
--                   ->  Nested Loop Left Join
--                         ->  Unique
--                               ->  Index Scan using zone_version_id_code_idx on zone
--                                     Index Cond: (version_id = v.version_id)
--                         ->  CTE Scan on in_force rules
--                               Filter: (layer_id = v.rules_layer_id)
--                   ->  Materialize
--                         ->  Seq Scan on zone_code known
--                               Filter: (regulation_id = v.regulation_id)
--     SubPlan 3
--       ->  Aggregate
--             ->  HashAggregate
--                   Group Key: overlay_area.level_code
--                   ->  Index Scan using overlay_area_version_id_feature_no_key on overlay_area
--                         Index Cond: (version_id = v.version_id)

-- holdsDemo
select exists (select from version_in_force($1::date) where is_demo) as "isDemo";
--   Result
--     InitPlan 1 (returns '…')
--       ->  Subquery Scan on version_in_force
--             ->  Sort
--                   Sort Key: p.layer_id
--                   ->  Nested Loop
--                         Join Filter: (l.is_demo OR v.is_demo)
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

-- adminNames
select area.level, area.name,
       array[st_x(spot.point), st_y(spot.point)] as point
from version_in_force($1::date) v
join admin_area area on area.version_id = v.version_id
cross join lateral (select (st_maximuminscribedcircle(st_simplify(area.geom, 0.0005))).center as point) spot
where v.kind = 'admin'
order by area.level, area.name;
--   Sort
--     Sort Key: area.level, area.name
--     ->  Nested Loop
--           Join Filter: (p.version_id = area.version_id)
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
--           ->  Seq Scan on admin_area area

-- adminExtent
select case when box is null then null
            else array[st_xmin(box), st_ymin(box), st_xmax(box), st_ymax(box)] end as extent
from (select st_extent(area.geom) as box
      from version_in_force($1::date) v
      join admin_area area on area.version_id = v.version_id
      where v.kind = 'admin') whole;
--   Subquery Scan on whole
--     ->  Aggregate
--           ->  Nested Loop
--                 Join Filter: (p.version_id = area.version_id)
--                 ->  Nested Loop
--                       ->  Nested Loop
--                             Join Filter: (p.layer_id = l.layer_id)
--                             ->  Subquery Scan on p
--                                   Filter: (p.access_class = '…'::text)
--                                   ->  Unique
--                                         ->  Sort
--                                               Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                               ->  Seq Scan on publication
--                                                     Filter: (valid_from <= '…'::date)
--                             ->  Seq Scan on layer l
--                                   Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                       ->  Index Scan using layer_version_pkey on layer_version v
--                             Index Cond: (version_id = p.version_id)
--                 ->  Seq Scan on admin_area area
