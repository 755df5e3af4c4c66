-- 0040_case_ends: an objection has its letter, a pause its last day, and a join keeps what was owed.
-- Why: one person could invent an objection and later end the case; a pause had no end, and nothing was told of it; who was
--      joined into a younger case waited anew.
-- Locks: violation_case and case_move exclusively, for as long as it takes to read them once; case_photo for a moment.
-- Undo: a new migration that drops what this adds and puts keep_objection of 0036 back.

alter table violation_case add column pause_until date; -- its last day
alter table case_move
  add column pause_until date,
  add column carried jsonb;                             -- of a join: what was owed to those who came along, see clock.ts
-- Who paused before there was a last day has a month from now.
update violation_case set pause_until = current_date + 30 where is_paused;
update case_move m set pause_until = v.pause_until from violation_case v
where v.case_id = m.case_id and v.is_paused and m.move_no = (select max(p.move_no) from case_move p
                                                             where p.case_id = v.case_id and p.step = 'pause');
insert into case_due (case_id, stage, since, due_on)
select m.case_id, 'pause', m.move_no, m.pause_until from case_move m where m.pause_until is not null;
update violation_case set due_on = pause_until where is_paused;
alter table violation_case add check (is_paused = (pause_until is not null));

create table case_objection (
  case_id       uuid not null references violation_case on delete cascade,
  case_revision integer not null,                  -- of the case that it was written down in
  photo_id      uuid not null unique references case_photo, -- the letter
  dated_on      date not null,
  written_by    uuid not null,
  written_at    timestamptz not null,
  primary key (case_id, case_revision)
);

-- ---------------------------------------------------------------- the second lock
alter table case_objection enable row level security;
create policy objection_is_seen on case_objection for select using (reaches_case(case_id));
create policy objection_is_written on case_objection for insert
  with check (written_by = (select acting_account()) and (select handles_reports()) and reaches_case(case_id)
              and exists (select from case_photo p where p.photo_id = case_objection.photo_id and p.case_id = case_objection.case_id));

create or replace function keep_objection() returns trigger language plpgsql as $$
begin
  if current_user = 'omod_staff' and new.state = 'keberatan' and old.state <> 'keberatan' then
    if not acting_account() = any (new.prepared_by) then
      raise exception 'case %: whoever writes an objection down is written down', old.case_id using errcode = '42501';
    end if;
    if not exists (select from case_objection o
                   where o.case_id = old.case_id and o.case_revision = old.revision and o.written_by = acting_account()) then
      raise exception 'case %: an objection has its letter', old.case_id using errcode = '23000';
    end if;
  end if;
  return new;
end $$;

create function keep_end() returns trigger language plpgsql as $$
declare
  hands uuid[] := old.prepared_by;
begin
  if current_user = 'omod_staff' and new.state = 'ditutup' and old.state <> 'ditutup' then
    if old.state in ('penindakan', 'pemulihan', 'dilimpahkan') then
      hands := hands || old.reviewed_by || old.decided_by;
    end if;
    if acting_account() = any (hands) then
      raise exception 'case %: whoever had a hand in it does not end it', old.case_id using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
create trigger end_is_kept before update of state on violation_case for each row execute function keep_end();
