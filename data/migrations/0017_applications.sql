-- 0017_applications: applications for a KRK, who asks, their papers and moves, numbers of documents, settings of the service.
-- Why: a KRK is asked for, worked on by several people under a clock, and numbered without a gap. Who asks lies apart from
--      what is asked, encrypted, so that most of the people who work on it never see it.
-- Locks: creates new tables. Undo: a new migration that drops them.

create table application (
  application_id uuid primary key,
  -- 50 random bits in Crockford's base 32: a ticket cannot be guessed, and says nothing about the one before it.
  ticket         text not null unique check (ticket ~ '^KRK-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
  secret_hash    bytea not null,                   -- SHA-256 of 128 random bits that stand in the applicant's link alone
  account_id     uuid references account on delete set null,
  language       text not null check (language in ('id', 'en')),
  state          text not null check (state in (
    'draf', 'diajukan', 'verifikasiBerkas', 'dikembalikan', 'survei', 'analisis', 'verifikasi', 'penandatanganan', 'terbit',
    'ditolak', 'keberatan', 'ditarik', 'dicabut', 'digantikan', 'kedaluwarsa')),
  is_held        boolean not null default false,
  has_objected   boolean not null default false,
  revision       integer not null default 1 check (revision > 0),
  ground         jsonb,                            -- see server/domain/krk/application.ts
  planned_use    jsonb,
  land_proof_kind text,
  geom           geometry(MultiPolygon, 4326),     -- the ground as it was submitted
  area_m2        double precision check (area_m2 > 0), -- geodesic
  kelurahan      text,
  is_trial       boolean not null default false,   -- demonstration rules held where it lies
  sheet          jsonb not null,                   -- see server/domain/krk/sheet.ts
  answer         jsonb,                            -- what the plan said when the sheet was finished
  prepared_by    uuid[] not null default '{}',     -- everybody who ever was, the newest last
  verified_by    uuid[] not null default '{}',
  decided_by     uuid[] not null default '{}',
  due_on         date,
  document_id    text,
  issued_at      timestamptz,
  valid_until    date,                             -- last day; null = no end of its own
  created_at     timestamptz not null,
  submitted_at   timestamptz,
  ended_at       timestamptz,
  check ((state = 'terbit') <= (issued_at is not null)),
  check (not is_held or state in ('verifikasiBerkas', 'survei', 'analisis', 'verifikasi'))
);
create index on application (state, due_on);
create index on application (account_id) where account_id is not null;
create index on application (ended_at) where ended_at is not null;

-- Who asks, and by what they hold the land: encrypted with the key "personal".
create table application_person (
  application_id uuid primary key references application on delete cascade,
  sealed         text                              -- null: erased
);

create table application_move (
  move_no        bigint generated always as identity primary key,
  application_id uuid not null references application on delete cascade,
  step           text not null,
  from_state     text not null,
  to_state       text not null,
  is_held        boolean not null,
  at             timestamptz not null,
  actor          text not null,
  reason         text,
  article        text
);
create index on application_move (application_id, move_no);

create table application_paper (
  paper_id       uuid primary key,
  application_id uuid not null references application on delete cascade,
  kind           text not null,
  upload_id      uuid not null references upload,
  media_type     text not null,
  verdict        text not null default 'waiting' check (verdict in ('waiting', 'accepted', 'refused')),
  note           text,
  added_at       timestamptz not null
);
create index on application_paper (application_id);

-- The register of numbers: a row that was reserved stays, used or voided, so that a series has no gap.
create table number_series (
  series text not null check (series ~ '^[a-z-]{1,40}$'),
  year   integer not null,
  last   integer not null check (last >= 0),
  primary key (series, year)
);
create table document_number (
  series         text not null,
  year           integer not null,
  sequence       integer not null check (sequence > 0),
  number         text not null,
  application_id uuid not null references application,
  state          text not null check (state in ('reserved', 'used', 'voided')),
  void_reason    text,
  reserved_at    timestamptz not null,
  primary key (series, year, sequence),
  unique (series, number),
  foreign key (series, year) references number_series,
  check ((state = 'voided') = (void_reason is not null))
);
create unique index on document_number (application_id) where state <> 'voided';

create table service_setting (
  service  text primary key,
  settings jsonb not null,                         -- see server/domain/krk/settings.ts
  revision integer not null check (revision > 0),
  set_by   text not null,
  set_at   timestamptz not null
);

-- Holidays of a year as the office has loaded them; a year of data/code-lists/holidays.csv is replaced by it.
create table holiday_year (
  year   integer primary key check (year between 2000 and 2200),
  source text not null,
  days   jsonb not null,
  set_by text not null,
  set_at timestamptz not null
);

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
-- Applicants have no account, as a rule: they come through the program itself, with the secret of their link.
create function works_on_applications() returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select acting_roles() && array['petugasLayanan', 'surveyor', 'analis', 'verifikator', 'pejabatPenandatangan',
                                 'pejabatPenghubung']
$$;
create function signs() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select 'pejabatPenandatangan' = any (acting_roles())
$$;

alter table application enable row level security;
create policy application_is_seen on application for select using (
  account_id = (select acting_account()) or (select works_on_applications()) or (select 'auditor' = any (acting_roles())));
-- Nobody decides in the name of somebody else, and whoever prepared it does not sign.
create policy application_is_moved on application for update
  using ((select works_on_applications()))
  with check (
    (state not in ('ditolak', 'dicabut', 'terbit') or (select acting_account()) = any (decided_by))
    and (state <> 'terbit' or ((select signs()) and not (select acting_account()) = any (prepared_by || verified_by)))
    and (state <> 'penandatanganan' or not (select acting_account()) = any (prepared_by) or (select signs())));

alter table application_person enable row level security;
create policy person_is_seen on application_person for select using (
  (select acting_roles() && array['petugasLayanan', 'pejabatPenghubung'])
  or exists (select from application a where a.application_id = application_person.application_id
             and a.account_id = (select acting_account())));

alter table application_move enable row level security;
create policy move_is_seen on application_move for select
  using ((select works_on_applications()) or (select 'auditor' = any (acting_roles())));
create policy move_is_made on application_move for insert
  with check (actor = 'account:' || (select acting_account())::text and (select works_on_applications()));

alter table application_paper enable row level security;
create policy paper_is_seen on application_paper for select
  using ((select works_on_applications()) or (select 'auditor' = any (acting_roles())));
create policy paper_is_checked on application_paper for update
  using ((select 'petugasLayanan' = any (acting_roles())));

alter table number_series enable row level security;
create policy series_is_seen on number_series for select using (true);
create policy series_begins on number_series for insert with check ((select signs()));
create policy series_goes_on on number_series for update using ((select signs()));

alter table document_number enable row level security;
create policy number_is_seen on document_number for select using (true);
create policy number_is_reserved on document_number for insert with check ((select signs()));
create policy number_is_used on document_number for update using ((select signs()));

alter table service_setting enable row level security;
create policy setting_is_seen on service_setting for select using (true);
create policy setting_is_made on service_setting for insert
  with check ((select acting_roles() && array['pejabatPenandatangan', 'administrator']));
create policy setting_is_changed on service_setting for update
  using ((select acting_roles() && array['pejabatPenandatangan', 'administrator']));

alter table holiday_year enable row level security;
create policy holidays_are_seen on holiday_year for select using (true);
create policy holidays_are_loaded on holiday_year for insert
  with check ((select acting_roles() && array['pejabatPenandatangan', 'administrator']));
create policy holidays_are_changed on holiday_year for update
  using ((select acting_roles() && array['pejabatPenandatangan', 'administrator']));
