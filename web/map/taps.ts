import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '#domain/geo/lng-lat';

type OnTap = (place: LngLat) => void;

/** Taps, clicks and Enter at the crosshair: to the tool that took them last, else to the page. */
export function listenToTaps(map: MapLibreMap, toPage: OnTap): (onTap: OnTap) => () => void {
  const takers: OnTap[] = [];
  const tell: OnTap = (place) => (takers.at(-1) ?? toPage)(place);
  map.on('click', (event) => tell([event.lngLat.lng, event.lngLat.lat]));
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const { lng, lat } = map.getCenter();
    tell([lng, lat]);
  });
  return (onTap) => {
    // A wrapper of its own: the same function may be given twice, and each gives back only its own.
    const taker: OnTap = (place) => onTap(place);
    takers.push(taker);
    return () => {
      const index = takers.indexOf(taker);
      if (index >= 0) takers.splice(index, 1);
    };
  };
}
