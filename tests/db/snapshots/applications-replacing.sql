-- setReplacing
update application set replaces = $1, replaces_as = $2
where application_id = $3;
--   Update on application
--     ->  Index Scan using application_pkey on application
--           Index Cond: (application_id = '…'::uuid)

-- findReplacing
select ticket from application where replaces = $1 and ended_at is null order by created_at limit 1;
--   Limit
--     ->  Sort
--           Sort Key: created_at
--           ->  Index Scan using application_replaces_idx on application
--                 Index Cond: (replaces = '…'::uuid)
--                 Filter: (ended_at IS NULL)
