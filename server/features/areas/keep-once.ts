/** Kelurahan of a large city, once for today and once for another date. */
const MAX_KEPT = 200;

export interface KeptOnce<T> {
  /** The summary of this name; made when there is none, and waited for by everybody who asks meanwhile. */
  get(key: string, make: () => Promise<T>): Promise<T>;
}

/**
 * Keeps the {@link MAX_KEPT} summaries used last. Keys name versions, which never change: nothing grows stale. What
 * failed or is null is not kept.
 */
export function keepOnce<T>(maxKept: number = MAX_KEPT): KeptOnce<T> {
  const kept = new Map<string, Promise<T>>();
  return {
    async get(key, make) {
      const summary = kept.get(key) ?? make();
      kept.delete(key);
      kept.set(key, summary);
      for (const oldest of kept.keys()) {
        if (kept.size <= maxKept) break;
        kept.delete(oldest);
      }
      const forget = () => kept.get(key) === summary && kept.delete(key);
      try {
        const made = await summary;
        if (made === null) forget();
        return made;
      } catch (error) {
        forget();
        throw error;
      }
    },
  };
}
