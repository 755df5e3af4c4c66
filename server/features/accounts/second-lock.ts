import type { Actor } from '#domain/accounts/actor';
import type { Actor as LogActor } from '#domain/log/event';
import type { Database, Queryable } from '../../platform/db.ts';
import { inTheNameOf } from './in-the-name-of.ts';
import { actAsProgram, actAsStaff } from './queries.ts';

/** Row-level security behind work that is the program's own for the most part. */
export interface SecondLock {
  /** Reads what may be reached, and nothing else. */
  read<T>(work: (sql: Queryable) => Promise<T>): Promise<T>;
  /** A part of a transaction of the program that reaches no more than that. */
  part<T>(tx: Queryable, work: () => Promise<T>): Promise<T>;
}

/** Who asks for work on personal data, as the log names them, and the lock that they stand behind. */
export interface Asker {
  readonly actor: LogActor;
  readonly lock: SecondLock;
}

/** Somebody of the office: their session opens the lock, and nothing else does. */
export const staffAsker = (
  sql: Database,
  { accountId, sessionId }: Pick<Actor, 'accountId' | 'sessionId'>,
): Asker => ({
  actor: `account:${accountId}`,
  lock: {
    read: (work) => inTheNameOf(sql, { sessionId }, work),
    async part(tx, work) {
      await actAsStaff(tx, sessionId);
      // A part that fails takes its transaction with it.
      const value = await work();
      await actAsProgram(tx);
      return value;
    },
  },
});

/** Whoever has the machine in their hands: no lock of the database stands before them. */
export const operatorAsker = (sql: Queryable): Asker => ({
  actor: 'operator',
  lock: { read: (work) => work(sql), part: (_tx, work) => work() },
});
