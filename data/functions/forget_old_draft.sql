-- Purpose: takes one version away that was drafted long ago and became part of nothing: never published, in no release,
--          named by no case. Its event stays in the log, and the same file brings it back under the same id.
-- Input: the moment before which it was drafted. Output: what it was; no row when there is none.
-- A release that takes it up at this moment holds its row, and it is left alone.
-- Expected index: layer_version_imported_at_idx; version_id in each table.
create or replace function forget_old_draft(drafted_before timestamptz)
returns table (layer_id text, version_id text, source_sha256 text) language plpgsql as $$
declare
  old layer_version;
  name text;
begin
  select v.* into old from layer_version v
  where v.imported_at < drafted_before
    and not exists (select from publication p where p.version_id = v.version_id)
    and not exists (select from release_item i where v.version_id in (i.version_id, i.compared_with))
    and not exists (select from correction c where c.version_id = v.version_id)
    and not exists (select from correction_answer a where a.mended_version = v.version_id)
  order by v.imported_at limit 1
  for update skip locked;
  if not found then return; end if;
  -- What names another row goes before that row.
  foreach name in array array[
    'search_entry', 'set_aside', 'zone', 'overlay_area', 'road', 'parcel', 'utility_line', 'admin_area', 'place',
    'itbx_cell', 'itbx_condition', 'itbx_matrix', 'activity_kbli', 'activity', 'overlay_effect', 'rtrw_match',
    'zoning_note', 'setback_rule', 'intensity_rule', 'zone_code', 'legal_source', 'regulation', 'tile_archive',
    'layer_version'
  ] loop
    execute format('delete from %I t where t.version_id = $1', name) using old.version_id;
  end loop;
  return query select old.layer_id, old.version_id, old.source_sha256;
end $$;
