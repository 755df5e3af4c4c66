import { expect, test } from 'vitest';
import { contextOf } from '../../lib/coordinate-context.ts';
import { readCoordinateLines } from './read-coordinate-lines.ts';

const city = contextOf({ bbox: [116.7289, -1.2823, 117.0227, -1.0133], centre: [116.8723, -1.1567] });
const read = (text: string, isOutline = true) =>
  readCoordinateLines(text, city, 'id', isOutline, ([lng, lat]) => `luar ${lng} ${lat}`);

test('metres without a zone are read in the zone of the city', () => {
  expect(city).toMatchObject({ utmZone: 50, utmHemisphere: 'S' });
});

test('one point per line, each written in its own way, numbered or not', () => {
  const { points, problems } = read(
    '1. -1.2456, 116.8531\n\nTitik 2: 1°14′44″ LS 116°51′15″ BT\n3) 50S 483800 9862300\n-1,2470; 116,8540',
  );
  expect(problems).toEqual([]);
  expect(points).toHaveLength(4);
  expect(points[0]).toEqual([116.8531, -1.2456]);
  expect(points[3]).toEqual([116.854, -1.247]);
});

test('a number of degrees at the start of a line is no numbering', () => {
  expect(read('116.8531 -1.2456\n-1.2456 116.8541').points).toEqual([
    [116.8531, -1.2456],
    [116.8541, -1.2456],
  ]);
});

test('a line that gives no point is named with its number and its reason', () => {
  const { points, problems } = read('-1.2456, 116.8531\nsudut timur\n-1.2460, 116.8531');
  expect(points).toHaveLength(2);
  expect(problems).toMatchObject([{ line: 2, swapOffer: null }]);
  expect(problems[0]?.text).toContain('sudut timur');
});

test('a pair outside the city whose swapped reading lies in it is offered, not made', () => {
  const { points, problems } = read('116.8531 LS 1.2456 BT');
  expect(points).toEqual([]);
  expect(problems[0]?.swapOffer).toEqual([116.8531, -1.2456]);
});

test('an outline may name its first point again, a line goes back to it', () => {
  const square = '-1.2 116.8\n-1.2 116.81\n-1.19 116.81\n-1.2 116.8';
  expect(read(square).points).toHaveLength(3);
  expect(read(square, false).points).toHaveLength(4);
});
