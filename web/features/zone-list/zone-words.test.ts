import { expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { directionTo, groupZones } from './zone-words.ts';

const MIDDLE: LngLat = [116.8, -1.2];

test.each([
  [116.8, -1.1, 'utara'],
  [116.9, -1.1, 'timur laut'],
  [116.9, -1.2, 'timur'],
  [116.7, -1.3, 'barat daya'],
  [116.7, -1.1, 'barat laut'],
])('%d, %d lies to the %s', (lng, lat, direction) => {
  expect(directionTo([lng, lat], MIDDLE, 'id')).toBe(direction);
});

test('zones are grouped by their code, the largest ground first, roads last', () => {
  const zone = (code: string, share: number, key: string) => ({
    layerId: 'z',
    key,
    code,
    share,
    inner: MIDDLE,
  });
  const groups = groupZones([
    zone('BJ', 0.5, 'road'),
    zone('K-1', 0.2, 'shop'),
    zone('R-3', 0.15, 'a'),
    zone('R-3', 0.1, 'b'),
  ]);
  expect(groups.map(({ code, zones }) => [code, zones.map(({ key }) => key)])).toEqual([
    ['R-3', ['a', 'b']],
    ['K-1', ['shop']],
    ['BJ', ['road']],
  ]);
  expect(groups[0]?.share).toBeCloseTo(0.25);
});
