import { useEffect, useRef, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { bboxContains } from '#domain/geo/lng-lat';
import { circleAround } from '#domain/geo/measure';
import { useAnnounce } from '../../app/announcer.tsx';
import type { CityFacts } from '../../app/page-data.ts';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import { locationTexts } from './location-texts.ts';

/** Metres. A location that may lie further off does not tell one parcel from the next. */
const ROUGH_M = 50;

/** “My location”: finds it, draws how sure it is, says so honestly, and chooses it where it lies in the city. */
export function MyLocation({
  port,
  city,
  choice,
  onPick,
}: {
  port: MapPort;
  city: Pick<CityFacts, 'name' | 'bbox'>;
  /** What the reader has chosen; another object with every choice. */
  choice: unknown;
  onPick: (place: LngLat) => void;
}) {
  const { language } = useReader();
  const t = useTexts(locationTexts);
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const [isLooking, setIsLooking] = useState(false);
  useEffect(() => () => port.showShapes('location', []), [port]);
  const say = (text: string | null): void => {
    setSaid(text);
    setIsLooking(false);
    if (text !== null) announce(text);
  };
  const chosen = useRef(choice);
  useEffect(() => {
    chosen.current = choice;
  }, [choice]);
  const found = (
    before: unknown,
    { coords: { longitude, latitude, accuracy } }: GeolocationPosition,
  ): void => {
    const place: LngLat = [longitude, latitude];
    port.showShapes('location', [
      { kind: 'area', look: 'accent', coordinates: [circleAround(place, accuracy)] },
      { kind: 'point', look: 'accent', coordinates: place },
    ]);
    if (!bboxContains(city.bbox, place)) {
      say(t.outside(city.name));
      return;
    }
    const metres = formatNumber(Math.ceil(accuracy), language, 0);
    // Devices take their time: what was chosen meanwhile is what the reader reads now.
    if (chosen.current !== before) {
      say(t.foundMeanwhile(metres));
      return;
    }
    onPick(place);
    say(accuracy > ROUGH_M ? t.rough(metres) : t.found(metres));
  };
  const locate = (): void => {
    if (isLooking) return;
    if (!('geolocation' in navigator)) {
      say(t.missing);
      return;
    }
    setIsLooking(true);
    setSaid(t.looking);
    navigator.geolocation.getCurrentPosition(
      (position) => found(choice, position),
      ({ code, PERMISSION_DENIED, TIMEOUT }) =>
        say(code === PERMISSION_DENIED ? t.refused : code === TIMEOUT ? t.tooLong : t.unavailable),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };
  return (
    <>
      <button
        type="button"
        className="map-button"
        aria-label={t.button}
        aria-busy={isLooking || undefined}
        onClick={locate}
      >
        <Icon name="locate" />
      </button>
      {said !== null && (
        <p className="map-trouble location-said">
          {said}
          <button type="button" className="tool-close" aria-label={t.dismiss} onClick={() => setSaid(null)}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </>
  );
}
