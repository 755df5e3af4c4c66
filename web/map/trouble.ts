import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapTrouble } from './map-contract.ts';

/** Loading that takes longer than this is said, milliseconds: until then a reader waits without asking why. */
const SLOW_MS = 12_000;

export interface TroubleWatch {
  /** What failed is asked for again: it is forgotten until it fails again. */
  forget(): void;
  stop(): void;
}

/**
 * Tells what keeps the map from being seen, and when nothing does any more. A lost context outweighs all else: the
 * engine draws again by itself as soon as the device gives it one.
 */
export function listenForTrouble(
  map: Pick<MapLibreMap, 'on'>,
  onTrouble: (trouble: MapTrouble | null) => void,
): TroubleWatch {
  let told: MapTrouble | null = null;
  let isLost = false;
  let hasFailed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (trouble: MapTrouble | null): void => {
    const next = isLost ? 'lost' : trouble;
    if (next === told) return;
    told = next;
    onTrouble(next);
  };
  const forget = (): void => {
    hasFailed = false;
  };
  map.on('error', () => {
    hasFailed = true;
    tell('failed');
  });
  map.on('dataloading', () => {
    timer ??= setTimeout(() => tell(hasFailed ? 'failed' : 'slow'), SLOW_MS);
  });
  // Another part of the map is asked for: what failed elsewhere no longer matters when this one comes.
  map.on('movestart', forget);
  map.on('idle', () => {
    clearTimeout(timer);
    timer = undefined;
    tell(hasFailed ? 'failed' : null);
  });
  map.on('webglcontextlost', () => {
    isLost = true;
    tell('lost');
  });
  map.on('webglcontextrestored', () => {
    isLost = false;
    tell(hasFailed ? 'failed' : null);
  });
  return { forget, stop: () => clearTimeout(timer) };
}
