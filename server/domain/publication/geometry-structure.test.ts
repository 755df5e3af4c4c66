import { describe, expect, test } from 'vitest';
import { encodeEwkb } from './encode-ewkb.ts';
import { readStructure, type SourceGeometry } from './geometry-structure.ts';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const polygon = (...rings: number[][][]): SourceGeometry => ({ type: 'Polygon', coordinates: rings });

describe('the structure of a geometry', () => {
  test('a closed ring is taken as it is, as one part of a MultiPolygon', () => {
    const report = readStructure(polygon(ring), 'polygon');
    expect(report).toMatchObject({ fault: null, hasZ: false, geometry: { polygons: [[ring]] } });
  });

  test('an open ring is named with its first point and closed only for the footprint', () => {
    const report = readStructure(
      polygon([
        [0, 0],
        [1, 0],
        [1, 1],
      ]),
      'polygon',
    );
    expect(report).toMatchObject({ fault: 'unclosedRing', at: [0, 0] });
    expect(report.geometry.polygons[0]?.[0]).toHaveLength(4);
  });

  test('a ring of two points is too few; a hole of two points leaves the shell', () => {
    expect(
      readStructure(
        polygon([
          [0, 0],
          [1, 0],
          [0, 0],
        ]),
        'polygon',
      ),
    ).toMatchObject({
      fault: 'tooFewPoints',
      geometry: { polygons: [] },
    });
    const report = readStructure(
      polygon(ring, [
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
      'polygon',
    );
    expect(report).toMatchObject({ fault: 'tooFewPoints', geometry: { polygons: [[ring]] } });
  });

  test.each([
    ['missing geometry', null, 'emptyGeometry'],
    ['a polygon without rings', polygon(), 'emptyGeometry'],
    ['a point where polygons are wanted', { type: 'Point', coordinates: [0, 0] }, 'geometryType'],
    [
      'degrees beyond the globe',
      polygon([
        [190, 0],
        [191, 0],
        [191, 1],
        [190, 0],
      ]),
      'outsideLonLatRange',
    ],
    [
      'a null ordinate',
      polygon([
        [Number.NaN, 0],
        [1, 0],
        [1, 1],
        [Number.NaN, 0],
      ]),
      'nonFiniteCoordinate',
    ],
    [
      'a collection of a polygon and a line',
      {
        type: 'GeometryCollection',
        geometries: [
          polygon(ring),
          {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        ],
      },
      'geometryCollection',
    ],
  ] as [string, SourceGeometry | null, string][])('%s is the fault %s', (_what, geometry, fault) => {
    expect(readStructure(geometry, 'polygon').fault).toBe(fault);
  });

  test('a third ordinate is seen and does not reach the register', () => {
    const report = readStructure({ type: 'Point', coordinates: [116.8, -1.2, 7] }, 'point');
    expect(report).toMatchObject({ fault: null, hasZ: true });
    expect(encodeEwkb(report.geometry, 'point')).toHaveLength(25);
  });

  test('a closed line is a polygon in a drawing and a line elsewhere', () => {
    const line: SourceGeometry = { type: 'LineString', coordinates: ring };
    expect(readStructure(line, 'polygon', true)).toMatchObject({ fault: null, linesClosedToPolygons: 1 });
    expect(readStructure(line, 'polygon').fault).toBe('geometryType');
    expect(readStructure(line, 'line').geometry.lines).toEqual([ring]);
  });
});

describe('extended WKB', () => {
  const hex = (geometry: SourceGeometry, family: 'point' | 'line' | 'polygon'): string =>
    Buffer.from(encodeEwkb(readStructure(geometry, family).geometry, family) ?? []).toString('hex');

  test('a point carries SRID 4326 and two little-endian doubles', () => {
    expect(hex({ type: 'Point', coordinates: [1, 2] }, 'point')).toBe(
      '0101000020e6100000000000000000f03f0000000000000040',
    );
  });

  test('a polygon is written as a MultiPolygon of one', () => {
    const text = hex(polygon(ring), 'polygon');
    expect(text.startsWith('0106000020e6100000010000000103000000010000000400000000000000')).toBe(true);
    expect(text).toHaveLength(2 * (13 + 9 + 4 + 4 * 16));
  });

  test('nothing of the family is null', () => {
    expect(encodeEwkb({ polygons: [], lines: [], points: [] }, 'polygon')).toBeNull();
  });
});
