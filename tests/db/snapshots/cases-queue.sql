-- isSeen
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

-- isSeen
with line as (
    select v.case_id, v.ended_at is not null as is_over, coalesce(v.due_on, 'infinity'::date) as due, v.opened_at
    from violation_case v
    where

($1::text is null or v.kelurahan_code = $2)
and not v.case_id in (select cases_closed_to($3::uuid))
  and ($4::text is null or v.state = $5)
  and (not $6::boolean or (v.ended_at is null and v.due_on < $7::date))
  and (not $8::boolean or (v.ended_at is null and
(v.officer_id is null or exists (select from account a where a.id = v.officer_id and a.disabled_at is not null))))
  and (not $9::boolean or (v.ended_at is null and
exists (select from case_escalation e join case_due d using (case_id, stage, since, due_on) where e.case_id = v.case_id)))
  and ($10::uuid is null or v.officer_id = $11)
  and ($12::uuid is null or v.unit_id = $13)
  and ($14::text is null or v.track = $15)
  and ($16::text is null or v.kelurahan_code = $17)
  and ($18::text is null or strpos(lower(v.ticket), lower($19)) > 0
       or 'prk-' || left(v.case_id::text, 8) = lower($20)))
  select case_id as id from line
  where $21::uuid is null
     or (is_over, due, opened_at, case_id)
        > (select v.ended_at is not null, coalesce(v.due_on, 'infinity'::date), v.opened_at, v.case_id
           from violation_case v where v.case_id = $22 and
($23::text is null or v.kelurahan_code = $24)
and not v.case_id in (select cases_closed_to($25::uuid)))
  order by is_over, due, opened_at, case_id limit $26;
--   Limit
--     ->  Sort
--           Sort Key: ((v.ended_at IS NOT NULL)), (COALESCE(v.due_on, '…'::date)), v.opened_at, v.case_id
--           ->  Seq Scan on violation_case v
--                 Filter: ((NOT (hashed SubPlan 1)) AND (state = '…'::text))
--                 SubPlan 1
--                   ->  ProjectSet
--                         ->  Result

-- isSeen
with in_force as materialized (select * from version_in_force($1::date)),
  -- Plans that are explained by rules of which some change.
  change as (
    select f.version_id, c.value -> 'codes' as codes
    from jsonb_array_elements($2) c
    join layer_version r on r.version_id = c.value ->> 'versionId'
    join in_force f on f.kind = 'zones' and f.rules_layer_id = r.layer_id),
  found as (
    select v.case_id, v.ticket, v.state, v.kelurahan_code, v.due_on, v.opened_at,
           exists (select from comparison_piece p
                   where p.comparison_id = any($3) and st_intersects(p.geom, v.place)) as by_ground,
           exists (select from change c join zone z on z.version_id = c.version_id and st_intersects(z.geom, v.place)
                   where jsonb_typeof(c.codes) <> 'array' or c.codes ? z.code) as by_rules
    from violation_case v
    where v.ended_at is null and v.place is not null and
($4::text is null or v.kelurahan_code = $5)
and not v.case_id in (select cases_closed_to($6::uuid)))
  select t.case_id as "caseId", t.ticket, t.state,
         (select min(a.name) from in_force f join admin_area a using (version_id)
          where f.kind = 'admin' and a.level = 'kelurahan' and a.code = t.kelurahan_code) as kelurahan,
         t.by_ground as "byGround", t.by_rules as "byRules", count(*) over ()::int as total
  from found t
  where t.by_ground or t.by_rules
  order by t.due_on nulls last, t.opened_at, t.case_id limit $7;
--   Limit
--     CTE in_force
--       ->  Sort
--             Sort Key: p.layer_id
--             ->  Nested Loop
--                   ->  Hash Join
--                         Hash Cond: (l.layer_id = p.layer_id)
--                         ->  Seq Scan on layer l
--                               Filter: (access_class = '…'::text)
--                         ->  Hash
--                               ->  Subquery Scan on p
--                                     Filter: (p.access_class = '…'::text)
--                                     ->  Unique
--                                           ->  Sort
--                                                 Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                 ->  Seq Scan on publication
--                                                       Filter: (valid_from <= '…'::date)
--                   ->  Index Scan using layer_version_pkey on layer_version v_1
--                         Index Cond: (version_id = p.version_id)
--     ->  Result
--           ->  Incremental Sort
--                 Sort Key: v.due_on, v.opened_at, v.case_id
--                 Presorted Key: v.due_on
--                 ->  WindowAgg
--                       ->  Index Scan using violation_case_due_on_idx on violation_case v
--                             Filter: ((place IS NOT NULL) AND (NOT (hashed SubPlan 5)) AND ((SubPlan 6) OR (SubPlan 7)))
--                             SubPlan 5
--                               ->  ProjectSet
--                                     ->  Result
--                             SubPlan 6
--                               ->  Index Scan using comparison_piece_geom_idx on comparison_piece p_2
--                                     Index Cond: (geom && v.place)
--                                     Filter: ((comparison_id = ANY ('…'::text[])) AND st_intersects(geom, v.place))
--                             SubPlan 7
--                               ->  Nested Loop
--                                     Join Filter: ((f_2.version_id = z_1.version_id) AND ((jsonb_typeof((c_1.value -> '…'::text)) <> '…'::text) OR ((c_1.value -> '…'::text) ? z_1.code)))
--                                     ->  Hash Join
--                                           Hash Cond: ((c_1.value ->> '…'::text) = r_1.version_id)
--                                           ->  Function Scan on jsonb_array_elements c_1
--                                           ->  Hash
--                                                 ->  Nested Loop
--                                                       ->  CTE Scan on in_force f_2
--                                                             Filter: (kind = '…'::text)
--                                                       ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version r_1
--                                                             Index Cond: (layer_id = f_2.rules_layer_id)
--                                     ->  Index Scan using zone_geom_idx on zone z_1
--                                           Index Cond: (geom && v.place)
--                                           Filter: st_intersects(geom, v.place)
--           SubPlan 2
--             ->  Aggregate
--                   ->  Nested Loop
--                         Join Filter: (f.version_id = a.version_id)
--                         ->  CTE Scan on in_force f
--                               Filter: (kind = '…'::text)
--                         ->  Seq Scan on admin_area a
--                               Filter: ((level = '…'::text) AND (code = v.kelurahan_code))
--           SubPlan 3
--             ->  Index Scan using comparison_piece_geom_idx on comparison_piece p_1
--                   Index Cond: (geom && v.place)
--                   Filter: ((comparison_id = ANY ('…'::text[])) AND st_intersects(geom, v.place))
--           SubPlan 4
--             ->  Nested Loop
--                   Join Filter: ((f_1.version_id = z.version_id) AND ((jsonb_typeof((c.value -> '…'::text)) <> '…'::text) OR ((c.value -> '…'::text) ? z.code)))
--                   ->  Hash Join
--                         Hash Cond: ((c.value ->> '…'::text) = r.version_id)
--                         ->  Function Scan on jsonb_array_elements c
--                         ->  Hash
--                               ->  Nested Loop
--                                     ->  CTE Scan on in_force f_1
--                                           Filter: (kind = '…'::text)
--                                     ->  Index Scan using layer_version_layer_id_source_sha256_version_id_idx on layer_version r
--                                           Index Cond: (layer_id = f_1.rules_layer_id)
--                   ->  Index Scan using zone_geom_idx on zone z
--                         Index Cond: (geom && v.place)
--                         Filter: st_intersects(geom, v.place)

-- isSeen
select v.state, count(*)::int as count, count(*) filter (where v.due_on < $1::date)::int as overdue,
         count(*) filter (where
(v.officer_id is null or exists (select from account a where a.id = v.officer_id and a.disabled_at is not null)))::int as unassigned,
         count(*) filter (where
exists (select from case_escalation e join case_due d using (case_id, stage, since, due_on) where e.case_id = v.case_id))::int as escalated
  from violation_case v where v.ended_at is null and
($2::text is null or v.kelurahan_code = $3)
and not v.case_id in (select cases_closed_to($4::uuid)) group by v.state order by v.state;
--   Sort
--     Sort Key: v.state
--     ->  HashAggregate
--           Group Key: v.state
--           ->  Seq Scan on violation_case v
--                 Filter: ((ended_at IS NULL) AND (NOT (hashed SubPlan 5)))
--                 SubPlan 5
--                   ->  ProjectSet
--                         ->  Result
--           SubPlan 1
--             ->  Seq Scan on account a
--                   Filter: ((disabled_at IS NOT NULL) AND (id = v.officer_id))
--           SubPlan 3
--             ->  Nested Loop
--                   Join Filter: ((e.stage = d.stage) AND (e.since = d.since) AND (e.due_on = d.due_on))
--                   ->  Seq Scan on case_escalation e
--                         Filter: (case_id = v.case_id)
--                   ->  Index Scan using case_due_pkey on case_due d
--                         Index Cond: (case_id = v.case_id)

-- isSeen
with seen as (
    select distinct v.kelurahan_code as code from violation_case v
    where v.ended_at is null and v.kelurahan_code is not null and
($1::text is null or v.kelurahan_code = $2)
and not v.case_id in (select cases_closed_to($3::uuid))),
  named as (
    select a.code, min(a.name) as name
    from version_in_force($4::date) f join admin_area a on a.version_id = f.version_id
    where f.kind = 'admin' and a.level = 'kelurahan' and a.code is not null group by a.code)
  select s.code, coalesce(n.name, s.code) as name from seen s left join named n using (code) order by 2, 1;
--   Sort
--     Sort Key: (COALESCE((min(a.name)), v.kelurahan_code)), v.kelurahan_code
--     ->  Nested Loop Left Join
--           Join Filter: (v.kelurahan_code = a.code)
--           ->  HashAggregate
--                 Group Key: v.kelurahan_code
--                 ->  Seq Scan on violation_case v
--                       Filter: ((ended_at IS NULL) AND (kelurahan_code IS NOT NULL) AND (NOT (hashed SubPlan 1)))
--                       SubPlan 1
--                         ->  ProjectSet
--                               ->  Result
--           ->  GroupAggregate
--                 Group Key: a.code
--                 ->  Sort
--                       Sort Key: a.code
--                       ->  Nested Loop
--                             Join Filter: (p.version_id = a.version_id)
--                             ->  Nested Loop
--                                   ->  Nested Loop
--                                         Join Filter: (p.layer_id = l.layer_id)
--                                         ->  Subquery Scan on p
--                                               Filter: (p.access_class = '…'::text)
--                                               ->  Unique
--                                                     ->  Sort
--                                                           Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                                           ->  Seq Scan on publication
--                                                                 Filter: (valid_from <= '…'::date)
--                                         ->  Seq Scan on layer l
--                                               Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                                   ->  Index Scan using layer_version_pkey on layer_version v_1
--                                         Index Cond: (version_id = p.version_id)
--                             ->  Seq Scan on admin_area a
--                                   Filter: ((code IS NOT NULL) AND (level = '…'::text))

-- isSeen
select distinct a.id as "accountId", a.name from violation_case v join account a on a.id = v.officer_id
  where v.ended_at is null and
($1::text is null or v.kelurahan_code = $2)
and not v.case_id in (select cases_closed_to($3::uuid)) order by a.name, a.id;
--   Sort
--     Sort Key: a.name, a.id
--     ->  HashAggregate
--           Group Key: a.name, a.id
--           ->  Hash Join
--                 Hash Cond: (v.officer_id = a.id)
--                 ->  Seq Scan on violation_case v
--                       Filter: ((ended_at IS NULL) AND (NOT (hashed SubPlan 1)))
--                       SubPlan 1
--                         ->  ProjectSet
--                               ->  Result
--                 ->  Hash
--                       ->  Seq Scan on account a

-- isSeen
select v.case_id as "caseId", v.ticket, v.state, array[st_x(v.place), st_y(v.place)] as place,
         v.ended_at is null and coalesce(v.due_on < $1::date, false) as "isOverdue"
  from violation_case v
  where v.place is not null and ($2::boolean or v.ended_at is null) and

($3::text is null or v.kelurahan_code = $4)
and not v.case_id in (select cases_closed_to($5::uuid))
  and ($6::text is null or v.state = $7)
  and (not $8::boolean or (v.ended_at is null and v.due_on < $9::date))
  and (not $10::boolean or (v.ended_at is null and
(v.officer_id is null or exists (select from account a where a.id = v.officer_id and a.disabled_at is not null))))
  and (not $11::boolean or (v.ended_at is null and
exists (select from case_escalation e join case_due d using (case_id, stage, since, due_on) where e.case_id = v.case_id)))
  and ($12::uuid is null or v.officer_id = $13)
  and ($14::uuid is null or v.unit_id = $15)
  and ($16::text is null or v.track = $17)
  and ($18::text is null or v.kelurahan_code = $19)
  and ($20::text is null or strpos(lower(v.ticket), lower($21)) > 0
       or 'prk-' || left(v.case_id::text, 8) = lower($22))
  order by v.due_on nulls last, v.case_id limit $23;
--   Limit
--     ->  Sort
--           Sort Key: v.due_on, v.case_id
--           ->  Seq Scan on violation_case v
--                 Filter: ((place IS NOT NULL) AND (ended_at IS NULL) AND (NOT (hashed SubPlan 1)))
--                 SubPlan 1
--                   ->  ProjectSet
--                         ->  Result

-- kelurahanNames
select a.code, min(a.name) as name
from version_in_force($1::date) f join admin_area a on a.version_id = f.version_id
where f.kind = 'admin' and a.level = 'kelurahan' and a.code = any($2) group by a.code;
--   GroupAggregate
--     Group Key: a.code
--     ->  Sort
--           Sort Key: a.code
--           ->  Nested Loop
--                 Join Filter: (p.version_id = a.version_id)
--                 ->  Nested Loop
--                       ->  Nested Loop
--                             Join Filter: (p.layer_id = l.layer_id)
--                             ->  Subquery Scan on p
--                                   Filter: (p.access_class = '…'::text)
--                                   ->  Unique
--                                         ->  Sort
--                                               Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                               ->  Seq Scan on publication
--                                                     Filter: (valid_from <= '…'::date)
--                             ->  Seq Scan on layer l
--                                   Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                       ->  Index Scan using layer_version_pkey on layer_version v
--                             Index Cond: (version_id = p.version_id)
--                 ->  Seq Scan on admin_area a
--                       Filter: ((code = ANY ('…'::text[])) AND (level = '…'::text))

-- openCaseIds
select case_id as id from violation_case where ended_at is null order by case_id;
--   Index Scan using violation_case_pkey on violation_case
--     Filter: (ended_at IS NULL)

-- daysComputedBy
select basis from due_days_computed where service = 'laporan';
--   Seq Scan on due_days_computed
--     Filter: (service = '…'::text)

-- setDaysComputed
insert into due_days_computed (service, basis, computed_at) values ('laporan', $1, $2)
on conflict (service) do update set basis = excluded.basis, computed_at = excluded.computed_at;
--   Insert on due_days_computed
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: due_days_computed_pkey
--     ->  Result

-- setRecomputed
update violation_case set recomputed_on = $1 where case_id = $2;
--   Update on violation_case
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = '…'::uuid)

-- joinedInto
select case_id as "caseId", ticket from violation_case where joined_into = $1 order by ended_at, ticket;
--   Sort
--     Sort Key: ended_at, ticket
--     ->  Index Scan using violation_case_joined_into_idx on violation_case
--           Index Cond: (joined_into = '…'::uuid)

-- disputesOf
with recursive here as (
  select $1::uuid as case_id
  union select v.case_id from violation_case v join here on v.joined_into = here.case_id)
select at, words, report_id as "reportId" from case_dispute where case_id in (select case_id from here)
order by dispute_no;
--   Sort
--     Sort Key: case_dispute.dispute_no
--     CTE here
--       ->  Recursive Union
--             ->  Result
--             ->  Merge Join
--                   Merge Cond: (v.joined_into = here_1.case_id)
--                   ->  Index Scan using violation_case_joined_into_idx on violation_case v
--                   ->  Sort
--                         Sort Key: here_1.case_id
--                         ->  WorkTable Scan on here here_1
--     ->  Nested Loop Semi Join
--           Join Filter: (case_dispute.case_id = here.case_id)
--           ->  Seq Scan on case_dispute
--           ->  CTE Scan on here

-- setSp4nTicket
update violation_case set sp4n_ticket = $1, revision = revision + 1 where case_id = $2;
--   Update on violation_case
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = '…'::uuid)
--           Filter: ('…' AND reaches_case(case_id, kelurahan_code) AND reaches_case(case_id, kelurahan_code))
