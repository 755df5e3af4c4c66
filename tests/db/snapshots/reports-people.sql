-- insertPerson
insert into report_person (report_id, sealed) values ($1, $2);
--   Insert on report_person
--     ->  Result

-- readSealed
select sealed from report_person where report_id = $1;
--   Seq Scan on report_person
--     Filter: (report_id = '…'::uuid)

-- holdTold
select browser_id as "browserId", sealed from hold_told($1);
--   Function Scan on hold_told

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

-- blurMessages
update report_message set text = null
where report_id = $1 and sender = 'reporter' and text is not null;
--   Update on report_message
--     ->  Seq Scan on report_message
--           Filter: ((text IS NOT NULL) AND (report_id = '…'::uuid) AND (sender = '…'::text))

-- forgetMessagePhotos
with gone as (delete from report_photo where report_id = $1 and message_id is not null returning upload_id),
freed as (delete from upload where upload_id in (select upload_id from gone))
select count(*)::int as count from gone;
--   Aggregate
--     CTE gone
--       ->  Delete on report_photo
--             ->  Index Scan using report_photo_report_id_idx on report_photo
--                   Index Cond: (report_id = '…'::uuid)
--                   Filter: (message_id IS NOT NULL)
--     CTE freed
--       ->  Delete on upload
--             ->  Hash Semi Join
--                   Hash Cond: (upload.upload_id = gone_1.upload_id)
--                   ->  Seq Scan on upload
--                   ->  Hash
--                         ->  CTE Scan on gone gone_1
--     ->  CTE Scan on gone

-- namedReports
select p.report_id as "reportId", p.sealed from report_person p join report r using (report_id)
where p.sealed is not null and ($1::uuid is null or p.report_id > $2)
  and (acting_account() is null or not r.case_id in (select cases_closed_to(acting_account())))
order by p.report_id limit $3;
--   Limit
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Nested Loop
--           ->  Index Scan using report_person_pkey on report_person p
--                 Filter: ('…' AND (sealed IS NOT NULL) AND (SubPlan 3))
--                 SubPlan 3
--                   ->  Index Scan using report_pkey on report r_1
--                         Index Cond: (report_id = p.report_id)
--                         Filter: reaches_case(case_id)
--           ->  Index Scan using report_pkey on report r
--                 Index Cond: (report_id = p.report_id)
--                 Filter: (reaches_case(case_id) AND ((acting_account() IS NULL) OR (NOT (hashed SubPlan 1))))
--                 SubPlan 1
--                   ->  ProjectSet
--                         ->  Result

-- reportersKeptSince
select r.report_id as "reportId"
from violation_case c join report r using (case_id)
where c.ended_at < $1
  and (exists (select from report_person p where p.report_id = r.report_id and p.sealed is not null)
       or exists (select from report_push b where b.report_id = r.report_id)
       or exists (select from report_message m
                  where m.report_id = r.report_id and m.sender = 'reporter' and m.text is not null)
       or exists (select from case_dispute d where d.report_id = r.report_id and d.words is not null))
order by c.ended_at, r.report_id limit 1000;
--   Limit
--     ->  Sort
--           Sort Key: c.ended_at, r.report_id
--           ->  Nested Loop
--                 ->  Index Scan using violation_case_ended_at_idx on violation_case c
--                       Index Cond: (ended_at < '…'::timestamp with time zone)
--                 ->  Index Scan using report_case_id_idx on report r
--                       Index Cond: (case_id = c.case_id)
--                       Filter: ((hashed SubPlan 2) OR (hashed SubPlan 4) OR (hashed SubPlan 6) OR (SubPlan 7))
--                       SubPlan 2
--                         ->  Seq Scan on report_person p
--                               Filter: (sealed IS NOT NULL)
--                       SubPlan 4
--                         ->  Seq Scan on report_push b
--                       SubPlan 6
--                         ->  Seq Scan on report_message m
--                               Filter: ((text IS NOT NULL) AND (sender = '…'::text))
--                       SubPlan 7
--                         ->  Seq Scan on case_dispute d
--                               Filter: ((words IS NOT NULL) AND (report_id = r.report_id))

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
