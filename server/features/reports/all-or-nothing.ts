import type { Problem } from '#domain/problem';
import type { Queryable } from '../../platform/db.ts';
import type { ReportDeps } from './report-deps.ts';

/**
 * Runs a change that can be refused in the middle: then nothing of it is there.
 * @returns why it was refused; null when it is committed
 */
export async function allOrNothing<R extends Problem | 'again'>(
  { sql }: Pick<ReportDeps, 'sql'>,
  work: (tx: Queryable) => Promise<R | null>,
): Promise<R | null> {
  const refusal: { reason: R | null } = { reason: null };
  try {
    await sql.begin(async (tx) => {
      refusal.reason = await work(tx);
      // Thrown so that the transaction is taken back, and told apart from every failure.
      if (refusal.reason !== null) throw refusal;
    });
  } catch (error) {
    if (error !== refusal) throw error;
  }
  return refusal.reason;
}
