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

-- findInForce
with recursive line as (
  select application_id, state, issued_at from application where application_id = $1
  union
  select a.application_id, a.state, a.issued_at
  from application a join line on a.replaces = line.application_id where a.issued_at is not null)
select application_id as id from line where state = 'terbit' order by issued_at desc limit 1;
--   Limit
--     CTE line
--       ->  Recursive Union
--             ->  Index Scan using application_pkey on application
--                   Index Cond: (application_id = '…'::uuid)
--             ->  Hash Join
--                   Hash Cond: (line_1.application_id = a.replaces)
--                   ->  WorkTable Scan on line line_1
--                   ->  Hash
--                         ->  Index Scan using application_replaces_idx on application a
--                               Filter: (issued_at IS NOT NULL)
--     ->  Sort
--           Sort Key: line.issued_at DESC
--           ->  CTE Scan on line
--                 Filter: (state = '…'::text)
