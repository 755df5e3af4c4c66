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
--     ->  Seq Scan on report_person
--           Filter: ((sealed IS NOT NULL) AND (report_id = '…'::uuid))

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
