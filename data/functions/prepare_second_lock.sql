-- Purpose: makes the database role under which staff act, with the rights that it needs on the tables that are there.
-- Returns: false when this user may neither make the role nor act under it; then row-level security does not stand behind
--          the rights of the program. Called after every migration, by whoever owns the tables.
-- The role belongs to the server, not to the database, and cannot log in. Tables with secrets stay closed to it; a new
-- table opens at the next start, and rows in it stay closed once it has row-level security without a policy.
-- Expected index: none.
create or replace function prepare_second_lock() returns boolean language plpgsql as $$
declare
  name text;
  closed constant text[] := array['schema_file', 'spatial_ref_sys', 'account_credential', 'account_challenge',
    'account_second_factor', 'account_used_code', 'account_failure', 'account_session', 'account_invitation'];
  appended constant text[] := array['log_event', 'log_leaf', 'log_node', 'log_checkpoint', 'log_identity'];
begin
  -- As in 0005_log; a restored database comes without rights.
  foreach name in array appended loop
    if has_table_privilege(current_user, name, 'delete') and not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('revoke update, delete, truncate on %I from public, %I', name, current_user);
      if name = 'log_event' then
        execute format('grant update (personal, personal_salt) on log_event to %I', current_user);
      end if;
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'omod_staff') then
    begin
      create role omod_staff nologin;
    exception
      when insufficient_privilege then return false;
      when duplicate_object or unique_violation then null;
    end;
  end if;
  if not pg_has_role(current_user, 'omod_staff', 'member') then
    begin
      execute format('grant omod_staff to %I', current_user);
    exception when insufficient_privilege then return false;
    end;
  end if;
  grant usage on schema public to omod_staff;
  for name in select tablename from pg_tables where schemaname = 'public' and tableowner = current_user loop
    if name = any (closed) then
      continue;
    elsif name = any (appended) then
      if not has_table_privilege('omod_staff', name, 'insert') then
        execute format('grant select, insert on %I to omod_staff', name);
      end if;
    elsif not has_table_privilege('omod_staff', name, 'update') then
      execute format('grant select, insert, update, delete on %I to omod_staff', name);
    end if;
  end loop;
  if not has_table_privilege('omod_staff', 'account_session', 'delete') then
    grant select (id, account_id, expires_at, ip_address, user_agent, has_second_factor, created_at), delete
      on account_session to omod_staff;
    -- All but the hash by which an invitation is found.
    grant select (invitation_id, account_id, email, roles, producer_id, kelurahan_code, language, invited_by, invited_at,
                  expires_at, accepted_at, withdrawn_at), insert, update on account_invitation to omod_staff;
  end if;
  for name in select sequencename from pg_sequences where schemaname = 'public' loop
    if not has_sequence_privilege('omod_staff', name, 'usage') then
      execute format('grant usage on sequence %I to omod_staff', name);
    end if;
  end loop;
  return true;
end $$;
