-- insertMessage
insert into outbox_message (dedupe_key, channel, recipient, language, template, parameters, due_at)
values ($1, $2, $3, $4, $5,
        $6, $7)
on conflict (dedupe_key) do nothing
returning message_id;
--   Insert on outbox_message
--     Conflict Resolution: NOTHING
--     Conflict Arbiter Indexes: outbox_message_dedupe_key_key
--     ->  Result

-- claimMessage
update outbox_message m
set state = 'sending', attempts = attempts + 1, due_at = $1
where m.message_id = (
  select message_id from outbox_message
  where state in ('queued', 'sending') and due_at <= $2
  order by due_at limit 1 for update skip locked)
returning m.message_id as "messageId", m.channel, m.recipient, m.language, m.template, m.parameters, m.attempts;
--   Update on outbox_message m
--     InitPlan 1 (returns '…')
--       ->  Limit
--             ->  LockRows
--                   ->  Sort
--                         Sort Key: outbox_message.due_at
--                         ->  Seq Scan on outbox_message
--                               Filter: ((state = ANY ('…'::text[])) AND (due_at <= '…'::timestamp with time zone))
--     ->  Seq Scan on outbox_message m
--           Filter: (message_id = '…')

-- markSent
update outbox_message
set state = 'sent', sent_at = $1, provider_id = $2, recipient = null, last_error = null,
    parameters = case when parameters ? 'sealed' then '{}'::jsonb else parameters end
where message_id = $3 and state = 'sending' and attempts = $4;
--   Update on outbox_message
--     ->  Seq Scan on outbox_message
--           Filter: ((message_id = '…'::uuid) AND (state = '…'::text) AND (attempts = 1))

-- markLater
update outbox_message set state = 'queued', due_at = $1, last_error = $2
where message_id = $3 and state = 'sending' and attempts = $4;
--   Update on outbox_message
--     ->  Seq Scan on outbox_message
--           Filter: ((message_id = '…'::uuid) AND (state = '…'::text) AND (attempts = 1))

-- markFailed
update outbox_message set state = 'failed', last_error = $1
where message_id = $2 and state = 'sending' and attempts = $3;
--   Update on outbox_message
--     ->  Seq Scan on outbox_message
--           Filter: ((message_id = '…'::uuid) AND (state = '…'::text) AND (attempts = 1))

-- listUnsent
select message_id as "messageId", channel, template, state, attempts, due_at as "dueAt", last_error as "lastError"
from outbox_message where state <> 'sent' order by state = 'failed' desc, due_at limit 200;
--   Limit
--     ->  Sort
--           Sort Key: ((state = '…'::text)) DESC, due_at
--           ->  Seq Scan on outbox_message
--                 Filter: (state <> '…'::text)

-- requeueFailed
update outbox_message set state = 'queued', attempts = 0, due_at = $1
where state = 'failed' and recipient is not null;
--   Update on outbox_message
--     ->  Seq Scan on outbox_message
--           Filter: ((recipient IS NOT NULL) AND (state = '…'::text))

-- forgetMessages
update outbox_message set state = 'failed', recipient = null, last_error = 'the recipient was erased'
where starts_with(dedupe_key, $1) and state in ('queued', 'sending', 'failed');
--   Update on outbox_message
--     ->  Seq Scan on outbox_message
--           Filter: (starts_with(dedupe_key, '…'::text) AND (state = ANY ('…'::text[])))

-- mailsAbout
select message_id as "messageId" from outbox_message
where starts_with(dedupe_key, $1) and channel = 'email';
--   Seq Scan on outbox_message
--     Filter: (starts_with(dedupe_key, '…'::text) AND (channel = '…'::text))

-- unreachedBy
select distinct on (channel) channel, state
from outbox_message
where dedupe_key like $1 and (state <> 'failed' or recipient is not null)
order by channel, created_at desc;
--   Unique
--     ->  Sort
--           Sort Key: channel, created_at DESC
--           ->  Seq Scan on outbox_message
--                 Filter: ((dedupe_key ~~ '…'::text) AND ((state <> '…'::text) OR (recipient IS NOT NULL)))
