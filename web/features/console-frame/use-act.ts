import { useCallback, useState } from 'react';

export interface Act {
  readonly isBusy: boolean;
  readonly error: Error | null;
  /** Does it; false when it failed, which `error` then says. A second call while the first runs does nothing. */
  run(work: () => Promise<void>): Promise<boolean>;
}

/** One thing that is done to the server and may fail. */
export function useAct(): Act {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const run = useCallback(
    async (work: () => Promise<void>): Promise<boolean> => {
      if (isBusy) return false;
      setIsBusy(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (failure) {
        setError(failure instanceof Error ? failure : new Error(String(failure)));
        return false;
      } finally {
        setIsBusy(false);
      }
    },
    [isBusy],
  );
  return { isBusy, error, run };
}
