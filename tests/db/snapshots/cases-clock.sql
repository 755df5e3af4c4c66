-- writeDues
delete from case_due where case_id = $1 and not stage = any($2::text[]);
--   Delete on case_due
--     ->  Index Scan using case_due_pkey on case_due
--           Index Cond: (case_id = '…'::uuid)
--           Filter: (stage <> ALL ('…'::text[]))

-- writeDues
insert into case_due (case_id, stage, since, due_on)
select $1::uuid, * from unnest($2::text[],
       $3::bigint[], $4::date[])
on conflict (case_id, stage) do update set since = excluded.since, due_on = excluded.due_on;
--   Insert on case_due
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: case_due_pkey
--     ->  Function Scan on unnest

-- setDueOn
update violation_case set due_on = $1
where case_id = $2 and due_on is distinct from $3::date returning 1;
--   Update on violation_case
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = '…'::uuid)
--           Filter: (due_on IS DISTINCT FROM '…'::date)

-- escalatedOf
select distinct e.case_id as "caseId" from case_escalation e join case_due d using (case_id, stage, since, due_on)
where e.case_id = any($1::uuid[]);
--   Unique
--     ->  Sort
--           Sort Key: e.case_id
--           ->  Nested Loop
--                 ->  Seq Scan on case_escalation e
--                       Filter: (case_id = ANY ('…'::uuid[]))
--                 ->  Index Scan using case_due_pkey on case_due d
--                       Index Cond: ((case_id = e.case_id) AND (stage = e.stage))
--                       Filter: ((e.since = since) AND (e.due_on = due_on))
