-- 0050_computed_days: by which terms and holidays due days were computed last.
-- Why: they were computed after the commit of what the office had set; killed in between, they stayed as they were until each
--      case moved next, and nobody could tell.
-- Locks: creates a table. Undo: a new migration that drops it.

create table due_days_computed (
  service     text primary key,
  basis       text not null,                       -- hash of the terms and the holidays
  computed_at timestamptz not null
);
alter table due_days_computed enable row level security;
