-- listLahp
select l.lahp_id as "lahpId", l.number, l.dated_on::text as "datedOn", l.received_on::text as "receivedOn", l.action,
       l.due_on::text as "dueOn", l.case_id as "caseId", v.ticket,
       v.kelurahan_code as "kelurahanCode", l.evidence, l.done_on::text as "doneOn", l.revision
from lahp l left join violation_case v using (case_id)
order by l.done_on is not null, case when l.done_on is null then l.due_on end, l.done_on desc, l.number;
--   Sort
--     Sort Key: ((l.done_on IS NOT NULL)), (CASE WHEN (l.done_on IS NULL) THEN l.due_on ELSE NULL::date END), l.done_on DESC, l.number
--     ->  Nested Loop Left Join
--           ->  Seq Scan on lahp l
--           ->  Index Scan using violation_case_pkey on violation_case v
--                 Index Cond: (case_id = l.case_id)

-- insertLahp
insert into lahp (lahp_id, number, dated_on, received_on, action, due_on, case_id, evidence, done_on, kept_at)
values ($1, $2, $3, $4, $5, $6,
        $7, $8, $9, $10)
on conflict (lahp_id) do nothing returning 1;
--   Insert on lahp
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: lahp_pkey
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- updateLahp
update lahp set number = $1, dated_on = $2, received_on = $3,
       action = $4, due_on = $5, case_id = $6, evidence = $7,
       done_on = $8, kept_at = $9, revision = revision + 1
where lahp_id = $10 and revision = $11 returning 1;
--   Update on lahp
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on lahp
--           Filter: ('…' AND (lahp_id = '…'::uuid) AND (revision = 1))
