-- 0013_documents: documents that were given out, and what each is worth now.
-- Why: a document is proven by its stored bytes and by this register, not by being made again. Bytes lie in
--      DATA_DIRECTORY/files/documents under their SHA-256: the signed PDF, and the extract that it shows.
-- Locks: creates a new table. Undo: a new migration that drops the table.

create table document (
  document_id  text primary key check (document_id ~ '^[A-Za-z0-9_-]{22}$'), -- 128 random bits: not to be guessed
  order_id     text not null unique,               -- who asks again for the same gets the same bytes
  kind         text not null check (kind in ('itr', 'krk')),
  number       text,                               -- null: an ITR has none
  state        text not null default 'berlaku' check (state in ('berlaku', 'dicabut', 'digantikan', 'kedaluwarsa')),
  is_trial     boolean not null,                   -- made from demonstration rules
  language     text not null check (language in ('id', 'en')),
  issued_at    timestamptz(3) not null,
  valid_until  date,                               -- last day; null = no end was set
  kelurahan    text[] not null,
  zone_codes   text[] not null,
  area_m2      double precision,
  ground       geometry(Geometry, 4326) not null check (st_isvalid(ground)), -- a point or the outline
  version_ids  text[] not null,                    -- layer versions that it was made from
  pdf_sha256   text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  pdf_bytes    integer not null check (pdf_bytes > 0),
  extract_sha256 text not null check (extract_sha256 ~ '^[0-9a-f]{64}$'),
  certificate  text not null,                      -- JWS over the hash of the extract, as it is in the file
  reason       text,                               -- of a withdrawal, as the public reads it
  replaced_by  text references document,
  event_id     uuid not null references log_event, -- its leaf in the log
  check ((state = 'digantikan') = (replaced_by is not null)),
  check (state <> 'dicabut' or reason is not null),
  check (kind = 'itr' or number is not null)
);
create unique index on document (kind, number) where number is not null;
create index on document using gist (ground);
