import type { Language } from '#domain/language';
import type { Json } from '#domain/log/canonical-json';
import type { Queryable } from '../../platform/db.ts';
import type { ChannelName } from './channel.ts';

export interface NewMessage {
  readonly dedupeKey: string;
  readonly channel: ChannelName;
  /** Encrypted. */
  readonly recipient: string;
  readonly language: Language;
  readonly template: string;
  readonly parameters: Json;
  readonly dueAt: Date;
}

/** @returns false when a message of that key is there already */
export async function insertMessage(sql: Queryable, message: NewMessage): Promise<boolean> {
  const rows = await sql`
    insert into outbox_message (dedupe_key, channel, recipient, language, template, parameters, due_at)
    values (${message.dedupeKey}, ${message.channel}, ${message.recipient}, ${message.language}, ${message.template},
            ${sql.json(message.parameters as never)}, ${message.dueAt})
    on conflict (dedupe_key) do nothing
    returning message_id`;
  return rows.length > 0;
}

export interface ClaimedMessage {
  readonly messageId: string;
  readonly channel: ChannelName;
  readonly recipient: string;
  readonly language: Language;
  readonly template: string;
  readonly parameters: unknown;
  /** This one included. */
  readonly attempts: number;
}

/**
 * Takes the message that has been due longest, for nobody else until `leaseUntil`. One whose taker fell silent is due
 * again when its time is over.
 */
export async function claimMessage(
  sql: Queryable,
  now: Date,
  leaseUntil: Date,
): Promise<ClaimedMessage | undefined> {
  const [row] = await sql<ClaimedMessage[]>`
    update outbox_message m
    set state = 'sending', attempts = attempts + 1, due_at = ${leaseUntil}
    where m.message_id = (
      select message_id from outbox_message
      where state in ('queued', 'sending') and due_at <= ${now}
      order by due_at limit 1 for update skip locked)
    returning m.message_id as "messageId", m.channel, m.recipient, m.language, m.template, m.parameters, m.attempts`;
  return row;
}

/** Which attempt settles a message: one whose lease has passed to another taker settles nothing any more. */
type Taken = Pick<ClaimedMessage, 'messageId' | 'attempts'>;

/** It is on its way: the address is no longer needed. */
export async function markSent(
  sql: Queryable,
  { messageId, attempts }: Taken,
  providerId: string,
  now: Date,
): Promise<void> {
  await sql`
    update outbox_message
    set state = 'sent', sent_at = ${now}, provider_id = ${providerId}, recipient = null, last_error = null,
        parameters = case when parameters ? 'sealed' then '{}'::jsonb else parameters end
    where message_id = ${messageId} and state = 'sending' and attempts = ${attempts}`;
}

export async function markLater(
  sql: Queryable,
  { messageId, attempts }: Taken,
  reason: string,
  dueAt: Date,
): Promise<void> {
  await sql`
    update outbox_message set state = 'queued', due_at = ${dueAt}, last_error = ${reason}
    where message_id = ${messageId} and state = 'sending' and attempts = ${attempts}`;
}

export async function markFailed(
  sql: Queryable,
  { messageId, attempts }: Taken,
  reason: string,
): Promise<void> {
  await sql`
    update outbox_message set state = 'failed', last_error = ${reason}
    where message_id = ${messageId} and state = 'sending' and attempts = ${attempts}`;
}

export interface MessageRow {
  readonly messageId: string;
  readonly channel: ChannelName;
  readonly template: string;
  readonly state: 'queued' | 'sending' | 'sent' | 'failed';
  readonly attempts: number;
  readonly dueAt: Date;
  readonly lastError: string | null;
}

/** What is not sent, the failed first; never to whom. */
export async function listUnsent(sql: Queryable): Promise<MessageRow[]> {
  return await sql<MessageRow[]>`
    select message_id as "messageId", channel, template, state, attempts, due_at as "dueAt", last_error as "lastError"
    from outbox_message where state <> 'sent' order by state = 'failed' desc, due_at limit 200`;
}

/** Puts what failed back into the queue. @returns how many */
export async function requeueFailed(sql: Queryable, now: Date): Promise<number> {
  const { count } = await sql`
    update outbox_message set state = 'queued', attempts = 0, due_at = ${now}
    where state = 'failed' and recipient is not null`;
  return count;
}

/** Takes the recipient out of messages that have not left, by what their keys begin with: who was forgotten gets no mail. */
export async function forgetMessages(tx: Queryable, keysBegin: string): Promise<void> {
  await tx`
    update outbox_message set state = 'failed', recipient = null, last_error = 'the recipient was erased'
    where starts_with(dedupe_key, ${keysBegin}) and state in ('queued', 'sending', 'failed')`;
}

/** Mails about a subject, by what their keys begin with. */
export async function mailsAbout(sql: Queryable, keysBegin: string): Promise<string[]> {
  const rows = await sql<{ messageId: string }[]>`
    select message_id as "messageId" from outbox_message
    where starts_with(dedupe_key, ${keysBegin}) and channel = 'email'`;
  return rows.map(({ messageId }) => messageId);
}

/** Ways by which the last message of a subject could not be sent, by what the keys of its messages begin with. */
export async function unreachedBy(sql: Queryable, keysBegin: string): Promise<ChannelName[]> {
  const rows = await sql<{ channel: ChannelName; state: string }[]>`
    select distinct on (channel) channel, state
    from outbox_message
    where dedupe_key like ${`${keysBegin}%`} and (state <> 'failed' or recipient is not null)
    order by channel, created_at desc`;
  return rows.filter(({ state }) => state === 'failed').map(({ channel }) => channel);
}
