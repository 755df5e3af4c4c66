import type { Map as MapLibreMap } from 'maplibre-gl';

/** Whatever may change the picture is told by one of these before the frame that shows it. */
const CHANGES = ['dataloading', 'data', 'move', 'resize', 'webglcontextrestored'] as const;

/** While tiles come in one by one the picture is drawn this often, milliseconds: each takes a weak phone 100 ms. */
const LOADING_PACE_MS = 300;
/** And the graphics processor is given this many times as long as it needed for the last one. */
const LOADING_SHARE = 2;
/** How often it is asked whether it has finished, milliseconds. */
const ASK_AGAIN_MS = 50;

type Engine = Pick<MapLibreMap, 'on' | 'painter' | 'isMoving' | 'loaded' | 'triggerRepaint'>;

/**
 * Keeps the engine from drawing pictures that nobody needs. It draws one with every finger that touches the map and with
 * every one that leaves it, moved or not: two for each tap, before the page can show that it has heard. And it draws
 * one for each tile that comes, when the next comes a moment later. Here a map at rest is not drawn until something of
 * it changes, and one that loads is drawn at a pace that its graphics processor can keep: pictures that wait in its queue
 * hold up the last one. One that moves is drawn in every frame. The sky is left out: the engine paints it behind every
 * map, and at the tilts of this one (tilt.ts) it never comes into sight.
 *
 * @returns how to end it
 */
export function drawSparingly(map: Engine, now: () => number = () => performance.now()): () => void {
  const { painter } = map;
  const draw = painter.render.bind(painter);
  const last = lastPicture(painter.context.gl, now);
  let isStill = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('idle', () => {
    isStill = true;
  });
  for (const change of CHANGES) {
    map.on(change, () => {
      isStill = false;
    });
  }
  const drawWhenDue = (): void => {
    const wait = last.nextDueAt() - now();
    timer = wait > 0 ? setTimeout(drawWhenDue, wait) : undefined;
    if (timer === undefined) map.triggerRepaint();
  };
  painter.render = (style, transform, frame) => {
    if (isStill) return;
    // What is complete is drawn at once: after that the engine says that it is idle.
    const isPaced = !map.isMoving() && !map.loaded();
    if (isPaced && last.nextDueAt() > now()) {
      if (timer === undefined) drawWhenDue();
      return;
    }
    const { sky: _, ...seen } = frame;
    draw(style, transform, seen as typeof frame);
    last.isDrawn();
  };
  return () => clearTimeout(timer);
}

/** When a map that loads should be drawn again, by what its last picture took the graphics processor. */
function lastPicture(gl: WebGL2RenderingContext, now: () => number) {
  let begunAt = Number.NEGATIVE_INFINITY;
  let tookMs = 0;
  let fence: WebGLSync | null = null;
  return {
    isDrawn(): void {
      begunAt = now();
      gl.deleteSync(fence);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    },
    nextDueAt(): number {
      if (fence !== null) {
        if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return now() + ASK_AGAIN_MS;
        tookMs = now() - begunAt;
        gl.deleteSync(fence);
        fence = null;
      }
      return begunAt + Math.max(LOADING_PACE_MS, LOADING_SHARE * tookMs);
    },
  };
}
