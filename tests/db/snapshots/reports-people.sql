-- insertPerson
insert into report_person (report_id, sealed) values ($1, $2);
--   Insert on report_person
--     ->  Result

-- readSealed
select sealed from report_person where report_id = $1;
--   Seq Scan on report_person
--     Filter: (report_id = '…'::uuid)

-- erasePersonRow
update report_person set sealed = null, erased_at = $1 where report_id = $2 and sealed is not null;
--   Update on report_person
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Index Scan using report_person_pkey on report_person
--           Index Cond: (report_id = '…'::uuid)
--           Filter: ('…' AND (sealed IS NOT NULL) AND (SubPlan 5))
--           SubPlan 5
--             ->  Index Scan using report_pkey on report r_1
--                   Index Cond: (report_id = report_person.report_id)
--                   Filter: reaches_case(case_id)
--     SubPlan 2
--       ->  Index Scan using report_pkey on report r
--             Index Cond: (report_id = report_person.report_id)
--             Filter: reaches_case(case_id)

-- namedReports
select report_id as "reportId", sealed from report_person
where sealed is not null and ($1::uuid is null or report_id > $2)
order by report_id limit $3;
--   Limit
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Index Scan using report_person_pkey on report_person
--           Filter: ('…' AND (sealed IS NOT NULL) AND (SubPlan 2))
--           SubPlan 2
--             ->  Index Scan using report_pkey on report r
--                   Index Cond: (report_id = report_person.report_id)
--                   Filter: reaches_case(case_id)

-- reportersKeptSince
select r.report_id as "reportId"
from violation_case c join report r using (case_id)
where c.ended_at < $1
  and (exists (select from report_person p where p.report_id = r.report_id and p.sealed is not null)
       or exists (select from report_push b where b.report_id = r.report_id))
order by c.ended_at, r.report_id limit 1000;
--   Limit
--     ->  Sort
--           Sort Key: c.ended_at, r.report_id
--           ->  Nested Loop
--                 ->  Seq Scan on violation_case c
--                       Filter: (ended_at < '…'::timestamp with time zone)
--                 ->  Index Scan using report_case_id_idx on report r
--                       Index Cond: (case_id = c.case_id)
--                       Filter: ((hashed SubPlan 2) OR (hashed SubPlan 4))
--                       SubPlan 2
--                         ->  Seq Scan on report_person p
--                               Filter: (sealed IS NOT NULL)
--                       SubPlan 4
--                         ->  Seq Scan on report_push b

-- affectedReports
select r.report_id as "reportId", r.ticket, r.received_at as "receivedAt", p.sealed
from report r left join report_person p using (report_id)
where r.received_at >= $1 and r.received_at < $2
order by r.received_at, r.report_id;
--   Sort
--     Sort Key: r.received_at, r.report_id
--     ->  Hash Left Join
--           Hash Cond: (r.report_id = p.report_id)
--           ->  Seq Scan on report r
--                 Filter: ((received_at >= '…'::timestamp with time zone) AND (received_at < '…'::timestamp with time zone))
--           ->  Hash
--                 ->  Seq Scan on report_person p
