import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import { type MapPort, openMap } from '../../map/map-port.ts';
import { useConsole } from '../console-frame/index.ts';

/** Opens a map in a container once the screen has been painted; null until it is there. */
export function useStaffMap(
  container: RefObject<HTMLDivElement | null>,
  label: string,
  onPick: (place: LngLat, metresPerPixel: number) => void,
): { port: MapPort | null; hasTrouble: boolean } {
  const { city } = useConsole();
  const [port, setPort] = useState<MapPort | null>(null);
  const [hasTrouble, setHasTrouble] = useState(false);
  const latest = useRef({ onPick, label, city });
  useEffect(() => {
    latest.current = { onPick, label, city };
  });
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let isGone = false;
    let opened: MapPort | null = null;
    const start = async (): Promise<void> => {
      const made = await openMap(element, {
        view: null,
        bbox: latest.current.city.bbox,
        hasBaseMap: false,
        label: latest.current.label,
        onPick: (place) => latest.current.onPick(place, metresPerPixelOf(made)),
        onMoved: () => undefined,
        onTrouble: (trouble) => setHasTrouble(trouble === 'failed'),
        onGround: () => undefined,
      });
      if (isGone) return made.remove();
      opened = made;
      setPort(made);
    };
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => void start()));
    return () => {
      isGone = true;
      cancelAnimationFrame(frame);
      opened?.remove();
      setPort(null);
    };
  }, [container]);
  return { port, hasTrouble };
}

/** Ground below one pixel: zoom 0 shows the equator in 512 pixels. */
const metresPerPixelOf = (port: MapPort): number => {
  const { centre, zoom } = port.view();
  return (40_075_017 * Math.cos((centre[1] * Math.PI) / 180)) / (512 * 2 ** zoom);
};

/** A box around places with some ground around them, so that a single point is not the whole map. */
export function boxAround(places: readonly LngLat[], marginDegrees = 0.0015): BBox | null {
  const [first] = places;
  if (first === undefined) return null;
  const lng = places.map((place) => place[0]);
  const lat = places.map((place) => place[1]);
  return [
    Math.min(...lng) - marginDegrees,
    Math.min(...lat) - marginDegrees,
    Math.max(...lng) + marginDegrees,
    Math.max(...lat) + marginDegrees,
  ];
}
