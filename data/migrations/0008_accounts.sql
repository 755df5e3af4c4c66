-- 0008_accounts: people, what they are, how they prove it, and the second lock on what they may reach.
-- Why: whoever changes the plan or reads about a person must be somebody, with a right that is written down twice: once in
--      server/domain/accounts/rights.ts and once here, for the day on which a route forgets to ask.
-- Locks: creates new tables; row security on log_event takes an exclusive lock for a moment.
-- Undo: a new migration that drops these tables and functions, and disables row security on log_event.
-- The tables account, account_session, account_credential, account_challenge and account_second_factor are written by the
-- authentication library through server/features/accounts/queries.ts; their columns are the fields that it knows.

create table account (
  id             uuid primary key,
  name           text not null check (length(name) between 1 and 200),
  email          text not null unique check (email = lower(email) and length(email) <= 254),
  email_verified boolean not null default false,
  image          text,
  has_second_factor boolean not null default false,
  language       text not null default 'id' check (language in ('id', 'en')),
  producer_id    text check (length(producer_id) between 1 and 100), -- the office whose data this person keeps
  kelurahan_code text check (length(kelurahan_code) between 1 and 40),
  disabled_at    timestamptz,                    -- from then on no session of it holds
  is_demo        boolean not null default false, -- CONTOH: in the demo city of the private cluster only
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);

create table account_role (
  account_id uuid not null references account on delete cascade,
  role       text not null check (role in (
    'pemohon', 'pelaporTerverifikasi', 'petugasLayanan', 'surveyor', 'analis', 'verifikator', 'pejabatPenandatangan',
    'produsenData', 'walidata', 'pejabatPenghubung', 'satpolPp', 'lurah', 'auditor', 'administrator')),
  primary key (account_id, role)
);

create table account_session (
  id          uuid primary key,
  token       text not null unique,              -- of no use without the signature in the cookie
  account_id  uuid not null references account on delete cascade,
  expires_at  timestamptz not null,
  ip_address  text,
  user_agent  text,
  has_second_factor boolean not null default false, -- it was shown here
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index on account_session (account_id);

-- How an account proves itself: a password (argon2id), or a subject of the city's single sign-on.
create table account_credential (
  id          uuid primary key,
  account_id  uuid not null references account on delete cascade,
  provider_id text not null,
  subject     text not null,
  password    text,
  access_token text, refresh_token text, id_token text, scope text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  unique (provider_id, subject)
);
create index on account_credential (account_id);

-- Short-lived values of the library: a sign-in that waits for its second factor, the state of a single sign-on.
create table account_challenge (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on account_challenge (identifier);

create table account_second_factor (
  id           uuid primary key,
  account_id   uuid not null unique references account on delete cascade,
  secret       text not null,                    -- encrypted with the key "account"
  backup_codes text not null,                    -- encrypted with the key "account"
  verified     boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- A code that was shown once is refused while it would still be right.
create table account_used_code (
  account_id uuid not null references account on delete cascade,
  code_hash  bytea not null,
  used_at    timestamptz not null,
  primary key (account_id, code_hash)
);

create table account_invitation (
  invitation_id  uuid primary key,
  token_hash     bytea not null unique,          -- SHA-256 of 256 random bits; they themselves stand in the message alone
  account_id     uuid references account on delete cascade, -- a new password for somebody who is there
  email          text not null check (email = lower(email)),
  roles          text[] not null default '{}',
  producer_id    text,
  kelurahan_code text,
  language       text not null default 'id' check (language in ('id', 'en')),
  invited_by     text not null,                  -- 'operator' or 'account:<id>'
  invited_at     timestamptz not null,
  expires_at     timestamptz not null,
  accepted_at    timestamptz,
  withdrawn_at   timestamptz
);
create index on account_invitation (email);

-- Failed tries, by a keyed hash of who tried what from where: neither address nor name can be read from it.
create table account_failure (
  scope_hash bytea primary key,
  failures   integer not null,
  last_at    timestamptz not null,
  expires_at timestamptz not null
);
create index on account_failure (expires_at);

-- ---------------------------------------------------------------- the second lock
-- What follows looks the session up again and believes nothing that it is told but the session's id.

-- The account whose session acts in this transaction; null outside of act_as_staff, and when the session holds no more.
create function acting_account() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select s.account_id
  from account_session s join account a on a.id = s.account_id
  where s.id = nullif(current_setting('omod.session_id', true), '')::uuid
    and s.expires_at > clock_timestamp() and a.disabled_at is null
$$;

create function acting_roles() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(role), '{}') from account_role where account_id = acting_account()
$$;

create function acting_producer() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select producer_id from account where id = acting_account()
$$;

create function acting_kelurahan() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select kelurahan_code from account where id = acting_account()
$$;

create function is_staff(p_account_id uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from account_role
                 where account_id = p_account_id and role not in ('pemohon', 'pelaporTerverifikasi'))
$$;

alter table account enable row level security;
-- Colleagues see who did what; citizens see themselves; of citizens staff see nothing here.
create policy account_is_seen on account for select using (
  id = (select acting_account())
  or (is_staff(id) and (select is_staff(acting_account())))
  or (select acting_roles() && array['administrator', 'auditor']));
create policy account_is_made on account for insert with check ((select 'administrator' = any (acting_roles())));
create policy account_is_changed on account for update using ((select 'administrator' = any (acting_roles())));

-- Staff cannot reach secrets; taking the mark of a second factor away takes the factor itself.
create function remove_second_factor() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from account_second_factor where account_id = new.id;
  return null;
end $$;
create trigger second_factor_is_removed after update of has_second_factor on account
  for each row when (old.has_second_factor and not new.has_second_factor) execute function remove_second_factor();

alter table account_role enable row level security;
create policy role_is_seen on account_role for select using (
  account_id = (select acting_account()) or (select acting_roles() && array['administrator', 'auditor']));
create policy role_is_given on account_role for insert with check ((select 'administrator' = any (acting_roles())));
create policy role_is_taken on account_role for delete using ((select 'administrator' = any (acting_roles())));

alter table account_session enable row level security;
create policy session_is_seen on account_session for select
  using (account_id = (select acting_account()) or (select 'administrator' = any (acting_roles())));
create policy session_is_ended on account_session for delete
  using (account_id = (select acting_account()) or (select 'administrator' = any (acting_roles())));

alter table account_invitation enable row level security;
create policy invitation_is_managed on account_invitation for all
  using ((select 'administrator' = any (acting_roles())))
  with check ((select 'administrator' = any (acting_roles())));

alter table log_event enable row level security;
create policy log_is_read on log_event for select using ((select 'auditor' = any (acting_roles())));
-- Nobody writes into the log in the name of somebody else.
create policy log_is_written on log_event for insert
  with check ((select acting_account()) is not null and actor = 'account:' || (select acting_account())::text);
