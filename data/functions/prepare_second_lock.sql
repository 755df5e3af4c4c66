-- Purpose: makes the database role under which staff act, with exactly the rights of staff_grants on the tables that are there.
-- Returns: false when this user may neither make the role nor act under it; then row-level security does not stand behind
--          the rights of the program. Called after every migration, by whoever owns the tables.
-- The role belongs to the server, not to the database, and cannot log in. Nothing is written while the rights are as listed:
-- the product may be running.
-- Expected index: none.
create or replace function prepare_second_lock() returns boolean language plpgsql as $$
declare
  name text;
  listed text;
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
  for name, listed in
    select t.tablename, coalesce(g.rights, '')
    from pg_tables t left join staff_grants() g on g.table_name = t.tablename
    where t.schemaname = 'public' and t.tableowner = current_user
  loop
    if rights_held(name) is distinct from rights_listed(listed) then
      execute format('revoke all on %I from omod_staff', name);
      if listed <> '' then
        execute format('grant %s on %I to omod_staff', listed, name);
      end if;
    end if;
  end loop;
  -- Numbers that the program gives out; identity columns need no right.
  for name in select sequencename from pg_sequences where schemaname = 'public' and sequenceowner = current_user loop
    if has_sequence_privilege('omod_staff', name, 'usage') then
      execute format('revoke all on sequence %I from omod_staff', name);
    end if;
  end loop;
  return true;
end $$;

-- The rights of staff on a table as the database holds them: 'select', 'update.state' …, in order.
create or replace function rights_held(p_table text) returns text[] language sql stable as $$
  select coalesce(array_agg(held order by held), '{}') from (
    select lower(a.privilege_type) as held
    from pg_class c, aclexplode(c.relacl) a
    where c.oid = to_regclass('public.' || quote_ident(p_table)) and a.grantee = to_regrole('omod_staff')::oid
    union
    select lower(a.privilege_type) || '.' || t.attname
    from pg_attribute t, aclexplode(t.attacl) a
    where t.attrelid = to_regclass('public.' || quote_ident(p_table)) and a.grantee = to_regrole('omod_staff')::oid
  ) h
$$;

-- The same of a line of the list.
create or replace function rights_listed(p_rights text) returns text[] language sql immutable as $$
  select coalesce(array_agg(listed order by listed), '{}') from (
    select m[1] || coalesce('.' || column_name, '') as listed
    from regexp_matches(p_rights, '([a-z]+)(?: \(([^)]*)\))?', 'g') as m
    left join lateral unnest(string_to_array(m[2], ', ')) as column_name on true
  ) l
$$;
