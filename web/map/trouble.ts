import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapTrouble } from './map-contract.ts';

/** Loading that takes longer than this is said, milliseconds: until then a reader waits without asking why. */
const SLOW_MS = 12_000;

/**
 * Tells what keeps the map from being seen, and when nothing does any more. A lost context outweighs all else: the
 * engine draws again by itself as soon as the device gives it one.
 */
export function listenForTrouble(
  map: MapLibreMap,
  onTrouble: (trouble: MapTrouble | null) => void,
): () => void {
  let told: MapTrouble | null = null;
  let isLost = false;
  let timer: number | undefined;
  const tell = (trouble: MapTrouble | null): void => {
    const next = isLost ? 'lost' : trouble;
    if (next === told) return;
    told = next;
    onTrouble(next);
  };
  map.on('error', () => tell('failed'));
  map.on('dataloading', () => {
    timer ??= window.setTimeout(() => tell(told ?? 'slow'), SLOW_MS);
  });
  map.on('idle', () => {
    window.clearTimeout(timer);
    timer = undefined;
    tell(null);
  });
  map.on('webglcontextlost', () => {
    isLost = true;
    tell('lost');
  });
  map.on('webglcontextrestored', () => {
    isLost = false;
    tell(null);
  });
  return () => window.clearTimeout(timer);
}
