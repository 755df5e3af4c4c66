import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { LngLat } from '#domain/geo/lng-lat';
import type { DrawingControl, MapPort, OnDrawing } from '../map-contract.ts';
import {
  type Drawing,
  type DrawingKind,
  emptyDrawing,
  finish,
  insertPoint,
  middles,
  movePoint,
  shapesOf,
  takeBack,
  tap,
} from './drawing.ts';

/** Pixels within which a point is meant: half of a touch target. */
const NEAR = 22;
/** Pixels that an arrow key moves the map under the crosshair while drawing; with Shift, for the last metre. */
const STEP = 32;
const FINE_STEP = 4;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Draws on the map with finger, mouse and keyboard: taps come from the map's own taps, so nothing else gets them.
 *
 * @param early taps that were made before this code was there
 */
export function startDrawing(
  map: MapLibreMap,
  { takeTaps, showShapes }: Pick<MapPort, 'takeTaps' | 'showShapes'>,
  kind: DrawingKind,
  onChange: OnDrawing,
  given: readonly LngLat[] = [],
  early: readonly LngLat[] = [],
): DrawingControl {
  let drawing = emptyDrawing(kind, given);
  let aim: LngLat | null = null;
  const show = (): void => showShapes('drawing', shapesOf(drawing, aim));
  const change = (next: Drawing): void => {
    if (next === drawing) return;
    drawing = next;
    show();
    onChange(drawing.points, drawing.isFinished);
  };
  const pixelsTo = (place: LngLat, { x, y }: { x: number; y: number }): number => {
    const at = map.project([place[0], place[1]]);
    return Math.hypot(at.x - x, at.y - y);
  };
  const onTap = (place: LngLat): void => {
    const at = map.project([place[0], place[1]]);
    change(tap(drawing, place, (other) => pixelsTo(other, at) <= NEAR / 2));
  };
  const giveBackTaps = takeTaps(onTap);
  map.doubleClickZoom.disable();

  /** The point under the finger, made from the middle of an edge when it is that. */
  const grasp = (at: { x: number; y: number }): number | null => {
    const near = drawing.points.findIndex((point) => pixelsTo(point, at) <= NEAR);
    if (near >= 0) return near;
    const middle = middles(drawing).find(({ point }) => pixelsTo(point, at) <= NEAR);
    if (middle === undefined) return null;
    change(insertPoint(drawing, middle.index, middle.point));
    return middle.index;
  };
  let held: number | null = null;
  const onDown = (event: MapMouseEvent | MapTouchEvent): void => {
    // A second finger zooms; it does not draw, and the first one lets go.
    if ('points' in event && event.points.length > 1) {
      held = null;
      return;
    }
    held = grasp(event.point);
    if (held !== null) event.preventDefault();
  };
  const onMove = (event: MapMouseEvent | MapTouchEvent): void => {
    const place: LngLat = [event.lngLat.lng, event.lngLat.lat];
    // Let go over the panel, where the map hears nothing of it.
    if ('buttons' in event.originalEvent && event.originalEvent.buttons === 0) held = null;
    if (held !== null) {
      change(movePoint(drawing, held, place));
      return;
    }
    if (event.type !== 'mousemove' || drawing.isFinished) return;
    aim = place;
    show();
  };
  const onUp = (): void => {
    held = null;
  };
  const canvas = map.getCanvas();
  const onView = (): void => {
    // The crosshair stands still and the map moves under it.
    if (!canvas.matches(':focus-visible')) return;
    const { lng, lat } = map.getCenter();
    aim = [lng, lat];
    show();
  };
  const onKey = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = event.shiftKey ? FINE_STEP : STEP;
      map.panBy([arrow[0] * step, arrow[1] * step], { duration: 0 }, { originalEvent: event });
    } else if (event.key === 'Backspace' && drawing.points.length > 0) change(takeBack(drawing));
    else if (event.key === 'Escape' && drawing.points.length > 0) change(emptyDrawing(kind));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const subscriptions = [
    map.on('mousedown', onDown),
    map.on('touchstart', onDown),
    map.on('mousemove', onMove),
    map.on('touchmove', onMove),
    map.on('mouseup', onUp),
    map.on('touchend', onUp),
    map.on('touchcancel', onUp),
    map.on('move', onView),
  ];
  canvas.addEventListener('keydown', onKey);
  show();
  for (const place of early) onTap(place);
  return {
    finish: () => change(finish(drawing)),
    undo: () => change(takeBack(drawing)),
    focus: () => canvas.focus({ preventScroll: true }),
    cancel() {
      giveBackTaps();
      map.doubleClickZoom.enable();
      for (const subscription of subscriptions) subscription.unsubscribe();
      canvas.removeEventListener('keydown', onKey);
      showShapes('drawing', []);
    },
  };
}
