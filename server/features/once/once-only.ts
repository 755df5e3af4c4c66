import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../platform/db.ts';
import { findKey, freeKey, setMade, takeKey } from './queries.ts';

/** What names one request of one account, however often it is sent. */
export interface OnceKey {
  readonly accountId: string;
  readonly key: string;
  /** Of method, address and body: another request under the same key is refused. */
  readonly requestHash: Uint8Array;
}

const KEY = /^"?([\x21\x23-\x7e]{8,128})"?$/;

/**
 * Reads `Idempotency-Key`; null when there is none, and then the request is done as often as it is sent.
 * @param body as it was checked
 * @source draft-ietf-httpapi-idempotency-key-header
 */
export function readOnceKey(c: Context, actor: Actor, body: unknown): Result<OnceKey | null, Problem> {
  const given = c.req.header('idempotency-key');
  if (given === undefined) return ok(null);
  const key = KEY.exec(given.trim())?.[1];
  if (key === undefined)
    return fail(problem('invalidParameter', { name: 'Idempotency-Key', reason: '8–128 × !…~' }));
  const requestHash = createHash('sha256')
    .update(JSON.stringify([c.req.method, c.req.path, body]))
    .digest();
  return ok({ accountId: actor.accountId, key, requestHash });
}

/**
 * Makes something once, however often its request comes: key and thing are written in one transaction, so that whoever
 * lost the answer gets the same thing, and whoever is refused may try again under the same key.
 * @param make its id
 */
export async function onceOnly(
  tx: Queryable,
  once: OnceKey | null,
  now: Date,
  make: () => Promise<Result<string, Problem>>,
): Promise<Result<string, Problem>> {
  if (once === null) return await make();
  const { accountId, key, requestHash } = once;
  if (!(await takeKey(tx, once, now))) {
    const taken = await findKey(tx, accountId, key);
    if (taken?.madeId == null || !Buffer.from(taken.requestHash).equals(requestHash))
      return fail(problem('keyUsedOtherwise'));
    return ok(taken.madeId);
  }
  const made = await make();
  if (made.ok) await setMade(tx, accountId, key, made.value);
  else await freeKey(tx, accountId, key);
  return made;
}
