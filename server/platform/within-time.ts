import type { Database, Queryable } from './db.ts';

/**
 * Runs statements that a stranger can make expensive, each ended by the database after so many milliseconds. No other
 * connection may be waited for inside: it could be one that waits for this.
 * @throws the driver's error 57014 when the time was over
 */
export async function withinTime<T>(
  sql: Database,
  milliseconds: number,
  task: (tx: Queryable) => Promise<T>,
): Promise<T> {
  const result = await sql.begin(async (tx) => {
    await tx`select set_config('statement_timeout', ${String(milliseconds)}, true)`;
    return [await task(tx)] as const;
  });
  return result[0];
}

/** Whether an error is the database's word that the time of a statement was over. */
export const isOutOfTime = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '57014';
