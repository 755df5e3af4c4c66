-- 0034_report_news: browsers in which reporters want to be told of news, and what became of news to one report.
-- Why: the anonymous can be told, too, without leaving a name; and whoever cannot be reached by what they left sees that on
--      the page of their report.
-- Locks: creates a table; the index is built under a share lock on outbox_message, for as long as it takes to read it once.
-- Undo: a new migration that drops both.

create table report_push (
  report_id     uuid not null references report,
  endpoint_hash bytea not null check (length(endpoint_hash) = 32), -- the same browser is told once
  sealed        text not null,                     -- address and keys of the browser, encrypted with the key "personal"
  subscribed_at timestamptz not null,
  primary key (report_id, endpoint_hash)
);
create index on report_push (endpoint_hash);
-- Of reporters alone, who come through the program itself: no account reaches it.
alter table report_push enable row level security;

create index outbox_message_of on outbox_message (dedupe_key text_pattern_ops, created_at);
