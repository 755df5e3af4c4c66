import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, gridPlace, isNearBox, metresToShape, placeInPolygon } from './place-in-shape.ts';
import { readShapes, type ShapePath, ShapeWriter, UNITS_PER_DEGREE } from './shapes.ts';

const coordinate = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 });
const path = fc.record({
  kind: fc.constantFrom('line' as const, 'shell' as const, 'hole' as const),
  xy: fc
    .array(fc.tuple(coordinate, coordinate), { maxLength: 8 })
    .map((pairs) => Int32Array.from(pairs.flat())),
});

test('what is written is read back, whatever the shapes', () => {
  fc.assert(
    fc.property(fc.array(fc.array(path, { maxLength: 4 }), { maxLength: 6 }), (shapes) => {
      const writer = new ShapeWriter();
      for (const shape of shapes) writer.add(shape);
      expect(readShapes(writer.bytes())).toEqual(shapes);
    }),
  );
});

test('bytes that end inside a shape are refused', () => {
  const writer = new ShapeWriter();
  writer.add([{ kind: 'shell', xy: Int32Array.from([1, 2, 3, 4]) }]);
  expect(() => readShapes(writer.bytes().slice(0, -1))).toThrow(RangeError);
});

const ring = (kind: ShapePath['kind'], w: number, s: number, e: number, n: number): ShapePath => ({
  kind,
  xy: Int32Array.from([w, s, e, s, e, n, w, n].map((degrees) => Math.round(degrees * UNITS_PER_DEGREE))),
});
const holed = [ring('shell', 116.8, -1.2, 116.81, -1.19), ring('hole', 116.804, -1.196, 116.806, -1.194)];

describe('a place and a polygon with a hole', () => {
  test.each([
    [116.802, -1.195, 'inside'],
    [116.805, -1.195, 'outside'],
    [116.8, -1.195, 'border'],
    [116.806, -1.195, 'border'],
    [116.8, -1.2, 'border'],
    [116.79, -1.195, 'outside'],
    [116.805, -1.18, 'outside'],
  ] as const)('%f %f is %s', (lng, lat, expected) => {
    expect(placeInPolygon(holed, gridPlace([lng, lat]))).toBe(expected);
  });

  test('distance is in metres on the ellipsoid, to the nearest border', () => {
    // 0.0001° of longitude at 1.195° south is 11.13 m, of latitude 11.06 m.
    expect(metresToShape(holed, gridPlace([116.7999, -1.195]))).toBeCloseTo(11.13, 2);
    expect(metresToShape(holed, gridPlace([116.805, -1.1899]))).toBeCloseTo(11.06, 2);
  });

  test('a box is near within the metres asked for', () => {
    const place = gridPlace([116.7999, -1.195]);
    expect(isNearBox(boxOf(holed), place, 12)).toBe(true);
    expect(isNearBox(boxOf(holed), place, 10)).toBe(false);
  });
});
