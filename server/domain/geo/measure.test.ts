import { expect, test } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import type { LngLat } from './lng-lat.ts';
import { areaM2, circleAround, distanceM, lengthM, placeAt, segmentsM } from './measure.ts';

const near = fc.tuple(
  fc.double({ min: 116.7, max: 117, noNaN: true }),
  fc.double({ min: -1.35, max: -1, noNaN: true }),
);

test('one degree at the equator is shorter to the north than to the east', () => {
  // 111,319.4908 m along the equator; 110,574.3886 m from the equator to 1° north (GeographicLib).
  expect(distanceM([0, 0], [1, 0])).toBeCloseTo(111_319.4908, 1);
  expect(distanceM([0, 0], [0, 1])).toBeCloseTo(110_574.3886, 1);
});

test('a degree field at the equator has the area of the ellipsoid', () => {
  // 12,308,778,361.469 m² (GeographicLib Planimeter).
  const field: LngLat[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  expect(areaM2(field) / 12_308_778_361.469).toBeCloseTo(1, 4);
});

test('an outline has the same area from every corner, in both directions, and none when it is no outline', () => {
  const outline: LngLat[] = [
    [116.8, -1.2],
    [116.81, -1.2],
    [116.812, -1.19],
    [116.8, -1.188],
  ];
  const turned = [...outline.slice(2), ...outline.slice(0, 2)];
  expect(areaM2(turned)).toBeCloseTo(areaM2(outline), 4);
  expect(areaM2([...outline].reverse())).toBeCloseTo(areaM2(outline), 4);
  expect(areaM2([...outline, [116.8, -1.2]])).toBeCloseTo(areaM2(outline), 4);
  expect(areaM2(outline.slice(0, 2))).toBe(0);
});

test('a line is as long as its pieces', () => {
  const line: LngLat[] = [
    [116.8, -1.2],
    [116.81, -1.2],
    [116.81, -1.19],
  ];
  expect(segmentsM(line)).toHaveLength(2);
  expect(lengthM(line)).toBeCloseTo(distanceM(line[0]!, line[1]!) + distanceM(line[1]!, line[2]!), 6);
  expect(lengthM(line.slice(0, 1))).toBe(0);
});

test('a place at a distance lies at that distance', () => {
  fc.assert(
    fc.property(
      near,
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 1, max: 5_000, noNaN: true }),
      (from, bearing, metres) => {
        expect(distanceM(from, placeAt(from, bearing, metres)) / metres).toBeCloseTo(1, 4);
      },
    ),
  );
});

test('a circle is closed and almost as large as a circle', () => {
  const circle = circleAround([116.83, -1.24], 100);
  expect(circle[0]).toEqual(circle.at(-1));
  expect(areaM2(circle) / (Math.PI * 100 * 100)).toBeCloseTo(0.998, 2);
});
