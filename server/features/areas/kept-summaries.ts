/** Kelurahan of a large city, once for today and once for another date. */
const MAX_KEPT = 200;

export interface KeptSummaries<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/** Keeps the {@link MAX_KEPT} summaries used last. Keys name versions, which never change: nothing grows stale. */
export function createKeptSummaries<T>(maxKept: number = MAX_KEPT): KeptSummaries<T> {
  const kept = new Map<string, T>();
  return {
    get: (key) => {
      const value = kept.get(key);
      if (value === undefined) return undefined;
      kept.delete(key);
      kept.set(key, value);
      return value;
    },
    set: (key, value) => {
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= maxKept) break;
        kept.delete(oldest);
      }
    },
  };
}
