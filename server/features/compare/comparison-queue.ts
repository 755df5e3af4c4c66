import type { Sql } from 'postgres';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { comparisonIdOf, isCompared, prepareComparison } from './compare-layer.ts';

/** Two versions that somebody wants to see side by side; null: nothing was in force. */
export interface ComparedPair {
  readonly before: string | null;
  readonly after: string;
}

/** How long a request waits for a comparison before it says that it is being made. */
const PATIENCE_MS = 2_000;
/** Comparisons that wait for their turn. */
const MOST_WAITING = 8;

/**
 * Makes comparisons one after the other: each takes seconds of the database, and a connection of the pool that answers
 * citizens. Whoever asks for one that is being made waits for that one.
 *
 * @returns a function that answers `there` once all pairs are compared, or `underWay` when that takes longer than a
 *   request waits
 */
export function openComparisonQueue(sql: Sql, patienceMs = PATIENCE_MS) {
  const turn = limitConcurrency({ running: 1, waiting: MOST_WAITING });
  const running = new Map<string, Promise<Result<unknown, 'busy'>>>();

  const begin = ({ before, after }: ComparedPair): Promise<Result<unknown, 'busy'>> => {
    const id = comparisonIdOf(before, after);
    const known = running.get(id);
    if (known !== undefined) return known;
    const made = turn(() => prepareComparison(sql, before, after)).finally(() => running.delete(id));
    running.set(id, made);
    // It goes on when nobody waits any more; whoever waits is told of the failure.
    made.catch(() => {});
    return made;
  };

  return async (pairs: readonly ComparedPair[]): Promise<Result<'there' | 'underWay', Problem>> => {
    const missing: ComparedPair[] = [];
    for (const pair of pairs) if (!(await isCompared(sql, pair.before, pair.after))) missing.push(pair);
    if (missing.length === 0) return ok('there');
    const outcome = await within(Promise.all(missing.map(begin)), patienceMs);
    if (outcome === undefined) return ok('underWay');
    return outcome.every((one) => one.ok) ? ok('there') : fail(problem('busy'));
  };
}

/** What comes within a time; undefined when it takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
