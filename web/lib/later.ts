import { type ComponentType, useCallback, useEffect, useState } from 'react';

/**
 * A component in a file of its own, which comes when it is needed. Unlike with React's `lazy`, whoever has it already
 * draws it at once: the server, and a browser that goes on with a page in which it stands.
 */
export interface Later<P> {
  component: ComponentType<P> | null;
  readonly load: () => Promise<ComponentType<P>>;
}

/** Has the component in hand, from now on. */
export async function bring<P>(later: Later<P>): Promise<void> {
  later.component ??= await later.load();
}

interface Brought<P> {
  /** Null until it is here. */
  readonly component: ComponentType<P> | null;
  /** Why it is not coming. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The component, fetched once it is wanted. */
export function useLater<P>(later: Later<P>, isWanted: boolean): Brought<P> {
  const [error, setError] = useState<Error | null>(null);
  const [, setIsHere] = useState(false);
  const retry = useCallback(() => {
    setError(null);
    bring(later).then(() => setIsHere(true), setError);
  }, [later]);
  useEffect(() => {
    if (isWanted && later.component === null) retry();
  }, [isWanted, later, retry]);
  return { component: later.component, error, retry };
}
