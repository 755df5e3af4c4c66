import { useEffect, useState } from 'react';
import { afterFirstThings } from '../../lib/first-things.ts';
import { bring } from '../../lib/later.ts';
import type { MapPort } from '../../map/map-port.ts';
import { panelAnswer } from './later-parts.ts';

/** What belongs to the map waits for its tiles no longer than this, milliseconds. */
const LIMIT_MS = 3_000;

/** True once the map's buttons may come: after its tiles, because on a slow network one would take from the other. */
export function useMapReady(port: MapPort | null): boolean {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    if (port === null) return;
    void afterFirstThings(LIMIT_MS).then(() => {
      setIsReady(true);
      // A tap on the map may come: its answer then finds its words.
      bring(panelAnswer).catch(() => undefined);
    });
  }, [port]);
  return isReady;
}
