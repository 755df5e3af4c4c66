-- 0007_ground: how much ground of each zone code each kelurahan has, apart for what overlays say about it.
-- Why: "where may I do this?" needs the area under each combination of zone and overlays; cutting 16,000 polygons takes
--      seconds, adding up the result takes milliseconds. A row depends on versions only, so it never becomes wrong:
--      ground_id is a hash of the versions that it was cut from. It can be deleted at any time and is made again.
-- Locks: creates new tables. Undo: drop table ground_outline, ground_share, ground_kelurahan, ground;

create table ground (
  ground_id text primary key check (ground_id ~ '^[0-9a-f]{16}$'),
  made_at   timestamptz not null default now()
);

-- One row per kelurahan in force; area_no 0 stands for everything where no borders are in force.
create table ground_kelurahan (
  ground_id text not null references ground on delete cascade,
  area_no   integer not null,
  code text, name text, parent_name text,
  lon double precision, lat double precision,    -- a point inside it, WGS 84
  area_m2   double precision,                    -- geodesic; null where no borders are in force
  zoned_m2  double precision not null,           -- ground with at least one zone
  primary key (ground_id, area_no)
);

create table ground_share (
  ground_id  text not null references ground on delete cascade,
  area_no    integer not null,
  version_id text not null,                      -- of the zones
  code       text not null,
  special    jsonb not null,                     -- overlay codes of the zone rows
  marks      text[] not null,                    -- which overlay sources the ground lies in, see fill_ground
  area_m2    double precision not null
);
create index on ground_share (ground_id);

-- Where an overlay does not speak: drawn on the map, because its tiles show only where it lies.
create table ground_outline (
  ground_id text not null references ground on delete cascade,
  mark      text not null,
  geojson   jsonb not null,
  primary key (ground_id, mark)
);
