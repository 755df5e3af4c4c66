-- 0019_request_once: what staff asked for under a key (Idempotency-Key), and what was made of it.
-- Why: an answer that is lost on its way, or a second click, must not make a second release or upload.
-- Locks: creates a new table.
-- Undo: a new migration that drops the table.

create table request_once (
  account_id   uuid not null references account on delete cascade,
  key          text not null check (length(key) between 8 and 128),
  request_hash bytea not null,                   -- SHA-256 of method, address and body: the same key with another one is refused
  made_id      text,                             -- null only within the transaction that makes it
  taken_at     timestamptz not null,
  primary key (account_id, key)
);
create index on request_once (taken_at);

alter table request_once enable row level security;
create policy key_is_ones_own on request_once for all
  using (account_id = (select acting_account())) with check (account_id = (select acting_account()));
