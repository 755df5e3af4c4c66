-- 0011_kelurahan_ground: what lies in a kelurahan, kept so that the first reader of its page waits for no cutting.
-- Why: cutting zones, overlays and coverage along one outline takes the database 100 to 300 ms. A row depends on the area and
--      on versions only, which never change, so it never becomes wrong; it can be deleted at any time and is made again.
-- Locks: creates a new table. Undo: drop table kelurahan_ground;

create table kelurahan_ground (
  ground_key text primary key check (ground_key ~ '^[0-9a-f]{16}$'), -- hash of the area and of every version that it was cut from
  facts      jsonb not null,
  made_at    timestamptz not null default now()
);
