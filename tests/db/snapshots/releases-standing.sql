-- standingOf
select l.layer_id as "layerId", l.access_class as "accessClass", f.version_id as "inForce",
       f.access_class as "inForceClass",
       (select min(p.valid_from)::text from publication p
        where p.layer_id = l.layer_id and p.valid_from > $1::date) as "nextDay"
from layer l left join register_in_force($2::date) f using (layer_id)
where l.layer_id = any($3);
--   Merge Right Join
--     Merge Cond: (p.layer_id = l.layer_id)
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     ->  Nested Loop
--           ->  Subquery Scan on p
--                 Filter: (p.version_id IS NOT NULL)
--                 ->  Unique
--                       InitPlan 10 (returns '…')
--                         ->  Result
--                       ->  Sort
--                             Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                             ->  Seq Scan on publication
--                                   Filter: ((valid_from <= '…'::date) AND ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (hashed SubPlan 14))))
--                                   SubPlan 14
--                                     ->  Seq Scan on layer l_3
--                                           Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                           InitPlan 13 (returns '…')
--                                             ->  Result
--           ->  Index Scan using layer_pkey on layer l_1
--                 Index Cond: (layer_id = p.layer_id)
--                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--     ->  Index Scan using layer_pkey on layer l
--           Index Cond: (layer_id = ANY ('…'::text[]))
--           Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--     SubPlan 7
--       ->  Result
--             InitPlan 1 (returns '…')
--               ->  Result
--             InitPlan 6 (returns '…')
--               ->  Limit
--                     ->  Index Scan Backward using publication_layer_id_valid_from_recorded_at_idx on publication p_1
--                           Index Cond: ((layer_id = l.layer_id) AND (valid_from IS NOT NULL) AND (valid_from > '…'::date))
--                           Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 3)))
--                           SubPlan 3
--                             ->  Index Scan using layer_pkey on layer l_2
--                                   Index Cond: (layer_id = p_1.layer_id)
--                                   Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                   InitPlan 2 (returns '…')
--                                     ->  Result

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
--     InitPlan 13 (returns '…')
--       ->  Result
--     ->  Function Scan on w
--     ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--           Index Cond: ((layer_id = w.layer_id) AND (version_id = w.version_id))
--           Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 19))
--           SubPlan 19
--             ->  Index Scan using publication_version_id_idx on publication p_1
--                   Index Cond: (version_id = v.version_id)
--                   Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 16)))
--                   InitPlan 14 (returns '…')
--                     ->  Result
--                   SubPlan 16
--                     ->  Index Scan using layer_pkey on layer l_1
--                           Index Cond: (layer_id = p_1.layer_id)
--                           Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                           InitPlan 15 (returns '…')
--                             ->  Result
--     SubPlan 6
--       ->  Index Scan using publication_version_id_idx on publication p
--             Index Cond: (version_id = v.version_id)
--             Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 3)))
--             InitPlan 1 (returns '…')
--               ->  Result
--             SubPlan 3
--               ->  Index Scan using layer_pkey on layer l
--                     Index Cond: (layer_id = p.layer_id)
--                     Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                     InitPlan 2 (returns '…')
--                       ->  Result

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
--                 ->  Index Scan using release_state_idx on release r
--                       Index Cond: (state = '…'::text)
--                       Filter: ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id))
--                 ->  Index Scan using release_item_pkey on release_item o
--                       Index Cond: (release_id = r.release_id)
--                       Filter: ('…' OR acts_for(producer_of(layer_id)))
--           ->  Index Scan using release_item_layer_id_idx on release_item i
--                 Index Cond: (layer_id = o.layer_id)
--                 Filter: ((release_id = '…'::uuid) AND (o.release_id <> release_id) AND ('…' OR acts_for(producer_of(layer_id))))
