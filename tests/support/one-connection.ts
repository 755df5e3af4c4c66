import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../../server/platform/db.ts';

/** Where a transaction of a pool is being worked on. */
const working = new AsyncLocalStorage<true>();

/**
 * A pool that refuses a statement of its own while the same work holds one of its connections in a transaction. As many
 * at once as the pool has connections would each wait for one more: nothing runs then, no limit of time ends it, and a
 * test in which only one works at a time never sees it.
 */
export function refusingSecondConnections(sql: Database): Database {
  const known = guarded.get(sql) ?? guard(sql);
  guarded.set(sql, known);
  return known;
}

const guarded = new WeakMap<Database, Database>();

function guard(sql: Database): Database {
  const refuseInside = (what: string): void => {
    if (working.getStore()) throw new Error(`on the pool, inside of a transaction of it: ${what}`);
  };
  return new Proxy(sql, {
    apply(target, self, given: unknown[]) {
      const query = Reflect.apply(target as never, self, given) as unknown;
      const [words] = given;
      if (!isStatement(query) || !Array.isArray(words)) return query;
      // A part of another statement is built here, too, and is never waited for.
      const then = query.then.bind(query);
      Object.defineProperty(query, 'then', {
        value: (...steps: Parameters<typeof then>) => {
          refuseInside(words.join('?').trim().slice(0, 200));
          return then(...steps);
        },
      });
      return query;
    },
    get(target, name) {
      const value = Reflect.get(target, name, target) as unknown;
      if (name !== 'begin') return value;
      return (...given: unknown[]) => {
        refuseInside('begin');
        const work = given.pop() as (tx: unknown) => unknown;
        return Reflect.apply(value as never, target, [
          ...given,
          (tx: unknown) => working.run(true, () => work(tx)),
        ]);
      };
    },
  });
}

const isStatement = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;
