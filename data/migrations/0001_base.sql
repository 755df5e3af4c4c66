-- 0001_base: the whole register of layers, versions, publications, geometry and rules.
-- Why: everything that an answer says must be traceable to one version of one layer, and to an article.
-- Locks: empty database only. Undo: drop the schema's tables in a new migration.
-- Two time axes: publication.valid_from (law) and publication.recorded_at (register).
-- Rows below a version are insert-only; going back is publishing the older version again.

create extension if not exists postgis;
create extension if not exists pg_trgm;

-- Debian's PostGIS 3.3 lacks the official SRGI2013 codes (EPSG:9470 geographic, EPSG:9490 UTM 50S).
insert into spatial_ref_sys (srid, auth_name, auth_srid, proj4text, srtext)
values
  (9470, 'EPSG', 9470, '+proj=longlat +ellps=WGS84 +no_defs',
   'GEOGCS["SRGI2013",DATUM["Sistem_Referensi_Geospasial_Indonesia_2013",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","9470"]]'),
  (9490, 'EPSG', 9490, '+proj=utm +zone=50 +south +ellps=WGS84 +units=m +no_defs',
   'PROJCS["SRGI2013 / UTM zone 50S",GEOGCS["SRGI2013",DATUM["Sistem_Referensi_Geospasial_Indonesia_2013",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",117],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",10000000],UNIT["metre",1],AUTHORITY["EPSG","9490"]]')
on conflict (srid) do nothing;

-- ---------------------------------------------------------------- register
-- A layer is one kind of content of one producer; its content arrives in versions.
create table layer (
  layer_id     text primary key,                 -- 'rdtr-contoh', 'rules-contoh', 'overlay-banjir-contoh'
  kind         text not null check (kind in ('admin','zones','rtrw','overlay','road','parcel','utility','place','rules')),
  theme        text,                             -- overlays: code of the theme registry ('banjir', 'kkop' …)
  title        text not null,
  producer     text,
  rules_layer_id text references layer,          -- zones and overlays: the rule set that gives their codes a meaning
  regulation_id text,                            -- … and the regulation within it ((regulation, code) is the key)
  plan_scale   integer,                          -- denominator: 5000 = 1:5.000
  is_demo      boolean not null default false,
  created_at   timestamptz not null default now(),
  check ((kind = 'overlay') = (theme is not null))
);

create table layer_version (
  version_id     text primary key check (version_id ~ '^[0-9a-f]{16}$'), -- hash of the canonical content
  layer_id       text not null references layer,
  label          text not null,
  source_name    text not null,                  -- file name as given
  source_sha256  text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  source_format  text not null,                  -- GDAL driver or 'csv' / 'xlsx' / 'demo'
  source_crs     text,                           -- 'EPSG:32750'
  feature_count  integer not null,
  set_aside_count integer not null default 0,
  report         jsonb not null,                 -- the import report, schema 'import-report/1'
  coverage       geometry(MultiPolygon, 4326),   -- where this version speaks at all; null = the whole city
  special_fields text[] not null default '{}',   -- zones: official overlay fields that the source had (KKOP_1 …)
  is_demo        boolean not null default false,
  imported_at    timestamptz not null default now()
);
create index on layer_version (layer_id);
create unique index on layer_version (layer_id, source_sha256, version_id);

create table publication (
  publication_id bigint generated always as identity primary key,
  layer_id    text not null references layer,
  version_id  text not null references layer_version,
  valid_from  date not null,
  decree      text not null,                     -- 'Perwali … Nomor … Tahun …' or 'CONTOH …'
  decree_on   date,
  note        text,
  recorded_at timestamptz not null default clock_timestamp()
);
create index on publication (layer_id, valid_from desc, recorded_at desc);

-- ---------------------------------------------------------------- geometry
-- zones and rtrw: the land-allocation polygons (pola ruang) with their official fields.
create table zone (
  zone_id     bigint generated always as identity primary key,
  version_id  text not null references layer_version,
  feature_no  integer not null,                  -- 1-based order in the source
  code        text not null,                     -- what rules are joined on: KODSZN, else KODZON, else NAMOBJ
  kodzon text, namzon text, kodszn text, namszn text, namobj text, jnsrpr text,
  kodwp  text, kodswp text, kodblk text, kodsbl text,
  wadmkc text, wadmkd text, remark text, kodunk text,
  stated_area_ha double precision,               -- LUASHA as stated by the plan
  area_m2     double precision not null,         -- geodesic (WGS 84 ellipsoid)
  special     jsonb not null default '{}',       -- overlay codes in the row: {"KKOP_1":"K01G", …}, without 'Tidak Ada'
  source_attributes jsonb not null default '{}', -- untouched
  is_demo     boolean not null default false,
  geom        geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
  unique (version_id, feature_no)
);
create index on zone using gist (geom);
create index on zone (version_id, code);

-- Rows that could not go in. Their ground answers "no data: invalid geometry".
create table set_aside (
  version_id  text not null references layer_version,
  feature_no  integer not null,
  reason      text not null,                     -- 'selfIntersection', 'emptyGeometry' …
  detail      text,
  lon double precision, lat double precision,    -- where, WGS 84
  source_attributes jsonb not null default '{}',
  footprint   geometry(MultiPolygon, 4326),      -- made valid ONLY to know the ground that has no data
  primary key (version_id, feature_no)
);
create index on set_aside using gist (footprint);

create table overlay_area (
  overlay_id  bigint generated always as identity primary key,
  version_id  text not null references layer_version,
  feature_no  integer not null,
  theme       text not null,
  level_code  text not null default '',          -- 'tinggi', 'K01F' …; '' when the theme has no levels
  name        text not null,
  source_attributes jsonb not null default '{}',
  is_demo     boolean not null default false,
  geom        geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
  unique (version_id, feature_no)
);
create index on overlay_area using gist (geom);
-- Helper: big overlays cut into small pieces so that one giant polygon does not decide the cost of a lookup.
create table overlay_piece (
  overlay_id bigint not null references overlay_area on delete cascade,
  version_id text not null,
  geom       geometry(Polygon, 4326) not null
);
create index on overlay_piece using gist (geom);

create table road (
  road_id     bigint generated always as identity primary key,
  version_id  text not null references layer_version,
  feature_no  integer not null,
  name        text,
  road_class  text not null,                     -- 'arteri','kolektor','lokal','lingkungan' (+ primer/sekunder when stated)
  row_width_m double precision,                  -- rumija
  source_attributes jsonb not null default '{}',
  is_demo     boolean not null default false,
  geom        geometry(MultiLineString, 4326) not null,
  unique (version_id, feature_no)
);
create index on road using gist (geom);

create table parcel (
  parcel_id   bigint generated always as identity primary key,
  version_id  text not null references layer_version,
  feature_no  integer not null,
  nib         text not null,                     -- NIB bidang (land), never NIB usaha
  kelurahan_code text,
  block_code  text,
  area_m2     double precision not null,         -- geodesic
  is_demo     boolean not null default false,
  geom        geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
  unique (version_id, feature_no)
);
create index on parcel using gist (geom);
create index on parcel (nib);

create table utility_line (
  utility_id  bigint generated always as identity primary key,
  version_id  text not null references layer_version,
  feature_no  integer not null,
  network     text not null,                     -- 'air minum','listrik','drainase','telekomunikasi','air limbah','gas'
  name        text,
  source_attributes jsonb not null default '{}',
  is_demo     boolean not null default false,
  geom        geometry(MultiLineString, 4326) not null,
  unique (version_id, feature_no)
);
create index on utility_line using gist (geom);

create table admin_area (
  admin_id    bigint generated always as identity primary key,
  version_id  text not null references layer_version,
  feature_no  integer not null,
  level       text not null check (level in ('kota','kecamatan','kelurahan')),
  code        text,                              -- Kemendagri '64.71.06.1003'
  name        text not null,
  parent_name text,                              -- kelurahan: its kecamatan
  aliases     text[] not null default '{}',
  area_m2     double precision not null,
  geom        geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
  unique (version_id, feature_no)
);
create index on admin_area using gist (geom);

create table place (
  place_id    bigint generated always as identity primary key,
  version_id  text not null references layer_version,
  feature_no  integer not null,
  name        text not null,
  category    text,
  geom        geometry(Point, 4326) not null,
  unique (version_id, feature_no)
);
create index on place using gist (geom);

-- ---------------------------------------------------------------- rules: one version = one rule set
create table regulation (
  version_id    text not null references layer_version,
  regulation_id text not null,                   -- short and stable within the rule set: 'rdtr', 'sempadan'
  kind          text not null,                   -- 'perwali','perda','pp','permen','contoh' …
  title         text not null,
  number_text   text,                            -- 'Nomor 3 Tahun 2021'
  set_on        date,
  valid_from    date,
  valid_to      date,                            -- exclusive; null = open
  status        text not null default 'berlaku' check (status in ('berlaku','dalam revisi','dicabut','rancangan')),
  url           text,
  is_demo       boolean not null default false,
  primary key (version_id, regulation_id)
);

create table legal_source (
  version_id    text not null,
  source_id     text not null,
  regulation_id text not null,
  article       text not null,                   -- 'Pasal 12 ayat (3)', 'Lampiran XVII'
  quote         text,                            -- the sentence as stored
  primary key (version_id, source_id),
  foreign key (version_id, regulation_id) references regulation
);

-- (regulation, code) is the key: the same code means different things in different regulations.
create table zone_code (
  version_id    text not null,
  regulation_id text not null,
  code          text not null,
  zone_code     text,                            -- parent zone 'R' of 'R-3'
  zone_name     text not null,
  subzone_name  text,
  category      text not null check (category in ('lindung','budi daya','lainnya')),
  color         text check (color ~ '^#[0-9a-f]{6}$'),
  provisional   boolean not null default false,  -- colour or code not confirmed by two sources
  description   text,                            -- in plain words
  source_id     text,
  primary key (version_id, regulation_id, code),
  foreign key (version_id, regulation_id) references regulation,
  foreign key (version_id, source_id) references legal_source
);

create table intensity_rule (
  rule_id       bigint generated always as identity primary key,
  version_id    text not null,
  regulation_id text not null,
  zone_code     text not null,
  measure       text not null check (measure in ('kdb','klb','kdh','ktb','height_m','floors','basement_floors','min_parcel_m2','building_gap_m')),
  operator      text not null check (operator in ('max','min')),
  value         numeric,                         -- kdb/kdh/ktb in percent 0–100; klb as ratio; null when text only
  text_value    text,                            -- tiers and conditions stay text
  unit_as_printed text,                          -- '%', 'm', 'lantai', '' …: as the source prints it
  parcel_min_m2 numeric,                         -- inclusive; null = no bound
  parcel_max_m2 numeric,                         -- inclusive
  road_class    text, kodswp text, kodblk text,  -- null = any
  source_id     text not null,
  foreign key (version_id, regulation_id) references regulation,
  foreign key (version_id, source_id) references legal_source,
  check (value is not null or text_value is not null)
);
create index on intensity_rule (version_id, zone_code);

create table setback_rule (
  rule_id       bigint generated always as identity primary key,
  version_id    text not null,
  regulation_id text not null,
  kind          text not null check (kind in ('gsb','jbs','jbb')),
  zone_code     text,                            -- null = any zone
  road_class    text,                            -- gsb only
  value_m       numeric, text_value text,
  reference_line text not null,                  -- 'as jalan', 'rumija', 'batas persil' …: where it is measured from
  source_id     text not null,
  foreign key (version_id, regulation_id) references regulation,
  foreign key (version_id, source_id) references legal_source,
  check (value_m is not null or text_value is not null)
);

-- Minimum facilities and parking, TPZ and RTBL notes: text with the place it holds for.
create table zoning_note (
  note_id       bigint generated always as identity primary key,
  version_id    text not null,
  regulation_id text not null,
  kind          text not null check (kind in ('parkir','sarana','tpz','rtbl','tampilan')),
  zone_code     text, kodswp text, kodblk text,  -- null = any
  code          text,                            -- TPZ code
  body          text not null,
  source_id     text not null,
  foreign key (version_id, regulation_id) references regulation,
  foreign key (version_id, source_id) references legal_source
);

create table activity (
  version_id    text not null,
  regulation_id text not null,
  activity_id   text not null,                   -- slug, stable within the regulation
  group_name    text not null,
  name          text not null,
  synonyms      text[] not null default '{}',
  primary key (version_id, regulation_id, activity_id),
  foreign key (version_id, regulation_id) references regulation
);
create table activity_kbli (
  version_id text not null, regulation_id text not null, activity_id text not null,
  kbli_edition text not null, kbli_code text not null,
  primary key (version_id, regulation_id, activity_id, kbli_edition, kbli_code),
  foreign key (version_id, regulation_id, activity_id) references activity
);
-- What an empty cell means is asked once per matrix and stored; the default is never a yes.
create table itbx_matrix (
  version_id    text not null,
  regulation_id text not null,
  empty_means   text not null default 'tidak diatur' check (empty_means in ('tidak diatur','X')),
  source_id     text not null,
  primary key (version_id, regulation_id),
  foreign key (version_id, regulation_id) references regulation,
  foreign key (version_id, source_id) references legal_source
);
create table itbx_condition (
  version_id    text not null,
  regulation_id text not null,
  code          text not null check (code ~ '^[TB][0-9]*$'), -- 'T1', 'B2', or plain 'T' / 'B' of older matrices
  body          text not null,
  source_id     text not null,
  primary key (version_id, regulation_id, code),
  foreign key (version_id, regulation_id) references regulation,
  foreign key (version_id, source_id) references legal_source
);
create table itbx_cell (
  version_id    text not null,
  regulation_id text not null,
  activity_id   text not null,
  zone_code     text not null,
  raw           text not null,                   -- as in the file; '' = empty
  codes         text[] not null,                 -- {I} | {X} | {T1,B2} | {} (empty)
  primary key (version_id, regulation_id, activity_id, zone_code),
  foreign key (version_id, regulation_id, activity_id) references activity
);
create index on itbx_cell (version_id, regulation_id, zone_code);

-- Ketentuan khusus: what an overlay does to the base rule.
create table overlay_effect (
  effect_id     bigint generated always as identity primary key,
  version_id    text not null,
  regulation_id text not null,
  theme         text not null,
  level_code    text not null default '',        -- '' = every level
  effect        text not null check (effect in ('text','cap','override','prohibition')),
  measure       text,                            -- cap, override: as intensity_rule.measure, or 'gsb_m'
  operator      text check (operator in ('max','min')),
  value         numeric,
  unit_as_printed text,                          -- 'm AMSL' for KKOP: never mixed with height above ground
  activity_id   text,                            -- prohibition or override of one activity; null = all building
  itbx_codes    text[],                          -- override of the matrix: {B1}
  body          text not null,
  source_id     text not null,
  foreign key (version_id, regulation_id) references regulation,
  foreign key (version_id, source_id) references legal_source,
  check (effect not in ('cap','override') or measure is not null or itbx_codes is not null)
);

-- Which RTRW class and which detail-plan zone agree. A class without any row is not judged at all.
create table rtrw_match (
  version_id    text not null,
  regulation_id text not null,
  rtrw_class    text not null,                   -- NAMOBJ of the RTRW layer
  zone_code     text not null,                   -- zone ('R') or sub-zone ('R-3') code
  primary key (version_id, regulation_id, rtrw_class, zone_code),
  foreign key (version_id, regulation_id) references regulation
);

-- ---------------------------------------------------------------- reference: KBLI, not bound to a plan
create table kbli (
  edition text not null, code text not null, title text not null, description text,
  synonyms text[] not null default '{}',
  primary key (edition, code)
);

-- ---------------------------------------------------------------- tiles: one archive file per version
create table tile_archive (
  version_id  text primary key references layer_version,
  file_name   text not null,                     -- relative to the tiles directory
  sha256      text not null,
  byte_count  bigint not null,
  tile_count  integer not null,
  built_at    timestamptz not null default now()
);
