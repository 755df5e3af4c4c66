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

-- blurMoves
update application_move set reason = null
where application_id = $1 and actor = 'public' and reason is not null;
--   Update on application_move
--     ->  Seq Scan on application_move
--           Filter: ((reason IS NOT NULL) AND (application_id = '…'::uuid) AND (actor = '…'::text))
