-- publicationsOfLayer
select p.publication_id::text as "publicationId", p.version_id as "versionId", v.label,
       v.feature_count as "featureCount", p.valid_from::text as "validFrom",
       lead(p.valid_from) over (order by p.valid_from, p.recorded_at, p.publication_id)::text as "validUntil",
       p.decree, p.decree_on::text as "decreeOn", p.note, p.access_class as "accessClass",
       p.recorded_at as "recordedAt", i.release_id as "releaseId", r.submitted_by as "submittedBy",
       r.decided_by as "approvedBy", coalesce(f.publication_id = p.publication_id, false) as "isInForce",
       (select u.sha256 from upload u where u.sha256 = v.source_sha256 and u.state = 'stored' limit 1) as "originalSha256",
       a.version_id is not null and l.access_class = 'terbuka' as "isDrawn"
from publication p
join layer l using (layer_id)
left join layer_version v on v.version_id = p.version_id
left join release_item i on i.publication_id = p.publication_id
left join release r on r.release_id = i.release_id
left join tile_archive a on a.version_id = p.version_id
left join register_in_force($1::date) f on f.layer_id = p.layer_id
where p.layer_id = $2
order by p.valid_from desc, p.recorded_at desc, p.publication_id desc;
--   Sort
--     Sort Key: p.valid_from DESC, p.recorded_at DESC, p.publication_id DESC
--     ->  WindowAgg
--           ->  Sort
--                 Sort Key: p.valid_from, p.recorded_at, p.publication_id
--                 ->  Nested Loop Left Join
--                       ->  Nested Loop
--                             ->  Nested Loop Left Join
--                                   Join Filter: (p_1.layer_id = p.layer_id)
--                                   ->  Merge Right Join
--                                         Merge Cond: (v.version_id = p.version_id)
--                                         ->  Index Scan using layer_version_pkey on layer_version v
--                                         ->  Sort
--                                               Sort Key: p.version_id
--                                               ->  Hash Right Join
--                                                     Hash Cond: (a.version_id = p.version_id)
--                                                     ->  Seq Scan on tile_archive a
--                                                     ->  Hash
--                                                           ->  Hash Right Join
--                                                                 Hash Cond: (i.publication_id = p.publication_id)
--                                                                 ->  Seq Scan on release_item i
--                                                                 ->  Hash
--                                                                       ->  Seq Scan on publication p
--                                                                             Filter: (layer_id = '…'::text)
--                                   ->  Nested Loop
--                                         ->  Subquery Scan on p_1
--                                               Filter: (p_1.version_id IS NOT NULL)
--                                               ->  Unique
--                                                     ->  Sort
--                                                           Sort Key: publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                           ->  Seq Scan on publication
--                                                                 Filter: ((valid_from <= '…'::date) AND (layer_id = '…'::text))
--                                         ->  Seq Scan on layer l_1
--                                               Filter: (layer_id = '…'::text)
--                             ->  Seq Scan on layer l
--                                   Filter: (layer_id = '…'::text)
--                       ->  Index Scan using release_pkey on release r
--                             Index Cond: (release_id = i.release_id)
--           SubPlan 1
--             ->  Limit
--                   ->  Seq Scan on upload u
--                         Filter: ((sha256 = v.source_sha256) AND (state = '…'::text))

-- draftsOfLayer
select v.version_id as "versionId", v.label, v.feature_count as "featureCount", v.imported_at as "importedAt",
       (select substr(e.actor, 9) from log_event e
        where e.kind = 'layer.drafted' and e.facts->>'versionId' = v.version_id and e.actor like 'account:%'
        limit 1) as by,
       (select i.release_id from release_item i join release r using (release_id)
        where i.version_id = v.version_id order by r.created_at desc limit 1) as "releaseId"
from layer_version v
where v.layer_id = $1 and not exists (select from publication p where p.version_id = v.version_id)
order by v.imported_at desc;
--   Sort
--     Sort Key: v.imported_at DESC
--     ->  Nested Loop Anti Join
--           Join Filter: (p.version_id = v.version_id)
--           ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--                 Index Cond: (layer_id = '…'::text)
--           ->  Seq Scan on publication p
--           SubPlan 1
--             ->  Limit
--                   ->  Index Scan using log_event_expr_idx on log_event e
--                         Index Cond: ((facts ->> '…'::text) = v.version_id)
--                         Filter: (actor ~~ '…'::text)
--           SubPlan 2
--             ->  Limit
--                   ->  Sort
--                         Sort Key: r.created_at DESC
--                         ->  Hash Join
--                               Hash Cond: (r.release_id = i.release_id)
--                               ->  Seq Scan on release r
--                               ->  Hash
--                                     ->  Seq Scan on release_item i
--                                           Filter: (version_id = v.version_id)

-- titleOf
select layer_id as "layerId", title, kind from layer where layer_id = $1;
--   Seq Scan on layer
--     Filter: (layer_id = '…'::text)

-- originalOf
select u.sha256, u.file_name as "fileName"
from layer_version v join upload u on u.sha256 = v.source_sha256 and u.state = 'stored'
where v.layer_id = $1 and v.version_id = $2
order by u.stored_at limit 1;
--   Limit
--     ->  Sort
--           Sort Key: u.stored_at
--           ->  Nested Loop
--                 Join Filter: (v.source_sha256 = u.sha256)
--                 ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--                       Index Cond: ((layer_id = '…'::text) AND (version_id = '…'::text))
--                 ->  Seq Scan on upload u
--                       Filter: (state = '…'::text)

-- describeVersion
select l.layer_id as "layerId", v.version_id as "versionId", l.title, v.label, v.is_demo as "isDemo"
from layer_version v join layer l using (layer_id)
where v.layer_id = $1 and v.version_id = $2 and l.kind <> 'rules';
--   Nested Loop
--     ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v
--           Index Cond: ((layer_id = '…'::text) AND (version_id = '…'::text))
--     ->  Seq Scan on layer l
--           Filter: ((kind <> '…'::text) AND (layer_id = '…'::text))

-- featureLines
select feature_no as "featureNo", jsonb_build_object(
         'type', 'Feature', 'id', feature_no, 'properties', fields, 'geometry', st_asgeojson(geom, 9)::jsonb)::text as line
from version_features($1) where feature_no > $2
order by feature_no limit $3;
--   Limit
--     ->  Result
--           ->  Sort
--                 Sort Key: "*SELECT* 1".feature_no
--                 ->  Append
--                       ->  Subquery Scan on "*SELECT* 1"
--                             ->  Index Scan using zone_version_id_code_idx on zone z
--                                   Index Cond: (version_id = '…'::text)
--                                   Filter: (feature_no > 0)
--                       ->  Subquery Scan on "*SELECT* 2"
--                             ->  Index Scan using overlay_area_version_id_feature_no_key on overlay_area o
--                                   Index Cond: ((version_id = '…'::text) AND (feature_no > 0))
--                       ->  Subquery Scan on "*SELECT* 3"
--                             ->  Index Scan using parcel_version_id_feature_no_key on parcel p
--                                   Index Cond: ((version_id = '…'::text) AND (feature_no > 0))
--                       ->  Subquery Scan on "*SELECT* 4"
--                             ->  Seq Scan on admin_area a
--                                   Filter: ((feature_no > 0) AND (version_id = '…'::text))
--                       ->  Subquery Scan on "*SELECT* 5"
--                             ->  Index Scan using road_version_id_feature_no_key on road r
--                                   Index Cond: ((version_id = '…'::text) AND (feature_no > 0))
--                       ->  Subquery Scan on "*SELECT* 6"
--                             ->  Seq Scan on utility_line u
--                                   Filter: ((feature_no > 0) AND (version_id = '…'::text))
--                       ->  Subquery Scan on "*SELECT* 7"
--                             ->  Seq Scan on place p_1
--                                   Filter: ((feature_no > 0) AND (version_id = '…'::text))
