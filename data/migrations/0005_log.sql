-- 0005_log: the append-only log of everything that was done, as leaves of one Merkle tree, and the checkpoints signed for it.
-- Why: nothing that was published, decided or read may be rewritten unseen; an erased person must not break the rest.
-- Locks: none on existing tables. Undo: a new migration that drops the tables log_* and their functions.
-- A row of log_event becomes a leaf when its transaction commits: only then is the lock of the log taken, so that it is
-- never held while another lock is waited for, and numbers follow the order of commits without gap.

create table log_event (
  event_id    uuid primary key default gen_random_uuid(),
  kind        text not null,                     -- a kind of server/domain/log/event.ts
  recorded_at timestamptz(3) not null,
  actor       text not null,                     -- 'operator', 'system', 'public', 'account:<id>': never a name
  facts       jsonb not null,                    -- stays for ever
  salt        bytea not null check (length(salt) = 32),
  personal    jsonb,                             -- can be erased, together with its salt …
  personal_salt bytea check (length(personal_salt) = 32),
  personal_commitment bytea check (length(personal_commitment) = 32), -- … while the leaf goes on being proven by this
  leaf_hash   bytea not null check (length(leaf_hash) = 32),
  check ((personal is null) = (personal_salt is null)),
  check (personal is null or personal_commitment is not null)
);
create index on log_event (kind, recorded_at);
create index on log_event (actor, recorded_at);

create table log_leaf (
  leaf_index bigint primary key check (leaf_index >= 0),
  event_id   uuid not null unique references log_event
);

-- Complete nodes only; level 0 are the leaves. The root of any size is put together from log2 of them.
create table log_node (
  level    smallint not null check (level between 0 and 62),
  position bigint not null check (position >= 0),
  hash     bytea not null check (length(hash) = 32),
  primary key (level, position)
);

create table log_checkpoint (
  tree_size bigint not null check (tree_size >= 0),
  key_id    text not null,                       -- of the key that signed; after a change of keys a size is signed again
  root_hash bytea not null check (length(root_hash) = 32),
  note      text not null,                       -- C2SP signed note, as it was given out
  signed_at timestamptz not null default clock_timestamp(),
  primary key (tree_size, key_id)
);

-- Which log this is: the origin of its checkpoints. It goes with the database, also into a copy that is restored.
create table log_identity (
  is_only boolean primary key default true check (is_only),
  origin  text not null
);
insert into log_identity (origin)
values ('one-map-one-data/log/' || replace(gen_random_uuid()::text, '-', ''));

create function append_log_leaf() returns trigger language plpgsql as $$
declare
  next_index bigint;
  node_level smallint := 0;
  node_position bigint;
  node_hash bytea := new.leaf_hash;
begin
  perform pg_advisory_xact_lock(hashtext('one-map-one-data log'));
  -- A statement of its own: it sees what the holder before has committed.
  select coalesce(max(leaf_index) + 1, 0) into next_index from log_leaf;
  insert into log_leaf (leaf_index, event_id) values (next_index, new.event_id);
  node_position := next_index;
  insert into log_node (level, position, hash) values (0, node_position, node_hash);
  while node_position % 2 = 1 loop
    select sha256('\x01'::bytea || hash || node_hash) into strict node_hash
    from log_node where level = node_level and position = node_position - 1;
    node_level := node_level + 1;
    node_position := node_position / 2;
    insert into log_node (level, position, hash) values (node_level, node_position, node_hash);
  end loop;
  return null;
end $$;
create constraint trigger log_event_is_appended after insert on log_event
  deferrable initially deferred for each row execute function append_log_leaf();

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'the log is only appended to: % of % is refused', lower(tg_op), tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;
create function allow_erasure_from_log() returns trigger language plpgsql as $$
begin
  if old.personal is not null and new.personal is null and new.personal_salt is null
     and to_jsonb(new) - array['personal', 'personal_salt'] = to_jsonb(old) - array['personal', 'personal_salt'] then
    return new;
  end if;
  raise exception 'the log is only appended to: of an event nothing but its personal part can be erased'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger log_event_is_unchanged before update on log_event
  for each row execute function allow_erasure_from_log();
do $$
declare
  name text;
begin
  foreach name in array array['log_event', 'log_leaf', 'log_node', 'log_checkpoint', 'log_identity'] loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change_of_log()',
                   name || '_is_kept', name);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change_of_log()',
                   name || '_is_never_emptied', name);
    if name <> 'log_event' then
      execute format('create trigger %I before update on %I for each row execute function refuse_change_of_log()',
                     name || '_is_unchanged', name);
    end if;
    -- Beside the triggers; a superuser passes over privileges, an owner without that right does not.
    execute format('revoke update, delete, truncate on %I from public, %I', name, current_user);
  end loop;
  execute format('grant update (personal, personal_salt) on log_event to %I', current_user);
end $$;
