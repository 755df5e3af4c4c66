import autocannon from 'autocannon';
import { expect, inject, test } from 'vitest';

/** Places all over the demo city, the same in every run (WGS 84, longitude first). */
const PLACES = Array.from({ length: 200 }, (_, index) => [
  116.8 + ((index * 37) % 200) * 0.0008,
  -1.28 + ((index * 53) % 200) * 0.0007,
]);

test('twenty seconds of questions from 16 connections: every one is answered, and the service is well afterwards', async () => {
  const url = inject('productUrl');
  const requests = PLACES.map(([lng = 0, lat = 0]) => ({
    path: `/api/v1/lookup?lon=${lng.toFixed(6)}&lat=${lat.toFixed(6)}`,
  }));
  const result = await autocannon({ url, connections: 16, duration: 20, requests });
  expect(result.requests.total).toBeGreaterThan(100);
  expect({ non2xx: result.non2xx, errors: result.errors, timeouts: result.timeouts }).toEqual({
    non2xx: 0,
    errors: 0,
    timeouts: 0,
  });
  const health = await (await fetch(`${url}/health`)).json();
  expect(health).toMatchObject({ status: 'ok', database: 'up' });
});
