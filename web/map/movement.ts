import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapSight, MapView } from './map-contract.ts';

/** Where the map looks now. */
export function viewOf(map: MapLibreMap): MapSight {
  const { lng, lat } = map.getCenter();
  return { centre: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
}

/**
 * Tells movements of the reader from those of the page.
 *
 * @returns a function to call before a movement that the reader asked for by a button
 */
export function listenToReader(map: MapLibreMap, onMoved: (view: MapView) => void): () => void {
  // A turn of the wheel and the zoom buttons end in a movement that does not name the event it came from.
  let isMovedByReader = false;
  const markAsReaders = (): void => {
    isMovedByReader = true;
  };
  map.on('wheel', markAsReaders);
  map.on('moveend', (event) => {
    if (isMovedByReader || event.originalEvent !== undefined) onMoved(viewOf(map));
    isMovedByReader = false;
  });
  return markAsReaders;
}

/** Told after every movement, also during it. */
export function watchView(map: MapLibreMap, onView: (view: MapSight) => void): () => void {
  const tell = (): void => onView(viewOf(map));
  map.on('move', tell);
  return () => map.off('move', tell);
}
