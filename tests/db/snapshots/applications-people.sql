-- readSealed
select sealed from application_person where application_id = $1;
--   Seq Scan on application_person
--     Filter: (application_id = '…'::uuid)

-- setSealed
insert into application_person (application_id, sealed) values ($1, $2)
on conflict (application_id) do update set sealed = excluded.sealed;
--   Insert on application_person
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: application_person_pkey
--     ->  Result

-- forgetSealed
update application_person set sealed = null where application_id = $1 and sealed is not null;
--   Update on application_person
--     ->  Seq Scan on application_person
--           Filter: ((sealed IS NOT NULL) AND (application_id = '…'::uuid))

-- endedWithPerson
select a.application_id as id from application a join application_person p using (application_id)
where a.ended_at < $1 and a.state <> 'terbit' and p.sealed is not null order by a.ended_at limit 1000;
--   Limit
--     ->  Nested Loop
--           ->  Index Scan using application_ended_at_idx on application a
--                 Index Cond: (ended_at < '…'::timestamp with time zone)
--                 Filter: (state <> '…'::text)
--           ->  Index Scan using application_person_pkey on application_person p
--                 Index Cond: (application_id = a.application_id)
--                 Filter: (sealed IS NOT NULL)

-- blurMoves
update application_move set reason = null, actor = 'public'
where application_id = $1 and step = any($2::text[]);
--   Update on application_move
--     ->  Seq Scan on application_move
--           Filter: ((application_id = '…'::uuid) AND (step = ANY ('…'::text[])))

-- forgetHolder
update application set account_id = null, revision = revision + 1
where application_id = $1 returning document_id as "documentId";
--   Update on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)

-- namedApplications
select application_id as id from application_person
where sealed is not null and ($1::uuid is null or application_id > $2)
order by application_id limit $3;
--   Limit
--     ->  Index Scan using application_person_pkey on application_person
--           Filter: (sealed IS NOT NULL)

-- abandonedDrafts
select application_id as id from application
where state = 'draf' and submitted_at is null and created_at < $1 order by created_at limit 1000;
--   Limit
--     ->  Sort
--           Sort Key: created_at
--           ->  Seq Scan on application
--                 Filter: ((submitted_at IS NULL) AND (created_at < '…'::timestamp with time zone) AND (state = '…'::text))

-- deleteApplication
delete from application where application_id = $1;
--   Delete on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)
