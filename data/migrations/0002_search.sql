-- 0002_search: names that can be searched, one row per name of a target in a published version.
-- Why: street and block names repeat over hundreds of rows, and spelling is compared in a folded form; both are
--      worked out once when a version is published, not on every keystroke. Parcels are found in their own table.
-- Locks: creates new objects; the index on parcel blocks writes to it while it is built (60,000 rows: < 1 s).
-- Undo: drop trigger publication_fills_search; drop table search_entry; drop index parcel_code_idx.

create table search_entry (
  entry_id   bigint generated always as identity primary key,
  version_id text not null references layer_version,
  kind       text not null check (kind in ('kecamatan','kelurahan','street','block','place')),
  target     text not null,                      -- one target may have several rows: its name and its aliases
  name       text not null,                      -- as shown
  alias      text,                               -- the spelling that this row stands for, when it is not the name
  category   text,
  key        text not null,                      -- search_key(name or alias)
  lon double precision not null, lat double precision not null, -- a point on the target, WGS 84
  bbox       double precision[] not null check (array_length(bbox, 1) = 4) -- west, south, east, north
);
create index on search_entry (version_id);
create index search_entry_key_idx on search_entry using gin (key gin_trgm_ops);

-- Parcel numbers are compared without their dots, dashes and spaces, from the left.
create index parcel_code_idx on parcel (upper(regexp_replace(nib, '[^0-9A-Za-z]', '', 'g')) text_pattern_ops);

-- fill_search_entries lives in data/functions, which are applied after the migrations.
create function publication_fills_search() returns trigger language plpgsql as $$
begin
  perform fill_search_entries(new.version_id);
  return null;
end $$;
create trigger publication_fills_search after insert on publication
  for each row execute function publication_fills_search();
