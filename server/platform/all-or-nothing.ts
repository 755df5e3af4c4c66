import type { Queryable } from './db.ts';

/**
 * Runs a change that can be refused in the middle: then nothing of it is there.
 *
 * @param within the transaction that it may work in, such as `(work) => sql.begin(work)`
 * @param work null when everything is done, otherwise why nothing may be
 * @returns why it was refused; null when it is committed
 */
export async function allOrNothing<R>(
  within: (work: (tx: Queryable) => Promise<void>) => PromiseLike<unknown>,
  work: (tx: Queryable) => Promise<R | null>,
): Promise<R | null> {
  const refusal: { reason: R | null } = { reason: null };
  try {
    await within(async (tx) => {
      refusal.reason = await work(tx);
      // Thrown so that the transaction is taken back, and told apart from every failure.
      if (refusal.reason !== null) throw refusal;
    });
  } catch (error) {
    if (error !== refusal) throw error;
  }
  return refusal.reason;
}
