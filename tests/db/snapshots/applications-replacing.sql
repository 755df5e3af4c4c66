-- setReplacing
update application set replaces = $1, replaces_as = $2
where application_id = $3;
--   Update on application
--     ->  Seq Scan on application
--           Filter: (application_id = '…'::uuid)

-- findReplacing
select ticket from application where replaces = $1 and ended_at is null order by created_at limit 1;
--   Limit
--     ->  Sort
--           Sort Key: created_at
--           ->  Seq Scan on application
--                 Filter: ((ended_at IS NULL) AND (replaces = '…'::uuid))
