-- 0030_case_advice: what others say about cases: the forum of spatial planning on a sanction, and the Ombudsman to the office.
-- Why: whoever gives a sanction weighs what the FPR has said, and it stands with the sanction. What the Ombudsman asks for
--      has a day, and its proof is asked for.
-- Locks: creates a table; case_sanction exclusively for a moment, no row of it is written.
-- Undo: a new migration that drops both.

alter table case_sanction add column fpr_note text;

create table lahp (
  lahp_id     uuid primary key,
  number      text not null check (number <> ''),
  dated_on    date not null,
  received_on date not null,
  action      text not null,
  due_on      date not null,
  case_id     uuid references violation_case,
  evidence    text,
  done_on     date,
  revision    integer not null default 1 check (revision > 0),
  kept_at     timestamptz not null,
  check (dated_on <= received_on and received_on <= due_on),
  check (done_on is null or (evidence is not null and received_on <= done_on))
);
create index on lahp (case_id) where case_id is not null;

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
create function supervises_cases() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['pejabatPenghubung', 'pejabatPenandatangan']
$$;
alter table lahp enable row level security;
create policy lahp_is_seen on lahp for select using ((select supervises_cases()));
create policy lahp_is_written on lahp for insert with check ((select supervises_cases()));
create policy lahp_is_changed on lahp for update using ((select supervises_cases())) with check ((select supervises_cases()));
