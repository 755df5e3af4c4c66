import type { LngLat } from '#domain/geo/lng-lat';
import type { MapOptions, MapPort } from './map-contract.ts';

/** The map of a device that cannot draw one: it keeps the place, and leaves the telling to the page. */
export function openTextMap({ bbox, view }: MapOptions): MapPort {
  let centre: LngLat = view?.centre ?? [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];
  return {
    kind: 'text',
    showLayers: () => undefined,
    showPlace: (place) => {
      centre = place ?? centre;
    },
    moveTo: (place) => {
      centre = place;
    },
    fitTo: () => undefined,
    show: (next) => {
      centre = next.centre;
    },
    keepClear: () => undefined,
    zoomBy: () => undefined,
    view: () => ({ centre, zoom: view?.zoom ?? 15 }),
    remove: () => undefined,
  };
}
