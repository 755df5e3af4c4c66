-- 0010_comparison: what differs between two versions of a layer, kept until it is made anew.
-- Why: staff look at a comparison many times, as a table, on the map and as what it means for parcels; overlaying the
--      polygons takes seconds. A row depends on two versions only, which never change: comparison_id is their hash.
--      It can be deleted at any time and is made again.
-- Locks: creates new tables. Undo: drop table comparison_piece, comparison_feature, comparison_code, comparison.

create table comparison (
  comparison_id  text primary key check (comparison_id ~ '^[0-9a-f]{16}$'),
  before_version text references layer_version on delete cascade,  -- null: nothing was in force
  after_version  text not null references layer_version on delete cascade,
  before_count   integer not null,
  after_count    integer not null,
  same_count     integer not null,               -- features that are the same in shape and in every field
  made_at        timestamptz not null default clock_timestamp()
);

-- Ground of each code; ground that two polygons of a code claim counts once. before + added - removed = after.
create table comparison_code (
  comparison_id text not null references comparison on delete cascade,
  code          text not null,
  before_count  integer not null,
  after_count   integer not null,
  before_m2     double precision not null,       -- geodesic, as all areas here
  after_m2      double precision not null,
  added_m2      double precision not null,
  removed_m2    double precision not null,
  primary key (comparison_id, code)
);

-- A feature that came, went, got another shape or only other fields.
create table comparison_feature (
  comparison_id text not null references comparison on delete cascade,
  change_no     integer not null,
  change        text not null check (change in ('added','removed','reshaped','attributes')),
  before_no     integer,                         -- feature_no in each version
  after_no      integer,
  fields        jsonb not null,                  -- name → [before, after]
  removed_m2    double precision not null,
  added_m2      double precision not null,
  before_code   text,
  after_code    text,
  bbox          double precision[] not null,     -- west, south, east, north of both shapes
  primary key (comparison_id, change_no)
);

-- Ground on which another place of the plan (code, SWP, block, KODUNK) holds than before: what rules are found by.
create table comparison_piece (
  comparison_id text not null references comparison on delete cascade,
  piece_no      integer not null,
  before_no     integer,                         -- null: no zone was taken away here
  after_no      integer,                         -- null: no zone took its place
  before_code   text,
  after_code    text,
  area_m2       double precision not null,
  geom          geometry(MultiPolygon, 4326) not null,
  primary key (comparison_id, piece_no)
);
create index on comparison_piece using gist (geom);
