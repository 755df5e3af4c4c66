-- 0025_violation_cases: what the office works on when somebody reports a violation, its moves, units, and who may not see it.
-- Why: many reports can be one case; the case has the state, the clock and the outcome. Who reported stands elsewhere. Whoever
--      a report is about does not see its case, and four eyes hold even for who has come past every route.
-- Locks: creates new tables. Undo: a new migration that drops them.

create table work_unit (
  unit_id    uuid primary key,
  name       text not null check (name <> ''),
  kind       text not null check (kind in ('office', 'enforcement')), -- enforcement: Satpol PP, PPNS
  revision   integer not null default 1 check (revision > 0),
  created_at timestamptz not null,
  closed_at  timestamptz                           -- it is gone; nothing is assigned to it any more
);
create table work_unit_member (
  unit_id    uuid not null references work_unit,
  account_id uuid not null references account on delete cascade,
  primary key (unit_id, account_id)
);
create index on work_unit_member (account_id);

create table violation_case (
  case_id        uuid primary key,
  ticket         text not null unique,             -- of the report that opened it
  track          text not null check (track in ('ruang', 'bangunan')),
  category       text not null,
  service_class  text check (service_class in ('ringan', 'normatif', 'tanpaPengawasan', 'pengawasan')),
  state          text not null check (state in (
    'diterima', 'terverifikasi', 'ditugaskan', 'pemeriksaan', 'penilaian', 'telaah', 'penindakan', 'pemulihan',
    'dilimpahkan', 'keberatan', 'ditutup', 'peninjauan')),
  is_paused      boolean not null default false,
  pause_reason   text,                             -- see server/domain/violation-case/outcomes.ts
  outcome        text,
  recommended    text,
  closing        text,
  revision       integer not null default 1 check (revision > 0),
  place          geometry(Point, 4326),            -- exact: staff alone
  kelurahan_code text,
  is_demo        boolean not null,
  unit_id        uuid references work_unit,
  officer_id     uuid references account on delete set null,
  prepared_by    uuid[] not null default '{}',     -- everybody who ever was, the newest last
  reviewed_by    uuid[] not null default '{}',
  decided_by     uuid[] not null default '{}',
  is_objectable  boolean not null default false,
  has_disputed   boolean not null default false,
  joined_into    uuid references violation_case,
  forward_to     text,                             -- who decides where the city does not
  sp4n_ticket    text,
  due_on         date,                             -- the clock that runs out first
  recomputed_on  date,                             -- the last day on which other holidays or terms moved it
  opened_at      timestamptz not null,
  ended_at       timestamptz,
  check (joined_into <> case_id),
  check ((joined_into is not null) = (outcome is not distinct from 'duplikat')),
  check ((state = 'ditutup') = (ended_at is not null)),
  check ((state = 'ditutup') <= (outcome is not null)),
  check (is_paused = (pause_reason is not null))
);
create index on violation_case (due_on) where ended_at is null;
create index on violation_case (kelurahan_code);
create index on violation_case (joined_into) where joined_into is not null;
create index on violation_case (unit_id) where ended_at is null;
create index on violation_case (officer_id) where ended_at is null;
create index on violation_case using gist (place);

create table case_move (
  move_no       bigint generated always as identity primary key,
  case_id       uuid not null references violation_case on delete cascade,
  step          text not null,                     -- 'open' first
  from_state    text not null,
  to_state      text not null,
  is_paused     boolean not null,
  service_class text,
  at            timestamptz not null,
  actor         text not null,
  reason        text,                              -- for the office; can name people
  article       text,
  pause_reason  text,
  outcome       text
);
create index on case_move (case_id, move_no);

-- What is owed, and until when: one row for each clock that runs. Written anew after every move.
create table case_due (
  case_id uuid not null references violation_case on delete cascade,
  stage   text not null,
  since   bigint not null,                         -- the move from which on it is owed
  due_on  date not null,
  primary key (case_id, stage)
);
create index on case_due (due_on);

-- A stage that ran out and was told of: once, however often it is looked for.
create table case_escalation (
  escalation_no bigint generated always as identity primary key,
  case_id       uuid not null references violation_case on delete cascade,
  stage         text not null,
  since         bigint not null,
  due_on        date not null,
  at            timestamptz not null,
  unique (case_id, stage, since)
);

-- Whom a case is about: a person of the office, or everybody of a unit.
create table case_conflict (
  conflict_no bigint generated always as identity primary key,
  case_id     uuid not null references violation_case on delete cascade,
  account_id  uuid references account on delete cascade,
  unit_id     uuid references work_unit,
  noted_by    text not null,
  noted_at    timestamptz not null,
  check ((account_id is null) <> (unit_id is null)),
  unique nulls not distinct (case_id, account_id, unit_id)
);

-- “Belum selesai”, in the words of a reporter.
create table case_dispute (
  dispute_no bigint generated always as identity primary key,
  case_id    uuid not null references violation_case on delete cascade,
  report_id  uuid not null,
  words      text,                                 -- null: erased
  at         timestamptz not null
);
create index on case_dispute (case_id);
create index on case_dispute (report_id);

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
-- The code of one kelurahan can begin with that of another: whole values only.
create function reaches_case(p_case_id uuid, p_kelurahan text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select (acting_roles() && array['petugasLayanan', 'surveyor', 'analis', 'verifikator', 'pejabatPenandatangan',
                                  'pejabatPenghubung', 'satpolPp', 'auditor']
          or ('lurah' = any (acting_roles()) and p_kelurahan = acting_kelurahan()))
     and not exists (
       select from case_conflict c
       where c.case_id = p_case_id
         and (c.account_id = acting_account()
              or c.unit_id in (select m.unit_id from work_unit_member m where m.account_id = acting_account())))
$$;
create function reaches_case(p_case_id uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select coalesce((select reaches_case(v.case_id, v.kelurahan_code) from violation_case v where v.case_id = p_case_id), false)
$$;
create function works_on_cases() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['petugasLayanan', 'surveyor', 'analis', 'verifikator', 'pejabatPenandatangan',
                                 'pejabatPenghubung', 'satpolPp', 'lurah']
$$;
create function hands_out_cases() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['petugasLayanan', 'pejabatPenghubung']
$$;

alter table violation_case enable row level security;
create policy case_is_seen on violation_case for select using (reaches_case(case_id, kelurahan_code));
create policy case_is_moved on violation_case for update
  using ((select works_on_cases()) and reaches_case(case_id, kelurahan_code)) with check (true);

-- What a case is stays so, whoever asks; whoever acts as staff adds no hand but their own, and decides on nothing that they
-- have prepared.
create function keep_case() returns trigger language plpgsql as $$
declare
  me uuid;
  others uuid[];
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
    select array_agg(hand) into others
    from unnest(new.prepared_by || new.reviewed_by || new.decided_by) as hand
    where hand <> me and not hand = any (old.prepared_by || old.reviewed_by || old.decided_by);
    if others is not null then
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
create trigger case_is_kept before update on violation_case for each row execute function keep_case();

alter table case_move enable row level security;
create policy case_move_is_seen on case_move for select using (reaches_case(case_id));
create policy case_move_is_made on case_move for insert
  with check (actor = 'account:' || (select acting_account())::text and (select works_on_cases()) and reaches_case(case_id));

alter table case_due enable row level security;
create policy due_is_seen on case_due for select using (reaches_case(case_id));
create policy due_is_set on case_due for all
  using ((select works_on_cases()) and reaches_case(case_id))
  with check ((select works_on_cases()) and reaches_case(case_id));

alter table case_escalation enable row level security;
create policy escalation_is_seen on case_escalation for select using (reaches_case(case_id));

alter table case_conflict enable row level security;
create policy conflict_is_seen on case_conflict for select using (reaches_case(case_id));
create policy conflict_is_noted on case_conflict for insert
  with check (noted_by = 'account:' || (select acting_account())::text and (select hands_out_cases())
              and reaches_case(case_id));

alter table case_dispute enable row level security;
create policy dispute_is_seen on case_dispute for select using (reaches_case(case_id));

alter table work_unit enable row level security;
create policy unit_is_seen on work_unit for select using (true);
create policy unit_is_made on work_unit for insert
  with check ((select acting_roles() && array['pejabatPenandatangan', 'administrator']));
create policy unit_is_changed on work_unit for update
  using ((select acting_roles() && array['pejabatPenandatangan', 'administrator']));
alter table work_unit_member enable row level security;
create policy member_is_seen on work_unit_member for select using (true);
create policy member_is_set on work_unit_member for all
  using ((select acting_roles() && array['pejabatPenandatangan', 'administrator']))
  with check ((select acting_roles() && array['pejabatPenandatangan', 'administrator']));
