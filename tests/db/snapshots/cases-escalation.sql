-- takeOverdue
select d.case_id as "caseId", d.stage, d.since::int as since, d.due_on::text as "dueOn"
from case_due d
where d.due_on < $1::date
  and not exists (select from case_escalation e
                  where e.case_id = d.case_id and e.stage = d.stage and e.since = d.since and e.due_on = d.due_on)
order by d.due_on, d.case_id, d.stage limit $2 for update of d skip locked;
--   Limit
--     ->  LockRows
--           ->  Merge Anti Join
--                 Merge Cond: ((d.due_on = e.due_on) AND (d.case_id = e.case_id) AND (d.stage = e.stage) AND (d.since = e.since))
--                 ->  Sort
--                       Sort Key: d.due_on, d.case_id, d.stage, d.since
--                       ->  Seq Scan on case_due d
--                             Filter: (due_on < '…'::date)
--                 ->  Sort
--                       Sort Key: e.due_on, e.case_id, e.stage, e.since
--                       ->  Seq Scan on case_escalation e

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
  and not case_id in (select cases_about(a.id))
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
                  where a.disabled_at is null and not case_id in (select cases_about(a.id)));
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

-- takeDueSoon
select d.case_id as "caseId", d.stage, d.since::int as since, d.due_on::text as "dueOn"
from case_due d
where d.due_on between $1::date and $2::date
  and not exists (select from case_reminder r
                  where r.case_id = d.case_id and r.stage = d.stage and r.since = d.since and r.due_on = d.due_on)
order by d.due_on, d.case_id, d.stage limit $3 for update of d skip locked;
--   Limit
--     ->  LockRows
--           ->  Sort
--                 Sort Key: d.due_on, d.case_id, d.stage
--                 ->  Nested Loop Anti Join
--                       Join Filter: ((r.case_id = d.case_id) AND (r.stage = d.stage) AND (r.since = d.since) AND (r.due_on = d.due_on))
--                       ->  Index Scan using case_due_due_on_idx on case_due d
--                             Index Cond: ((due_on >= '…'::date) AND (due_on <= '…'::date))
--                       ->  Seq Scan on case_reminder r

-- insertReminders
insert into case_reminder (case_id, stage, since, due_on, at)
select *, $1::timestamptz
from unnest($2::uuid[], $3::text[],
            $4::bigint[], $5::date[])
on conflict do nothing returning reminder_no::int as no;
--   Insert on case_reminder
--     Conflict Resolution: NOTHING
--     ->  Function Scan on unnest

-- workersOf
with asked as (
  select v.case_id, v.officer_id, v.unit_id,
         s.stage in ('review', 'objection') or (v.is_withheld and v.unit_id is null) as is_superiors
  from unnest($1::uuid[], $2::text[]) as s(case_id, stage)
       join violation_case v using (case_id)),
worker as (
  select k.case_id, a.id, a.email
  from asked k join account a on a.disabled_at is null
  where case
          when k.is_superiors
            then exists (select from account_role r where r.account_id = a.id and r.role = 'pejabatPenghubung')
          when exists (select from account o where o.id = k.officer_id and o.disabled_at is null)
            then a.id = k.officer_id
          when k.unit_id is not null
            then exists (select from work_unit_member m where m.unit_id = k.unit_id and m.account_id = a.id)
          else exists (select from account_role r where r.account_id = a.id and r.role = 'petugasLayanan')
        end)
select w.id as "accountId", w.email, count(distinct w.case_id)::int as count
from worker w
where not w.case_id in (select cases_closed_to(w.id))
group by w.id, w.email order by w.id;
--   GroupAggregate
--     Group Key: a.id
--     ->  Sort
--           Sort Key: a.id
--           ->  Nested Loop
--                 Join Filter: ((NOT (SubPlan 9)) AND CASE WHEN ((s.stage = ANY ('…'::text[])) OR (v.is_withheld AND (v.unit_id IS NULL))) THEN (hashed SubPlan 2) WHEN (hashed SubPlan 4) THEN (a.id = v.officer_id) WHEN (v.unit_id IS NOT NULL) THEN (hashed SubPlan 6) ELSE (hashed SubPlan 8) END)
--                 ->  Seq Scan on account a
--                       Filter: (disabled_at IS NULL)
--                 ->  Nested Loop
--                       ->  Function Scan on s
--                       ->  Index Scan using violation_case_pkey on violation_case v
--                             Index Cond: (case_id = s.case_id)
--                 SubPlan 9
--                   ->  ProjectSet
--                         ->  Result
--                 SubPlan 2
--                   ->  Seq Scan on account_role r
--                         Filter: (role = '…'::text)
--                 SubPlan 4
--                   ->  Seq Scan on account o
--                         Filter: (disabled_at IS NULL)
--                 SubPlan 6
--                   ->  Seq Scan on work_unit_member m
--                 SubPlan 8
--                   ->  Seq Scan on account_role r_1
--                         Filter: (role = '…'::text)
