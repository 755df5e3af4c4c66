import { useCallback, useEffect, useRef, useState } from 'react';
import type { Query, QueryState } from '../../lib/query.ts';
import { askStaff } from '../../lib/staff-request.ts';
import { useReader } from '../../locale/reader.tsx';

/** What was last known, shown at once when somebody comes back; it is always asked again. */
const kept = new Map<string, unknown>();
const KEPT = 40;

interface Schema<T> {
  safeParse(body: unknown): { success: true; data: T } | { success: false };
}

export interface StaffQuery<T> extends Query<T> {
  /** What an act was answered with: shown at once, so that the next act builds on it. It is asked again all the same. */
  readonly take: (told: T) => void;
}

/**
 * One question of a screen: asked when the screen opens, when the window is looked at again, and for as long as
 * something goes on, again and again.
 *
 * @param path null: nothing is asked
 * @param pauseMs how long to wait before it is asked again by itself; null: nothing goes on any more
 */
export function useStaffQuery<T>(
  path: string | null,
  schema: Schema<T>,
  pauseMs: (data: T) => number | null = () => null,
): StaffQuery<T> {
  const { language } = useReader();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<QueryState<T> & { path: string | null }>({
    path: null,
    data: undefined,
    error: null,
    isFetching: true,
  });
  const latest = useRef({ schema, pauseMs });
  useEffect(() => {
    latest.current = { schema, pauseMs };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round asks the same question again
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const known = kept.get(path) as T | undefined;
    setState((before) => ({
      path,
      data: before.path === path ? before.data : known,
      error: null,
      isFetching: true,
    }));
    const ask = async (): Promise<void> => {
      try {
        const data = await askStaff(path, latest.current.schema, language, { signal: abort.signal });
        keep(path, data);
        setState({ path, data, error: null, isFetching: false });
        const pause = latest.current.pauseMs(data);
        if (pause !== null) timer = setTimeout(() => void ask(), pause);
      } catch (error) {
        if (abort.signal.aborted) return;
        const failure = error instanceof Error ? error : new Error(String(error));
        setState((before) => ({ ...before, path, error: failure, isFetching: false }));
        // What goes on is not lost with one broken connection.
        if (kept.has(path) && latest.current.pauseMs(kept.get(path) as T) !== null)
          timer = setTimeout(() => void ask(), 3_000);
      }
    };
    void ask();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [path, language, round]);
  const refetch = useCallback(() => setRound((count) => count + 1), []);
  const take = useCallback(
    (told: T): void => {
      if (path === null) return;
      keep(path, told);
      setState({ path, data: told, error: null, isFetching: true });
      refetch();
    },
    [path, refetch],
  );
  useEffect(() => {
    const again = (): void => {
      if (document.visibilityState === 'visible') refetch();
    };
    document.addEventListener('visibilitychange', again);
    window.addEventListener('online', again);
    return () => {
      document.removeEventListener('visibilitychange', again);
      window.removeEventListener('online', again);
    };
  }, [refetch]);
  const isOfPath = state.path === path;
  return {
    data: isOfPath ? state.data : (kept.get(path ?? '') as T | undefined),
    error: isOfPath ? state.error : null,
    isFetching: isOfPath ? state.isFetching : true,
    refetch,
    take,
  };
}

function keep(path: string, data: unknown): void {
  kept.delete(path);
  kept.set(path, data);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
}

/** What was known of one person is not shown to the next. */
export const forgetAll = (): void => kept.clear();
