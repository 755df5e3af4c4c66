-- insertInvitation
update account_invitation set withdrawn_at = $1
where email = $2 and accepted_at is null and withdrawn_at is null;
--   Update on account_invitation
--     ->  Seq Scan on account_invitation
--           Filter: ((accepted_at IS NULL) AND (withdrawn_at IS NULL) AND (email = '…'::text))

-- insertInvitation
insert into account_invitation (invitation_id, token_hash, account_id, email, roles, producer_id, kelurahan_code,
                                language, invited_by, invited_at, expires_at)
values ($1, $2, $3, $4,
        $5, $6, $7, $8,
        $9, $10, $11);
--   Insert on account_invitation
--     ->  Result

-- holds
select invitation_id as "invitationId", account_id as "accountId", i.email, i.language, i.roles, a.name,
         i.producer_id as "producerId", i.kelurahan_code as "kelurahanCode",
         i.expires_at as "expiresAt", (select p.name from producer p where p.producer_id = i.producer_id) as producer,
         (select by.name from account by where 'account:' || by.id::text = i.invited_by) as inviter
  from account_invitation i left join account a on a.id = i.account_id
  where token_hash = $1 and
i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2
and not exists (select from account o where o.id = i.account_id and o.disabled_at is not null)
and (i.invited_by = 'operator' or exists (
  select from account g join account_role r on r.account_id = g.id and r.role = 'administrator'
  where 'account:' || g.id::text = i.invited_by and g.disabled_at is null));
--   Nested Loop Anti Join
--     Join Filter: (o.id = i.account_id)
--     ->  Nested Loop Left Join
--           Join Filter: (a.id = i.account_id)
--           ->  Seq Scan on account_invitation i
--                 Filter: ((accepted_at IS NULL) AND (withdrawn_at IS NULL) AND (expires_at > '…'::timestamp with time zone) AND (token_hash = '…'::bytea) AND ((invited_by = '…'::text) OR (SubPlan 3)))
--                 SubPlan 3
--                   ->  Nested Loop
--                         Join Filter: (g.id = r.account_id)
--                         ->  Seq Scan on account g
--                               Filter: ((disabled_at IS NULL) AND (('…'::text || (id)::text) = i.invited_by))
--                         ->  Seq Scan on account_role r
--                               Filter: (role = '…'::text)
--           ->  Seq Scan on account a
--     ->  Seq Scan on account o
--           Filter: (disabled_at IS NOT NULL)
--     SubPlan 1
--       ->  Seq Scan on producer p
--             Filter: (producer_id = i.producer_id)
--     SubPlan 2
--       ->  Seq Scan on account by
--             Filter: (('…'::text || (id)::text) = i.invited_by)

-- holds
select invitation_id as "invitationId", email, roles, producer_id as "producerId",
         kelurahan_code as "kelurahanCode", account_id is not null as "isNewPassword", invited_at as "invitedAt",
         expires_at as "expiresAt"
  from account_invitation i
  where
i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $1
and not exists (select from account o where o.id = i.account_id and o.disabled_at is not null)
and (i.invited_by = 'operator' or exists (
  select from account g join account_role r on r.account_id = g.id and r.role = 'administrator'
  where 'account:' || g.id::text = i.invited_by and g.disabled_at is null))
  order by invited_at desc limit 500;
--   Limit
--     InitPlan 13 (returns '…')
--       ->  Result
--     InitPlan 14 (returns '…')
--       ->  Result
--     InitPlan 15 (returns '…')
--       ->  Result
--     InitPlan 16 (returns '…')
--       ->  Result
--     ->  Sort
--           Sort Key: i.invited_at DESC
--           ->  Nested Loop Anti Join
--                 ->  Seq Scan on account_invitation i
--                       Filter: ('…' AND (accepted_at IS NULL) AND (withdrawn_at IS NULL) AND (expires_at > '…'::timestamp with time zone) AND ((invited_by = '…'::text) OR (hashed SubPlan 12)))
--                       SubPlan 12
--                         ->  Nested Loop
--                               InitPlan 7 (returns '…')
--                                 ->  Result
--                               InitPlan 8 (returns '…')
--                                 ->  Result
--                               InitPlan 9 (returns '…')
--                                 ->  Result
--                               InitPlan 10 (returns '…')
--                                 ->  Result
--                               InitPlan 11 (returns '…')
--                                 ->  Result
--                               ->  Seq Scan on account_role r
--                                     Filter: (((account_id = '…') OR '…') AND (role = '…'::text))
--                               ->  Index Scan using account_pkey on account g
--                                     Index Cond: (id = r.account_id)
--                                     Filter: ((disabled_at IS NULL) AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))
--                 ->  Index Scan using account_pkey on account o
--                       Index Cond: (id = i.account_id)
--                       Filter: ((disabled_at IS NOT NULL) AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))

-- acceptInvitation
update account_invitation set accepted_at = $1
where invitation_id = $2 and accepted_at is null and withdrawn_at is null;
--   Update on account_invitation
--     ->  Seq Scan on account_invitation
--           Filter: ((accepted_at IS NULL) AND (withdrawn_at IS NULL) AND (invitation_id = '…'::uuid))

-- withdrawInvitation
update account_invitation set withdrawn_at = $1
where invitation_id = $2 and accepted_at is null and withdrawn_at is null;
--   Update on account_invitation
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on account_invitation
--           Filter: ('…' AND (accepted_at IS NULL) AND (withdrawn_at IS NULL) AND (invitation_id = '…'::uuid))

-- withdrawInvitationsAround
update account_invitation set withdrawn_at = $1
where accepted_at is null and withdrawn_at is null
  and (invited_by = $2 or ($3 and account_id = $4))
returning invitation_id as "invitationId";
--   Update on account_invitation
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     ->  Seq Scan on account_invitation
--           Filter: ('…' AND (accepted_at IS NULL) AND (withdrawn_at IS NULL) AND ((invited_by = '…'::text) OR (account_id = '…'::uuid)))

-- insertAccount
insert into account (id, name, email, email_verified, language, producer_id, kelurahan_code, is_demo, created_at,
                     updated_at)
values ($1, $2, $3, true, $4, $5,
        $6, $7, $8, $9);
--   Insert on account
--     ->  Result

-- giveRoles
delete from account_role where account_id = $1 and role <> all($2);
--   Delete on account_role
--     ->  Seq Scan on account_role
--           Filter: ((role <> ALL ('…'::text[])) AND (account_id = '…'::uuid))

-- giveRoles
insert into account_role (account_id, role)
select $1, given.role from unnest($2::text[]) as given (role)
where not exists (select from account_role r where r.account_id = $3 and r.role = given.role)
on conflict do nothing;
--   Insert on account_role
--     Conflict Resolution: NOTHING
--     ->  Nested Loop Anti Join
--           Join Filter: (r.role = given.role)
--           ->  Function Scan on unnest given
--           ->  Seq Scan on account_role r
--                 Filter: (account_id = '…'::uuid)

-- updateStanding
update account set producer_id = $1, kelurahan_code = $2, updated_at = $3
where id = $4;
--   Update on account
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     ->  Index Scan using account_pkey on account
--           Index Cond: (id = '…'::uuid)
--           Filter: ('…' AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))

-- setClosed
update account set disabled_at = $1, updated_at = $2
where id = $3 and (disabled_at is null) = $4;
--   Update on account
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     ->  Index Scan using account_pkey on account
--           Index Cond: (id = '…'::uuid)
--           Filter: ('…' AND (disabled_at IS NULL) AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))

-- removeSecondFactor
update account set has_second_factor = false, updated_at = $1
where id = $2 and has_second_factor;
--   Update on account
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     InitPlan 6 (returns '…')
--       ->  Result
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     ->  Index Scan using account_pkey on account
--           Index Cond: (id = '…'::uuid)
--           Filter: ('…' AND has_second_factor AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))

-- listPeople
select a.id as "accountId", a.name, a.email, a.disabled_at is not null as "isClosed", a.is_demo as "isDemo",
       a.has_second_factor as "hasSecondFactor", a.producer_id as "producerId",
       a.kelurahan_code as "kelurahanCode", a.created_at as "createdAt",
       array(select role from account_role r where r.account_id = a.id order by role) as roles,
       (select max(s.created_at) from account_session s where s.account_id = a.id) as "lastSignedInAt"
from account a
where $1::uuid is null or a.id = $2
order by a.name, a.id limit 1000;
--   Limit
--     InitPlan 7 (returns '…')
--       ->  Result
--     InitPlan 8 (returns '…')
--       ->  Result
--     InitPlan 9 (returns '…')
--       ->  Result
--     ->  Result
--           ->  Sort
--                 Sort Key: a.name, a.id
--                 ->  Seq Scan on account a
--                       Filter: ((id = '…') OR (is_staff(id) AND '…') OR '…')
--           SubPlan 3
--             ->  Index Scan using account_role_pkey on account_role r
--                   Index Cond: (account_id = a.id)
--                   Filter: ((account_id = '…') OR '…')
--                   InitPlan 1 (returns '…')
--                     ->  Result
--                   InitPlan 2 (returns '…')
--                     ->  Result
--           SubPlan 6
--             ->  Aggregate
--                   InitPlan 4 (returns '…')
--                     ->  Result
--                   InitPlan 5 (returns '…')
--                     ->  Result
--                   ->  Seq Scan on account_session s
--                         Filter: (((account_id = '…') OR '…') AND (account_id = a.id))

-- listAuditors
select a.id as "accountId", a.email, a.language from account a join account_role r on r.account_id = a.id
where r.role = 'auditor' and a.disabled_at is null order by a.id;
--   Sort
--     Sort Key: a.id
--     ->  Nested Loop
--           Join Filter: (a.id = r.account_id)
--           ->  Seq Scan on account a
--                 Filter: (disabled_at IS NULL)
--           ->  Seq Scan on account_role r
--                 Filter: (role = '…'::text)

-- lockPerson
select from account where id = $1 for update;
--   LockRows
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     ->  Index Scan using account_pkey on account
--           Index Cond: (id = '…'::uuid)
--           Filter: ('…' AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))

-- countAdministrators
select pg_advisory_xact_lock(hashtext('one-map-one-data administrators'));
--   Result

-- countAdministrators
select count(*)::int as count from account_role r join account a on a.id = r.account_id
where r.role = 'administrator' and a.disabled_at is null;
--   Aggregate
--     InitPlan 1 (returns '…')
--       ->  Result
--     InitPlan 2 (returns '…')
--       ->  Result
--     InitPlan 3 (returns '…')
--       ->  Result
--     InitPlan 4 (returns '…')
--       ->  Result
--     InitPlan 5 (returns '…')
--       ->  Result
--     ->  Nested Loop
--           ->  Seq Scan on account_role r
--                 Filter: (((account_id = '…') OR '…') AND (role = '…'::text))
--           ->  Index Scan using account_pkey on account a
--                 Index Cond: (id = r.account_id)
--                 Filter: ((disabled_at IS NULL) AND ((id = '…') OR (is_staff(id) AND '…') OR '…'))

-- colleagues
select id::text as "accountId", name, disabled_at is not null as "isGone" from account
where id::text = any($1);
--   Seq Scan on account
--     Filter: ((id)::text = ANY ('…'::text[]))

-- kelurahanChoices
select distinct on (a.parent_name, a.name, a.code) a.code, a.name, a.parent_name as kecamatan
from version_in_force($1::date) f join admin_area a on a.version_id = f.version_id
where f.kind = 'admin' and a.level = 'kelurahan' and a.code is not null and ($2::text is null or a.code = $3)
order by a.parent_name, a.name, a.code;
--   Unique
--     ->  Sort
--           Sort Key: a.parent_name, a.name, a.code
--           ->  Nested Loop
--                 Join Filter: (p.version_id = a.version_id)
--                 ->  Nested Loop
--                       ->  Nested Loop
--                             Join Filter: (p.layer_id = l.layer_id)
--                             ->  Subquery Scan on p
--                                   Filter: (p.access_class = '…'::text)
--                                   ->  Unique
--                                         ->  Sort
--                                               Sort Key: publication.layer_id, publication.valid_from DESC, publication.recorded_at DESC, publication.publication_id DESC
--                                               ->  Seq Scan on publication
--                                                     Filter: (valid_from <= '…'::date)
--                             ->  Seq Scan on layer l
--                                   Filter: ((access_class = '…'::text) AND (kind = '…'::text))
--                       ->  Index Scan using layer_version_pkey on layer_version v
--                             Index Cond: (version_id = p.version_id)
--                 ->  Seq Scan on admin_area a
--                       Filter: ((code IS NOT NULL) AND (level = '…'::text))
