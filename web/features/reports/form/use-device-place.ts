import { useState } from 'react';
import { type BBox, bboxContains } from '#domain/geo/lng-lat';
import type { DevicePlace } from './pin-map.tsx';

/** Metres. Further off, a place of the device does not tell one parcel from the next: the pin is put by hand. */
export const ROUGH_M = 50;

/** What came of asking the device where it is. A place is a proposal: nothing is put anywhere by it. */
export type DeviceAnswer =
  | { readonly kind: 'none' | 'looking' | 'refused' | 'unavailable' | 'outside' }
  | { readonly kind: 'fine' | 'rough'; readonly place: DevicePlace };

/** Asks the device where it is, once each time. */
export function useDevicePlace(bbox: BBox): {
  answer: DeviceAnswer;
  ask: () => void;
  forget: () => void;
} {
  const [answer, setAnswer] = useState<DeviceAnswer>({ kind: 'none' });
  const ask = (): void => {
    if (navigator.geolocation === undefined) {
      setAnswer({ kind: 'unavailable' });
      return;
    }
    setAnswer({ kind: 'looking' });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        const place: DevicePlace = { at: [longitude, latitude], accuracyM: accuracy };
        if (accuracy <= ROUGH_M && !bboxContains(bbox, place.at)) setAnswer({ kind: 'outside' });
        else setAnswer({ kind: accuracy > ROUGH_M ? 'rough' : 'fine', place });
      },
      ({ code, PERMISSION_DENIED }) =>
        setAnswer({ kind: code === PERMISSION_DENIED ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    );
  };
  return { answer, ask, forget: () => setAnswer({ kind: 'none' }) };
}
