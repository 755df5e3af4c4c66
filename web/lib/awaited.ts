/** Address form of the place (`lon,lat`) whose answer the reader is waiting for; null = nobody waits. */
let awaited: string | null = null;
const listeners = new Set<() => void>();

function tell(place: string | null): void {
  awaited = place;
  for (const listener of listeners) listener();
}

/**
 * The page shows that an answer is on its way. It says so itself, because whoever wonders how long that takes
 * (web/features/offline) has a root of its own, begins later, and would have to look at the page again and again.
 *
 * @returns to be called when it no longer does
 */
export function waitFor(place: string): () => void {
  tell(place);
  return () => {
    // Whoever chose another place meanwhile waits for that.
    if (awaited === place) tell(null);
  };
}

export const awaitedPlace = (): string | null => awaited;

/** @returns how to stop */
export function onAwaited(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
