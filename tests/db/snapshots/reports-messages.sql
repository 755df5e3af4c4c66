-- messagesIn
select report_id as "reportId", message_id as "messageId", sender, account_id as "accountId", text, sent_at as "sentAt"
from report_message where report_id = $1 order by sent_at, message_id;
--   Sort
--     Sort Key: sent_at, message_id
--     ->  Seq Scan on report_message
--           Filter: (report_id = '…'::uuid)

-- insertMessage
insert into report_message (report_id, message_id, sender, account_id, text, sent_at)
values ($1, $2, $3, $4, $5, $6)
on conflict do nothing;
--   Insert on report_message
--     Conflict Resolution: NOTHING
--     ->  Result

-- countWritten
select (select count(*)::int from report_message where report_id = $1 and sender = 'reporter') as messages,
       (select count(*)::int from report_photo where report_id = $2) as photos;
--   Result
--     InitPlan 1 (returns '…')
--       ->  Aggregate
--             ->  Seq Scan on report_message
--                   Filter: ((report_id = '…'::uuid) AND (sender = '…'::text))
--     InitPlan 2 (returns '…')
--       ->  Aggregate
--             ->  Index Scan using report_photo_report_id_idx on report_photo
--                   Index Cond: (report_id = '…'::uuid)
