-- findActor
select s.updated_at as "usedAt", a.id as "accountId", a.name, a.producer_id as "producerId", a.kelurahan_code as "kelurahanCode",
       s.id as "sessionId", a.has_second_factor and s.has_second_factor as "hasSecondFactor",
       a.has_second_factor and not s.has_second_factor as "owesSecondFactor",
       array(select role from account_role r where r.account_id = a.id order by role) as roles
from account_session s join account a on a.id = s.account_id
where s.token = $1 and s.expires_at > $2 and s.updated_at > $3 and a.disabled_at is null;
--   Nested Loop
--     Join Filter: (s.account_id = a.id)
--     ->  Seq Scan on account_session s
--           Filter: ((expires_at > '…'::timestamp with time zone) AND (updated_at > '…'::timestamp with time zone) AND (token = '…'::text))
--     ->  Seq Scan on account a
--           Filter: (disabled_at IS NULL)
--     SubPlan 1
--       ->  Index Scan using account_role_pkey on account_role r
--             Index Cond: (account_id = a.id)

-- touchSession
update account_session set updated_at = $1 where id = $2 and updated_at < $3;
--   Update on account_session
--     ->  Seq Scan on account_session
--           Filter: ((updated_at < '…'::timestamp with time zone) AND (id = '…'::uuid))

-- actAsStaff
select act_as_staff($1);
--   Result

-- actAsProgram
select set_config('role', 'none', true), set_config('omod.session_id', '', true);
--   Result

-- findAccountByEmail
select id as "accountId", name, email, disabled_at is not null as "isClosed", has_second_factor as "hasSecondFactor",
       array(select role from account_role r where r.account_id = a.id order by role) as roles
from account a where email = $1;
--   Seq Scan on account a
--     Filter: (email = '…'::text)
--     SubPlan 1
--       ->  Sort
--             Sort Key: r.role
--             ->  Seq Scan on account_role r
--                   Filter: (account_id = a.id)

-- findAccountBySession
select a.id as "accountId", name, email, disabled_at is not null as "isClosed",
       a.has_second_factor as "hasSecondFactor",
       array(select role from account_role r where r.account_id = a.id order by role) as roles
from account_session s join account a on a.id = s.account_id where s.token = $1;
--   Hash Join
--     Hash Cond: (a.id = s.account_id)
--     ->  Seq Scan on account a
--     ->  Hash
--           ->  Seq Scan on account_session s
--                 Filter: (token = '…'::text)
--     SubPlan 1
--       ->  Index Scan using account_role_pkey on account_role r
--             Index Cond: (account_id = a.id)

-- markSecondFactor
update account_session set has_second_factor = true where token = $1;
--   Update on account_session
--     ->  Seq Scan on account_session
--           Filter: (token = '…'::text)

-- rememberCode
delete from account_used_code where used_at < $1::timestamptz - interval '5 minutes';
--   Delete on account_used_code
--     ->  Seq Scan on account_used_code
--           Filter: (used_at < ('…'::timestamp with time zone - '…'::interval))

-- rememberCode
insert into account_used_code (account_id, code_hash, used_at) values ($1, $2, $3)
on conflict do nothing;
--   Insert on account_used_code
--     Conflict Resolution: NOTHING
--     ->  Result

-- endSessions
delete from account_session where account_id = $1 and id is distinct from $2::uuid;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((id IS DISTINCT FROM '…'::uuid) AND (account_id = '…'::uuid))

-- endHalfwaySessions
delete from account_session where account_id = $1 and not has_second_factor;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((NOT has_second_factor) AND (account_id = '…'::uuid))

-- endSession
delete from account_session where account_id = $1 and id = $2;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((account_id = '…'::uuid) AND (id = '…'::uuid))

-- listSessions
select id as "sessionId", created_at as "createdAt", expires_at as "expiresAt",
       nullif(ip_address, '') as address, nullif(user_agent, '') as "userAgent"
from account_session
where account_id = $1 and expires_at > $2 and updated_at > $3
order by created_at desc;
--   Sort
--     Sort Key: account_session.created_at DESC
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on account_session
--           Filter: (((account_id = '…') OR '…') AND (expires_at > '…'::timestamp with time zone) AND (updated_at > '…'::timestamp with time zone) AND (account_id = '…'::uuid))

-- readOwnAccount
select email, has_second_factor as "isSecondFactorSet", is_demo as "isDemo",
       exists (select from account_credential c where c.account_id = a.id and c.password is not null)
         as "isPasswordSet",
       (select p.name from producer p where p.producer_id = a.producer_id) as producer
from account a where id = $1;
--   Seq Scan on account a
--     Filter: (id = '…'::uuid)
--     SubPlan 1
--       ->  Seq Scan on account_credential c
--             Filter: ((password IS NOT NULL) AND (account_id = a.id))
--     SubPlan 3
--       ->  Seq Scan on producer p
--             Filter: (producer_id = a.producer_id)

-- sweepAccounts
delete from account_failure where expires_at < $1;
--   Delete on account_failure
--     ->  Seq Scan on account_failure
--           Filter: (expires_at < '…'::timestamp with time zone)

-- sweepAccounts
delete from account_challenge where expires_at < $1;
--   Delete on account_challenge
--     ->  Seq Scan on account_challenge
--           Filter: (expires_at < '…'::timestamp with time zone)

-- sweepAccounts
delete from account_session where expires_at < $1 or updated_at < $2;
--   Delete on account_session
--     ->  Seq Scan on account_session
--           Filter: ((expires_at < '…'::timestamp with time zone) OR (updated_at < '…'::timestamp with time zone))

-- isWithoutDemoAccounts
select from account where is_demo limit 1;
--   Limit
--     ->  Seq Scan on account
--           Filter: is_demo

-- giveDemoLayers
insert into producer (producer_id, name) values ($1, $2) on conflict (producer_id) do nothing;
--   Insert on producer
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: producer_pkey
--     ->  Result

-- giveDemoLayers
update layer set producer_id = $1 where is_demo and producer_id is null;
--   Update on layer
--     ->  Seq Scan on layer
--           Filter: (is_demo AND (producer_id IS NULL))

-- findFirstKelurahan
select min(code) as code from admin_area where level = 'kelurahan';
--   Aggregate
--     ->  Seq Scan on admin_area
--           Filter: (level = '…'::text)
