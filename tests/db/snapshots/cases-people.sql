-- unitColumns
select 
u.unit_id as "unitId", u.name, u.kind, u.revision, u.closed_at is not null as "isGone",
coalesce((select jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.name, 'isGone', a.disabled_at is not null)
                           order by a.name, a.id)
          from work_unit_member m join account a on a.id = m.account_id where m.unit_id = u.unit_id), '[]') as members,
(select count(*)::int from violation_case v where v.unit_id = u.unit_id and v.ended_at is null
   and true) as "openCases" from work_unit u where u.unit_id = $1;
--   Seq Scan on work_unit u
--     Filter: (unit_id = '…'::uuid)
--     SubPlan 1
--       ->  Aggregate
--             ->  Hash Join
--                   Hash Cond: (a.id = m.account_id)
--                   ->  Seq Scan on account a
--                   ->  Hash
--                         ->  Seq Scan on work_unit_member m
--                               Filter: (unit_id = u.unit_id)
--     SubPlan 2
--       ->  Aggregate
--             ->  Index Scan using violation_case_unit_id_idx on violation_case v
--                   Index Cond: (unit_id = u.unit_id)

-- unitColumns
select 
u.unit_id as "unitId", u.name, u.kind, u.revision, u.closed_at is not null as "isGone",
coalesce((select jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.name, 'isGone', a.disabled_at is not null)
                           order by a.name, a.id)
          from work_unit_member m join account a on a.id = m.account_id where m.unit_id = u.unit_id), '[]') as members,
(select count(*)::int from violation_case v where v.unit_id = u.unit_id and v.ended_at is null
   and
($1::text is null or v.kelurahan_code = $2)
and not v.case_id in (select cases_closed_to($3::uuid))) as "openCases" from work_unit u order by u.closed_at is not null, u.name;
--   Sort
--     Sort Key: ((u.closed_at IS NOT NULL)), u.name
--     ->  Seq Scan on work_unit u
--           SubPlan 1
--             ->  Aggregate
--                   ->  Hash Join
--                         Hash Cond: (a.id = m.account_id)
--                         ->  Seq Scan on account a
--                         ->  Hash
--                               ->  Index Scan using work_unit_member_pkey on work_unit_member m
--                                     Index Cond: (unit_id = u.unit_id)
--           SubPlan 3
--             ->  Aggregate
--                   ->  Index Scan using violation_case_unit_id_idx on violation_case v
--                         Index Cond: (unit_id = u.unit_id)
--                         Filter: (NOT (hashed SubPlan 2))
--                         SubPlan 2
--                           ->  ProjectSet
--                                 ->  Result

-- unitColumns
select 
u.unit_id as "unitId", u.name, u.kind, u.revision, u.closed_at is not null as "isGone",
coalesce((select jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.name, 'isGone', a.disabled_at is not null)
                           order by a.name, a.id)
          from work_unit_member m join account a on a.id = m.account_id where m.unit_id = u.unit_id), '[]') as members,
(select count(*)::int from violation_case v where v.unit_id = u.unit_id and v.ended_at is null
   and true) as "openCases" from work_unit u order by u.closed_at is not null, u.name;
--   Sort
--     Sort Key: ((u.closed_at IS NOT NULL)), u.name
--     ->  Seq Scan on work_unit u
--           SubPlan 1
--             ->  Aggregate
--                   ->  Hash Join
--                         Hash Cond: (a.id = m.account_id)
--                         ->  Seq Scan on account a
--                         ->  Hash
--                               ->  Index Scan using work_unit_member_pkey on work_unit_member m
--                                     Index Cond: (unit_id = u.unit_id)
--           SubPlan 2
--             ->  Aggregate
--                   ->  Index Scan using violation_case_unit_id_idx on violation_case v
--                         Index Cond: (unit_id = u.unit_id)

-- unitNames
select unit_id as "unitId", name, closed_at is not null as "isGone" from work_unit
where unit_id = any($1::uuid[]);
--   Seq Scan on work_unit
--     Filter: (unit_id = ANY ('…'::uuid[]))

-- insertUnit
insert into work_unit (unit_id, name, kind, created_at) values ($1, $2, $3, $4)
on conflict do nothing returning 1;
--   Insert on work_unit
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- renameUnit
update work_unit set name = $1, revision = revision + 1
where unit_id = $2 and revision = $3 and closed_at is null returning 1;
--   Update on work_unit
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using work_unit_pkey on work_unit
--           Index Cond: (unit_id = '…'::uuid)
--           Filter: ('…' AND (closed_at IS NULL) AND (revision = 1) AND (NOT is_in_unit(unit_id)))

-- setMembers
delete from work_unit_member where unit_id = $1 and not account_id = any($2::uuid[]);
--   Delete on work_unit_member
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Seq Scan on work_unit_member
--           Filter: ('…' AND (account_id <> ALL ('…'::uuid[])) AND (unit_id = '…'::uuid) AND (NOT is_in_unit(unit_id)))

-- setMembers
insert into work_unit_member (unit_id, account_id)
select $1::uuid, account_id from unnest($2::uuid[]) as account_id on conflict do nothing;
--   Insert on work_unit_member
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Function Scan on unnest account_id

-- closeUnit
update work_unit set closed_at = $1, revision = revision + 1
where unit_id = $2 and revision = $3 and closed_at is null returning 1;
--   Update on work_unit
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Index Scan using work_unit_pkey on work_unit
--           Index Cond: (unit_id = '…'::uuid)
--           Filter: ('…' AND (closed_at IS NULL) AND (revision = 1) AND (NOT is_in_unit(unit_id)))

-- casesOfUnit
select case_id as "caseId" from violation_case where unit_id = $1 and ended_at is null order by case_id;
--   Sort
--     Sort Key: case_id
--     ->  Index Scan using violation_case_unit_id_idx on violation_case
--           Index Cond: (unit_id = '…'::uuid)

-- countStaff
select count(*)::int as count from account where id = any($1::uuid[]) and disabled_at is null
  and is_staff(id);
--   Aggregate
--     ->  Index Scan using account_pkey on account
--           Index Cond: (id = ANY ('…'::uuid[]))
--           Filter: ((disabled_at IS NULL) AND is_staff(id))

-- givenToConcerned
with noted as (
  select case_id, array_agg(unit_id) filter (where unit_id is not null) as units
  from case_conflict where ended_at is null and ($1::uuid is null or case_id = $2) group by case_id)
select v.case_id as "caseId", coalesce(v.unit_id = any (n.units), false) as "isUnit"
from noted n join violation_case v using (case_id)
where v.ended_at is null
  and (v.unit_id = any (n.units) or v.officer_id in (select accounts_about(v.case_id)))
order by v.case_id;
--   Sort
--     Sort Key: v.case_id
--     ->  Nested Loop
--           ->  GroupAggregate
--                 Group Key: case_conflict.case_id
--                 ->  Seq Scan on case_conflict
--                       Filter: ((ended_at IS NULL) AND (case_id = '…'::uuid))
--           ->  Index Scan using violation_case_pkey on violation_case v
--                 Index Cond: (case_id = case_conflict.case_id)
--                 Filter: ((ended_at IS NULL) AND ((unit_id = ANY ((array_agg(case_conflict.unit_id) FILTER (WHERE (case_conflict.unit_id IS NOT NULL))))) OR (SubPlan 1)))
--                 SubPlan 1
--                   ->  ProjectSet
--                         ->  Result

-- accountsAbout
select account_id as "accountId" from accounts_about($1) as account_id;
--   Function Scan on accounts_about account_id

-- conflictedAccounts
select account_id as "accountId" from accounts_closed_out($1) as account_id;
--   Function Scan on accounts_closed_out account_id

-- conflictedIn
select case_id as "caseId", array_agg(account_id) as "accountIds"
from unnest($1::uuid[]) as case_id, accounts_closed_out(case_id) as account_id group by case_id;
--   HashAggregate
--     Group Key: case_id.case_id
--     ->  Nested Loop
--           ->  Function Scan on unnest case_id
--           ->  Function Scan on accounts_closed_out account_id

-- casesClosedTo
select case_id as "caseId" from cases_closed_to($1::uuid) as case_id;
--   Function Scan on cases_closed_to case_id

-- conflictsOf
select c.conflict_no::int as "conflictId", case when c.account_id is null then 'unit' else 'person' end as kind,
       coalesce(a.name, u.name) as name, c.account_id as "accountId", c.unit_id as "unitId", c.reason,
       c.noted_by as "notedBy", c.noted_at as at, not c.needs_second or c.seconded_at is not null as holds
from case_conflict c left join account a on a.id = c.account_id left join work_unit u on u.unit_id = c.unit_id
where c.case_id = $1 and c.ended_at is null order by c.conflict_no;
--   Sort
--     Sort Key: c.conflict_no
--     ->  Hash Right Join
--           Hash Cond: (u.unit_id = c.unit_id)
--           ->  Seq Scan on work_unit u
--           ->  Hash
--                 ->  Hash Right Join
--                       Hash Cond: (a.id = c.account_id)
--                       ->  Seq Scan on account a
--                       ->  Hash
--                             ->  Seq Scan on case_conflict c
--                                   Filter: ((ended_at IS NULL) AND (case_id = '…'::uuid))

-- insertConflict
insert into case_conflict (case_id, account_id, unit_id, reason, noted_by, noted_at)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1;
--   Insert on case_conflict
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result

-- secondConflict
update case_conflict set seconded_by = $1, seconded_at = $2 where conflict_no = $3;
--   Update on case_conflict
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     ->  Index Scan using case_conflict_once on case_conflict
--           Filter: ((ended_at IS NULL) AND ('…' OR '…') AND (account_id IS DISTINCT FROM '…') AND (account_id IS DISTINCT FROM '…') AND (conflict_no = '…'::bigint) AND reaches_case(case_id) AND reaches_case(case_id))

-- endConflict
update case_conflict set ended_by = $1, ended_why = $2, ended_at = $3 where conflict_no = $4;
--   Update on case_conflict
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     ->  Index Scan using case_conflict_once on case_conflict
--           Filter: ((ended_at IS NULL) AND ('…' OR '…') AND (account_id IS DISTINCT FROM '…') AND (account_id IS DISTINCT FROM '…') AND (conflict_no = '…'::bigint) AND reaches_case(case_id) AND reaches_case(case_id))

-- isSupervisedWithout
with closed as (
  select unnest($1::uuid[]) as id
  union select accounts_closed_out(case_id) from unnest($2::uuid[]) as case_id)
select exists (select from account a where supervises_cases_now(a.id) and a.id not in (select id from closed))
       or not exists (select from closed where supervises_cases_now(id)) as "isLeft";
--   Result
--     CTE closed
--       ->  HashAggregate
--             Group Key: (unnest('…'::uuid[]))
--             ->  Append
--                   ->  ProjectSet
--                         ->  Result
--                   ->  ProjectSet
--                         ->  Function Scan on unnest case_id
--     InitPlan 6 (returns '…')
--       ->  Seq Scan on account a
--             Filter: (((id = '…') OR (is_staff(id) AND '…') OR '…') AND (NOT (hashed SubPlan 2)) AND supervises_cases_now(id))
--             InitPlan 3 (returns '…')
--               ->  Result
--             InitPlan 4 (returns '…')
--               ->  Result
--             InitPlan 5 (returns '…')
--               ->  Result
--             SubPlan 2
--               ->  CTE Scan on closed
--     InitPlan 7 (returns '…')
--       ->  CTE Scan on closed closed_1
--             Filter: supervises_cases_now(id)
