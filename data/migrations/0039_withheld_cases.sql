-- 0039_withheld_cases: a report about somebody of the government is first read by who watches, and by nobody else.
-- Why: until a conflict was noted, whoever handles reports read those about themselves first, and could ask who sent them.
-- Locks: report and violation_case exclusively for a moment (columns with a constant default).
-- Undo: a new migration that puts the functions of 0035 back and drops both columns.

alter table report add column about_office boolean not null default false; -- an official or an office, as the reporter says
alter table violation_case add column is_withheld boolean not null default false;
create index on violation_case (case_id) where is_withheld;

-- Whom a case is about: by name, or through a unit that they are in now.
create function cases_about(p_account uuid) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select c.case_id from case_conflict c
  where c.account_id = p_account and c.ended_at is null and (not c.needs_second or c.seconded_at is not null)
  union all
  select c.case_id from work_unit_member m join case_conflict c using (unit_id)
  where m.account_id = p_account and c.ended_at is null and not watches_cases(p_account)
$$;

-- A withheld case is there for who watches, and for whom they have given it to.
create function is_withheld_from(p_account uuid, p_unit uuid, p_officer uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select not watches_cases(p_account) and p_officer is distinct from p_account
     and not exists (select from work_unit_member m where m.unit_id = p_unit and m.account_id = p_account)
$$;

create or replace function cases_closed_to(p_account uuid) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select cases_about(p_account)
  union all
  select v.case_id from violation_case v
  where v.is_withheld and is_withheld_from(p_account, v.unit_id, v.officer_id)
$$;
-- The same the other way round: whom a case is about, and everybody who is closed out of it.
create function accounts_about(p_case_id uuid) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select c.account_id from case_conflict c
  where c.case_id = p_case_id and c.account_id is not null and c.ended_at is null
    and (not c.needs_second or c.seconded_at is not null)
  union
  select m.account_id from case_conflict c join work_unit_member m using (unit_id)
  where c.case_id = p_case_id and c.ended_at is null and not watches_cases(m.account_id)
$$;
create or replace function accounts_closed_out(p_case_id uuid) returns setof uuid language sql stable security definer
set search_path = public, pg_temp as $$
  select accounts_about(p_case_id)
  union
  select a.id from violation_case v, account a
  where v.case_id = p_case_id and v.is_withheld and is_withheld_from(a.id, v.unit_id, v.officer_id)
$$;

-- Whoever supervises opens it; nobody withholds what is open, and a join opens nothing.
create function keep_withheld() returns trigger language plpgsql as $$
begin
  if current_user = 'omod_staff' and new.is_withheld is distinct from old.is_withheld
     and (new.is_withheld or not hears_disputes()) then
    raise exception 'case %: whoever supervises opens it', old.case_id using errcode = '42501';
  end if;
  if new.is_withheld and new.joined_into is not null and new.joined_into is distinct from old.joined_into
     and not (select v.is_withheld from violation_case v where v.case_id = new.joined_into) then
    raise exception 'case %: what is withheld does not go on in an open case', old.case_id using errcode = '23000';
  end if;
  return new;
end $$;
create trigger withheld_is_kept before update of is_withheld, joined_into on violation_case for each row
  execute function keep_withheld();
