-- 0035_case_safety: whom a case is about stays closed out of it, nobody closes others out alone, and fewer read what can name
--      a reporter; each report disputes a closing once.
-- Why: a join, or leaving a unit, showed a reporter to whom the report is about; one person could hide a case from everybody
--      who supervises; photos of private messages and words of a dispute reached whoever goes out; one
--      reporter used up the dispute of all others.
-- Locks: case_conflict and case_dispute exclusively, for as long as it takes to read them once; violation_case, report_photo,
--        work_unit and work_unit_member for a moment.
-- Undo: a new migration that puts the functions and policies of 0025 and 0027 back; has_disputed begins anew.

-- ---------------------------------------------------------------- conflicts
alter table case_conflict
  add column reason       text,                    -- null: noted before reasons were asked for
  add column needs_second boolean not null default false, -- it is about somebody who supervises or audits
  add column seconded_by  text,
  add column seconded_at  timestamptz,
  add column ended_by     text,
  add column ended_at     timestamptz,
  add column ended_why    text,
  add check ((seconded_by is null) = (seconded_at is null)),
  add check (num_nulls(ended_by, ended_at, ended_why) in (0, 3)),
  drop constraint case_conflict_case_id_account_id_unit_id_key;
create unique index case_conflict_once on case_conflict (case_id, account_id, unit_id) nulls not distinct where ended_at is null;
create index on case_conflict (account_id) where account_id is not null;
create index on case_conflict (unit_id) where unit_id is not null;

-- Who sees that nothing is buried: closed out by two, by name, and never all of them.
create function watches_cases(p_account uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from account_role r
                 where r.account_id = p_account and r.role in ('pejabatPenghubung', 'pejabatPenandatangan', 'auditor'))
$$;
create function supervises_cases_now(p_account uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from account_role r join account a on a.id = r.account_id
                 where r.account_id = p_account and a.disabled_at is null
                   and r.role in ('pejabatPenghubung', 'pejabatPenandatangan'))
$$;

create function hears_disputes() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['pejabatPenghubung', 'pejabatPenandatangan']
$$;

-- Cases that somebody is closed out of: by name, or through a unit that they are in now.
create function cases_closed_to(p_account uuid) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select c.case_id from case_conflict c
  where c.account_id = p_account and c.ended_at is null and (not c.needs_second or c.seconded_at is not null)
  union all
  select c.case_id from work_unit_member m join case_conflict c using (unit_id)
  where m.account_id = p_account and c.ended_at is null and not watches_cases(p_account)
$$;
-- The same the other way round: everybody who is closed out of a case.
create function accounts_closed_out(p_case_id uuid) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select c.account_id from case_conflict c
  where c.case_id = p_case_id and c.account_id is not null and c.ended_at is null
    and (not c.needs_second or c.seconded_at is not null)
  union
  select m.account_id from case_conflict c join work_unit_member m using (unit_id)
  where c.case_id = p_case_id and c.ended_at is null and not watches_cases(m.account_id)
$$;

create or replace function reaches_case(p_case_id uuid, p_kelurahan text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select (acting_roles() && array['petugasLayanan', 'surveyor', 'analis', 'verifikator', 'pejabatPenandatangan',
                                  'pejabatPenghubung', 'satpolPp', 'auditor']
          or ('lurah' = any (acting_roles()) and p_kelurahan = acting_kelurahan()))
     and not p_case_id in (select cases_closed_to(acting_account()))
$$;

-- Nobody closes out alone who watches, seconds what they noted or what is about them, or writes in another's name.
create function keep_conflict() returns trigger language plpgsql as $$
declare
  me text;
begin
  if tg_op = 'INSERT' then
    new.needs_second := new.account_id is not null and watches_cases(new.account_id)
                        and new.noted_by <> 'account:' || new.account_id::text;
  elsif (new.conflict_no, new.case_id, new.account_id, new.unit_id, new.noted_by, new.noted_at, new.reason, new.needs_second)
        is distinct from
        (old.conflict_no, old.case_id, old.account_id, old.unit_id, old.noted_by, old.noted_at, old.reason, old.needs_second)
        or old.ended_at is not null then
    raise exception 'case %: a conflict is seconded or ended, and never rewritten', old.case_id using errcode = '23000';
  end if;
  if current_user = 'omod_staff' then
    me := 'account:' || acting_account()::text;
    if tg_op = 'INSERT' and (new.seconded_by is not null or new.ended_by is not null) then
      raise exception 'case %: nobody notes and seconds at once', new.case_id using errcode = '42501';
    end if;
    if tg_op = 'UPDATE' then
      if new.seconded_by is distinct from old.seconded_by
         and (new.seconded_by is distinct from me or old.noted_by = me or old.seconded_by is not null) then
        raise exception 'case %: a second person seconds', new.case_id using errcode = '42501';
      end if;
      if new.ended_by is distinct from old.ended_by
         and (new.ended_by is distinct from me or not hears_disputes()) then
        raise exception 'case %: whoever supervises ends it', new.case_id using errcode = '42501';
      end if;
    end if;
  end if;
  return new;
end $$;
create trigger conflict_is_kept before insert or update on case_conflict for each row execute function keep_conflict();

-- What is known of a case holds for the case that it was joined into; and somebody who supervises keeps seeing it.
create function carry_conflict(p_conflict case_conflict, p_into uuid) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into case_conflict as known (case_id, account_id, unit_id, noted_by, noted_at, reason, seconded_by, seconded_at)
  values (p_into, p_conflict.account_id, p_conflict.unit_id, p_conflict.noted_by, p_conflict.noted_at, p_conflict.reason,
          p_conflict.seconded_by, p_conflict.seconded_at)
  on conflict (case_id, account_id, unit_id) where ended_at is null
  do update set seconded_by = excluded.seconded_by, seconded_at = excluded.seconded_at
  where known.seconded_at is null and excluded.seconded_at is not null
$$;
create function follow_conflict() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  next_case uuid;
begin
  if new.ended_at is not null then return null; end if;
  if new.account_id is not null and (not new.needs_second or new.seconded_at is not null)
     and supervises_cases_now(new.account_id)
     and not exists (select from account a where supervises_cases_now(a.id)
                       and not new.case_id in (select cases_closed_to(a.id))) then
    raise exception 'case %: somebody who supervises keeps seeing it', new.case_id using errcode = '42501';
  end if;
  select joined_into into next_case from violation_case where case_id = new.case_id;
  if next_case is not null then perform carry_conflict(new, next_case); end if;
  return null;
end $$;
create trigger conflict_goes_along after insert or update on case_conflict for each row execute function follow_conflict();
create function carry_conflicts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform carry_conflict(c, new.joined_into) from case_conflict c where c.case_id = new.case_id and c.ended_at is null;
  return null;
end $$;
create trigger conflicts_go_along after update of joined_into on violation_case for each row
  when (new.joined_into is not null and new.joined_into is distinct from old.joined_into) execute function carry_conflicts();
-- Cases that were joined before; each row that is written follows the rest of its chain by itself.
select carry_conflict(c, v.joined_into) from case_conflict c join violation_case v using (case_id) where v.joined_into is not null;

drop policy conflict_is_seen on case_conflict;
create policy conflict_is_seen on case_conflict for select
  using (reaches_case(case_id) and account_id is distinct from (select acting_account()));
create policy conflict_is_decided on case_conflict for update
  using (ended_at is null and account_id is distinct from (select acting_account()) and reaches_case(case_id)
         and ((select hands_out_cases()) or (select hears_disputes())))
  with check (true);

-- ---------------------------------------------------------------- units: nobody changes one that they are in
create function is_in_unit(p_unit uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from work_unit_member m where m.unit_id = p_unit and m.account_id = acting_account())
$$;
drop policy unit_is_changed on work_unit;
drop policy member_is_set on work_unit_member;
create policy unit_is_changed on work_unit for update
  using ((select acting_roles() && array['pejabatPenandatangan', 'administrator']) and not is_in_unit(unit_id));
create policy member_is_added on work_unit_member for insert
  with check ((select acting_roles() && array['pejabatPenandatangan', 'administrator']) and not is_in_unit(unit_id));
create policy member_is_removed on work_unit_member for delete
  using ((select acting_roles() && array['pejabatPenandatangan', 'administrator']) and not is_in_unit(unit_id));

-- ---------------------------------------------------------------- what can name a reporter
drop policy report_photo_is_seen on report_photo;
create policy report_photo_is_seen on report_photo for select
  using ((message_id is null or (select handles_reports()))
         and exists (select from report r where r.report_id = report_photo.report_id));
drop policy dispute_is_seen on case_dispute;
create policy dispute_is_seen on case_dispute for select
  using (((select handles_reports()) or (select hears_disputes())) and reaches_case(case_id));

-- ---------------------------------------------------------------- “belum selesai”: once for each report and closing
alter table violation_case drop column has_disputed;
alter table case_dispute add column closing bigint; -- the move that closed the case; null: that one is not known
update case_dispute d set closing = (select max(m.move_no) from case_move m
                                     where m.case_id = d.case_id and m.to_state = 'ditutup' and m.step <> 'uphold' and m.at <= d.at);
create unique index on case_dispute (report_id, closing) where closing is not null;
