import { useEffect, useState } from 'react';
import type { Reading } from '#domain/field-round/average-place';

/** What the receiver of this device says while somebody stands still. */
export interface Receiver {
  readonly readings: readonly Reading[];
  readonly trouble: 'denied' | 'failed' | null;
}

const NOTHING: Receiver = { readings: [], trouble: null };

/** Listens to the receiver for as long as `isOn`; every reading that is new is one more. */
export function usePosition(isOn: boolean): Receiver {
  const [heard, setHeard] = useState<Receiver>(NOTHING);
  useEffect(() => {
    setHeard(NOTHING);
    if (!isOn) return;
    if (navigator.geolocation === undefined) return setHeard({ readings: [], trouble: 'failed' });
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        setHeard(({ readings }) => ({
          readings: [...readings, { at: [longitude, latitude], accuracyM: accuracy }],
          trouble: null,
        })),
      ({ code, PERMISSION_DENIED }) =>
        setHeard((before) => ({ ...before, trouble: code === PERMISSION_DENIED ? 'denied' : 'failed' })),
      { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [isOn]);
  return heard;
}
