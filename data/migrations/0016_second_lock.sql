-- 0016_second_lock: what staff may reach, row by row, of everything that they may reach at all.
-- Why: the database role of staff got every right on every table; row-level security stood on some of them only. From here
--      on rights are an allow-list (data/functions/staff_grants.sql), what is published is seen through its layer, nobody
--      acts in somebody else's name, and a session without its second factor has no role of staff.
-- Locks: release, release_item, job, outbox_message, layer_version, publication, search_entry and tile_archive
--      exclusively for a moment; no row is written but second subjects of one account.
-- Undo: a new migration that disables row security on these tables and drops the triggers, functions and the index.

-- Of several subjects of the single sign-on the first one stays an account's; the others came by an address alone.
delete from account_credential c using account_credential first
where first.account_id = c.account_id and first.provider_id = c.provider_id
  and (first.created_at, first.id) < (c.created_at, c.id);
create unique index account_credential_one_subject on account_credential (account_id, provider_id);

-- The public roles need no second factor; every other one holds in a session that has shown it.
create or replace function acting_roles() returns text[] language sql stable security definer
set search_path = public, pg_temp as $$
  select coalesce(array_agg(r.role), '{}')
  from account_role r
  where r.account_id = acting_account()
    and (r.role in ('pemohon', 'pelaporTerverifikasi')
         or exists (select from account_session s join account a on a.id = s.account_id
                    where s.id = nullif(current_setting('omod.session_id', true), '')::uuid
                      and s.has_second_factor and a.has_second_factor))
$$;
create function acts_as_staff() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from unnest(acting_roles()) as role where role not in ('pemohon', 'pelaporTerverifikasi'))
$$;
-- Who may work on a release: whoever reaches every layer in it.
create function keeps_release(p_release_id uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select decides()
      or ('produsenData' = any (acting_roles()) and not exists (
            select from release_item i join layer l using (layer_id)
            where i.release_id = p_release_id and l.producer_id is distinct from acting_producer()))
$$;

drop policy account_is_seen on account;
create policy account_is_seen on account for select using (
  id = (select acting_account())
  or (is_staff(id) and (select acts_as_staff()))
  or (select acting_roles() && array['administrator', 'auditor']));

-- ---------------------------------------------------------------- what is published: through its layer
alter table publication enable row level security;
create policy publication_is_seen on publication for select using (
  (select reads_drafts()) or acts_for(producer_of(layer_id))
  or (access_class = 'terbuka' and exists (select from layer l where l.layer_id = publication.layer_id)));
-- A layer that is closed takes what was public of it along.
drop policy version_is_seen on layer_version;
create policy version_is_seen on layer_version for select using (
  (select reads_drafts()) or acts_for(producer_of(layer_id))
  or exists (select from publication p where p.version_id = layer_version.version_id));
alter table search_entry enable row level security;
create policy search_entry_is_seen on search_entry for select using (version_id in (select version_id from layer_version));
alter table tile_archive enable row level security;
create policy tile_archive_is_seen on tile_archive for select using (version_id in (select version_id from layer_version));
-- Whoever closes a layer takes its tiles away.
create policy tile_archive_is_forgotten on tile_archive for delete using (
  exists (select from layer_version v join layer l using (layer_id)
          where v.version_id = tile_archive.version_id and acts_for(l.producer_id) and l.access_class <> 'terbuka'));

-- ---------------------------------------------------------------- releases and jobs
-- What a release was when it was made stays so, whoever asks; whoever acts as staff decides and submits in no other name.
create function keep_release() returns trigger language plpgsql as $$
declare
  me text;
begin
  if (new.release_id, new.kind, new.created_by, new.created_at)
     is distinct from (old.release_id, old.kind, old.created_by, old.created_at) then
    raise exception 'release %: who made it, when and as what is never changed', old.release_id using errcode = '23000';
  end if;
  if old.submitted_by is not null and new.submitted_by is not null
     and (new.submitted_by, new.submitted_at) is distinct from (old.submitted_by, old.submitted_at) then
    raise exception 'release %: who submitted it is never changed', old.release_id using errcode = '23000';
  end if;
  if current_user = 'omod_staff' then
    me := acting_account()::text;
    if (new.submitted_by is distinct from old.submitted_by and new.submitted_by is distinct from me
        and new.submitted_by is not null)
       or (new.decided_by is distinct from old.decided_by and new.decided_by is distinct from me
           and new.decided_by is not null) then
      raise exception 'release %: nobody acts in the name of somebody else', old.release_id using errcode = '42501';
    end if;
    if new.state is distinct from old.state and new.state in ('disetujui', 'ditolak') and not decides() then
      raise exception 'release %: this account decides nothing', old.release_id using errcode = '42501';
    end if;
    if new.published_at is distinct from old.published_at or old.state = 'terbit' then
      raise exception 'release %: a publication is carried out by a job alone', old.release_id using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
create trigger release_is_kept before update on release for each row execute function keep_release();

drop policy release_is_moved on release;
-- A rejected release is given another title by who made it: what a person may write into it is the trigger's.
create policy release_is_moved on release for update
  using (keeps_release(release_id)) with check (keeps_release(release_id) and state <> 'terbit');

drop policy item_is_put_in on release_item;
drop policy item_is_changed on release_item;
drop policy item_is_taken_out on release_item;
create policy item_is_put_in on release_item for insert with check (
  keeps_release(release_id) and publication_id is null
  and (acts_for(producer_of(layer_id)) or (select decides()))
  and exists (select from release r where r.release_id = release_item.release_id and r.state not in ('disetujui', 'terbit')));
create policy item_is_changed on release_item for update
  using (keeps_release(release_id)) with check (keeps_release(release_id) and publication_id is null
  and exists (select from release r where r.release_id = release_item.release_id and r.state not in ('disetujui', 'terbit')));
create policy item_is_taken_out on release_item for delete using (
  keeps_release(release_id)
  and exists (select from release r where r.release_id = release_item.release_id and r.state not in ('disetujui', 'terbit')));

create function keep_job() returns trigger language plpgsql as $$
begin
  if (new.job_id, new.kind, new.release_id, new.actor, new.queued_at)
     is distinct from (old.job_id, old.kind, old.release_id, old.actor, old.queued_at) then
    raise exception 'job %: what it is and in whose name is never changed', old.job_id using errcode = '23000';
  end if;
  return new;
end $$;
create trigger job_is_kept before update on job for each row execute function keep_job();
drop policy job_is_queued on job;
create policy job_is_queued on job for insert with check (
  actor = 'account:' || (select acting_account())::text and state = 'queued'
  and keeps_release(release_id) and (kind = 'check' or (select decides())));
drop policy job_is_cancelled on job;
create policy job_is_cancelled on job for update
  using (keeps_release(release_id)) with check (state = 'cancelled');

drop policy upload_is_ones_own on upload;
create policy upload_is_ones_own on upload for select using (account_id = (select acting_account())::text);

-- ---------------------------------------------------------------- the log and the outbox
-- Leaves and nodes are written by the log alone: staff add events and nothing else.
alter function append_log_leaf() security definer set search_path = public, pg_temp;

alter table outbox_message enable row level security;
-- Of a message that waits staff see its number and its key; see staff_grants.
create policy message_is_known on outbox_message for select using ((select acts_as_staff()));
create policy message_is_queued on outbox_message for insert
  with check ((select acts_as_staff()) and state = 'queued' and attempts = 0);
