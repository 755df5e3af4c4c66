-- insertCase
insert into correction (ticket, secret_hash, layer_id, version_id, row_key, row_rule, row_said, is_shape, place, area_name,
                        asked_on, message, opened_at)
select 'DK-' || $1 || '-' || lpad(n::text, greatest(5, length(n::text)), '0'), $2,
        $3, $4, $5, $6, $7, $8,
        st_setsrid(st_makepoint($9, $10), 4326), $11, $12::date,
        $13, $14
from nextval('correction_ticket') n
returning correction_id as "correctionId", ticket;
--   Insert on correction
--     ->  Function Scan on nextval n

-- insertContact
insert into correction_contact (correction_id, sealed) values ($1, $2);
--   Insert on correction_contact
--     ->  Result

-- findContact
select sealed from correction_contact where correction_id = $1;
--   Seq Scan on correction_contact
--     Filter: ('…' AND (correction_id = '…'::uuid))
--     InitPlan 1 (returns '…')
--       ->  Result

-- columns
select 
c.correction_id as "correctionId", c.ticket, c.secret_hash as "secretHash", c.layer_id as "layerId",
producer_of(c.layer_id) as "producerId", c.row_said as row, st_x(c.place) as lng, st_y(c.place) as lat,
c.area_name as "areaName", c.asked_on::text as "askedOn", c.message, c.state, c.revision, c.opened_at as "openedAt",
exists (select from correction_contact k where k.correction_id = c.correction_id and k.sealed is not null) as "hasContact" from correction c where c.ticket = $1;
--   Seq Scan on correction c
--     Filter: (ticket = '…'::text)
--     SubPlan 1
--       ->  Seq Scan on correction_contact k
--             Filter: ((sealed IS NOT NULL) AND (correction_id = c.correction_id))

-- columns
select 
c.correction_id as "correctionId", c.ticket, c.secret_hash as "secretHash", c.layer_id as "layerId",
producer_of(c.layer_id) as "producerId", c.row_said as row, st_x(c.place) as lng, st_y(c.place) as lat,
c.area_name as "areaName", c.asked_on::text as "askedOn", c.message, c.state, c.revision, c.opened_at as "openedAt",
exists (select from correction_contact k where k.correction_id = c.correction_id and k.sealed is not null) as "hasContact" from correction c
  where ($1::text is null or c.state = $2)
    and ($3::text is null or c.layer_id = $4)
    and ($5::text is null or producer_of(c.layer_id) = $6)
    and ($7::text is null
         or position(lower($8) in lower(concat_ws(' ', c.ticket, c.area_name, c.row_key, c.message))) > 0)
    and ($9::uuid is null
         or (c.opened_at, c.correction_id)
            < (select opened_at, correction_id from correction where correction_id = $10))
  order by c.opened_at desc, c.correction_id desc
  limit $11;
--   Limit
--     InitPlan 5 (returns '…')
--       ->  Result
--     ->  Result
--           ->  Sort
--                 Sort Key: c.opened_at DESC, c.correction_id DESC
--                 ->  Seq Scan on correction c
--                       Filter: ((answers_corrections(layer_id) OR '…') AND (POSITION(('…'::text) IN (lower(concat_ws('…'::text, ticket, area_name, row_key, message)))) > 0))
--           SubPlan 4
--             ->  Seq Scan on correction_contact k
--                   Filter: ('…' AND (sealed IS NOT NULL))
--                   InitPlan 3 (returns '…')
--                     ->  Result

-- columns
select 
c.correction_id as "correctionId", c.ticket, c.secret_hash as "secretHash", c.layer_id as "layerId",
producer_of(c.layer_id) as "producerId", c.row_said as row, st_x(c.place) as lng, st_y(c.place) as lat,
c.area_name as "areaName", c.asked_on::text as "askedOn", c.message, c.state, c.revision, c.opened_at as "openedAt",
exists (select from correction_contact k where k.correction_id = c.correction_id and k.sealed is not null) as "hasContact" from correction c where c.correction_id = $1;
--   Seq Scan on correction c
--     Filter: (correction_id = '…'::uuid)
--     SubPlan 2
--       ->  Seq Scan on correction_contact k
--             Filter: (sealed IS NOT NULL)

-- lockCase
select revision from correction where correction_id = $1 for update;
--   LockRows
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using correction_pkey on correction
--           Index Cond: (correction_id = '…'::uuid)
--           Filter: (answers_corrections(layer_id) AND (answers_corrections(layer_id) OR '…'))

-- answersOf
select a.outcome, a.note_id as "noteId", a.note_en as "noteEn", a.mended_version as "mendedVersionId",
       p.valid_from::text as "mendedFrom", p.decree as "mendedDecree", a.answered_by as "answeredBy",
       (select name from account where id::text = a.answered_by) as "answererName", a.answered_at as "answeredAt"
from correction_answer a
left join lateral (select valid_from, decree from publication where version_id = a.mended_version
                   order by publication_id limit 1) p on true
where a.correction_id = $1
order by a.answer_no desc;
--   Sort
--     Sort Key: a.answer_no DESC
--     ->  Nested Loop Left Join
--           ->  Seq Scan on correction_answer a
--                 Filter: (correction_id = '…'::uuid)
--           ->  Limit
--                 ->  Sort
--                       Sort Key: publication.publication_id
--                       ->  Seq Scan on publication
--                             Filter: (version_id = a.mended_version)
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: ((id)::text = a.answered_by)

-- insertAnswer
insert into correction_answer (correction_id, answer_no, outcome, note_id, note_en, mended_version, answered_by, answered_at)
select $1, coalesce(max(answer_no), 0) + 1, $2, $3, $4,
       $5, $6, $7
from correction_answer where correction_id = $8;
--   Insert on correction_answer
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Subquery Scan on "*SELECT*"
--           ->  Aggregate
--                 ->  Seq Scan on correction_answer correction_answer_1
--                       Filter: ((correction_id = '…'::uuid) AND (SubPlan 7))
--                       SubPlan 7
--                         ->  Index Scan using correction_pkey on correction c_1
--                               Index Cond: (correction_id = correction_answer_1.correction_id)
--                               Filter: (answers_corrections(layer_id) OR '…')
--                               InitPlan 6 (returns '…')
--                                 ->  Result
--     SubPlan 3
--       ->  Index Scan using correction_pkey on correction c
--             Index Cond: (correction_id = correction_answer.correction_id)
--             Filter: (answers_corrections(layer_id) OR '…')
--             InitPlan 2 (returns '…')
--               ->  Result

-- insertAnswer
update correction set state = $1, revision = revision + 1 where correction_id = $2;
--   Update on correction
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using correction_pkey on correction
--           Index Cond: (correction_id = '…'::uuid)
--           Filter: (answers_corrections(layer_id) AND (answers_corrections(layer_id) OR '…'))

-- publishedVersions
select version_id as "versionId", valid_from::text as "validFrom", decree
from (select distinct on (version_id) version_id, valid_from, decree, publication_id
      from publication
      where layer_id = $1 and version_id is not null and access_class = 'terbuka'
      order by version_id, publication_id desc) p
order by publication_id desc
limit 50;
--   Limit
--     ->  Sort
--           Sort Key: p.publication_id DESC
--           ->  Subquery Scan on p
--                 ->  Unique
--                       InitPlan 1 (returns '…')
--                         ->  Result
--                       ->  Sort
--                             Sort Key: publication.version_id, publication.publication_id DESC
--                             ->  Index Scan using publication_layer_id_valid_from_recorded_at_idx on publication
--                                   Index Cond: (layer_id = '…'::text)
--                                   Filter: ((version_id IS NOT NULL) AND (access_class = '…'::text) AND ('…' OR acts_for(producer_of(layer_id)) OR ((access_class = '…'::text) AND (SubPlan 3))))
--                                   SubPlan 3
--                                     ->  Index Scan using layer_pkey on layer l
--                                           Index Cond: (layer_id = publication.layer_id)
--                                           Filter: ((access_class = '…'::text) OR acts_for(producer_id) OR '…')
--                                           InitPlan 2 (returns '…')
--                                             ->  Result

-- readRemarks
select planning_area as "planningArea", since::text, until::text
from revision_notice where layer_id = $1 order by since desc, notice_id desc;
--   Sort
--     Sort Key: ((since)::text) DESC, notice_id DESC
--     ->  Seq Scan on revision_notice
--           Filter: (layer_id = '…'::text)

-- readRemarks
select c.ticket, c.row_key as "rowKey", c.row_rule as rule, a.outcome,
       jsonb_build_object('versionId', c.version_id, 'validFrom', c.row_said -> 'validFrom', 'decree', c.row_said -> 'decree')
         as version,
       case when a.mended_version is not null then
         jsonb_build_object('versionId', a.mended_version, 'validFrom', p.valid_from, 'decree', p.decree) end as mended,
       jsonb_build_object('id', a.note_id, 'en', a.note_en) as note,
       (a.answered_at at time zone $1)::date::text as "answeredOn",
       case when c.is_shape then coalesce(
         (select array_agg(feature_no) from zone where version_id = $2 and st_intersects(geom, c.place)),
         (select array_agg(feature_no) from overlay_area where version_id = $3 and st_intersects(geom, c.place)))
         end as "featureNos"
from correction c
join lateral (select * from correction_answer where correction_id = c.correction_id order by answer_no desc limit 1) a on true
left join lateral (select valid_from, decree from publication where version_id = a.mended_version
                   order by publication_id limit 1) p on true
where c.layer_id = $4 and c.state <> 'baru'
order by c.opened_at desc, c.correction_id
limit 2000;
--   Limit
--     ->  Result
--           ->  Sort
--                 Sort Key: c.opened_at DESC, c.correction_id
--                 ->  Nested Loop Left Join
--                       ->  Nested Loop
--                             ->  Seq Scan on correction c
--                                   Filter: ((state <> '…'::text) AND (layer_id = '…'::text))
--                             ->  Limit
--                                   ->  Sort
--                                         Sort Key: correction_answer.answer_no DESC
--                                         ->  Seq Scan on correction_answer
--                                               Filter: (correction_id = c.correction_id)
--                       ->  Limit
--                             ->  Sort
--                                   Sort Key: publication.publication_id
--                                   ->  Seq Scan on publication
--                                         Filter: (version_id = correction_answer.mended_version)
--           SubPlan 1
--             ->  Aggregate
--                   ->  Index Scan using zone_geom_idx on zone
--                         Index Cond: (geom && c.place)
--                         Filter: ((version_id = '…'::text) AND st_intersects(geom, c.place))
--           SubPlan 2
--             ->  Aggregate
--                   ->  Index Scan using overlay_area_geom_idx on overlay_area
--                         Index Cond: (geom && c.place)
--                         Filter: ((version_id = '…'::text) AND st_intersects(geom, c.place))
