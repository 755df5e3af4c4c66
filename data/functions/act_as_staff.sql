-- Purpose: for the rest of this transaction nothing is reached but what the session's account may reach.
-- Takes: the id of a session (not its token). Returns: false when the role is not there (see prepare_second_lock): then
--        only the rights of the program hold.
-- Expected index: account_session_pkey, for the functions acting_….
create or replace function act_as_staff(p_session_id uuid) returns boolean language plpgsql as $$
begin
  perform set_config('omod.session_id', p_session_id::text, true);
  if not exists (select from pg_roles where rolname = 'omod_staff' and pg_has_role(oid, 'member')) then
    return false;
  end if;
  perform set_config('role', 'omod_staff', true);
  return true;
end $$;
