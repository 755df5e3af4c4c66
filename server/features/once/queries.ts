import type { Queryable } from '../../platform/db.ts';

export interface KeyRow {
  readonly requestHash: Uint8Array;
  /** What was made; null: that is being done by this very transaction. */
  readonly madeId: string | null;
}

/**
 * Takes a key for what is to be made in this transaction. Two who come with one key wait for each other here.
 * @returns false when it was taken before
 */
export async function takeKey(
  tx: Queryable,
  { accountId, key, requestHash }: { accountId: string; key: string; requestHash: Uint8Array },
  now: Date,
): Promise<boolean> {
  const { count } = await tx`
    insert into request_once (account_id, key, request_hash, taken_at)
    values (${accountId}, ${key}, ${requestHash}, ${now})
    on conflict do nothing`;
  return count > 0;
}

export async function findKey(tx: Queryable, accountId: string, key: string): Promise<KeyRow | undefined> {
  const [row] = await tx<KeyRow[]>`
    select request_hash as "requestHash", made_id as "madeId"
    from request_once where account_id = ${accountId} and key = ${key}`;
  return row;
}

export async function setMade(tx: Queryable, accountId: string, key: string, madeId: string): Promise<void> {
  await tx`update request_once set made_id = ${madeId} where account_id = ${accountId} and key = ${key}`;
}

/** Nothing was made: the key is free again. */
export async function freeKey(tx: Queryable, accountId: string, key: string): Promise<void> {
  await tx`delete from request_once where account_id = ${accountId} and key = ${key}`;
}

/** Forgets keys that were taken before a moment. */
export async function forgetKeys(sql: Queryable, before: Date): Promise<void> {
  await sql`delete from request_once where taken_at < ${before}`;
}
