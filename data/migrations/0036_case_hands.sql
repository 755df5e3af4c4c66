-- 0036_case_hands: whoever writes an objection down has a hand in it, and a visit about a case is ended by whom it was given to.
-- Why: one person could invent an objection and grant it, and any inspector could end the visit of another with nothing in it.
-- Locks: field_round exclusively for a moment.
-- Undo: a new migration that drops the trigger and puts the policy round_goes_on of 0028 back.

create function keep_objection() returns trigger language plpgsql as $$
begin
  if current_user = 'omod_staff' and new.state = 'keberatan' and old.state <> 'keberatan'
     and not acting_account() = any (new.prepared_by) then
    raise exception 'case %: whoever writes an objection down is written down', old.case_id using errcode = '42501';
  end if;
  return new;
end $$;
create trigger objection_is_kept before update of state on violation_case for each row execute function keep_objection();

create function is_given_case(p_case_id uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select exists (select from violation_case v
                 where v.case_id = p_case_id and (v.officer_id = acting_account() or is_in_unit(v.unit_id)))
$$;
drop policy round_goes_on on field_round;
create policy round_goes_on on field_round for update
  using (state = 'open' and works_in_field(subject_kind, subject_id))
  with check (state = 'open'
              or (closed_by = (select acting_account()) and (subject_kind <> 'report' or is_given_case(subject_id))));
