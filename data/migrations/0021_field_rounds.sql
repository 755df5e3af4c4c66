-- 0021_field_rounds: rounds on site (of an application now, of a report of a violation next), what is brought home from them.
-- Why: a plot is measured, photographed and decided on by people who stand on it, often without a network and with more than
--      one device. Items are added under an id that the device made and are never changed, so that sending twice stores once
--      and two devices cannot undo each other; only the end of a round is a decision, under its revision.
-- Locks: creates new tables. Undo: a new migration that drops them.

create table field_round (
  round_id     uuid primary key,
  subject_kind text not null check (subject_kind in ('application', 'report')),
  subject_id   uuid not null,
  title        text not null,                   -- what people call the subject: a ticket, never a person
  kelurahan    text,
  state        text not null default 'open' check (state in ('open', 'closed')),
  revision     integer not null default 1 check (revision > 0),
  applied      jsonb,                           -- polygons as applied for when the round began, longitude first
  tasks        text[] not null,
  is_demo      boolean not null,
  opened_by    uuid not null,
  opened_at    timestamptz not null,
  closing      jsonb,                           -- see server/domain/field-round/round.ts
  closed_by    uuid,
  closed_at    timestamptz,
  check ((state = 'closed') = (closing is not null and closed_by is not null and closed_at is not null))
);
create index on field_round (subject_kind, subject_id);
create unique index field_round_one_open on field_round (subject_kind, subject_id) where state = 'open';

create table field_item (
  round_id    uuid not null references field_round on delete cascade,
  item_id     uuid not null,                    -- made by the device
  item_no     bigint generated always as identity,
  account_id  uuid not null,
  kind        text not null,
  content     jsonb not null,                   -- see server/domain/field-round/item.ts
  recorded_at timestamptz not null,             -- by the clock of the device: nothing depends on it
  received_at timestamptz not null,
  primary key (round_id, item_id)
);
create index on field_item (round_id, item_no);

-- Pictures as they were written anew; what the camera wrote is not kept anywhere.
create table field_photo (
  round_id    uuid not null references field_round on delete cascade,
  item_id     uuid not null,
  upload_id   uuid not null references upload,
  width_px    integer not null check (width_px > 0),
  height_px   integer not null check (height_px > 0),
  account_id  uuid not null,
  received_at timestamptz not null,
  primary key (round_id, item_id)
);
create index on field_photo (received_at);
create index on field_photo (upload_id);

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
create function works_in_field(p_kind text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select case p_kind
           when 'application' then acting_roles() && array['surveyor']
           when 'report' then acting_roles() && array['surveyor', 'satpolPp']
           else false
         end
$$;
create function sees_rounds(p_kind text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select case p_kind
           when 'application' then works_on_applications() or 'auditor' = any (acting_roles())
           when 'report' then acting_roles() && array['petugasLayanan', 'surveyor', 'verifikator', 'pejabatPenghubung',
                                                      'satpolPp', 'auditor']
           else false
         end
$$;

alter table field_round enable row level security;
create policy round_is_seen on field_round for select using (sees_rounds(subject_kind));
create policy round_is_opened on field_round for insert
  with check (works_in_field(subject_kind) and state = 'open' and opened_by = (select acting_account()));
-- A round that has ended stays as it is, and nobody ends one in the name of somebody else.
create policy round_goes_on on field_round for update
  using (state = 'open' and works_in_field(subject_kind))
  with check (state = 'open' or closed_by = (select acting_account()));

alter table field_item enable row level security;
create policy item_is_seen on field_item for select
  using (exists (select from field_round r where r.round_id = field_item.round_id));
create policy item_is_added on field_item for insert with check (
  account_id = (select acting_account())
  and exists (select from field_round r
              where r.round_id = field_item.round_id and r.state = 'open' and works_in_field(r.subject_kind)));

alter table field_photo enable row level security;
create policy photo_is_seen on field_photo for select
  using (exists (select from field_round r where r.round_id = field_photo.round_id));
create policy photo_is_added on field_photo for insert with check (
  account_id = (select acting_account())
  and exists (select from field_round r
              where r.round_id = field_photo.round_id and r.state = 'open' and works_in_field(r.subject_kind)));
