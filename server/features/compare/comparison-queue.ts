import type { ReleaseComparison } from '#domain/publication/comparison';
import { isCompared } from './compare-layer.ts';
import { type ComparingDeps, compareRelease, statesOfRelease } from './compare-release.ts';

/** How long a request waits for a comparison before it says that it is being made. */
const PATIENCE_MS = 2_000;
/** Comparisons that wait for their turn; one more is begun when its question comes again. */
const MOST_WAITING = 32;
/** Comparisons that are read again without being made again. */
const MOST_KEPT = 16;

/**
 * Makes comparisons one after the other: each takes seconds of the database, and a connection of the pool that answers
 * citizens. Whoever asks for one that is being made waits for that one; nobody is turned away.
 *
 * @returns a function that gives the comparison of a release, or null while it is made
 */
export function openComparisonQueue(deps: ComparingDeps, patienceMs = PATIENCE_MS) {
  const kept = new Map<string, ReleaseComparison>();
  const running = new Map<string, Promise<ReleaseComparison>>();
  let last: Promise<unknown> = Promise.resolve();

  const begin = (key: string, versionIds: readonly string[], on: string): void => {
    if (running.has(key) || running.size >= MOST_WAITING) return;
    const made = last.then(() => compareRelease(deps, versionIds, on)).finally(() => running.delete(key));
    running.set(key, made);
    // It goes on when nobody waits any more; whoever waits is told of the failure.
    last = made.then(
      (comparison) => {
        kept.set(key, comparison);
        const [oldest] = kept.keys();
        if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      },
      () => {},
    );
  };

  return async (versionIds: readonly string[], on: string): Promise<ReleaseComparison | null> => {
    // The same versions against the same ones on a day mean the same.
    const key = JSON.stringify([on, await statesOfRelease(deps, versionIds, on)]);
    const known = kept.get(key);
    if (known !== undefined && (await isStored(deps, known))) return known;
    begin(key, versionIds, on);
    const made = running.get(key);
    return made === undefined ? null : await within(made, patienceMs);
  };
}

/** Whether the database still has the ground of every layer: it keeps the newest alone. */
async function isStored(
  { sql }: Pick<ComparingDeps, 'sql'>,
  { layers }: ReleaseComparison,
): Promise<boolean> {
  for (const { beforeVersion, afterVersion } of layers)
    if (!(await isCompared(sql, beforeVersion, afterVersion))) return false;
  return true;
}

/** What comes within a time; null when it takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
