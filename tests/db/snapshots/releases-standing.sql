-- standingOf
select l.layer_id as "layerId", l.access_class as "accessClass", f.version_id as "inForce",
       f.access_class as "inForceClass",
       (select min(p.valid_from)::text from publication p
        where p.layer_id = l.layer_id and p.valid_from > $1::date) as "nextDay"
from layer l left join register_in_force($2::date) f using (layer_id)
where l.layer_id = any($3);
--   Nested Loop Left Join
--     Join Filter: (l.layer_id = p.layer_id)
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     ->  Index Scan using layer_pkey on layer l
--           Index Cond: (layer_id = ANY ('…'::text[]))
--           Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--     ->  Hash Join
--           Hash Cond: (l_1.layer_id = p.layer_id)
--           ->  Seq Scan on layer l_1
--                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--           ->  Hash
--                 ->  Subquery Scan on p
--                       Filter: (p.version_id IS NOT NULL)
--                       ->  Unique
--                             ->  Sort
--                                   Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                   ->  Seq Scan on publication
--                                         Filter: (valid_from <= '…'::date)
--     SubPlan 1
--       ->  Aggregate
--             ->  Seq Scan on publication p_1
--                   Filter: ((valid_from > '…'::date) AND (layer_id = l.layer_id))

-- registerKey
select md5(coalesce(string_agg(layer_id || ' ' || version_id || ' ' || access_class, ',' order by layer_id), '')) as key
from register_in_force($1::date);
--   Aggregate
--     ->  Hash Join
--           Hash Cond: (l.layer_id = p.layer_id)
--           ->  Seq Scan on layer l
--           ->  Hash
--                 ->  Subquery Scan on p
--                       Filter: (p.version_id IS NOT NULL)
--                       ->  Unique
--                             ->  Sort
--                                   Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                   ->  Seq Scan on publication
--                                         Filter: (valid_from <= '…'::date)

-- versionsOfLayers
select v.version_id as "versionId",
       exists (select from publication p where p.version_id = v.version_id) as "wasPublic"
from layer_version v
join unnest($1::text[], $2::text[])
  as w(layer_id, version_id) on w.layer_id = v.layer_id and w.version_id = v.version_id;
--   Nested Loop
--     InitPlan 3 (returns '…')
--       ->  Result
--     ->  Function Scan on w
--     ->  Index Only Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--           Index Cond: ((layer_id = w.layer_id) AND (version_id = w.version_id))
--           Filter: ('…' OR acts_for(producer_of(layer_id)) OR (hashed SubPlan 5))
--           SubPlan 5
--             ->  Seq Scan on publication p_1
--                   Filter: (access_class = '…'::text)
--     SubPlan 1
--       ->  Seq Scan on publication p
--             Filter: (version_id = v.version_id)

-- lockApprovals
select pg_advisory_xact_lock(hashtext('one-map-one-data approve'));
--   Result

-- layerBeingPublished
select i.layer_id as "layerId"
from release_item i
join release_item o on o.layer_id = i.layer_id and o.release_id <> i.release_id
join release r on r.release_id = o.release_id and r.state = 'disetujui'
where i.release_id = $1 limit 1;
--   Limit
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Nested Loop
--           ->  Nested Loop
--                 ->  Index Only Scan using release_item_pkey on release_item i
--                       Index Cond: (release_id = '…'::uuid)
--                       Filter: ('…' OR acts_for(producer_of(layer_id)))
--                 ->  Index Scan using release_item_layer_id_idx on release_item o
--                       Index Cond: (layer_id = i.layer_id)
--                       Filter: ((release_id <> i.release_id) AND ('…' OR acts_for(producer_of(layer_id))))
--           ->  Index Scan using release_pkey on release r
--                 Index Cond: (release_id = o.release_id)
--                 Filter: ((state = '…'::text) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
