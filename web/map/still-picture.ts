import type { Map as MapLibreMap } from 'maplibre-gl';

/** Whatever may change the picture is told by one of these before the frame that shows it. */
const CHANGES = ['dataloading', 'data', 'move', 'resize', 'webglcontextrestored'] as const;

/** While tiles come in one by one the picture is drawn this often, milliseconds: each takes a weak phone 100 ms. */
const LOADING_PACE_MS = 300;

type Engine = Pick<MapLibreMap, 'on' | 'painter' | 'isMoving' | 'loaded' | 'triggerRepaint'>;

/**
 * Keeps the engine from drawing pictures that nobody needs. It draws one with every finger that touches the map and with
 * every one that leaves it, moved or not: two for each tap, before the page can show that it has heard. And it draws
 * one for each tile that comes, when the next comes a moment later. Here a map at rest is not drawn until something of
 * it changes, and one that loads is drawn at a pace. One that moves is drawn in every frame.
 *
 * @returns how to end it
 */
export function drawSparingly(map: Engine, now: () => number = () => performance.now()): () => void {
  const { painter } = map;
  const draw = painter.render.bind(painter);
  let isStill = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('idle', () => {
    isStill = true;
  });
  for (const change of CHANGES) {
    map.on(change, () => {
      isStill = false;
    });
  }
  painter.render = (...frame) => {
    if (isStill) return;
    const wait = drawnAt + LOADING_PACE_MS - now();
    // What is complete is drawn at once: after that the engine says that it is idle.
    if (wait > 0 && !map.isMoving() && !map.loaded()) {
      timer ??= setTimeout(() => {
        timer = undefined;
        map.triggerRepaint();
      }, wait);
      return;
    }
    drawnAt = now();
    draw(...frame);
  };
  return () => clearTimeout(timer);
}
