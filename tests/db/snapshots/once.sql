-- takeKey
insert into request_once (account_id, key, request_hash, taken_at)
values ($1, $2, $3, $4)
on conflict do nothing;
--   Insert on request_once
--     Conflict Resolution: NOTHING
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result

-- findKey
select request_hash as "requestHash", made_id as "madeId"
from request_once where account_id = $1 and key = $2;
--   Result
--     One-Time Filter: ('…' = '…'::uuid)
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Seq Scan on request_once
--           Filter: ((account_id = '…'::uuid) AND (key = '…'::text))

-- setMade
update request_once set made_id = $1 where account_id = $2 and key = $3;
--   Update on request_once
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Result
--           One-Time Filter: ('…' = '…'::uuid)
--           ->  Seq Scan on request_once
--                 Filter: ((account_id = '…'::uuid) AND (key = '…'::text))

-- freeKey
delete from request_once where account_id = $1 and key = $2;
--   Delete on request_once
--     InitPlan 1 (returns '…')
--       ->  Result
--     ->  Result
--           One-Time Filter: ('…' = '…'::uuid)
--           ->  Seq Scan on request_once
--                 Filter: ((account_id = '…'::uuid) AND (key = '…'::text))

-- forgetKeys
delete from request_once where taken_at < $1;
--   Delete on request_once
--     ->  Seq Scan on request_once
--           Filter: (taken_at < '…'::timestamp with time zone)
