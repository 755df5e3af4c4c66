import type { Map as MapLibreMap } from 'maplibre-gl';

/** Whatever may change the picture is told by one of these before the frame that shows it. */
const CHANGES = ['dataloading', 'data', 'move', 'resize', 'webglcontextrestored'] as const;

/** While tiles come in one by one the picture is drawn this often, milliseconds: each takes a weak phone 100 ms. */
const LOADING_PACE_MS = 300;
/** And before the first that is complete: what is drawn meanwhile holds that one up. */
const FIRST_PACE_MS = 2000;
/** And the graphics processor is given this many times as long as it needed for the last one. */
const LOADING_SHARE = 2;
/** How often it is asked whether it has finished, milliseconds. */
const ASK_AGAIN_MS = 50;

type Engine = Pick<
  MapLibreMap,
  | 'on'
  | 'painter'
  | 'isMoving'
  | 'loaded'
  | 'areTilesLoaded'
  | 'triggerRepaint'
  | '_render'
  | '_requestRenderFrame'
  | '_placementDirty'
  | '_styleDirty'
  | '_sourcesDirty'
  | '_renderTaskQueue'
>;

/**
 * Keeps the engine from drawing pictures that nobody needs. It draws one with every finger that touches the map and with
 * every one that leaves it, moved or not: two for each tap, before the page can show that it has heard. And it draws
 * one for each tile that comes, when the next comes a moment later. Here a map at rest is not drawn until something of
 * it changes, and one that loads is drawn at a pace that its graphics processor can keep: pictures that wait in its queue
 * hold up the last one. A tile that comes does not even have all names placed anew, as long as others are to come. One
 * that moves is drawn in every frame. The sky is left out: the engine paints it behind every map, and at the tilts of
 * this one (tilt.ts) it never comes into sight.
 *
 * @returns how to end it
 */
export function drawSparingly(map: Engine, now: () => number = () => performance.now()): () => void {
  const { painter } = map;
  const draw = painter.render.bind(painter);
  const go = map._render.bind(map);
  const request = map._requestRenderFrame.bind(map);
  const last = lastPicture(painter.context.gl, now);
  let isStill = false;
  let isFirst = true;
  /** Something else than a tile came: the engine has to look at it. */
  let isAsked = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('idle', () => {
    isStill = true;
    isFirst = false;
  });
  for (const change of CHANGES) {
    map.on(change, (event: object) => {
      isStill = false;
      if (!('tile' in event && event.tile)) isAsked = true;
    });
  }
  const waitMs = (): number => last.nextDueAt(isFirst ? FIRST_PACE_MS : LOADING_PACE_MS) - now();
  const goWhenDue = (): void => {
    const wait = waitMs();
    timer = wait > 0 ? setTimeout(goWhenDue, wait) : undefined;
    if (timer === undefined) map.triggerRepaint();
  };
  const leaveOut = (): void => {
    if (timer === undefined) goWhenDue();
  };
  // Gestures and eased movements take their steps in a frame.
  map._requestRenderFrame = (step) => {
    isAsked = true;
    return request(step);
  };
  const isAtRest = (): boolean =>
    isStill && !map._styleDirty && !map._sourcesDirty && !map._placementDirty && !map.isMoving();
  map._render = (time) => {
    if (isAtRest()) {
      // A finger that touches and leaves is heard here, and that is all: what it asked for waits for this frame.
      map._renderTaskQueue.run(time);
      if (isAtRest()) return map as MapLibreMap;
    }
    if (!isAsked && !map.isMoving() && !map.areTilesLoaded() && waitMs() > 0) {
      leaveOut();
      return map as MapLibreMap;
    }
    isAsked = false;
    return go(time);
  };
  painter.render = (style, transform, frame) => {
    if (isStill) return;
    if (!map.isMoving()) {
      // What is complete is drawn at once: after that the engine says that it is idle.
      const isComplete = map.loaded();
      if (!isComplete && waitMs() > 0) {
        leaveOut();
        return;
      }
      // The engine itself goes on with another frame, whose names have found their places.
      if (isComplete && isFirst && map._placementDirty) return;
    }
    const { sky: _, ...seen } = frame;
    draw(style, transform, seen as typeof frame);
    last.isDrawn();
  };
  return () => clearTimeout(timer);
}

/** When a map that loads should be drawn again, by what its last picture took the graphics processor. */
function lastPicture(gl: WebGL2RenderingContext, now: () => number) {
  // There is nothing to see on the first.
  let begunAt = now();
  let tookMs = 0;
  let fence: WebGLSync | null = null;
  return {
    isDrawn(): void {
      begunAt = now();
      gl.deleteSync(fence);
      fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    },
    nextDueAt(paceMs: number): number {
      if (fence !== null) {
        if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return now() + ASK_AGAIN_MS;
        tookMs = now() - begunAt;
        gl.deleteSync(fence);
        fence = null;
      }
      return begunAt + Math.max(paceMs, LOADING_SHARE * tookMs);
    },
  };
}
