import type { Queryable } from '../../../platform/db.ts';

/** Tries of one scope: how many are free, before each further one has to wait. */
export interface Scope {
  readonly hash: Uint8Array;
  readonly free: number;
}

/**
 * Takes a try before it is made, so that a thousand at once count as a thousand. Beyond the free ones each waits twice as
 * long as the one before, at most a quarter of an hour after the last; after an hour without any they are forgotten.
 * @returns false when it has to wait
 */
export async function takeTry(sql: Queryable, { hash, free }: Scope, now: Date): Promise<boolean> {
  const { count } = await sql`
    insert into account_failure as f (scope_hash, failures, last_at, expires_at)
    values (${hash}, 1, ${now}, ${now}::timestamptz + interval '1 hour')
    on conflict (scope_hash) do update
    set failures = case when f.expires_at <= excluded.last_at then 1 else f.failures + 1 end,
        last_at = excluded.last_at, expires_at = excluded.expires_at
    where f.expires_at <= excluded.last_at or f.failures < ${free}
       or f.last_at + interval '15 seconds' * least(60, power(2, least(f.failures - ${free}, 10))) <= excluded.last_at`;
  return count > 0;
}

/** Whole seconds until a try of this scope is taken again. */
export async function readWait(sql: Queryable, { hash, free }: Scope, now: Date): Promise<number> {
  const [row] = await sql<{ seconds: number }[]>`
    select greatest(1, ceil(extract(epoch from
             last_at + interval '15 seconds' * least(60, power(2, least(greatest(failures - ${free}, 0), 10)))
             - ${now}::timestamptz)))::int as seconds
    from account_failure where scope_hash = ${hash}`;
  return row?.seconds ?? 1;
}

/** A try that went well ends the count of its own scope. */
export async function forgetTries(sql: Queryable, { hash }: Scope): Promise<void> {
  await sql`delete from account_failure where scope_hash = ${hash}`;
}

/** … and counts for nothing in a scope that it shares with others. */
export async function giveTryBack(sql: Queryable, { hash }: Scope): Promise<void> {
  await sql`update account_failure set failures = failures - 1 where scope_hash = ${hash} and failures > 0`;
}
