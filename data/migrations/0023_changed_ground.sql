-- 0023_changed_ground: what the plan says today about the ground of documents in force, differently from the documents.
-- Why: after a publication staff see which documents lie on changed ground, rule by rule, and their holders are told once.
-- Locks: creates a table. Undo: a new migration that drops it; it is filled again by the next look.

create table document_ground (
  document_id  text primary key references document,
  versions_key text not null,                      -- what was in force when its ground was asked about
  asked_at     timestamptz not null,
  compared     jsonb not null,                     -- PlaceComparison of server/domain/zoning/history.ts
  change_count integer not null check (change_count >= 0), -- of what it says; a rule that is only cited differently is none
  change_hash  text not null,                      -- SHA-256 of the changes: the same is told once
  told_hash    text                                -- the changes that its holder was told of
);
create index on document_ground (versions_key);

alter table document_ground enable row level security;
create policy document_ground_is_seen on document_ground for select
  using ((select works_on_applications()) or (select 'auditor' = any (acting_roles())));
