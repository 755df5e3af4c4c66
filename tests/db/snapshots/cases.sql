-- columns
select 
case_id as "caseId", ticket, track, category, service_class as "serviceClass", state, is_paused as "isPaused",
pause_reason as "pauseReason", pause_until::text as "pauseUntil", outcome, recommended, closing, revision,
case when place is null then null else array[st_x(place), st_y(place)] end as place, kelurahan_code as "kelurahanCode",
is_demo as "isDemo", is_withheld as "isWithheld", unit_id as "unitId", officer_id as "officerId", prepared_by as "preparedBy",
reviewed_by as "reviewedBy", decided_by as "decidedBy", is_objectable as "isObjectable",
exists (select from case_sanction s where s.case_id = violation_case.case_id and s.cancelled_at is null) as "hasSanctions",
joined_into as "joinedInto", forward_to as "forwardTo", sp4n_ticket as "sp4nTicket", due_on::text as "dueOn",
recomputed_on::text as "recomputedOn", opened_at as "openedAt", ended_at as "endedAt" from violation_case where case_id = $1;
--   Index Scan using violation_case_pkey on violation_case
--     Index Cond: (case_id = '…'::uuid)
--     SubPlan 1
--       ->  Seq Scan on case_sanction s
--             Filter: ((cancelled_at IS NULL) AND (case_id = violation_case.case_id))

-- columns
select 
case_id as "caseId", ticket, track, category, service_class as "serviceClass", state, is_paused as "isPaused",
pause_reason as "pauseReason", pause_until::text as "pauseUntil", outcome, recommended, closing, revision,
case when place is null then null else array[st_x(place), st_y(place)] end as place, kelurahan_code as "kelurahanCode",
is_demo as "isDemo", is_withheld as "isWithheld", unit_id as "unitId", officer_id as "officerId", prepared_by as "preparedBy",
reviewed_by as "reviewedBy", decided_by as "decidedBy", is_objectable as "isObjectable",
exists (select from case_sanction s where s.case_id = violation_case.case_id and s.cancelled_at is null) as "hasSanctions",
joined_into as "joinedInto", forward_to as "forwardTo", sp4n_ticket as "sp4nTicket", due_on::text as "dueOn",
recomputed_on::text as "recomputedOn", opened_at as "openedAt", ended_at as "endedAt" from violation_case where ticket = $1;
--   Index Scan using violation_case_ticket_key on violation_case
--     Index Cond: (ticket = '…'::text)
--     SubPlan 1
--       ->  Seq Scan on case_sanction s
--             Filter: ((cancelled_at IS NULL) AND (case_id = violation_case.case_id))

-- columns
select 
case_id as "caseId", ticket, track, category, service_class as "serviceClass", state, is_paused as "isPaused",
pause_reason as "pauseReason", pause_until::text as "pauseUntil", outcome, recommended, closing, revision,
case when place is null then null else array[st_x(place), st_y(place)] end as place, kelurahan_code as "kelurahanCode",
is_demo as "isDemo", is_withheld as "isWithheld", unit_id as "unitId", officer_id as "officerId", prepared_by as "preparedBy",
reviewed_by as "reviewedBy", decided_by as "decidedBy", is_objectable as "isObjectable",
exists (select from case_sanction s where s.case_id = violation_case.case_id and s.cancelled_at is null) as "hasSanctions",
joined_into as "joinedInto", forward_to as "forwardTo", sp4n_ticket as "sp4nTicket", due_on::text as "dueOn",
recomputed_on::text as "recomputedOn", opened_at as "openedAt", ended_at as "endedAt" from violation_case where case_id = $1 for no key update;
--   LockRows
--     InitPlan 3 (returns '…')
--       ->  Result
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = '…'::uuid)
--           Filter: ('…' AND reaches_case(case_id, kelurahan_code) AND reaches_case(case_id, kelurahan_code))
--           SubPlan 1
--             ->  Seq Scan on case_sanction s
--                   Filter: ((cancelled_at IS NULL) AND (case_id = violation_case.case_id) AND reaches_case(case_id))

-- columns
select 
case_id as "caseId", ticket, track, category, service_class as "serviceClass", state, is_paused as "isPaused",
pause_reason as "pauseReason", pause_until::text as "pauseUntil", outcome, recommended, closing, revision,
case when place is null then null else array[st_x(place), st_y(place)] end as place, kelurahan_code as "kelurahanCode",
is_demo as "isDemo", is_withheld as "isWithheld", unit_id as "unitId", officer_id as "officerId", prepared_by as "preparedBy",
reviewed_by as "reviewedBy", decided_by as "decidedBy", is_objectable as "isObjectable",
exists (select from case_sanction s where s.case_id = violation_case.case_id and s.cancelled_at is null) as "hasSanctions",
joined_into as "joinedInto", forward_to as "forwardTo", sp4n_ticket as "sp4nTicket", due_on::text as "dueOn",
recomputed_on::text as "recomputedOn", opened_at as "openedAt", ended_at as "endedAt" from violation_case where case_id = any($1::uuid[])
  order by array_position($2::uuid[], case_id);
--   Sort
--     Sort Key: (array_position('…'::uuid[], violation_case.case_id))
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = ANY ('…'::uuid[]))
--           SubPlan 1
--             ->  Seq Scan on case_sanction s
--                   Filter: ((cancelled_at IS NULL) AND (case_id = violation_case.case_id))

-- findCase
select joined_into                from violation_case where case_id = new.case_id;
--   Index Scan using violation_case_pkey on violation_case
--     Index Cond: (case_id = '…'::uuid)

-- lockJoining
select pg_advisory_xact_lock(hashtext('one-map-one-data joining'));
--   Result

-- discloseCase
update violation_case set is_withheld = false, revision = revision + 1 where case_id = $1;
--   Update on violation_case
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = '…'::uuid)
--           Filter: ('…' AND reaches_case(case_id, kelurahan_code) AND reaches_case(case_id, kelurahan_code))

-- insertCase
insert into violation_case (case_id, ticket, track, category, state, place, kelurahan_code, is_demo, is_withheld,
                            opened_at)
values ($1, $2, $3, $4, 'diterima',
        st_setsrid(st_makepoint($5::float8, $6::float8), 4326), $7, $8,
        $9, $10);
--   Insert on violation_case
--     ->  Result

-- setMoved
update violation_case
set state = $1, service_class = $2, is_paused = $3,
    pause_reason = $4, pause_until = $5, outcome = $6, recommended = $7,
    closing = $8, unit_id = $9, officer_id = $10,
    prepared_by = $11::uuid[], reviewed_by = $12::uuid[],
    decided_by = $13::uuid[], is_objectable = $14,
    joined_into = $15, forward_to = $16,
    ended_at = $17, revision = revision + 1
where case_id = $18;
--   Update on violation_case
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using violation_case_pkey on violation_case
--           Index Cond: (case_id = '…'::uuid)
--           Filter: ('…' AND reaches_case(case_id, kelurahan_code) AND reaches_case(case_id, kelurahan_code))

-- insertMove
insert into case_move (case_id, step, from_state, to_state, is_paused, service_class, at, actor, reason, article,
                       pause_reason, pause_until, carried, answers, unanswered, answer, unit_id, officer_id, outcome)
values ($1, $2, $3, $4, $5, $6, $7,
        $8, $9, $10, $11, $12,
        $13,
        $14::uuid[], $15::uuid[], $16, $17, $18,
        $19)
returning move_no::int as "moveNo";
--   Insert on case_move
--     ->  Result

-- movesOf
select move_no::int as "moveNo", case_id as "caseId", step, from_state as "from", to_state as "to",
       is_paused as "isPaused", service_class as "serviceClass", at, actor, reason, article,
       pause_reason as "pauseReason", pause_until::text as "pauseUntil", carried, answers, unanswered, answer,
       unit_id as "unitId", officer_id as "officerId", outcome
from case_move where case_id = any($1::uuid[]) order by move_no;
--   Sort
--     Sort Key: move_no
--     ->  Index Scan using case_move_case_id_move_no_idx on case_move
--           Index Cond: (case_id = ANY ('…'::uuid[]))

-- objectedIn
select from_state as "from" from case_move where case_id = $1 and step = 'object' order by move_no desc limit 1;
--   Limit
--     ->  Index Scan Backward using case_move_case_id_move_no_idx on case_move
--           Index Cond: (case_id = '…'::uuid)
--           Filter: ((step = '…'::text) AND reaches_case(case_id))

-- closedIn
select from_state as "from" from case_move
where case_id = $1 and to_state = 'ditutup' and step <> 'uphold' order by move_no desc limit 1;
--   Limit
--     ->  Index Scan Backward using case_move_case_id_move_no_idx on case_move
--           Index Cond: (case_id = '…'::uuid)
--           Filter: ((step <> '…'::text) AND (to_state = '…'::text) AND reaches_case(case_id))

-- insertDispute
insert into case_dispute (case_id, report_id, closing, words, at)
values ($1, $2, $3, $4, $5);
--   Insert on case_dispute
--     ->  Result

-- hasDisputed
select from case_dispute where report_id = $1 and closing = $2;
--   Seq Scan on case_dispute
--     Filter: ((report_id = '…'::uuid) AND (closing = '…'::bigint))

-- forgetDisputes
update case_dispute set words = null where report_id = $1 and words is not null;
--   Update on case_dispute
--     ->  Seq Scan on case_dispute
--           Filter: ((words IS NOT NULL) AND (report_id = '…'::uuid))
