-- 0028_case_work: what is done in a case: assessments, sanctions, letters with their numbers, photos, and rounds on site.
-- Why: a sanction stands on an assessment of what was found, a letter on a number without a gap, and “fixed” on a photo that
--      nobody has used before. Rounds about a case follow who may see the case: its kelurahan, and not whom it is about.
-- Locks: creates new tables; field_round, field_item, field_photo, report_photo, number_series exclusively for a moment;
--        log_event against writing while its index is made.
-- Undo: a new migration that drops them and puts the policies of 0017 and 0021 back.

create table case_assessment (
  assessment_no bigint generated always as identity primary key,
  case_id       uuid not null references violation_case on delete cascade,
  entry         jsonb not null,                    -- see server/domain/violation-case/assessment.ts
  facts         jsonb not null,                    -- what was known of the object on that day
  written_by    uuid not null,
  written_at    timestamptz not null
);
create index on case_assessment (case_id);

-- The register of letters: a number that was reserved stays, used or voided, so that a series has no gap.
create table case_letter (
  letter_id   uuid primary key,
  case_id     uuid not null references violation_case,
  kind        text not null check (kind in ('sanction', 'handOver')),
  case_revision integer not null,                  -- of the case that the letter is written in; the same is one letter
  series      text not null,
  year        integer not null,
  sequence    integer not null check (sequence > 0),
  number      text not null,
  state       text not null check (state in ('reserved', 'used', 'voided')),
  void_reason text,
  is_trial    boolean not null,
  upload_id   uuid references upload,
  byte_count  integer,
  reserved_at timestamptz not null,
  made_at     timestamptz,
  unique (series, year, sequence),
  unique (series, number),
  foreign key (series, year) references number_series,
  check ((state = 'voided') = (void_reason is not null)),
  check ((state = 'used') <= (upload_id is not null))
);
create index on case_letter (case_id);
create index on case_letter (upload_id) where upload_id is not null;
create unique index case_letter_one_reserved on case_letter (case_id) where state = 'reserved';

create table case_photo (
  photo_id    uuid primary key,                    -- made by the device
  case_id     uuid not null references violation_case on delete cascade,
  upload_id   uuid not null references upload,
  width_px    integer not null check (width_px > 0),
  height_px   integer not null check (height_px > 0),
  is_closing  boolean not null default false,      -- it stands for “fixed”
  account_id  uuid not null,
  received_at timestamptz not null
);
create index on case_photo (case_id);
create index on case_photo (upload_id);

create table case_sanction (
  sanction_id   uuid primary key,
  sanction_no   bigint generated always as identity,
  case_id       uuid not null references violation_case on delete cascade,
  kind          text not null,                     -- see server/domain/violation-case/sanctions.ts
  level         integer check (level between 1 and 3),
  obligation    text not null,
  article       text not null,
  term_days     integer check (term_days > 0),
  amount_rupiah bigint check (amount_rupiah > 0),
  letter_id     uuid not null references case_letter,
  imposed_by    uuid not null,
  imposed_at    timestamptz not null,
  served_on     date,
  served_how    text,
  served_photo  uuid references case_photo,
  due_on        date,
  fulfilled_on  date,
  fulfilled_why text,
  cancelled_at  timestamptz,
  check ((kind = 'peringatanTertulis') = (level is not null)),
  check ((served_on is null) = (served_how is null))
);
create index on case_sanction (case_id, sanction_no);
create unique index case_sanction_one_level on case_sanction (case_id, level) where cancelled_at is null;

-- How every photo looks, 64 bits (a difference hash): the same picture is known again after it was made smaller or lighter.
create table photo_print (
  print_no  bigint generated always as identity,    -- what came first was not used before
  source    text not null check (source in ('report', 'round', 'case')),
  source_id uuid not null,
  d_hash    text not null check (d_hash ~ '^[0-9a-f]{16}$'),
  seen_at   timestamptz not null,
  primary key (source, source_id)
);

create function forget_print() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from photo_print where source = tg_argv[0] and source_id = (to_jsonb(old) ->> tg_argv[1])::uuid;
  return null;
end $$;
create trigger print_goes_along after delete on report_photo for each row execute function forget_print('report', 'photo_id');
create trigger print_goes_along after delete on field_photo for each row execute function forget_print('round', 'item_id');
create trigger print_goes_along after delete on case_photo for each row execute function forget_print('case', 'photo_id');

-- All events of one case, for whoever wants their proofs.

create index log_event_case on log_event ((facts ->> 'caseId')) where facts ->> 'caseId' is not null;

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
-- As in 0025, and list by list: whoever prepared a case is not made into somebody who decided on it by somebody else.
create or replace function keep_case() returns trigger language plpgsql as $$
declare
  me uuid;
begin
  if (new.case_id, new.ticket, new.track, new.opened_at, new.is_demo)
     is distinct from (old.case_id, old.ticket, old.track, old.opened_at, old.is_demo) then
    raise exception 'case %: what it is and when it began is never changed', old.case_id using errcode = '23000';
  end if;
  if not (new.prepared_by @> old.prepared_by and new.reviewed_by @> old.reviewed_by and new.decided_by @> old.decided_by) then
    raise exception 'case %: nobody washes their hands', old.case_id using errcode = '23000';
  end if;
  if current_user = 'omod_staff' then
    me := acting_account();
    if not (old.prepared_by || me @> new.prepared_by and old.reviewed_by || me @> new.reviewed_by
            and old.decided_by || me @> new.decided_by) then
      raise exception 'case %: nobody acts in the name of somebody else', old.case_id using errcode = '42501';
    end if;
    if old.state = 'telaah' and new.state <> 'telaah' and me = any (old.prepared_by) then
      raise exception 'case %: whoever recommended does not decide', old.case_id using errcode = '42501';
    end if;
    if old.state in ('peninjauan', 'keberatan') and new.state <> old.state
       and me = any (old.prepared_by || old.reviewed_by || old.decided_by) then
      raise exception 'case %: whoever had a hand in it does not hear it', old.case_id using errcode = '42501';
    end if;
    if new.state = 'ditutup' and old.state <> 'ditutup' and not me = any (new.reviewed_by || new.decided_by) then
      raise exception 'case %: whoever closes it is written down', old.case_id using errcode = '42501';
    end if;
  end if;
  return new;
end $$;

create function gives_sanctions() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['satpolPp', 'pejabatPenandatangan']
$$;

alter table case_assessment enable row level security;
create policy assessment_is_seen on case_assessment for select using (reaches_case(case_id));
create policy assessment_is_written on case_assessment for insert
  with check (written_by = (select acting_account()) and (select 'analis' = any (acting_roles())) and reaches_case(case_id));

alter table case_letter enable row level security;
create policy letter_is_seen on case_letter for select using (reaches_case(case_id));
create policy letter_is_reserved on case_letter for insert with check ((select gives_sanctions()) and reaches_case(case_id));
create policy letter_is_made on case_letter for update using ((select works_on_cases()) and reaches_case(case_id));

alter table case_photo enable row level security;
create policy case_photo_is_seen on case_photo for select using (reaches_case(case_id));
create policy case_photo_is_added on case_photo for insert
  with check (account_id = (select acting_account()) and (select works_on_cases()) and reaches_case(case_id));
create policy case_photo_is_used on case_photo for update using ((select works_on_cases()) and reaches_case(case_id));

alter table case_sanction enable row level security;
create policy sanction_is_seen on case_sanction for select using (reaches_case(case_id));
create policy sanction_is_given on case_sanction for insert
  with check (imposed_by = (select acting_account()) and (select gives_sanctions()) and reaches_case(case_id));
create policy sanction_goes_on on case_sanction for update using ((select works_on_cases()) and reaches_case(case_id));

alter table photo_print enable row level security;
create policy print_is_seen on photo_print for select using (true);
create policy print_is_kept on photo_print for insert with check ((select acts_as_staff()));

-- Whoever gives a sanction numbers its letter; the other series stay the signers' own.
create policy letter_series_begins on number_series for insert with check (series like 'surat%' and (select gives_sanctions()));
create policy letter_series_goes_on on number_series for update using (series like 'surat%' and (select gives_sanctions()));

-- Rounds about a case: whoever may see the case, and of those whoever goes out.
create function works_in_field(p_kind text, p_subject_id uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select case p_kind
           when 'application' then acting_roles() && array['surveyor']
           when 'report' then acting_roles() && array['surveyor', 'satpolPp', 'lurah'] and reaches_case(p_subject_id)
           else false
         end
$$;
create function sees_rounds(p_kind text, p_subject_id uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select case p_kind
           when 'application' then works_on_applications() or 'auditor' = any (acting_roles())
           when 'report' then reaches_case(p_subject_id)
           else false
         end
$$;
drop policy round_is_seen on field_round;
drop policy round_is_opened on field_round;
drop policy round_goes_on on field_round;
drop policy item_is_added on field_item;
drop policy photo_is_added on field_photo;
create policy round_is_seen on field_round for select using (sees_rounds(subject_kind, subject_id));
create policy round_is_opened on field_round for insert
  with check (works_in_field(subject_kind, subject_id) and state = 'open' and opened_by = (select acting_account()));
create policy round_goes_on on field_round for update
  using (state = 'open' and works_in_field(subject_kind, subject_id))
  with check (state = 'open' or closed_by = (select acting_account()));
create policy item_is_added on field_item for insert with check (
  account_id = (select acting_account())
  and exists (select from field_round r
              where r.round_id = field_item.round_id and r.state = 'open'
                and works_in_field(r.subject_kind, r.subject_id)));
create policy photo_is_added on field_photo for insert with check (
  account_id = (select acting_account())
  and exists (select from field_round r
              where r.round_id = field_photo.round_id and r.state = 'open'
                and works_in_field(r.subject_kind, r.subject_id)));
drop function works_in_field(text);
drop function sees_rounds(text);
