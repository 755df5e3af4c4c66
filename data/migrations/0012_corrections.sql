-- 0012_corrections: “Data ini keliru”: cases about single rows of the register, what staff answer, and who sees it.
-- Why: somebody who knows better must be able to say so, without an account, about exactly one row; what staff say to it is a
--      public note on that row. The words of who asks are never public.
-- Locks: layer exclusively for a moment (a column with a constant default: no row is written).
-- Undo: a new migration that drops the triggers, the tables, the functions and the column.

-- Counts what is said beside a layer without a new version of it, so that answers that were kept are known to be old.
alter table layer add column remark_revision integer not null default 0;
update layer set remark_revision = 1 where layer_id in (select layer_id from revision_notice);

create sequence correction_ticket;
create table correction (
  correction_id uuid primary key default gen_random_uuid(),
  ticket       text not null unique check (ticket ~ '^DK-[0-9]{4}-[0-9]{5,}$'),
  secret_hash  bytea not null check (length(secret_hash) = 32), -- of what only who opened it has
  layer_id     text not null references layer,
  version_id   text not null references layer_version,
  row_key      text not null,                    -- server/domain/correction/answer-rows.ts
  row_rule     text not null,                    -- what the row said wherever it held
  row_said     jsonb not null,                   -- what it said here, by which law, in which version
  is_shape     boolean not null,                 -- a zone, an overlay: bound to the polygon at the place
  place        geometry(Point, 4326) not null,
  area_name    text,                             -- kelurahan
  asked_on     date not null,                    -- the day in law that the answer was for
  message      text not null check (length(message) <= 2000),
  state        text not null default 'baru' check (state in ('baru', 'diterima', 'ditolak', 'diperbaiki')),
  revision     integer not null default 1 check (revision > 0),
  opened_at    timestamptz not null
);
create index on correction (opened_at desc);
create index on correction (layer_id, row_key) where state <> 'baru';

-- How who opened it can be reached, apart from the case: whoever answers it need not know.
create table correction_contact (
  correction_id uuid primary key references correction,
  sealed       text not null                     -- encrypted (key "personal", purpose "correction")
);

-- Answers, each once; the newest is the public note on the row.
create table correction_answer (
  correction_id uuid not null references correction,
  answer_no    integer not null check (answer_no > 0),
  outcome      text not null check (outcome in ('diterima', 'ditolak', 'diperbaiki')),
  note_id      text not null check (length(note_id) between 1 and 600),
  note_en      text check (length(note_en) <= 600),
  mended_version text references layer_version,  -- the version that says it right
  answered_by  text not null,
  answered_at  timestamptz not null,
  primary key (correction_id, answer_no),
  check ((outcome = 'diperbaiki') = (mended_version is not null))
);

-- Whoever writes a remark need not be allowed to describe the layer.
create function count_remark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update layer set remark_revision = remark_revision + 1
  where layer_id = case tg_table_name
    when 'revision_notice' then to_jsonb(new) ->> 'layer_id'
    else (select layer_id from correction where correction_id = (to_jsonb(new) ->> 'correction_id')::uuid) end;
  return null;
end $$;
create trigger remark_is_counted after insert or update on revision_notice for each row execute function count_remark();
create trigger remark_is_counted after insert on correction_answer for each row execute function count_remark();

-- ---------------------------------------------------------------- the second lock, see 0008_accounts
create function producer_of(p_layer_id text) returns text language sql stable security definer
set search_path = public, pg_temp as $$
  select producer_id from layer where layer_id = p_layer_id
$$;
create function answers_corrections(p_layer_id text) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select acting_roles() && array['walidata', 'petugasLayanan'] or acts_for(producer_of(p_layer_id))
$$;

alter table correction enable row level security;
create policy correction_is_seen on correction for select using (answers_corrections(layer_id));
create policy correction_is_answered on correction for update
  using (answers_corrections(layer_id)) with check (answers_corrections(layer_id));

alter table correction_contact enable row level security;
create policy contact_is_seen on correction_contact for select
  using ((select acting_roles() && array['petugasLayanan', 'pejabatPenghubung']));

alter table correction_answer enable row level security;
create policy answer_is_seen on correction_answer for select
  using (exists (select from correction c where c.correction_id = correction_answer.correction_id));
create policy answer_is_given on correction_answer for insert
  with check (answered_by = (select acting_account())::text
              and exists (select from correction c where c.correction_id = correction_answer.correction_id));
