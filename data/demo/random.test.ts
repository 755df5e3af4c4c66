import { describe, expect, it } from 'vitest';
import { hillNoise, noiseAt, randomOf, smoothNoise } from './random.ts';

describe('the stream of a seed', () => {
  it('is the same every time and differs between names', () => {
    const first = randomOf(6471, 'parcels');
    const again = randomOf(6471, 'parcels');
    const other = randomOf(6471, 'streets');
    const draws = Array.from({ length: 5 }, () => first.next());
    expect(Array.from({ length: 5 }, () => again.next())).toEqual(draws);
    expect(Array.from({ length: 5 }, () => other.next())).not.toEqual(draws);
  });

  it('gives known numbers, so that another machine cannot differ unnoticed', () => {
    const random = randomOf(1, 'test');
    expect([random.whole(0, 999), random.whole(0, 999), random.whole(0, 999)]).toMatchInlineSnapshot(`
      [
        510,
        589,
        334,
      ]
    `);
    expect(noiseAt(1, 2, 3)).toMatchInlineSnapshot(`0.14782274491153657`);
  });

  it('stays inside its bounds', () => {
    const random = randomOf(2, 'bounds');
    for (let draw = 0; draw < 500; draw += 1) {
      expect(random.between(3, 4)).toBeGreaterThanOrEqual(3);
      expect([5, 6, 7]).toContain(random.whole(5, 7));
      expect(['a', 'b']).toContain(random.pick(['a', 'b']));
    }
    expect(() => random.pick([])).toThrow('empty list');
  });
});

describe('smooth noise', () => {
  it('changes little over a short way and lies in 0 to 1', () => {
    for (let step = 0; step < 200; step += 1) {
      const here = smoothNoise(9, step * 31, step * 17, 500);
      expect(Math.abs(here - smoothNoise(9, step * 31 + 1, step * 17, 500))).toBeLessThan(0.01);
      expect(hillNoise(9, step * 31, step * 17, 500)).toBeGreaterThanOrEqual(0);
      expect(hillNoise(9, step * 31, step * 17, 500)).toBeLessThan(1);
    }
  });
});
