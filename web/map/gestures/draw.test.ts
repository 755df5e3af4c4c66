import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, test, vi } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { startDrawing } from './draw.ts';

type Listener = (event: object) => void;

const TRIANGLE: LngLat[] = [
  [0, 0],
  [80, 0],
  [80, 80],
];

/** A map on which a degree is a pixel, and an outline of a triangle on it. */
function aDrawing({ given, early }: { given?: LngLat[]; early?: LngLat[] } = {}) {
  const listeners = new Map<string, Listener>();
  const map = {
    on(type: string, listener: Listener) {
      listeners.set(type, listener);
      return { unsubscribe: () => listeners.delete(type) };
    },
    project: ([x, y]: LngLat) => ({ x, y }),
    getCanvas: () => ({ addEventListener: () => undefined, matches: () => false }),
    doubleClickZoom: { disable: () => undefined },
  } as unknown as MapLibreMap;
  const onChange = vi.fn();
  startDrawing(
    map,
    { takeTaps: () => () => undefined, showShapes: () => undefined },
    'polygon',
    onChange,
    given ?? TRIANGLE,
    early,
  );
  const tell = (type: string, [x, y]: LngLat, more: object = {}): void =>
    listeners.get(type)?.({
      type,
      point: { x, y },
      lngLat: { lng: x, lat: y },
      originalEvent: { buttons: 1 },
      preventDefault: () => undefined,
      ...more,
    });
  return { tell, onChange, corner: () => onChange.mock.lastCall?.[0][1] };
}

test('a dragged corner is let go where the mouse was released over something else', () => {
  const { tell, corner } = aDrawing();
  tell('mousedown', [80, 0]);
  tell('mousemove', [90, 5]);
  expect(corner()).toEqual([90, 5]);
  // The map heard no mouseup; the pointer comes back without a button pressed.
  tell('mousemove', [20, 20], { originalEvent: { buttons: 0 } });
  expect(corner()).toEqual([90, 5]);
});

test('a second finger lets a dragged corner go', () => {
  const { tell, corner } = aDrawing();
  tell('touchstart', [80, 0], { points: [{}], originalEvent: {} });
  tell('touchmove', [90, 5], { points: [{}], originalEvent: {} });
  tell('touchstart', [85, 5], { points: [{}, {}], originalEvent: {} });
  tell('touchmove', [20, 20], { points: [{}, {}], originalEvent: {} });
  expect(corner()).toEqual([90, 5]);
});

test('taps made before the drawing was there are its first points', () => {
  const { onChange } = aDrawing({ given: [], early: TRIANGLE });
  expect(onChange.mock.lastCall).toEqual([TRIANGLE, false]);
});
