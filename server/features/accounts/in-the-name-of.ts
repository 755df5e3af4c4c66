import type { TransactionSql } from 'postgres';
import type { Actor } from '#domain/accounts/actor';
import type { Database } from '../../platform/db.ts';
import { actAsStaff } from './queries.ts';

/**
 * Runs work in a transaction that reaches what the actor's session may reach and nothing else: row-level security is the
 * second lock, under a database role that cannot log in. What the program has forgotten to forbid comes back empty or
 * fails. Without that role on the server (said at the start) it is a plain transaction.
 */
export async function inTheNameOf<T>(
  sql: Database,
  actor: Pick<Actor, 'sessionId'>,
  work: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  const outcome = await sql.begin(async (tx) => {
    await actAsStaff(tx, actor.sessionId);
    return { value: await work(tx) };
  });
  return outcome.value;
}
