-- 0004_bindings_withdrawals: the rule set belongs to the version, a layer can be withdrawn, published content is locked.
-- Why: an import into a layer changed the regulation of its versions in force; nothing took a layer out of force;
--      "insert-only" was a sentence and not a rule.
-- Locks: layer, layer_version and publication exclusively for a moment; one pass over layer_version (a few hundred rows).
-- Undo: a new migration that drops the triggers *_is_final, puts the two columns back on layer, and deletes the
--       publications without a version before version_id is made not null again.
-- A later migration that must fill a column of published rows disables that table's trigger for its own transaction.

alter table layer_version
  add column rules_layer_id text references layer,  -- zones, rtrw, overlays: the rule set that gives their codes a meaning
  add column regulation_id text,                    -- … and the regulation within it ((regulation, code) is the key)
  add constraint layer_version_binding_check check ((rules_layer_id is null) = (regulation_id is null)) not valid;
update layer_version v
set rules_layer_id = l.rules_layer_id, regulation_id = l.regulation_id
from layer l
where l.layer_id = v.layer_id and l.rules_layer_id is not null and l.regulation_id is not null;
alter table layer_version validate constraint layer_version_binding_check;
alter table layer drop column rules_layer_id, drop column regulation_id;

-- A publication without a version takes the layer out of force from its day.
alter table publication alter column version_id drop not null;
create index on publication (version_id);

create or replace function publication_fills_search() returns trigger language plpgsql as $$
begin
  if new.version_id is not null then perform fill_search_entries(new.version_id); end if;
  return null;
end $$;

create function refuse_change_of_publication() returns trigger language plpgsql as $$
begin
  raise exception 'a publication is never changed or deleted: publish again, or withdraw the layer'
    using errcode = 'integrity_constraint_violation';
end $$;
create trigger publication_is_final before update or delete on publication
  for each row execute function refuse_change_of_publication();
create trigger publication_is_never_emptied before truncate on publication
  for each statement execute function refuse_change_of_publication();

create function refuse_change_of_published() returns trigger language plpgsql as $$
begin
  if exists (select from publication p where p.version_id = old.version_id) then
    raise exception 'version % has been published: its rows in % are never changed or deleted', old.version_id, tg_table_name
      using errcode = 'integrity_constraint_violation', hint = 'import the change as a new version and publish that';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.version_id is distinct from old.version_id
     and exists (select from publication p where p.version_id = new.version_id) then
    raise exception 'version % has been published: no row of % is moved into it', new.version_id, tg_table_name
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
do $$
declare
  name text;
begin
  foreach name in array array[
    'layer_version', 'zone', 'set_aside', 'overlay_area', 'overlay_piece', 'road', 'parcel', 'utility_line', 'admin_area',
    'place', 'regulation', 'legal_source', 'zone_code', 'intensity_rule', 'setback_rule', 'zoning_note', 'activity',
    'activity_kbli', 'itbx_matrix', 'itbx_condition', 'itbx_cell', 'overlay_effect', 'rtrw_match'
  ] loop
    execute format(
      'create trigger %I before update or delete on %I for each row execute function refuse_change_of_published()',
      name || '_is_final', name);
  end loop;
end $$;
