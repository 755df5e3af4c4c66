import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type MapAddress, readAddress, writeAddress } from './address.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/**
 * The state of the map page, which is its address. `push` makes a step that Back undoes; `replace` follows the
 * map without filling the history.
 *
 * @param serverSearch the query of the rendered address, for the first render on both sides
 */
export function useAddress(serverSearch: string) {
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => serverSearch,
  );
  const change = useCallback((patch: Partial<MapAddress>, step: 'push' | 'replace') => {
    const current = window.location.search;
    const next = writeAddress({ ...readAddress(current), ...patch }, current);
    if (next === `/${current}`) return;
    if (step === 'push') window.history.pushState(null, '', next);
    // Following the map keeps the reading position, which is the fragment, and what is known of it.
    else window.history.replaceState(window.history.state, '', next + window.location.hash);
    for (const listener of listeners) listener();
  }, []);
  const { placeText, toggledText } = keysOf(search);
  // Following the map changes the address many times; the place and the layers stay the same objects meanwhile.
  const place = useMemo(() => readAddress(`?p=${placeText}`).place, [placeText]);
  const toggled = useMemo(() => readAddress(`?layers=${toggledText}`).toggled, [toggledText]);
  return { address: { ...readAddress(search), place, toggled }, search, change };
}

function keysOf(search: string): { placeText: string; toggledText: string } {
  const query = new URLSearchParams(search);
  return { placeText: query.get('p') ?? '', toggledText: encodeURIComponent(query.get('layers') ?? '') };
}
