import { expect, test } from 'vitest';
import { distanceM } from '#domain/geo/measure';
import {
  barMetres,
  degreesInWords,
  gridOf,
  pixelsOf,
  readSettings,
  SCALES,
  sheetSize,
  writeSettings,
  zoomForScale,
} from './print-scale.ts';

/** Metres on the ground under so many CSS pixels of Web Mercator, to the east and to the north, at a latitude. */
function groundUnder(pixels: number, zoom: number, lat: number) {
  const degrees = (pixels * 360) / (512 * 2 ** zoom);
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) + (degrees * Math.PI) / 180;
  const north = (Math.atan(Math.sinh(y)) * 180) / Math.PI;
  return { east: distanceM([0, lat], [degrees, lat]), north: distanceM([0, lat], [0, north]) };
}

test.each(SCALES)(
  '100 mm on paper at 1:%d are the same length on the ground within half a percent',
  (scale) => {
    for (const lat of [-1.2456, -8.65, 5.55, 0]) {
      const { east, north } = groundUnder(pixelsOf(100), zoomForScale(scale, lat), lat);
      expect(Math.abs(east / (scale * 0.1) - 1)).toBeLessThan(0.005);
      expect(Math.abs(north / (scale * 0.1) - 1)).toBeLessThan(0.005);
    }
  },
);

test('the map leaves room for margins, title and legend on every sheet', () => {
  expect(sheetSize('A4', 'landscape')).toEqual({ width: 297, height: 210, mapWidth: 215, mapHeight: 178 });
  expect(sheetSize('A3', 'portrait')).toEqual({ width: 297, height: 420, mapWidth: 281, mapHeight: 314 });
});

test('the scale bar is a round length that fits', () => {
  expect(SCALES.map(barMetres)).toEqual([50, 100, 200, 500, 1_000]);
});

test('the grid stands at round seconds, where Web Mercator puts them', () => {
  const { lngs, lats } = gridOf([116.8, -1.21, 116.81, -1.2]);
  expect(lngs.map(({ value }) => degreesInWords(value, 'lng', 'id'))).toContain('116°48′10″ BT');
  expect(lats.at(0)?.at).toBeGreaterThan(lats.at(-1)?.at ?? 1);
  for (const { at } of [...lngs, ...lats]) expect(at >= 0 && at <= 1).toBe(true);
  expect(lngs.length).toBeGreaterThanOrEqual(2);
  expect(degreesInWords(-1.25, 'lat', 'id')).toBe('1°15′00″ LS');
  expect(degreesInWords(-1.25, 'lat', 'en')).toBe('1°15′00″ S');
  expect(degreesInWords(116.825, 'lng', 'en')).toBe('116°49′30″ E');
});

test('settings are read as they were written, and nonsense is the usual sheet', () => {
  const settings = { paper: 'A3', orientation: 'portrait', scale: 10_000, isHatched: false } as const;
  expect(readSettings(writeSettings(settings))).toEqual(settings);
  expect(readSettings('B5~up~7~x')).toEqual({
    paper: 'A4',
    orientation: 'landscape',
    scale: 5_000,
    isHatched: true,
  });
});
