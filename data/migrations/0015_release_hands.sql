-- 0015_release_hands: every hand in a release, what its approval knew and what came of it, opening a layer, patience of jobs.
-- Why: four eyes must hold for everybody who touched the content, not only for who made and who submitted; a decision that
--      changes days gone by is taken knowingly; a closed layer is opened by two persons; a job waits before it tries again;
--      lists of releases count findings without reading them.
-- Locks: release, release_item and job exclusively for a moment; a few hundred rows are written.
-- Undo: a new migration that drops the columns, the trigger and its function, and the constraints named here.

alter table release
  add column hands        text[] not null default '{}',  -- accounts that made, amended, drafted or submitted it; only ever grows
  add column acknowledged text[] not null default '{}',  -- consequences that the approval was told and took, see server/domain/release/consequence.ts
  add column warnings     jsonb not null default '[]';   -- what holds although it is published, see the same file

update release set hands = array(select distinct h from unnest(array[created_by, submitted_by]) h where h is not null);
-- Whoever has amended one that is still on its way stands in the log.
update release r set hands = array(
  select unnest(r.hands) union
  select substr(e.actor, 9) from log_event e
  where e.kind = 'release.moved' and e.facts->>'releaseId' = r.release_id::text and e.facts->>'to' = 'draf'
    and e.actor like 'account:%')
where state in ('draf', 'diperiksa', 'diajukan', 'ditolak');

alter table release
  drop constraint release_kind_check,
  add constraint release_kind_check check (kind in ('change', 'rollback', 'opening')),
  add constraint release_knows_its_hands
    check (created_by = any (hands) and (submitted_by is null or submitted_by = any (hands))),
  -- Four eyes: no hand that touched it approves it.
  add constraint release_needs_other_eyes
    check (state not in ('disetujui', 'terbit') or not (decided_by = any (hands)));

create function keep_hands() returns trigger language plpgsql as $$
begin
  if not new.hands @> old.hands then
    raise exception 'release % would forget who touched it', old.release_id using errcode = '23000';
  end if;
  return new;
end $$;
create trigger release_keeps_hands before update on release for each row execute function keep_hands();

-- Who drafted a version: asked once per check.
create index on log_event ((facts->>'versionId')) where kind = 'layer.drafted';

alter table release_item
  add column blocks integer,                       -- findings of each severity, listed or not; null until the check has ended
  add column warns  integer;
update release_item i set (blocks, warns) = (
  select coalesce(sum((f->>'count')::numeric) filter (where f->>'severity' = 'blocks'), 0)::integer,
         coalesce(sum((f->>'count')::numeric) filter (where f->>'severity' = 'warns'), 0)::integer
  from jsonb_array_elements(i.findings) f)
where jsonb_typeof(i.findings) = 'array';

alter table job add column not_before timestamptz;  -- a job that was interrupted waits until then
