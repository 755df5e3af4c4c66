-- factsAtPoint
select kind, fact::text
from facts_at_point($1, $2, $3::date, null, $4, $5, $6, $7,
                    $8);
--   Function Scan on facts_at_point

-- factsInPolygon
select kind, fact::text
from facts_in_polygon(st_setsrid(st_geomfromgeojson($1), 4326), $2::date, null,
                      $3, $4);
--   Function Scan on facts_in_polygon

-- measurePolygon
with place as (select st_setsrid(st_geomfromgeojson($1), 4326) as geom),
     checked as (select geom, st_isvaliddetail(geom) as detail from place)
select (detail).valid, (detail).reason, st_x((detail).location) as lng, st_y((detail).location) as lat,
       case when (detail).valid then st_area(geom::geography) else 0 end as area_m2
from checked;
--   Result

-- countGroundsOfNumber
select count(distinct geom)::int as count from parcel
where nib = $1
  and version_id in (select version_id from version_in_force($2::date) where kind = 'parcel');
--   Aggregate
--     ->  Nested Loop Semi Join
--           Join Filter: (parcel.version_id = p.version_id)
--           ->  Index Scan using parcel_nib_idx on parcel
--                 Index Cond: (nib = '…'::text)
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

-- factsInParcel
select f.kind, f.fact::text
from (select geom from parcel
      where nib = $1
        and version_id in (select version_id from version_in_force($2::date) where kind = 'parcel')
      order by feature_no
      limit 1) p
cross join lateral facts_in_polygon(p.geom, $3::date, null, $4, $5) f;
--   Nested Loop
--     ->  Limit
--           ->  Sort
--                 Sort Key: parcel.feature_no
--                 ->  Nested Loop Semi Join
--                       Join Filter: (parcel.version_id = p.version_id)
--                       ->  Index Scan using parcel_nib_idx on parcel
--                             Index Cond: (nib = '…'::text)
--                       ->  Nested Loop
--                             ->  Nested Loop
--                                   Join Filter: (p.layer_id = l.layer_id)
--                                   ->  Subquery Scan on p
--                                         Filter: (p.access_class = '…'::text)
--                                         ->  Unique
--                                               ->  Sort
--                                                     Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                     ->  Seq Scan on publication
--                                                           Filter: (valid_from <= '…'::date)
--                                   ->  Seq Scan on layer l
--                                         Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                             ->  Index Scan using layer_version_pkey on layer_version v
--                                   Index Cond: (version_id = p.version_id)
--     ->  Function Scan on facts_in_polygon f

-- versionsInForce
select to_jsonb(f) || jsonb_build_object('title', l.title, 'plan_scale', l.plan_scale, 'imported_at', v.imported_at,
                                         'special_fields', v.special_fields, 'covers', true,
                                         'remark_revision', l.remark_revision) as fact
from version_in_force($1::date) f
join layer l using (layer_id)
join layer_version v on v.version_id = f.version_id;
--   Nested Loop
--     ->  Hash Join
--           Hash Cond: (l.layer_id = f.layer_id)
--           ->  Seq Scan on layer l
--           ->  Hash
--                 ->  Subquery Scan on f
--                       ->  Sort
--                             Sort Key: p.layer_id
--                             ->  Nested Loop
--                                   ->  Hash Join
--                                         Hash Cond: (l_1.layer_id = p.layer_id)
--                                         ->  Seq Scan on layer l_1
--                                               Filter: (access_class = '…'::text)
--                                         ->  Hash
--                                               ->  Subquery Scan on p
--                                                     Filter: (p.access_class = '…'::text)
--                                                     ->  Unique
--                                                           ->  Sort
--                                                                 Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                                 ->  Seq Scan on publication
--                                                                       Filter: (valid_from <= '…'::date)
--                                   ->  Index Scan using layer_version_pkey on layer_version v_1
--                                         Index Cond: (version_id = p.version_id)
--     ->  Index Scan using layer_version_pkey on layer_version v
--           Index Cond: (version_id = f.version_id)
