import type { Sql } from 'postgres';
import { fillGround, type GroundOrder } from './queries.ts';

interface Cutting {
  /** By ground: who asks for one that is being cut waits for that. */
  readonly running: Map<string, Promise<void>>;
  /** Ends when everything that was asked for is cut. */
  last: Promise<void>;
}

const cuttings = new WeakMap<Sql, Cutting>();

/**
 * Cuts a ground that is not kept yet. One at a time in this process, however many ask: each cutting holds a connection
 * for seconds, and readers of other pages need the rest of the pool.
 */
export function cutOnce(sql: Sql, order: GroundOrder): Promise<void> {
  const cutting = cuttings.get(sql) ?? { running: new Map<string, Promise<void>>(), last: Promise.resolve() };
  cuttings.set(sql, cutting);
  const known = cutting.running.get(order.groundId);
  if (known !== undefined) return known;
  const task = cutting.last
    .then(() => fillGround(sql, order))
    .finally(() => cutting.running.delete(order.groundId));
  cutting.running.set(order.groundId, task);
  // A cutting that fails is told to who asked for it, not to the next in the row.
  cutting.last = task.catch(() => undefined);
  return task;
}
