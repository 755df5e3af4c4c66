import { Map as MapLibreMap } from 'maplibre-gl';
import { groundShares } from '../in-view/ground-shares.ts';
import type { MapPicture, PictureRequest } from '../map-contract.ts';
import type { Scene } from '../scene.ts';
import { resolveHatches } from '../style/hatch-image.ts';
import { legendOf } from '../style/legend-of.ts';
import { mapStyle } from '../style/map-style.ts';
import { LIGHT } from '../style/palette.ts';

/** Milliseconds after which a picture that is not complete is given up: the reader is told, not left waiting. */
const LIMIT_MS = 60_000;

/** Draws a scene once, away from the screen, in the dots that paper needs. Throws when it cannot be completed. */
export async function takePicture(shown: Scene, request: PictureRequest): Promise<MapPicture> {
  const { centre, zoom, width, height, pixelRatio, isHatched } = request;
  const scene: Scene = isHatched ? { ...shown, look: { ...shown.look, colors: 'hatched' } } : shown;
  const frame = document.createElement('div');
  frame.className = 'print-frame';
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  const map = new MapLibreMap({
    container: frame,
    style: mapStyle(scene, LIGHT, window.location.origin),
    interactive: false,
    attributionControl: false,
    center: [centre[0], centre[1]],
    zoom,
    maxZoom: 24,
    pixelRatio,
    // A sheet of A3 in 200 dots per inch is wider than the screen that MapLibre thinks of.
    maxCanvasSize: [8_192, 8_192],
    fadeDuration: 0,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  resolveHatches(map);
  try {
    await isComplete(map);
    const image = await new Promise<Blob | null>((resolve) => map.getCanvas().toBlob(resolve, 'image/png'));
    if (image === null) throw new Error('The picture of the map is empty.');
    const bounds = map.getBounds();
    return {
      image,
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      legend: legendOf(scene, LIGHT, zoom, ({ layerId }) => groundShares(map, `${layerId}/fill`)),
      attribution: scene.base?.attribution ?? '',
    };
  } finally {
    map.remove();
    frame.remove();
  }
}

function isComplete(map: MapLibreMap): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The map for paper took too long.')), LIMIT_MS);
    let failure: Error | null = null;
    map.on('error', ({ error }) => {
      failure = new Error(error.message);
    });
    map.once('idle', () => {
      clearTimeout(timer);
      // A sheet with a hole in it would say that nothing is planned there.
      if (failure === null) resolve();
      else reject(failure);
    });
  });
}
