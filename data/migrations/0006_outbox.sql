-- 0006_outbox: messages to people, written in the transaction of what they tell about and sent afterwards.
-- Why: a mail for a change that failed, or a change without its mail, must not happen; nobody waits for a mail server.
-- Locks: none on existing tables. Undo: a new migration that drops the table.

create table outbox_message (
  message_id  uuid primary key default gen_random_uuid(), -- also the Message-ID of the mail: a second copy is known as one
  dedupe_key  text not null unique,               -- 'what:which': the same message is queued once, however often it is asked for
  channel     text not null check (channel in ('email', 'webpush', 'whatsapp')),
  recipient   text,                               -- encrypted (key "personal", purpose "outbox"); gone once it is sent
  language    text not null check (language in ('id', 'en')),
  template    text not null,
  parameters  jsonb not null,                     -- nothing personal: a mail may be read on its way
  state       text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed')),
  attempts    integer not null default 0,
  due_at      timestamptz not null,               -- queued: not before; sending: taken up again after this
  provider_id text,                               -- what the mail server said when it took it
  last_error  text,
  created_at  timestamptz not null default now(),
  sent_at     timestamptz,
  check (state <> 'sent' or sent_at is not null),
  check (state in ('sent', 'failed') or recipient is not null)
);
create index on outbox_message (due_at) where state in ('queued', 'sending');
