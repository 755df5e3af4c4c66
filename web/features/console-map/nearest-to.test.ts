import { expect, test } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { nearestTo } from './nearest-to.ts';

const at = (lng: number, lat: number): { at: LngLat } => ({ at: [lng, lat] });

test('a tap means the nearest point within a finger’s breadth, and open ground means none', () => {
  const near = at(116.8001, -1.2);
  const far = at(116.8003, -1.2);
  const things = [far, near, { at: null }];
  expect(nearestTo(things, [116.8, -1.2], 2)).toBe(near);
  expect(nearestTo(things, [116.8, -1.2], 0.1)).toBeNull();
});
