import { type GeoJSONSource, Map as MapLibreMap, prewarm, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { afterPaint } from '../lib/after-paint.ts';
import { readLook } from '../lib/map-look.ts';
import { drawingOn } from './gestures/index.ts';
import { watchZonesOn } from './in-view/index.ts';
import { layersShown } from './layers-shown.ts';
import type { MapOptions, MapPort } from './map-contract.ts';
import { listenToReader, viewOf, watchView } from './movement.ts';
import { oncePerTurn } from './once-per-turn.ts';
import { pinOn } from './pin.ts';
import { emptyScene } from './scene.ts';
import { drawSparingly } from './still-picture.ts';
import { resolveHatches } from './style/hatch-image.ts';
import { bringLabelFonts } from './style/label-font.ts';
import { mapStyle } from './style/map-style.ts';
import { DARK, LIGHT } from './style/palette.ts';
import { SHAPE_SOURCE, shapesAsFeatures } from './style/shape-layers.ts';
import { listenToTaps } from './taps.ts';
import { FIT_PADDING } from './tiles-ahead.ts';
import { tiltMap } from './tilt.ts';
import { listenForTrouble } from './trouble.ts';
import { workerUrl } from './worker-url.ts';

export { fetchTilesAhead } from './tiles-ahead.ts';

/** Nearer than this the map does not go by itself: the chosen zone and the roads around it stay in sight. */
const PLACE_ZOOM = 15;

// With the engine's arrival, not with the first map: its workers then start beside what the page still has to do.
setWorkerUrl(workerUrl);
prewarm();
bringLabelFonts();

/** The map that draws, by MapLibre. Throws where WebGL 2 is missing; the caller then takes the map of words. */
export function openMapLibre(container: HTMLElement, options: MapOptions): MapPort {
  const darkness = window.matchMedia('(prefers-color-scheme: dark)');
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
  const scene = emptyScene();
  const palette = () => (darkness.matches ? DARK : LIGHT);
  // The chosen place is an element here: it is seen before a style is made.
  const style = () => mapStyle({ ...scene, place: null }, palette(), window.location.origin);
  const [west, south, east, north] = options.bbox;
  const map = new MapLibreMap({
    container,
    style: style(),
    ...(options.view === null
      ? { bounds: [west, south, east, north], fitBoundsOptions: { padding: FIT_PADDING } }
      : { center: [options.view.centre[0], options.view.centre[1]], zoom: options.view.zoom }),
    maxBounds: [west - 0.4, south - 0.4, east + 0.4, north + 0.4],
    minZoom: 8,
    maxZoom: 19,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    // Each frame of a fade is a whole picture; none at all would place every name anew in every frame of a movement.
    fadeDuration: 100,
    // Ours, and checked by map-style.test.ts; a phone would take a fifth of a second for it.
    validateStyle: false,
    locale: { 'Map.Title': options.label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();

  /**
   * Only what differs from the drawn style is changed; once there is a map, not before the page has shown what made it
   * change: a new style takes a weak phone a tenth of a second.
   */
  let isDrawn = false;
  const styling = oncePerTurn(
    () => {
      isDrawn ||= scene.layers.length > 0;
      // A ground of others is not ours to vouch for.
      map.setStyle(style(), { validate: scene.base !== null });
    },
    (go) => (isDrawn ? afterPaint(go) : queueMicrotask(go)),
  );
  const restyle = styling.ask;
  const chooseGround = async (): Promise<void> => {
    const { base: asked } = scene.look;
    const { readBaseMap } = await import('./read-base-map.ts');
    const base = await readBaseMap(asked).catch(() => undefined);
    // A newer choice has been made meanwhile.
    if (scene.look.base !== asked) return;
    if (base === undefined) options.onTrouble('failed');
    else if (base?.kind !== scene.base?.kind) {
      scene.base = base;
      restyle();
      options.onGround(base?.attribution ?? '');
    }
  };
  darkness.addEventListener('change', restyle);
  const markAsReaders = listenToReader(map, (view) => options.onMoved(view));
  const pin = pinOn(map);
  const takeTaps = listenToTaps(map, (place) => {
    pin(place);
    afterPaint(() => options.onPick(place));
  });
  resolveHatches(map);
  const endSparing = drawSparingly(map);
  let isComplete = false;
  map.on('idle', () => {
    if (isComplete || !isDrawn || styling.isAsked()) return;
    isComplete = true;
    // Read by whoever measures the page (npm run bench -- page): the plan itself stands there.
    performance.mark('map-idle');
    options.onComplete?.();
  });
  const trouble = listenForTrouble(map, options.onTrouble);

  const port: MapPort = {
    kind: 'drawn',
    ...layersShown((layers, names) => {
      Object.assign(scene, { layers, names });
      restyle();
    }),
    showPlace(place, parts, nib) {
      Object.assign(scene, { place, parts, nib });
      pin(place);
      restyle();
    },
    showLook(look) {
      scene.look = readLook(look);
      restyle();
      if (options.hasBaseMap) void chooseGround();
    },
    watchLegend: (onLegend) =>
      whenLoaded(import('./legend-watch.ts'), (legend) => legend.watchLegend(map, scene, palette, onLegend)),
    moveTo([lng, lat]) {
      const zoom = Math.max(map.getZoom(), PLACE_ZOOM);
      if (stillness.matches) map.jumpTo({ center: [lng, lat], zoom });
      else map.easeTo({ center: [lng, lat], zoom, duration: 180 });
    },
    fitTo([w, s, e, n]) {
      map.fitBounds([w, s, e, n], { padding: FIT_PADDING, animate: false });
    },
    show({ centre: [lng, lat], zoom }) {
      map.jumpTo({ center: [lng, lat], zoom });
    },
    keepClear(edges) {
      // At once: an eased padding would be cut off by the movement to the place that follows it.
      map.jumpTo({ padding: edges });
    },
    zoomBy(steps) {
      markAsReaders();
      map.easeTo({ zoom: map.getZoom() + steps, duration: stillness.matches ? 0 : 180 });
    },
    tilt: (isTilted) => tiltMap(map, isTilted, stillness.matches),
    showShapes(name, shapes) {
      if (shapes.length === 0) scene.shapes.delete(name);
      else scene.shapes.set(name, shapes);
      // Straight to the source: a tool calls this with every movement of a finger.
      map.getSource<GeoJSONSource>(SHAPE_SOURCE)?.setData(shapesAsFeatures(scene.shapes));
    },
    paintZones(layerId, paint) {
      if (paint === null) scene.paints.delete(layerId);
      else scene.paints.set(layerId, paint);
      restyle();
    },
    paintOverlay(layerId, paint) {
      if (paint === null) scene.overlayPaints.delete(layerId);
      else scene.overlayPaints.set(layerId, paint);
      restyle();
    },
    takeTaps,
    watchView: (onView) => watchView(map, onView),
    draw: drawingOn(map, () => port),
    watchZones: watchZonesOn(map, scene),
    element: container,
    openSecond: async (frame) => (await import('./compare/second-map.ts')).openSecondMap(map, scene, frame),
    takePicture: async (request) => (await import('./print/take-picture.ts')).takePicture(scene, request),
    view: () => viewOf(map),
    retry() {
      trouble.forget();
      // From the ground up: reloading its tiles leaves those that failed as they are.
      map.setStyle(style(), { diff: false });
      if (options.hasBaseMap) void chooseGround();
    },
    remove() {
      trouble.stop();
      styling.end();
      endSparing();
      darkness.removeEventListener('change', restyle);
      map.remove();
    },
  };
  return port;
}

/**
 * Starts something whose code is loaded only now.
 *
 * @returns how to stop it, also before it has begun
 */
function whenLoaded<T>(code: Promise<T>, start: (loaded: T) => () => void): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  void code.then((loaded) => {
    if (!isOver) stop = start(loaded);
  });
  return () => {
    isOver = true;
    stop?.();
  };
}
