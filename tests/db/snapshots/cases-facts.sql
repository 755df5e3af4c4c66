-- earlierCases
with here as (select st_setsrid(st_makepoint($1::float8, $2::float8), 4326)::geography as at)
select v.case_id as "caseId", v.ticket, v.state, v.outcome, v.opened_at as "openedAt",
       st_distance(v.place::geography, here.at) as "distanceM"
from violation_case v, here
where v.case_id <> $3 and v.joined_into is null
  and v.place && st_expand(here.at::geometry, 0.001) and st_dwithin(v.place::geography, here.at, $4::float8)
  and not v.case_id in (select cases_closed_to($5::uuid))
order by st_distance(v.place::geography, here.at), v.opened_at limit $6;
--   Limit
--     ->  Sort
--           Sort Key: (st_distance((v.place)::geography, '…'::geography, true)), v.opened_at
--           ->  Index Scan using violation_case_place_idx on violation_case v
--                 Index Cond: (place && '…'::geometry)
--                 Filter: ((joined_into IS NULL) AND (case_id <> '…'::uuid) AND (NOT (hashed SubPlan 1)) AND st_dwithin((place)::geography, '…'::geography, '…'::double precision, true))
--                 SubPlan 1
--                   ->  ProjectSet
--                         ->  Result

-- closedRounds
select r.round_id as "roundId", r.closed_at as "closedAt", (select name from account where id = r.closed_by) as by,
       r.closing ->> 'decision' = 'inspected' as "isReached"
from field_round r
where r.subject_kind = 'report' and r.subject_id = $1 and r.state = 'closed' order by r.closed_at, r.round_id;
--   Sort
--     Sort Key: r.closed_at, r.round_id
--     ->  Seq Scan on field_round r
--           Filter: ((subject_kind = '…'::text) AND (subject_id = '…'::uuid) AND (state = '…'::text))
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = r.closed_by)

-- insertAssessment
insert into case_assessment (case_id, entry, facts, written_by, written_at)
values ($1, $2, $3, $4, $5);
--   Insert on case_assessment
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result

-- assessmentsOf
select entry, facts, (select name from account where id = written_by) as by, written_at as at
from case_assessment where case_id = $1 order by assessment_no;
--   Sort
--     Sort Key: case_assessment.assessment_no
--     ->  Seq Scan on case_assessment
--           Filter: (case_id = '…'::uuid)
--           SubPlan 1
--             ->  Seq Scan on account
--                   Filter: (id = case_assessment.written_by)
