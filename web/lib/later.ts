import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';

/** Draws one part of a page. */
export type Part<P> = (props: P) => ReactNode;

/**
 * A component in a file of its own, which comes when it is needed. Unlike with React's `lazy`, whoever has it already
 * draws it at once: the server, and a browser that goes on with a page in which it stands.
 */
export interface Later<P> {
  component: Part<P> | null;
  readonly load: () => Promise<Part<P>>;
}

/** A part of the page in a file of its own. */
export const later = <P>(load: Later<P>['load']): Later<P> => ({ component: null, load });

/** Has the component in hand, from now on. */
export async function bring<P>(later: Later<P>): Promise<void> {
  later.component ??= await later.load();
}

interface Brought<P> {
  /** Null until it is here. */
  readonly component: Part<P> | null;
  /** Why it is not coming. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The component, fetched once it is wanted. */
export function useLater<P>(later: Later<P>, isWanted: boolean): Brought<P> {
  const [error, setError] = useState<Error | null>(null);
  const [, setIsHere] = useState(false);
  const failures = useRef(0);
  const retry = useCallback(() => {
    // Some browsers remember as long as a page lives that a file did not come: only a new page can get it there.
    if (failures.current > 1 && navigator.onLine) window.location.reload();
    setError(null);
    bring(later).then(
      () => setIsHere(true),
      (reason: Error) => {
        failures.current += 1;
        setError(reason);
      },
    );
  }, [later]);
  useEffect(() => {
    if (isWanted && later.component === null) retry();
  }, [isWanted, later, retry]);
  return { component: later.component, error, retry };
}
