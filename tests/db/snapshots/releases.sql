-- columns
select 
release_id as "releaseId", kind, title, note, state, revision, created_by as "createdBy", created_at as "createdAt",
submitted_by as "submittedBy", submitted_at as "submittedAt", decided_by as "decidedBy", decided_at as "decidedAt",
published_at as "publishedAt", reason, decree, decree_on::text as "decreeOn", valid_from::text as "validFrom",
approval_note as "approvalNote", hands, acknowledged, warnings,
confirmed_hectares as "confirmedHectares" from release where release_id = $1;
--   Index Scan using release_pkey on release
--     Index Cond: (release_id = '…'::uuid)
--     Filter: ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id))
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result

-- columns
select 
release_id as "releaseId", kind, title, note, state, revision, created_by as "createdBy", created_at as "createdAt",
submitted_by as "submittedBy", submitted_at as "submittedAt", decided_by as "decidedBy", decided_at as "decidedAt",
published_at as "publishedAt", reason, decree, decree_on::text as "decreeOn", valid_from::text as "validFrom",
approval_note as "approvalNote", hands, acknowledged, warnings,
confirmed_hectares as "confirmedHectares" from release where release_id = $1 for update;
--   LockRows
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using release_pkey on release
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))

-- columns
select 
release_id as "releaseId", kind, title, note, state, revision, created_by as "createdBy", created_at as "createdAt",
submitted_by as "submittedBy", submitted_at as "submittedAt", decided_by as "decidedBy", decided_at as "decidedAt",
published_at as "publishedAt", reason, decree, decree_on::text as "decreeOn", valid_from::text as "validFrom",
approval_note as "approvalNote", hands, acknowledged, warnings,
confirmed_hectares as "confirmedHectares" from release r
  where ($1::text is null or state = $2)
    and ($3::text is null
         or exists (select from release_item i where i.release_id = r.release_id and i.layer_id = $4))
    and ($5::uuid is null
         or (created_at, release_id) < (select created_at, release_id from release where release_id = $6))
    and ($7 or created_by = $8
         or (select bool_and(l.producer_id is not distinct from $9) and $10::text is not null
             from release_item i join layer l using (layer_id) where i.release_id = r.release_id))
  order by created_at desc, release_id desc
  limit $11;
--   Limit
--     ->  Sort
--           Sort Key: created_at DESC, release_id DESC
--           ->  Seq Scan on release r

-- findCoverageChange
select st_area(b.coverage::geography) as "beforeM2", st_area(a.coverage::geography) as "afterM2"
from layer_version b, layer_version a
where b.version_id = $1 and a.version_id = $2
  and case when b.coverage is null or a.coverage is null then (b.coverage is null) <> (a.coverage is null)
           else not st_equals(b.coverage, a.coverage) end;
--   Nested Loop
--     Join Filter: CASE WHEN ((b.coverage IS NULL) OR (a.coverage IS NULL)) THEN ((b.coverage IS NULL) <> (a.coverage IS NULL)) ELSE (NOT st_equals(b.coverage, a.coverage)) END
--     ->  Index Scan using layer_version_pkey on layer_version b
--           Index Cond: (version_id = '…'::text)
--     ->  Index Scan using layer_version_pkey on layer_version a
--           Index Cond: (version_id = '…'::text)

-- itemsOf
select i.release_id as "releaseId", i.layer_id as "layerId", l.title as "layerTitle", l.kind, l.theme, l.producer,
       l.producer_id as "producerId", l.plan_scale as "planScale", l.access_class as "accessClass",
       l.is_demo as "isDemo", i.upload_id as "uploadId", u.file_name as "fileName",
       coalesce(u.sha256, v.source_sha256) as sha256, i.reading, i.version_id as "versionId",
       v.feature_count as "featureCount", v.set_aside_count as "setAsideCount", i.blocks, i.warns,
       f.version_id as "inForce", f.access_class as "inForceClass", i.base_publication_id::text as "basePublicationId",
       i.compared_with as "comparedWith", i.loss,
       (select max(publication_id)::text from publication p where p.layer_id = i.layer_id) as "newestPublicationId",
       (select min(p.valid_from)::text from publication p
        where p.layer_id = i.layer_id and p.valid_from > $1::date) as "nextDay"
from release_item i
join layer l using (layer_id)
left join upload u using (upload_id)
left join layer_version v on v.version_id = i.version_id
left join register_in_force($2::date) f on f.layer_id = i.layer_id
where i.release_id = any($3::uuid[])
order by i.release_id, i.position;
--   Sort
--     Sort Key: i.release_id, i."position"
--     InitPlan 14 (returns '…')
--       ->  Result
--     InitPlan 15 (returns '…')
--       ->  Result
--     InitPlan 20 (returns '…')
--       ->  Result
--     InitPlan 21 (returns '…')
--       ->  Result
--     InitPlan 34 (returns '…')
--       ->  Result
--     ->  Nested Loop Left Join
--           ->  Nested Loop Left Join
--                 ->  Nested Loop
--                       ->  Nested Loop Left Join
--                             Join Filter: (p.layer_id = i.layer_id)
--                             ->  Index Scan using release_item_pkey on release_item i
--                                   Index Cond: (release_id = ANY ('…'::uuid[]))
--                                   Filter: ('…' OR acts_for(producer_of(layer_id)))
--                             ->  Nested Loop
--                                   ->  Subquery Scan on p
--                                         Filter: (p.version_id IS NOT NULL)
--                                         ->  Unique
--                                               InitPlan 35 (returns '…')
--                                                 ->  Result
--                                               ->  Sort
--                                                     Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                     ->  Seq Scan on publication
--                                                           Filter: ((valid_from <= '…'::date) AND ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (hashed SubPlan 39))))
--                                                           SubPlan 39
--                                                             ->  Seq Scan on layer l_5
--                                                                   Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                                                   InitPlan 38 (returns '…')
--                                                                     ->  Result
--                                   ->  Index Scan using layer_pkey on layer l_1
--                                         Index Cond: (layer_id = p.layer_id)
--                                         Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                       ->  Index Scan using layer_pkey on layer l
--                             Index Cond: (layer_id = i.layer_id)
--                             Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                 ->  Index Scan using upload_pkey on upload u
--                       Index Cond: (upload_id = i.upload_id)
--                       Filter: ((SubPlan 17) OR (account_id = ('…')::text))
--                       SubPlan 17
--                         ->  Index Scan using release_item_upload_id_idx on release_item i_1
--                               Index Cond: (upload_id = u.upload_id)
--                               Filter: ('…' OR acts_for(producer_of(layer_id)))
--                               InitPlan 16 (returns '…')
--                                 ->  Result
--           ->  Index Scan using layer_version_pkey on layer_version v
--                 Index Cond: (version_id = i.version_id)
--                 Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 27))
--                 SubPlan 27
--                   ->  Index Scan using publication_version_id_idx on publication p_3
--                         Index Cond: (version_id = v.version_id)
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 24)))
--                         InitPlan 22 (returns '…')
--                           ->  Result
--                         SubPlan 24
--                           ->  Index Scan using layer_pkey on layer l_4
--                                 Index Cond: (layer_id = p_3.layer_id)
--                                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                 InitPlan 23 (returns '…')
--                                   ->  Result
--           SubPlan 6
--             ->  Aggregate
--                   InitPlan 1 (returns '…')
--                     ->  Result
--                   ->  Index Scan using publication_layer_id_valid_from_recorded_at_idx on publication p_1
--                         Index Cond: (layer_id = i.layer_id)
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 3)))
--                         SubPlan 3
--                           ->  Index Scan using layer_pkey on layer l_2
--                                 Index Cond: (layer_id = p_1.layer_id)
--                                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                 InitPlan 2 (returns '…')
--                                   ->  Result
--           SubPlan 13
--             ->  Result
--                   InitPlan 7 (returns '…')
--                     ->  Result
--                   InitPlan 12 (returns '…')
--                     ->  Limit
--                           ->  Index Scan Backward using publication_layer_id_valid_from_recorded_at_idx on publication p_2
--                                 Index Cond: ((layer_id = i.layer_id) AND (valid_from IS NOT NULL) AND (valid_from > '…'::date))
--                                 Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 9)))
--                                 SubPlan 9
--                                   ->  Index Scan using layer_pkey on layer l_3
--                                         Index Cond: (layer_id = p_2.layer_id)
--                                         Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                         InitPlan 8 (returns '…')
--                                           ->  Result

-- insertRelease
insert into release (kind, title, note, state, created_by, created_at, hands)
values ($1, $2, $3, $4, $5,
        $6, array[$7])
returning release_id as "releaseId";
--   Insert on release
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Result

-- rememberBase
update release_item i set base_publication_id = (
  select max(publication_id) from publication p where p.layer_id = i.layer_id)
where i.release_id = $1;
--   Update on release_item i
--     InitPlan 13 (returns '…')
--       ->  Result
--     InitPlan 14 (returns '…')
--       ->  Result
--     ->  Index Scan using release_item_pkey on release_item i
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ('…' OR acts_for(producer_of(layer_id))))
--           SubPlan 6
--             ->  Aggregate
--                   InitPlan 1 (returns '…')
--                     ->  Result
--                   ->  Index Scan using publication_layer_id_valid_from_recorded_at_idx on publication p
--                         Index Cond: (layer_id = i.layer_id)
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 3)))
--                         SubPlan 3
--                           ->  Index Scan using layer_pkey on layer l
--                                 Index Cond: (layer_id = p.layer_id)
--                                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                 InitPlan 2 (returns '…')
--                                   ->  Result
--     SubPlan 9
--       ->  Index Scan using release_pkey on release r
--             Index Cond: (release_id = i.release_id)
--             Filter: ((state <> ALL ('…'::text[])) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
--             InitPlan 7 (returns '…')
--               ->  Result
--             InitPlan 8 (returns '…')
--               ->  Result

-- renameRelease
update release set title = $1, note = $2, revision = revision + 1 where release_id = $3;
--   Update on release
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Index Scan using release_pkey on release
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))

-- setDraft
update release set state = 'draf', revision = revision + 1, submitted_by = null, submitted_at = null,
  decided_by = null, decided_at = null, reason = null, decree = null, decree_on = null, valid_from = null,
  approval_note = null, acknowledged = '{}', confirmed_hectares = null
where release_id = $1;
--   Update on release
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Index Scan using release_pkey on release
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))

-- setDraft
update release_item set base_publication_id = null, findings = null, blocks = null, warns = null, compared_with = null,
  loss = null
where release_id = $1;
--   Update on release_item
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     ->  Index Scan using release_item_pkey on release_item
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ('…' OR acts_for(producer_of(layer_id))))
--     SubPlan 3
--       ->  Index Scan using release_pkey on release r
--             Index Cond: (release_id = release_item.release_id)
--             Filter: ((state <> ALL ('…'::text[])) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
--             InitPlan 1 (returns '…')
--               ->  Result
--             InitPlan 2 (returns '…')
--               ->  Result

-- setDraft
update release_item set version_id = null where release_id = $1 and upload_id is not null;
--   Update on release_item
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     ->  Index Scan using release_item_pkey on release_item
--           Index Cond: (release_id = '…'::uuid)
--           Filter: ((upload_id IS NOT NULL) AND keeps_release(release_id) AND ('…' OR acts_for(producer_of(layer_id))))
--     SubPlan 3
--       ->  Index Scan using release_pkey on release r
--             Index Cond: (release_id = release_item.release_id)
--             Filter: ((state <> ALL ('…'::text[])) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
--             InitPlan 1 (returns '…')
--               ->  Result
--             InitPlan 2 (returns '…')
--               ->  Result

-- setChecked
update release set state = 'diperiksa', revision = revision + 1 where release_id = $1;
--   Update on release
--     ->  Seq Scan on release
--           Filter: (release_id = '…'::uuid)

-- setSubmitted
update release set state = 'diajukan', revision = revision + 1, submitted_by = $1, submitted_at = $2,
  hands = array(select unnest(hands) union select $3)
where release_id = $4;
--   Update on release
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     ->  Index Scan using release_pkey on release
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))
--           SubPlan 1
--             ->  HashAggregate
--                   Group Key: (unnest(release.hands))
--                   ->  Append
--                         ->  ProjectSet
--                               ->  Result
--                         ->  Result

-- setApproved
update release set state = 'disetujui', revision = revision + 1, decided_by = $1, decided_at = $2,
  decree = $3, decree_on = $4, valid_from = $5, approval_note = $6,
  acknowledged = $7, confirmed_hectares = $8
where release_id = $9;
--   Update on release
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Index Scan using release_pkey on release
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))

-- setWaiting
update release set state = 'diajukan', revision = revision + 1, decided_by = null, decided_at = null, decree = null,
  decree_on = null, valid_from = null, approval_note = null, acknowledged = '{}', confirmed_hectares = null
where release_id = $1;
--   Update on release
--     ->  Seq Scan on release
--           Filter: (release_id = '…'::uuid)

-- setEnded
update release set state = $1, revision = revision + 1, decided_by = $2, decided_at = $3,
  reason = $4
where release_id = $5;
--   Update on release
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Index Scan using release_pkey on release
--           Index Cond: (release_id = '…'::uuid)
--           Filter: (keeps_release(release_id) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))

-- setPublished
update release set state = 'terbit', revision = revision + 1, published_at = $1,
  warnings = $2
where release_id = $3;
--   Update on release
--     ->  Seq Scan on release
--           Filter: (release_id = '…'::uuid)

-- setPublished
update release_item set publication_id = $1::bigint
where release_id = $2 and layer_id = $3;
--   Update on release_item
--     ->  Seq Scan on release_item
--           Filter: ((release_id = '…'::uuid) AND (layer_id = '…'::text))
