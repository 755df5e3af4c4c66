-- 0029_producers: the agencies that make and keep data are a list, and layers and people name one of it; a session that
--                 nobody uses has ended for the database, too.
--                 And drafts are found by their age.
-- Why: an agency was a text that had to match letter for letter at a layer and at a person; one slip, and somebody kept
--      nothing. What was written so far becomes the list, under the name that its layers print. Row-level security knew
--      the last hour of a session, not its idle end.
-- Locks: layer_version while its index is made; layer, account and account_invitation exclusively while their references are checked; no row of them is written.
-- Undo: a new migration that drops the index, the three constraints and the table, and puts acting_account back as in 0008.

create table producer (
  producer_id text primary key check (length(producer_id) between 1 and 100),
  name        text not null check (length(name) between 1 and 200),
  is_closed   boolean not null default false,    -- nothing new is given to it; what it has stays
  revision    integer not null default 1,
  created_at  timestamptz not null default now(),
  changed_at  timestamptz not null default now()
);

insert into producer (producer_id, name)
select u.producer_id,
       coalesce((select l.producer from layer l
                 where l.producer_id = u.producer_id and l.producer is not null
                 group by l.producer order by count(*) desc, l.producer limit 1), u.producer_id)
from (select producer_id from layer
      union select producer_id from account
      union select producer_id from account_invitation) u
where u.producer_id is not null;

alter table layer add constraint layer_is_of_producer foreign key (producer_id) references producer;
alter table account add constraint account_is_of_producer foreign key (producer_id) references producer;
alter table account_invitation add constraint invitation_is_of_producer foreign key (producer_id) references producer;

alter table producer enable row level security;
create policy producer_is_known on producer for select using ((select acts_as_staff()));
create policy producer_is_added on producer for insert with check ((select 'walidata' = any (acting_roles())));
create policy producer_is_changed on producer for update using ((select 'walidata' = any (acting_roles())));

-- Drafts that became part of nothing are looked for every hour (forget_old_draft).
create index on layer_version (imported_at);

-- The account whose session acts in this transaction; null outside of act_as_staff, and when the session holds no more.
-- Two hours without use: as in server/features/accounts/idle.ts.
create or replace function acting_account() returns uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select s.account_id
  from account_session s join account a on a.id = s.account_id
  where s.id = nullif(current_setting('omod.session_id', true), '')::uuid
    and s.expires_at > clock_timestamp() and s.updated_at > clock_timestamp() - interval '2 hours'
    and a.disabled_at is null
$$;
