import { expect, test } from 'vitest';
import { scaleOf } from './scale-of.ts';

test.each([
  // At the equator one pixel of a 512-pixel tile is 78,271.517 m / 2^zoom.
  [[116.83, 0], 14, 200, 42],
  [[116.83, 0], 10, 5000, 65],
  [[116.83, 0], 19, 10, 67],
  // At 60° a pixel is half as long on the ground.
  [[116.83, 60], 14, 200, 84],
] as const)('at %j and zoom %i the bar says %i m with %i pixels', (centre, zoom, metres, pixels) => {
  expect(scaleOf({ centre, zoom })).toEqual({ metres, pixels });
});

test('the bar is never wider than its room and never short', () => {
  for (let zoom = 8; zoom <= 19; zoom += 0.13) {
    const { metres, pixels } = scaleOf({ centre: [116.83, -1.24], zoom });
    expect(pixels).toBeLessThanOrEqual(96);
    expect(pixels).toBeGreaterThanOrEqual(38);
    expect(String(metres)).toMatch(/^[125]0*$/);
  }
});
