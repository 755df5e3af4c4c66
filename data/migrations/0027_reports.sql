-- 0027_reports: reports of violations: what was seen and where, photos, messages, and, apart from all of it, who sent it.
-- Why: somebody tells the city about a violation without an account, follows it with a secret, and stays unknown to everybody
--      who need not know. Nothing in `report` says who; of the anonymous there is no row of a person at all.
-- Locks: creates new tables. Undo: a new migration that drops them.

create table report (
  report_id      uuid primary key,
  ticket         text not null unique check (ticket ~ '^LAP-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'),
  secret_hash    bytea not null check (length(secret_hash) = 32), -- of 128 random bits that only the reporter has
  case_id        uuid not null references violation_case,
  event_id       uuid not null,                    -- the entry of the log that proves when it came
  language       text not null check (language in ('id', 'en')),
  category       text not null,                    -- server/domain/report/category.ts
  track          text not null check (track in ('ruang', 'bangunan')),
  description    text check (length(description) <= 8000), -- null: erased after its time
  place          geometry(Point, 4326),
  place_from     text check (place_from in ('map', 'device', 'typed')),
  accuracy_m     double precision check (accuracy_m >= 0), -- as the device said it: nothing is decided by it
  cell           text,                             -- the square by which the public is told: server/domain/report/similar.ts
  landmark       text,
  kelurahan      text,
  kelurahan_code text,
  seen_on        date not null,
  ongoing        text not null check (ongoing in ('yes', 'no', 'unknown')),
  rule_key       text,                             -- the row that seems broken, as it was chosen
  rule           jsonb,                            -- what that row said; null where the plan has it no more
  jurisdiction   jsonb not null,                   -- server/domain/report/jurisdiction.ts
  about          text check (length(about) <= 600), -- who does it, as the reporter says: for staff alone
  may_pass_on    boolean not null,                 -- to the Ombudsman
  supports       uuid references report,           -- a hint for staff: nothing is joined by it
  is_anonymous   boolean not null,
  is_demo        boolean not null,
  received_at    timestamptz not null,
  check ((place is null) = (landmark is not null)),
  check ((place is null) = (cell is null)),
  check ((place is null) = (place_from is null))
);
create index on report (case_id);
create index on report (cell, received_at) where cell is not null;
create index on report using gist (place);
create index on report (received_at);

-- Who sent it: encrypted with the key "personal". The anonymous have no row.
create table report_person (
  report_id uuid primary key references report,
  sealed    text,                                  -- null: erased
  erased_at timestamptz,
  check ((sealed is null) = (erased_at is not null))
);

create table report_message (
  report_id  uuid not null references report,
  message_id uuid not null,                        -- made by whoever writes: sent twice, it is kept once
  sender     text not null check (sender in ('reporter', 'office')),
  account_id uuid,                                 -- of the office; null: a step of the case said it
  text       text not null check (length(text) <= 4000),
  sent_at    timestamptz not null,
  primary key (report_id, message_id),
  check (sender = 'office' or account_id is null)
);

-- Photos written anew. One that belongs to no report yet is forgotten after some hours.
create table report_photo (
  photo_id    uuid primary key,                    -- made by the device
  upload_id   uuid not null references upload,
  width_px    integer not null check (width_px > 0),
  height_px   integer not null check (height_px > 0),
  received_at timestamptz not null,
  report_id   uuid references report,
  message_id  uuid,
  position_no integer,
  taken_at    timestamptz,                         -- told on purpose, never read from the file
  taken_place geometry(Point, 4326),
  foreign key (report_id, message_id) references report_message,
  check ((report_id is null) = (position_no is null)),
  check (message_id is null or report_id is not null)
);
create index on report_photo (report_id);
create index on report_photo (upload_id);
create index on report_photo (received_at) where report_id is null;

-- What was sent under which key: a lost answer is given again. Neither key nor secret can be read from it: the key's hash
-- names the row, and the secret is encrypted with the key itself.
create table report_once (
  key_hash     bytea primary key check (length(key_hash) = 32),
  request_hash bytea not null check (length(request_hash) = 32), -- HMAC under the key: says nothing without it
  report_id    uuid not null references report deferrable initially deferred,
  sealed       bytea not null,
  taken_at     timestamptz not null
);
create index on report_once (taken_at);

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
-- Reporters have no account: they come through the program itself, with the secret of their link.
create function handles_reports() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['petugasLayanan', 'pejabatPenghubung']
$$;

-- A report is reached by whoever reaches its case: nobody whom it is about.
alter table report enable row level security;
create policy report_is_seen on report for select using (reaches_case(case_id));
create policy report_is_joined on report for update using ((select handles_reports()) and reaches_case(case_id));

alter table report_person enable row level security;
create policy reporter_is_seen on report_person for select using (
  (select handles_reports()) and exists (select from report r where r.report_id = report_person.report_id));

-- Words of a reporter can say who it is: whoever goes out never reads them.
alter table report_message enable row level security;
create policy message_is_seen on report_message for select using (
  (select handles_reports()) and exists (select from report r where r.report_id = report_message.report_id));
-- Whoever moves a case says so in its threads, also who does not read them.
create policy message_is_written on report_message for insert with check (
  sender = 'office'
  and ((account_id = (select acting_account()) and (select handles_reports()))
       or (account_id is null and (select works_on_cases())))
  and exists (select from report r where r.report_id = report_message.report_id));

alter table report_photo enable row level security;
create policy report_photo_is_seen on report_photo for select
  using (exists (select from report r where r.report_id = report_photo.report_id));

alter table report_once enable row level security;
