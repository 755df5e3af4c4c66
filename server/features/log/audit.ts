import { randomBytes, randomUUID } from 'node:crypto';
import { EVENT_KINDS, type LogEvent } from '#domain/log/event';
import { commitTo, hashLeaf, SALT_BYTES } from '#domain/log/log-leaf';
import { type Clock, systemClock } from '../../platform/clock.ts';
import { sha256 } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import { insertEvent } from './queries.ts';

/**
 * Writes an event into the log: the one way to do it. Call it with the transaction of the change, anywhere in it: the
 * event becomes a leaf when that commits, and is gone when that fails. A read of personal data needs no transaction.
 *
 * @returns the id of the event; its index is known after the commit
 * @throws what the schema of the kind or canonical JSON refuses: the change must not go on then
 */
export async function audit(sql: Queryable, event: LogEvent, clock: Clock = systemClock): Promise<string> {
  const recordedAt = clock.now();
  const facts = {
    value: { actor: event.actor, facts: EVENT_KINDS[event.kind].facts.parse(event.facts) },
    salt: salt(),
  };
  const personal =
    event.personal === undefined
      ? null
      : { value: EVENT_KINDS[event.kind].personal.parse(event.personal), salt: salt() };
  const eventId = randomUUID();
  await insertEvent(sql, {
    eventId,
    kind: event.kind,
    recordedAt,
    actor: event.actor,
    facts: facts.value.facts,
    salt: facts.salt,
    personal: personal?.value ?? null,
    personalSalt: personal?.salt ?? null,
    personalCommitment: personal === null ? null : commitTo(sha256, personal),
    leafHash: hashLeaf(sha256, {
      kind: event.kind,
      recordedAt: recordedAt.toISOString(),
      facts,
      personal,
    }),
  });
  return eventId;
}

const salt = (): Uint8Array => new Uint8Array(randomBytes(SALT_BYTES));
