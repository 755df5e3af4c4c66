import { expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { directionTo } from './zone-words.ts';

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
