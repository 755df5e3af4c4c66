import { createAdapterFactory } from 'better-auth/adapters';
import type { Queryable } from '../../../platform/db.ts';
import { currentTransaction } from './current-transaction.ts';
import { addToRow, deleteRows, findRows, insertRow, type Row, takeRow, updateRows } from './queries.ts';

/** The tables of the library in our database: six statements, within the transaction of the caller. */
export function openRowStore(sql: Queryable) {
  const at = (): Queryable => currentTransaction() ?? sql;
  return createAdapterFactory({
    config: {
      adapterId: 'one-map-one-data',
      adapterName: 'PostgreSQL',
      // True would leave the making of ids to the database.
      supportsUUIDs: false,
      supportsJSON: true,
      supportsArrays: true,
      transaction: false,
    },
    adapter: () => ({
      create: async ({ model, data }) => (await insertRow(at(), model, data)) as never,
      findOne: async ({ model, where }) =>
        ((await findRows(at(), model, where, { limit: 1 }))[0] ?? null) as never,
      findMany: async ({ model, where = [], limit, offset }) =>
        (await findRows(at(), model, where, { limit, offset })) as never,
      count: async ({ model, where = [] }) => (await findRows(at(), model, where, { limit: 1_000 })).length,
      update: async ({ model, where, update }) =>
        ((await updateRows(at(), model, where, update as Row))[0] ?? null) as never,
      updateMany: async ({ model, where, update }) => (await updateRows(at(), model, where, update)).length,
      delete: async ({ model, where }) => {
        await deleteRows(at(), model, where);
      },
      deleteMany: async ({ model, where }) => await deleteRows(at(), model, where),
      consumeOne: async ({ model, where }) => ((await takeRow(at(), model, where)) ?? null) as never,
      incrementOne: async ({ model, where, increment, set = {} }) =>
        ((await addToRow(at(), model, where, { increment, set })) ?? null) as never,
    }),
  });
}
