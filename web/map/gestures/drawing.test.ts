import { expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import {
  addPoint,
  emptyDrawing,
  finish,
  insertPoint,
  middles,
  movePoint,
  shapesOf,
  takeBack,
  tap,
} from './drawing.ts';

const A: LngLat = [116.8, -1.2];
const B: LngLat = [116.81, -1.2];
const C: LngLat = [116.81, -1.19];
const isSame =
  (place: LngLat) =>
  (other: LngLat): boolean =>
    other[0] === place[0] && other[1] === place[1];
const tapAll = (kind: 'line' | 'polygon', places: readonly LngLat[]) =>
  places.reduce((drawing, place) => tap(drawing, place, isSame(place)), emptyDrawing(kind));

test('a tap on the first point closes an outline of three, and a later tap adds nothing', () => {
  const closed = tapAll('polygon', [A, B, C, A]);
  expect(closed).toEqual({ kind: 'polygon', points: [A, B, C], isFinished: true });
  expect(addPoint(closed, [117, -1])).toBe(closed);
});

test('a double click ends a line and leaves no second point', () => {
  expect(tapAll('line', [A, B, B])).toEqual({ kind: 'line', points: [A, B], isFinished: true });
});

test('two points are no outline yet: a tap on the first or the last of them does nothing', () => {
  expect(tapAll('polygon', [A, B, B])).toEqual({ kind: 'polygon', points: [A, B], isFinished: false });
  expect(finish(emptyDrawing('polygon', [A, B])).isFinished).toBe(false);
});

test('taking back opens a finished drawing again; of nothing, nothing is left', () => {
  expect(takeBack(tapAll('line', [A, B, B]))).toEqual({ kind: 'line', points: [A], isFinished: false });
  expect(takeBack(emptyDrawing('line')).points).toEqual([]);
});

test('points are moved, and new ones pulled out of the middle of an edge', () => {
  const outline = emptyDrawing('polygon', [A, B, C]);
  expect(movePoint(outline, 1, [116.82, -1.2]).points[1]).toEqual([116.82, -1.2]);
  expect(middles(outline).map(({ index }) => index)).toEqual([1, 2, 3]);
  expect(middles(emptyDrawing('line', [A, B, C]))).toHaveLength(2);
  expect(insertPoint(outline, 3, [116.805, -1.195]).points).toHaveLength(4);
  expect(middles(takeBack(outline))).toEqual([]);
});

test('the shape follows the pointer until it is finished', () => {
  const open = takeBack(emptyDrawing('polygon', [A, B, C]));
  expect(shapesOf(open, null).map(({ kind }) => kind)).toEqual(['line', 'point', 'point']);
  expect(shapesOf(open, C)[0]).toMatchObject({ kind: 'area', coordinates: [[A, B, C, A]] });
  expect(shapesOf(emptyDrawing('line', [A, B]), C)[0]).toMatchObject({ coordinates: [A, B] });
});
