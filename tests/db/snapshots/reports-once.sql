-- findOnce
select o.request_hash as "requestHash", o.sealed, r.ticket, r.received_at as "receivedAt"
from report_once o join report r using (report_id) where o.key_hash = $1;
--   Nested Loop
--     ->  Seq Scan on report_once o
--           Filter: (key_hash = '…'::bytea)
--     ->  Index Scan using report_pkey on report r
--           Index Cond: (report_id = o.report_id)

-- takeOnce
insert into report_once (key_hash, request_hash, report_id, sealed, taken_at)
values ($1, $2, $3, $4, $5)
on conflict do nothing;
--   Insert on report_once
--     Conflict Resolution: NOTHING
--     ->  Result

-- forgetOnce
delete from report_once where taken_at < $1;
--   Delete on report_once
--     ->  Seq Scan on report_once
--           Filter: (taken_at < '…'::timestamp with time zone)
