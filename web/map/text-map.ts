import type { LngLat } from '#domain/geo/lng-lat';
import { readLook } from '../lib/map-look.ts';
import { drawWithoutMap } from './gestures/draw-without-map.ts';
import { layersShown } from './layers-shown.ts';
import type { LegendOfLayer, MapOptions, MapPort, MapSight } from './map-contract.ts';
import { emptyScene } from './scene.ts';
import { legendOf } from './style/legend-of.ts';
import { LIGHT } from './style/palette.ts';

/** The map of a device that cannot draw one: it keeps the place, and leaves the telling to the page. */
export function openTextMap({ bbox, view, onComplete }: MapOptions): MapPort {
  queueMicrotask(() => onComplete?.());
  const zoom = view?.zoom ?? 15;
  let centre: LngLat = view?.centre ?? [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];
  const watchers = new Set<(view: MapSight) => void>();
  const sight = (): MapSight => ({ centre, zoom, bearing: 0, pitch: 0 });
  // Colours have a meaning without a map, too: the legend explains them.
  const scene = emptyScene();
  const legendWatchers = new Set<(legend: readonly LegendOfLayer[]) => void>();
  const tellLegend = (): void => {
    for (const tell of legendWatchers) tell(legendOf(scene, LIGHT, null, () => null));
  };
  const lookAt = (next: LngLat): void => {
    centre = next;
    for (const tell of watchers) tell(sight());
  };
  return {
    kind: 'text',
    ...layersShown((layers) => {
      scene.layers = layers;
      tellLegend();
    }),
    showLook: (look) => {
      scene.look = readLook(look);
      tellLegend();
    },
    watchLegend: (onLegend) => {
      legendWatchers.add(onLegend);
      onLegend(legendOf(scene, LIGHT, null, () => null));
      return () => legendWatchers.delete(onLegend);
    },
    showPlace: (place) => lookAt(place ?? centre),
    moveTo: lookAt,
    fitTo: () => undefined,
    show: (next) => lookAt(next.centre),
    keepClear: () => undefined,
    zoomBy: () => undefined,
    tilt: () => undefined,
    showShapes: () => undefined,
    paintZones: () => undefined,
    paintOverlay: () => undefined,
    // Nothing can be tapped: a tool asks for coordinates.
    takeTaps: () => () => undefined,
    watchView: (onView) => {
      watchers.add(onView);
      return () => watchers.delete(onView);
    },
    draw: drawWithoutMap,
    watchZones: () => () => undefined,
    element: null,
    openSecond: async () => null,
    takePicture: async () => null,
    view: sight,
    retry: () => undefined,
    remove: () => watchers.clear(),
  };
}
