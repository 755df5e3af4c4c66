import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { frameOf } from './frame.ts';

const BALIKPAPAN = [116.7289, -1.2823, 117.0227, -1.0133] as const;
const UTM_50S = '+proj=utm +zone=50 +south +datum=WGS84 +units=m';

describe('the frame of a city', () => {
  const frame = frameOf(50, true, BALIKPAPAN);

  it('agrees with proj4 on EPSG:32750 to a micrometre', () => {
    for (let step = 0; step < 200; step += 1) {
      const lng = 116.7289 + (0.2938 * step) / 200;
      const lat = -1.2823 + (0.269 * ((step * 79) % 200)) / 200;
      const [easting, northing] = proj4(UTM_50S, [lng, lat]);
      const [x, y] = frame.toMetres(lng, lat);
      expect(Math.abs(x + frame.originE - easting!)).toBeLessThan(1e-6);
      expect(Math.abs(y + frame.originN - northing!)).toBeLessThan(1e-6);
    }
  });

  it('gives whole centimetres back after 8 decimals of a degree', () => {
    for (let step = 0; step < 200; step += 1) {
      const [x, y] = [step * 17_001, step * 15_013];
      const [lng, lat] = frame.toLngLat(x, y).map((degrees) => Math.round(degrees * 1e8) / 1e8);
      const [mx, my] = frame.toMetres(lng!, lat!);
      expect([Math.round(mx * 100), Math.round(my * 100)]).toEqual([x, y]);
    }
  });

  it('works in the northern hemisphere and in another zone', () => {
    const north = frameOf(47, false, [98.5, 3.4, 98.8, 3.8]);
    const [easting, northing] = proj4('+proj=utm +zone=47 +datum=WGS84', [98.67, 3.59]);
    const [x, y] = north.toMetres(98.67, 3.59);
    expect(x + north.originE).toBeCloseTo(easting!, 5);
    expect(y + north.originN).toBeCloseTo(northing!, 5);
  });

  it('knows that a hectare of the grid is not a hectare of ground', () => {
    const square = Float64Array.from([0, 0, 10_000, 0, 10_000, 10_000, 0, 10_000, 0, 0]);
    const m2 = frame.geodesicM2([square]);
    expect(m2).toBeGreaterThan(10_000 * 1.0007);
    expect(m2).toBeLessThan(10_000 * 1.0009);
    const hole = Float64Array.from([1000, 1000, 1000, 2000, 2000, 2000, 2000, 1000, 1000, 1000]);
    expect(frame.geodesicM2([square, hole])).toBeCloseTo(m2 * 0.99, 2);
  });
});
