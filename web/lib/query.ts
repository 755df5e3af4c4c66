import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';

/** What is known of one question to the server. `data` stays while it is asked again. */
export interface QueryState<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
}

export interface Query<T> extends QueryState<T> {
  /** Asks again now. */
  refetch(): void;
}

interface Entry {
  state: QueryState<unknown>;
  fetchedAt: number;
  abort: AbortController | null;
  readonly listeners: Set<() => void>;
}

/** Told to the window when the network brought an answer that somebody no longer waits for. */
export const NETWORK_ANSWERED = 'network-answered';

const NOTHING: QueryState<never> = { data: undefined, error: null, isFetching: false };
/** An answer is fresh for a minute, as the server's own cache policy says. */
const FRESH_MS = 60_000;
/** Answers kept for going back and forth; the oldest go first. */
const KEPT = 60;

const entries = new Map<string, Entry>();

/** Answered by this device, not by the server: shown, and never held for fresh. */
const isOfDevice = (data: unknown): boolean =>
  (data as { device?: unknown } | undefined)?.device !== undefined;

function entryOf(key: string): Entry {
  let entry = entries.get(key);
  if (entry === undefined) {
    entry = { state: NOTHING, fetchedAt: 0, abort: null, listeners: new Set() };
    entries.set(key, entry);
    for (const [oldKey, old] of entries) {
      if (entries.size <= KEPT) break;
      if (old.listeners.size === 0 && oldKey !== key) entries.delete(oldKey);
    }
  }
  return entry;
}

function publish(entry: Entry, state: QueryState<unknown>): void {
  entry.state = state;
  for (const listener of entry.listeners) listener();
}

async function ask<T>(key: string, fetcher: (signal: AbortSignal) => Promise<T>): Promise<void> {
  const entry = entryOf(key);
  entry.abort?.abort();
  const abort = new AbortController();
  entry.abort = abort;
  publish(entry, { ...entry.state, isFetching: true });
  try {
    const data = await fetcher(abort.signal);
    if (abort.signal.aborted) return;
    entry.fetchedAt = Date.now();
    publish(entry, { data, error: null, isFetching: false });
  } catch (error) {
    if (abort.signal.aborted) return;
    const failure = error instanceof Error ? error : new Error(String(error));
    publish(entry, { ...entry.state, error: failure, isFetching: false });
  }
}

/**
 * One question to the server, shared by all who ask it under the same key, and given up when nobody asks any more.
 *
 * @param key null: nothing is asked
 * @param fetcher may be new on every render; it is called when the key changes or the answer is older than a minute
 * @param initial what the page already carried
 */
export function useQuery<T>(
  key: string | null,
  fetcher: (signal: AbortSignal) => Promise<T>,
  initial?: T,
): Query<T> {
  const name = key ?? '';
  const subscribe = useCallback(
    (listener: () => void) => {
      if (name === '') return () => undefined;
      const entry = entryOf(name);
      entry.listeners.add(listener);
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size > 0 || !entry.state.isFetching) return;
        entry.abort?.abort();
        entry.state = { ...entry.state, isFetching: false };
      };
    },
    [name],
  );
  const state = useSyncExternalStore(
    subscribe,
    () => (entries.get(name)?.state ?? NOTHING) as QueryState<T>,
    () => NOTHING as QueryState<T>,
  );
  const refetch = useCallback(() => void ask(name, fetcher), [name, fetcher]);
  useEffect(() => {
    if (name === '') return;
    const entry = entryOf(name);
    if (initial !== undefined && entry.fetchedAt === 0) {
      entry.fetchedAt = Date.now();
      publish(entry, { data: initial, error: null, isFetching: false });
    }
    const isFresh = Date.now() - entry.fetchedAt < FRESH_MS && !isOfDevice(entry.state.data);
    if (!isFresh && !entry.state.isFetching) void ask(name, fetcher);
    // Connected again: what failed, or came from this device, is asked again by itself.
    const again = (): void => {
      const { error, data, isFetching } = entry.state;
      if ((error !== null || isOfDevice(data)) && !isFetching) void ask(name, fetcher);
    };
    const moments = ['online', NETWORK_ANSWERED];
    for (const moment of moments) window.addEventListener(moment, again);
    return () => {
      for (const moment of moments) window.removeEventListener(moment, again);
    };
  }, [name, fetcher, initial]);
  return useMemo(() => ({ ...state, data: state.data ?? initial, refetch }), [state, initial, refetch]);
}
