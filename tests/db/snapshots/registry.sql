-- readLayers
select l.layer_id as "layerId", l.kind, l.theme, l.title, l.abstract, l.producer, l.producer_id as "producerId",
       l.walidata, l.access_class as "accessClass", l.kugi_class as "kugiClass", l.plan_scale as "planScale", l.crs,
       l.update_cycle as "updateCycle", l.legal_basis as "legalBasis", l.licence, l.contact, l.is_demo as "isDemo",
       l.revision, l.created_at as "createdAt", l.changed_at as "changedAt",
       (select count(*)::int from layer_version v where v.layer_id = l.layer_id) as "versionCount",
       case when f.version_id is null then null else jsonb_build_object(
         'versionId', f.version_id, 'validFrom', f.valid_from, 'decree', f.decree, 'accessClass', f.access_class,
         'featureCount', v.feature_count) end as "inForce",
       (select r.release_id from release_item i join release r using (release_id)
        where i.layer_id = l.layer_id and r.state in ('draf', 'diperiksa', 'diajukan', 'disetujui')
        order by r.created_at desc limit 1) as "openReleaseId"
from layer l
left join register_in_force($1::date) f using (layer_id)
left join layer_version v on v.version_id = f.version_id
where $2::text is null or l.layer_id = $3
order by l.title, l.layer_id;
--   Sort
--     Sort Key: l.title
--     InitPlan 19 (returns '…')
--       ->  Result
--     InitPlan 20 (returns '…')
--       ->  Result
--     InitPlan 33 (returns '…')
--       ->  Result
--     ->  Nested Loop Left Join
--           Join Filter: (l.layer_id = p.layer_id)
--           ->  Index Scan using layer_pkey on layer l
--                 Index Cond: (layer_id = '…'::text)
--                 Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--           ->  Nested Loop
--                 ->  Index Scan using layer_pkey on layer l_1
--                       Index Cond: (layer_id = '…'::text)
--                       Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                 ->  Nested Loop Left Join
--                       ->  Subquery Scan on p
--                             Filter: (p.version_id IS NOT NULL)
--                             ->  Unique
--                                   InitPlan 34 (returns '…')
--                                     ->  Result
--                                   ->  Sort
--                                         Sort Key: publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                         ->  Index Scan using publication_layer_id_valid_from_recorded_at_idx on publication
--                                               Index Cond: ((layer_id = '…'::text) AND (valid_from <= '…'::date))
--                                               Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 36)))
--                                               SubPlan 36
--                                                 ->  Index Scan using layer_pkey on layer l_4
--                                                       Index Cond: (layer_id = publication.layer_id)
--                                                       Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                                       InitPlan 35 (returns '…')
--                                                         ->  Result
--                       ->  Index Scan using layer_version_pkey on layer_version v
--                             Index Cond: (version_id = p.version_id)
--                             Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 26))
--                             SubPlan 26
--                               ->  Index Scan using publication_version_id_idx on publication p_2
--                                     Index Cond: (version_id = v.version_id)
--                                     Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 23)))
--                                     InitPlan 21 (returns '…')
--                                       ->  Result
--                                     SubPlan 23
--                                       ->  Index Scan using layer_pkey on layer l_3
--                                             Index Cond: (layer_id = p_2.layer_id)
--                                             Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                             InitPlan 22 (returns '…')
--                                               ->  Result
--           SubPlan 14
--             ->  Aggregate
--                   InitPlan 1 (returns '…')
--                     ->  Result
--                   ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version v_1
--                         Index Cond: (layer_id = l.layer_id)
--                         Filter: ('…' OR acts_for(producer_of(layer_id)) OR (SubPlan 7))
--                         SubPlan 7
--                           ->  Index Scan using publication_version_id_idx on publication p_1
--                                 Index Cond: (version_id = v_1.version_id)
--                                 Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 4)))
--                                 InitPlan 2 (returns '…')
--                                   ->  Result
--                                 SubPlan 4
--                                   ->  Index Scan using layer_pkey on layer l_2
--                                         Index Cond: (layer_id = p_1.layer_id)
--                                         Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                         InitPlan 3 (returns '…')
--                                           ->  Result
--           SubPlan 18
--             ->  Limit
--                   InitPlan 15 (returns '…')
--                     ->  Result
--                   InitPlan 16 (returns '…')
--                     ->  Result
--                   InitPlan 17 (returns '…')
--                     ->  Result
--                   ->  Sort
--                         Sort Key: r.created_at DESC
--                         ->  Nested Loop
--                               Join Filter: (i.release_id = r.release_id)
--                               ->  Seq Scan on release_item i
--                                     Filter: ((layer_id = l.layer_id) AND ('…' OR acts_for(producer_of(layer_id))))
--                               ->  Seq Scan on release r
--                                     Filter: ((state = ANY ('…'::text[])) AND ((created_by = ('…')::text) OR '…' OR release_is_of_producer(release_id)))

-- ownersOf
select layer_id as "layerId", kind, producer_id as "producerId", access_class as "accessClass"
from layer where layer_id = any($1);
--   Seq Scan on layer
--     Filter: (layer_id = ANY ('…'::text[]))

-- wasPublished
select from publication where layer_id = $1 limit 1;
--   Limit
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using publication_layer_id_valid_from_recorded_at_idx on publication
--           Index Cond: (layer_id = '…'::text)
--           Filter: ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 3)))
--           SubPlan 3
--             ->  Index Scan using layer_pkey on layer l
--                   Index Cond: (layer_id = publication.layer_id)
--                   Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                   InitPlan 2 (returns '…')
--                     ->  Result

-- insertLayer
insert into layer (layer_id, kind, theme, title, abstract, producer, producer_id, walidata, access_class, kugi_class,
                   plan_scale, crs, update_cycle, legal_basis, licence, contact, is_demo, created_at, changed_at)
values ($1, $2, $3, $4, $5, $6,
        $7, $8, $9, $10, $11,
        $12, $13, $14, $15, $16, $17,
        $18, $19)
on conflict (layer_id) do nothing returning 1;
--   Insert on layer
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: layer_pkey
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- updateLayer
update layer set title = $1, abstract = $2, producer = $3,
  producer_id = $4, walidata = $5, access_class = $6,
  kugi_class = $7, plan_scale = $8, crs = $9,
  update_cycle = $10, legal_basis = $11, licence = $12,
  contact = $13, revision = revision + 1, changed_at = $14
where layer_id = $15 and revision = $16
returning revision;
--   Update on layer
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using layer_pkey on layer
--           Index Cond: (layer_id = '…'::text)
--           Filter: ((revision = 1) AND acts_for(producer_id) AND ((access_class = '…'::text) OR acts_for(producer_id) OR '…'))

-- readNotices
select n.notice_id::text as "noticeId", n.layer_id as "layerId", n.planning_area as "planningArea",
       n.since::text, n.until::text
from revision_notice n join layer l using (layer_id)
where case when $1::text is null then l.access_class = 'terbuka' else n.layer_id = $2 end
order by n.since desc, n.notice_id desc;
--   Sort
--     Sort Key: n.since DESC, n.notice_id DESC
--     ->  Nested Loop
--           ->  Seq Scan on revision_notice n
--                 Filter: (layer_id = '…'::text)
--           ->  Seq Scan on layer l
--                 Filter: (layer_id = '…'::text)

-- insertNotice
insert into revision_notice (layer_id, planning_area, since, until, noted_by, noted_at)
values ($1, $2, $3, $4, $5, $6)
returning notice_id::text as "noticeId";
--   Insert on revision_notice
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result

-- endNotice
update revision_notice set until = $1, ended_by = $2, ended_at = $3
where notice_id = $4 and layer_id = $5 and since < $6::date
  and (until is null or until > $7::date)
returning notice_id::text as "noticeId", layer_id as "layerId", planning_area as "planningArea", since::text, until::text;
--   Update on revision_notice
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on revision_notice
--           Filter: ('…' AND (since < '…'::date) AND ((until IS NULL) OR (until > '…'::date)) AND (notice_id = '…'::bigint) AND (layer_id = '…'::text))
