import { AsyncLocalStorage } from 'node:async_hooks';
import type { Queryable } from '../../../platform/db.ts';

const current = new AsyncLocalStorage<Queryable>();

/** Everything that the library reads and writes meanwhile belongs to this transaction. */
export const within = <T>(tx: Queryable, work: () => Promise<T>): Promise<T> => current.run(tx, work);

/** The transaction that the library is called in, when it is called in one. */
export const currentTransaction = (): Queryable | undefined => current.getStore();
