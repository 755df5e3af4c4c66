import { type GeoJSONSource, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { LngLat } from '#domain/geo/lng-lat';
import type { LegendLayer } from '#domain/zoning/legend';
import type { MapName, MapOptions, MapPort, MapView, ShownPart } from './map-contract.ts';
import { mapStyle, PLACE_SOURCE } from './style/map-style.ts';
import { DARK, LIGHT } from './style/palette.ts';

/** Nearer than this the map does not go by itself: the chosen zone and the roads around it stay in sight. */
const PLACE_ZOOM = 15;

/** The map that draws, by MapLibre. Throws where WebGL 2 is missing; the caller then takes the map of words. */
export function openMapLibre(container: HTMLElement, options: MapOptions): MapPort {
  setWorkerUrl(workerUrl);
  const darkness = window.matchMedia('(prefers-color-scheme: dark)');
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
  const palette = () => (darkness.matches ? DARK : LIGHT);
  const shown: {
    layers: readonly LegendLayer[];
    names: readonly MapName[];
    place: LngLat | null;
    parts: readonly ShownPart[];
    nib: string | null;
  } = { layers: [], names: [], place: null, parts: [], nib: null };
  const [west, south, east, north] = options.bbox;
  const map = new MapLibreMap({
    container,
    style: mapStyle([], [], palette(), window.location.origin),
    ...(options.view === null
      ? { bounds: [west, south, east, north], fitBoundsOptions: { padding: 24 } }
      : { center: [options.view.centre[0], options.view.centre[1]], zoom: options.view.zoom }),
    maxBounds: [west - 0.4, south - 0.4, east + 0.4, north + 0.4],
    minZoom: 8,
    maxZoom: 19,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    locale: { 'Map.Title': options.label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  const drawPlace = (): void => {
    const source = map.getSource<GeoJSONSource>(PLACE_SOURCE);
    source?.setData({
      type: 'FeatureCollection',
      features:
        shown.place === null
          ? []
          : [
              {
                type: 'Feature',
                properties: {},
                geometry: { type: 'Point', coordinates: [shown.place[0], shown.place[1]] },
              },
            ],
    });
    for (const layer of shown.layers.filter((one) => one.kind === 'zones')) {
      const numbers = shown.parts.filter((p) => p.layerId === layer.layerId).map((p) => p.featureNo);
      for (const name of ['chosen-halo', 'chosen']) {
        const id = `${layer.layerId}/${name}`;
        if (map.getLayer(id)) map.setFilter(id, ['in', ['id'], ['literal', numbers]]);
      }
      // The parcel is what was asked about: its zone around it is outlined lightly then.
      const line = `${layer.layerId}/chosen`;
      if (map.getLayer(line)) map.setPaintProperty(line, 'line-width', shown.nib === null ? 2.5 : 1.2);
    }
    for (const layer of shown.layers.filter((one) => one.kind === 'parcel')) {
      for (const name of ['chosen-halo', 'chosen']) {
        const id = `${layer.layerId}/${name}`;
        if (map.getLayer(id)) map.setFilter(id, ['==', ['get', 'nib'], shown.nib ?? '']);
      }
    }
  };
  const restyle = (): void => {
    map.setStyle(mapStyle(shown.layers, shown.names, palette(), window.location.origin));
  };
  map.on('style.load', drawPlace);
  darkness.addEventListener('change', restyle);

  map.on('click', (event) => options.onPick([event.lngLat.lng, event.lngLat.lat]));
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const { lng, lat } = map.getCenter();
    options.onPick([lng, lat]);
  });
  // A turn of the wheel and the zoom buttons end in a movement that does not name the event it came from.
  let isMovedByReader = false;
  map.on('wheel', () => {
    isMovedByReader = true;
  });
  const currentView = (): MapView => {
    const { lng, lat } = map.getCenter();
    return { centre: [lng, lat], zoom: map.getZoom() };
  };
  map.on('moveend', (event) => {
    if (isMovedByReader || event.originalEvent !== undefined) options.onMoved(currentView());
    isMovedByReader = false;
  });
  map.on('idle', () => {
    options.onTrouble(false);
    options.onVisibleCodes(codesInView(map, shown.layers));
  });
  map.on('error', () => options.onTrouble(true));

  return {
    kind: 'drawn',
    showLayers(layers, names) {
      shown.layers = layers;
      shown.names = names;
      restyle();
    },
    showPlace(place, parts, nib) {
      shown.place = place;
      shown.parts = parts;
      shown.nib = nib;
      drawPlace();
    },
    moveTo([lng, lat]) {
      const zoom = Math.max(map.getZoom(), PLACE_ZOOM);
      if (stillness.matches) map.jumpTo({ center: [lng, lat], zoom });
      else map.easeTo({ center: [lng, lat], zoom, duration: 180 });
    },
    fitTo([w, s, e, n]) {
      map.fitBounds([w, s, e, n], { padding: 24, animate: false });
    },
    show({ centre: [lng, lat], zoom }) {
      map.jumpTo({ center: [lng, lat], zoom });
    },
    keepClear(edges) {
      // At once: an eased padding would be cut off by the movement to the place that follows it.
      map.jumpTo({ padding: edges });
    },
    zoomBy(steps) {
      isMovedByReader = true;
      map.easeTo({ zoom: map.getZoom() + steps, duration: stillness.matches ? 0 : 180 });
    },
    view: currentView,
    remove() {
      darkness.removeEventListener('change', restyle);
      map.remove();
    },
  };
}

/** Codes that are drawn in view, per layer, those with the most polygons in view first. */
function codesInView(map: MapLibreMap, layers: readonly LegendLayer[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const layer of layers) {
    const id = `${layer.layerId}/fill`;
    if (layer.entries.length === 0 || !map.getLayer(id)) continue;
    const counts = new Map<string, number>();
    for (const feature of map.queryRenderedFeatures({ layers: [id] })) {
      const code = String(feature.properties.code ?? feature.properties.level ?? '');
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    codes.set(
      layer.layerId,
      [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code),
    );
  }
  return codes;
}
