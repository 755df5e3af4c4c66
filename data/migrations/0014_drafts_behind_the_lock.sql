-- 0014_drafts_behind_the_lock: drafts of one agency are closed to the others in the database, too.
-- Why: 0009_releases let every data producer read every release, and nothing closed the versions, their features and their
--      rules before they are public; only the rights of the program did.
-- Locks: the tables named below exclusively for a moment (row-level security is switched on; no row is written).
-- Undo: a new migration that disables row-level security on the tables of drafts and makes the policies of 0009 again.

-- Whoever sees every draft by their role.
create function reads_drafts() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['walidata', 'analis', 'verifikator', 'pejabatPenandatangan', 'pejabatPenghubung', 'auditor']
$$;
-- A release belongs to an agency when all of its layers do.
create function release_is_of_producer(p_release_id uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select coalesce(bool_and(acts_for(producer_of(layer_id))), false) from release_item where release_id = p_release_id
$$;

drop policy release_is_seen on release;
create policy release_is_seen on release for select using (
  created_by = (select acting_account())::text or (select reads_drafts()) or release_is_of_producer(release_id));
drop policy release_is_moved on release;
create policy release_is_moved on release for update
  using ((select acting_roles() && array['walidata', 'pejabatPenandatangan'])
         or ((select 'produsenData' = any (acting_roles()))
             and (created_by = (select acting_account())::text or release_is_of_producer(release_id))))
  with check (
    (state not in ('disetujui', 'ditolak') or (decided_by = (select acting_account())::text and (select decides())))
    and (state <> 'diajukan' or submitted_by = (select acting_account())::text));

alter table release_item enable row level security;
create policy item_is_seen on release_item for select
  using ((select reads_drafts()) or acts_for(producer_of(layer_id)));
create policy item_is_put_in on release_item for insert
  with check ((select decides()) or acts_for(producer_of(layer_id)));
create policy item_is_changed on release_item for update
  using ((select decides()) or acts_for(producer_of(layer_id)));
create policy item_is_taken_out on release_item for delete
  using ((select decides()) or acts_for(producer_of(layer_id)));

drop policy job_is_seen on job;
create policy job_is_seen on job for select
  using (exists (select from release r where r.release_id = job.release_id));
drop policy job_is_cancelled on job;
create policy job_is_cancelled on job for update
  using (exists (select from release r where r.release_id = job.release_id)) with check (state = 'cancelled');

-- What was public is seen by every colleague; a draft by who may keep the layer. Nobody writes here in the name of staff: that
-- is the work of imports, by the program itself.
alter table layer_version enable row level security;
create policy version_is_seen on layer_version for select using (
  (select reads_drafts()) or acts_for(producer_of(layer_id))
  or exists (select from publication p where p.version_id = layer_version.version_id and p.access_class = 'terbuka'));

do $$
declare
  name text;
begin
  foreach name in array array[
      'zone', 'overlay_area', 'overlay_piece', 'road', 'parcel', 'utility_line', 'admin_area', 'place', 'set_aside',
      'regulation', 'legal_source', 'zone_code', 'intensity_rule', 'setback_rule', 'zoning_note', 'activity',
      'activity_kbli', 'itbx_matrix', 'itbx_condition', 'itbx_cell', 'overlay_effect', 'rtrw_match'] loop
    execute format('alter table %I enable row level security', name);
    -- One list of versions for a statement, not a question for each row.
    execute format('create policy %I on %I for select using (version_id in (select version_id from layer_version))',
                   name || '_is_seen', name);
  end loop;
  -- Made from drafts by the program, read by the program.
  foreach name in array array['comparison', 'comparison_code', 'comparison_feature', 'comparison_piece'] loop
    execute format('alter table %I enable row level security', name);
  end loop;
end $$;
