-- takeTry
insert into account_failure as f (scope_hash, failures, last_at, expires_at)
values ($1, 1, $2, $3::timestamptz + interval '1 hour')
on conflict (scope_hash) do update
set failures = case when f.expires_at <= excluded.last_at then 1 else f.failures + 1 end,
    last_at = excluded.last_at, expires_at = excluded.expires_at
where f.expires_at <= excluded.last_at or f.failures < $4
   or f.last_at + interval '15 seconds' * least(60, power(2, least(f.failures - $5, 10))) <= excluded.last_at;
--   Insert on account_failure f
--     Conflict Resolution: UPDATE
--     Conflict Arbiter Indexes: account_failure_pkey
--     Conflict Filter: ((f.expires_at <= excluded.last_at) OR (f.failures < 5) OR ((f.last_at + ('…'::interval * LEAST('…'::double precision, power('…'::double precision, (LEAST((f.failures - 5), 10))::double precision)))) <= excluded.last_at))
--     ->  Result

-- readWait
select greatest(1, ceil(extract(epoch from
         last_at + interval '15 seconds' * least(60, power(2, least(greatest(failures - $1, 0), 10)))
         - $2::timestamptz)))::int as seconds
from account_failure where scope_hash = $3;
--   Seq Scan on account_failure
--     Filter: (scope_hash = '…'::bytea)

-- forgetTries
delete from account_failure where scope_hash = $1;
--   Delete on account_failure
--     ->  Seq Scan on account_failure
--           Filter: (scope_hash = '…'::bytea)

-- giveTryBack
update account_failure set failures = failures - 1 where scope_hash = $1 and failures > 0;
--   Update on account_failure
--     ->  Index Scan using account_failure_pkey on account_failure
--           Index Cond: (scope_hash = '…'::bytea)
--           Filter: (failures > 0)
