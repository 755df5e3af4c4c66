-- 0009_releases: what staff say about layers, who may see them, uploads, releases, jobs, notices of revision.
-- Why: layers are kept in the browser: a file comes in, is checked, approved by a second person and published.
-- Locks: layer and publication exclusively for a moment (columns with constant defaults: no row is written).
-- Undo: a new migration that drops the tables and, once no layer but open ones is left, the columns.

-- The record of a layer (SNI 8843, ISO 19115). Who may see it stands beside: only 'terbuka' leaves by a public door.
alter table layer
  add column access_class text not null default 'terbuka' check (access_class in ('terbuka', 'terbatas', 'internal')),
  add column abstract     text,
  add column producer_id  text,                    -- code of the agency: who belongs to it may keep the layer
  add column walidata     text,
  add column kugi_class   text,
  add column crs          text check (crs ~ '^EPSG:[0-9]{4,6}$'), -- of the source; what is stored is EPSG:4326
  add column update_cycle text,
  add column legal_basis  text,
  add column licence      text,
  add column contact      text,
  add column revision     integer not null default 1 check (revision > 0),
  add column changed_at   timestamptz not null default now();

-- For whom it was published. A layer that is opened later does not open what was published before: that takes a second person.
alter table publication
  add column access_class text not null default 'terbuka' check (access_class in ('terbuka', 'terbatas', 'internal'));

-- A file on its way in. Its bytes lie in DATA_DIRECTORY/files: upload-<id>.part, then under their hash.
create table upload (
  upload_id    uuid primary key,
  account_id   text not null,
  file_name    text not null,                      -- as given; never a path
  byte_count   bigint not null check (byte_count > 0),
  announced_sha256 text check (announced_sha256 ~ '^[0-9a-f]{64}$'),
  -- Known before the file gets its name: 'receiving' with a hash is a file that is being put in place.
  sha256       text check (sha256 ~ '^[0-9a-f]{64}$'),
  state        text not null default 'receiving' check (state in ('receiving', 'stored', 'damaged', 'expired')),
  started_at   timestamptz not null,
  touched_at   timestamptz not null,
  stored_at    timestamptz,
  check ((state = 'stored') = (stored_at is not null)),
  check (state <> 'stored' or sha256 is not null)
);
create index on upload (sha256);
create index on upload (account_id) where state = 'receiving';

-- Draft versions of one or several layers that go in force together.
create table release (
  release_id   uuid primary key default gen_random_uuid(),
  kind         text not null check (kind in ('change', 'rollback')),
  title        text not null,
  note         text,
  state        text not null check (state in ('draf', 'diperiksa', 'diajukan', 'disetujui', 'terbit', 'ditolak', 'ditarik')),
  revision     integer not null default 1 check (revision > 0),
  created_by   text not null,
  created_at   timestamptz not null,
  submitted_by text,
  submitted_at timestamptz,
  decided_by   text,
  decided_at   timestamptz,
  reason       text,
  decree       text,
  decree_on    date,
  valid_from   date,
  approval_note text,
  published_at timestamptz,
  check (state not in ('diajukan', 'disetujui', 'terbit') or submitted_by is not null),
  -- Four eyes: whoever made or submitted it never approves it.
  check (state not in ('disetujui', 'terbit')
         or (decided_by is not null and decided_by <> created_by and decided_by <> submitted_by
             and decree is not null and valid_from is not null))
);
create index on release (created_at desc);
create index on release (state) where state in ('draf', 'diperiksa', 'diajukan', 'disetujui');

create table release_item (
  release_id   uuid not null references release,
  position     integer not null,
  layer_id     text not null references layer,
  upload_id    uuid references upload,
  reading      jsonb not null default '{}',        -- how the file is read, see server/domain/release/release.ts
  version_id   text references layer_version,      -- the draft; null until it is made
  base_publication_id bigint,                      -- newest publication of the layer when it was submitted: must still be that at the end
  findings     jsonb,                              -- sorts and list, see server/domain/release/layer-findings.ts
  publication_id bigint,                           -- of its publication, once it is public
  primary key (release_id, layer_id),
  check (upload_id is not null or version_id is not null)
);
create index on release_item (layer_id);
create index on release_item (publication_id);
create index on release_item (upload_id);

-- Work that outlives a request and a process. Whoever works on it holds a lease and renews it.
create table job (
  job_id       uuid primary key default gen_random_uuid(),
  kind         text not null check (kind in ('check', 'publish')),
  release_id   uuid not null references release,
  actor        text not null,                      -- 'account:<id>': in whose name it works
  state        text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  step         text not null default 'waiting',
  share        double precision not null default 0,
  rows_read    integer,
  rows_expected integer,
  attempt      integer not null default 0,
  interruptions integer not null default 0,
  worker       text,
  lease_until  timestamptz,
  failure      jsonb,                              -- {code, params}
  queued_at    timestamptz not null default clock_timestamp(),
  started_at   timestamptz,
  ended_at     timestamptz,
  check ((state = 'running') = (lease_until is not null)),
  check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null))
);
create unique index job_at_work on job (release_id) where state in ('queued', 'running');
create index on job (queued_at) where state in ('queued', 'running');
create index on job (release_id, queued_at desc);

-- “RDTR sedang direvisi”, per planning area (KODWP) or for a whole layer. Ended, never deleted.
create table revision_notice (
  notice_id    bigint generated always as identity primary key,
  layer_id     text not null references layer,
  planning_area text,
  since        date not null,
  until        date,                               -- first day on which it no longer holds
  noted_by     text not null,
  noted_at     timestamptz not null,
  ended_by     text,
  ended_at     timestamptz,
  check (until is null or until > since)
);
create index on revision_notice (layer_id);

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
-- Binds whoever acts as staff (act_as_staff); the program itself owns the tables and passes.
create function acts_for(p_producer_id text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select 'walidata' = any (acting_roles())
      or ('produsenData' = any (acting_roles()) and coalesce(p_producer_id = acting_producer(), false))
$$;
create function decides() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select acting_roles() && array['walidata', 'pejabatPenandatangan']
$$;

alter table layer enable row level security;
create policy layer_is_seen on layer for select using (
  access_class = 'terbuka' or acts_for(producer_id)
  or (select acting_roles() && array['analis', 'verifikator', 'pejabatPenandatangan', 'pejabatPenghubung', 'auditor']));
create policy layer_is_made on layer for insert with check (acts_for(producer_id));
create policy layer_is_described on layer for update using (acts_for(producer_id)) with check (acts_for(producer_id));

alter table upload enable row level security;
create policy upload_is_ones_own on upload for all
  using (account_id = (select acting_account())::text) with check (account_id = (select acting_account())::text);

-- Nobody makes, submits or decides a release in the name of somebody else.
alter table release enable row level security;
create policy release_is_seen on release for select using (
  created_by = (select acting_account())::text
  or (select acting_roles() && array['produsenData', 'walidata', 'analis', 'verifikator', 'pejabatPenandatangan',
                                     'pejabatPenghubung', 'auditor']));
create policy release_is_made on release for insert with check (
  created_by = (select acting_account())::text
  and (select acting_roles() && array['produsenData', 'walidata', 'pejabatPenandatangan']));
create policy release_is_moved on release for update
  using ((select acting_roles() && array['produsenData', 'walidata', 'pejabatPenandatangan']))
  with check (
    (state not in ('disetujui', 'ditolak') or (decided_by = (select acting_account())::text and (select decides())))
    and (state <> 'diajukan' or submitted_by = (select acting_account())::text));

alter table revision_notice enable row level security;
create policy notice_is_seen on revision_notice for select using (true);
create policy notice_is_made on revision_notice for insert
  with check (noted_by = (select acting_account())::text and (select decides()));
create policy notice_is_ended on revision_notice for update
  using ((select decides())) with check (ended_by = (select acting_account())::text);

alter table job enable row level security;
create policy job_is_seen on job for select using (true);
create policy job_is_queued on job for insert with check (actor = 'account:' || (select acting_account())::text);
create policy job_is_cancelled on job for update using (true) with check (state = 'cancelled');
