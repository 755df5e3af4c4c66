-- 0022_document_life: documents that are made and not yet given out, and applications that replace an earlier one.
-- Why: a document is in force in the same moment as its application is issued, or not at all; until then its bytes wait, so
--      that whoever tries again gives out the same. An earlier document is replaced in that moment, too.
-- Locks: application exclusively for a moment, no row is written; creates a table. Undo: a new migration that drops it.

-- A document that is made and signed, and that nobody has been given. Its bytes lie beside those of `document`.
create table document_draft (
  document_id text primary key,
  order_id    text not null,
  made_by     text not null,                       -- whose signature it is, as the log names them: nobody else's order
  document    jsonb not null,                      -- the row of the register
  is_dropped  boolean not null default false,      -- nobody will be given it: the sweep takes it away with its bytes
  made_at     timestamptz not null
);
create index on document_draft (order_id);

alter table application
  add column replaces    uuid references application, -- the application whose document it is to take the place of
  add column replaces_as text check (replaces_as in ('correction', 'extension')),
  add check ((replaces is null) = (replaces_as is null)),
  add check (replaces <> application_id);
create index on application (replaces) where replaces is not null;

-- The second lock, see 0008_accounts: who signs gives documents out, takes them back and replaces them, and nobody else.
alter table document_draft enable row level security;
create policy draft_is_seen on document_draft for select using ((select signs()));
create policy draft_is_given_out on document_draft for delete using ((select signs()));
create policy draft_is_dropped on document_draft for update using ((select signs())) with check (is_dropped);

alter table document enable row level security;
create policy document_is_seen on document for select
  using ((select works_on_applications()) or (select 'auditor' = any (acting_roles())));
create policy document_is_given_out on document for insert with check ((select signs()) and kind = 'krk');
create policy document_is_ended on document for update
  using ((select signs()) and kind = 'krk') with check (state in ('dicabut', 'digantikan'));
