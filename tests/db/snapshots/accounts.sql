-- findActor
select a.id as "accountId", a.name, a.producer_id as "producerId", a.kelurahan_code as "kelurahanCode",
       s.id as "sessionId", a.has_second_factor and s.has_second_factor as "hasSecondFactor",
       array(select role from account_role r where r.account_id = a.id order by role) as roles
from account_session s join account a on a.id = s.account_id
where s.token = $1 and s.expires_at > $2 and a.disabled_at is null;
--   Nested Loop
--     Join Filter: (s.account_id = a.id)
--     ->  Seq Scan on account_session s
--           Filter: ((expires_at > '…'::timestamp with time zone) AND (token = '…'::text))
--     ->  Seq Scan on account a
--           Filter: (disabled_at IS NULL)
--     SubPlan 1
--       ->  Index Only Scan using account_role_pkey on account_role r
--             Index Cond: (account_id = a.id)

-- actAsStaff
select act_as_staff($1);
--   Result
