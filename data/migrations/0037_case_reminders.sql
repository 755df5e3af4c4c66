-- 0037_case_reminders: whoever works on a case is told before something of it runs out.
-- Why: what is only told when it is late is told too late.
-- Locks: creates a table. Undo: a new migration that drops it.

-- A stage that is about to run out and was told of: once, however often it is looked for.
create table case_reminder (
  reminder_no bigint generated always as identity primary key,
  case_id     uuid not null references violation_case on delete cascade,
  stage       text not null,
  since       bigint not null,
  due_on      date not null,
  at          timestamptz not null,
  unique (case_id, stage, since)
);
alter table case_reminder enable row level security;
