import type { LngLat } from '#domain/geo/lng-lat';
import { drawWithoutMap } from './gestures/draw-without-map.ts';
import type { MapOptions, MapPort, MapView } from './map-contract.ts';

/** The map of a device that cannot draw one: it keeps the place, and leaves the telling to the page. */
export function openTextMap({ bbox, view }: MapOptions): MapPort {
  const zoom = view?.zoom ?? 15;
  let centre: LngLat = view?.centre ?? [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];
  const watchers = new Set<(view: MapView) => void>();
  const lookAt = (next: LngLat): void => {
    centre = next;
    for (const tell of watchers) tell({ centre, zoom });
  };
  return {
    kind: 'text',
    showLayers: () => undefined,
    showPlace: (place) => lookAt(place ?? centre),
    moveTo: lookAt,
    fitTo: () => undefined,
    show: (next) => lookAt(next.centre),
    keepClear: () => undefined,
    zoomBy: () => undefined,
    showShapes: () => undefined,
    paintZones: () => undefined,
    // Nothing can be tapped: a tool asks for coordinates.
    takeTaps: () => () => undefined,
    watchView: (onView) => {
      watchers.add(onView);
      return () => watchers.delete(onView);
    },
    draw: drawWithoutMap,
    view: () => ({ centre, zoom }),
    remove: () => watchers.clear(),
  };
}
