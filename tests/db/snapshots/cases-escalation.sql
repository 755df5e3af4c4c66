-- takeOverdue
select d.case_id as "caseId", d.stage, d.since::int as since, d.due_on::text as "dueOn"
from case_due d
where d.due_on < $1::date
  and not exists (select from case_escalation e
                  where e.case_id = d.case_id and e.stage = d.stage and e.since = d.since)
order by d.due_on, d.case_id, d.stage limit $2 for update of d skip locked;
--   Limit
--     ->  LockRows
--           ->  Sort
--                 Sort Key: d.due_on, d.case_id, d.stage
--                 ->  Merge Anti Join
--                       Merge Cond: ((d.case_id = e.case_id) AND (d.stage = e.stage))
--                       Join Filter: (e.since = d.since)
--                       ->  Index Scan using case_due_pkey on case_due d
--                             Filter: (due_on < '…'::date)
--                       ->  Sort
--                             Sort Key: e.case_id, e.stage
--                             ->  Seq Scan on case_escalation e

-- insertEscalations
insert into case_escalation (case_id, stage, since, due_on, at)
select *, $1::timestamptz
from unnest($2::uuid[], $3::text[],
            $4::bigint[], $5::date[])
on conflict do nothing returning escalation_no::int as no;
--   Insert on case_escalation
--     Conflict Resolution: NOTHING
--     ->  Function Scan on unnest

-- toldOf
select a.id as "accountId", a.email, count(*)::int as count
from account a join account_role r on r.account_id = a.id and r.role = $1,
     unnest($2::uuid[]) as case_id
where a.disabled_at is null
  and not case_id in (select cases_closed_to(a.id))
group by a.id, a.email order by a.id;
--   GroupAggregate
--     Group Key: a.id
--     ->  Nested Loop
--           Join Filter: (a.id = r.account_id)
--           ->  Nested Loop
--                 Join Filter: (NOT (SubPlan 1))
--                 ->  Index Scan using account_pkey on account a
--                       Filter: (disabled_at IS NULL)
--                 ->  Function Scan on unnest case_id
--                 SubPlan 1
--                   ->  ProjectSet
--                         ->  Result
--           ->  Materialize
--                 ->  Seq Scan on account_role r
--                       Filter: (role = '…'::text)

-- withoutFocalPoint
select case_id as "caseId" from unnest($1::uuid[]) as case_id
where not exists (select from account a join account_role r on r.account_id = a.id and r.role = 'pejabatPenghubung'
                  where a.disabled_at is null and not case_id in (select cases_closed_to(a.id)));
--   Nested Loop Anti Join
--     Join Filter: (NOT (SubPlan 1))
--     ->  Function Scan on unnest case_id
--     ->  Materialize
--           ->  Nested Loop
--                 Join Filter: (a.id = r.account_id)
--                 ->  Seq Scan on account a
--                       Filter: (disabled_at IS NULL)
--                 ->  Seq Scan on account_role r
--                       Filter: (role = '…'::text)
--     SubPlan 1
--       ->  ProjectSet
--             ->  Result

-- escalationsOf
select stage, due_on::text as "dueOn", at from case_escalation where case_id = $1 order by escalation_no;
--   Sort
--     Sort Key: escalation_no
--     ->  Seq Scan on case_escalation
--           Filter: (case_id = '…'::uuid)
