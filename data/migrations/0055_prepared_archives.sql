-- 0055_prepared_archives: tiles of a draft are made by its check, before anybody approves it; and whoever sees a release sees
-- which files it holds.
-- Why: between the click of the second person and the new map only the pointer is left to be changed. A colleague mends a
-- release whose file can no longer be read, and the log says which originals it holds.
-- Locks: creates a table; adds a policy to upload for a moment. Undo: a new migration that drops both; files that no row
-- names are swept away.

-- An archive that is checked and lies beside those of published versions, for nobody to see. It is taken only as long as it
-- is what would be made anew: `stamp` says of what.
create table prepared_archive (
  version_id text primary key references layer_version on delete cascade,
  stamp      text not null check (stamp ~ '^[0-9a-f]{16}$'),
  file_name  text not null,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  byte_count bigint not null check (byte_count > 0),
  tile_count integer not null check (tile_count > 0),
  omitted    integer not null check (omitted >= 0),
  made_count integer not null check (made_count >= 0), -- the other tiles are the predecessor's
  made_at    timestamptz not null
);

create policy upload_of_a_release_is_seen on upload for select
  using (exists (select from release_item i where i.upload_id = upload.upload_id));
