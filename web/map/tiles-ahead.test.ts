import { expect, test } from 'vitest';
import type { LegendLayer } from '#domain/zoning/legend';
import { tilesAhead } from './tiles-ahead.ts';

const layer = (layerId: string, kind: LegendLayer['kind']): LegendLayer => ({
  layerId,
  kind,
  versionId: '00000000000000aa',
  theme: null,
  title: layerId,
  isDrawn: true,
  isDemo: true,
  entries: [],
});
/** Below the ribbon of demonstration data. */
const PHONE = { width: 390, height: 757 };
const PLACE = [116.8531, -1.2456] as const;
const half = { top: 66, right: 0, bottom: 429, left: 0 };
const ids = (paths: string[]): string[] => paths.map((path) => path.split('/').slice(4).join('/'));

test('the tiles of a view are those around its centre, which stands in the middle of what nothing covers', () => {
  const layers = [layer('rdtr', 'zones')];
  const look = { centre: [...PLACE] as [number, number], zoom: 15 };
  // What the engine asked for on a phone with the sheet half open, 2026-12-01.
  expect(tilesAhead({ layers, look, edges: half }, PHONE)).toEqual(
    ['27019/16497', '27020/16497', '27019/16498', '27020/16498'].map(
      (tile) => `/tiles/rdtr/00000000000000aa/15/${tile}.mvt`,
    ),
  );
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  expect(ids(tilesAhead({ layers, look, edges: none }, PHONE))).toContain('15/27019/16496.mvt');
});

test('a layer is asked for at a level that it has, and not at all when it begins nearer', () => {
  const look = { centre: [...PLACE] as [number, number], zoom: 15.7 };
  const layers = [layer('batas', 'admin'), layer('persil', 'parcel')];
  const levels = tilesAhead({ layers, look, edges: half }, PHONE).map((path) => path.split('/').slice(2, 5));
  expect(new Set(levels.map(([id, , level]) => `${id} ${level}`))).toEqual(new Set(['batas 14']));
});

test('an area is seen whole in what nothing covers; where nothing is left of it, nothing is asked for', () => {
  const look: [number, number, number, number] = [116.74, -1.31, 117.02, -1.03];
  const layers = [layer('rdtr', 'zones')];
  const levels = (edges: typeof half) =>
    new Set(ids(tilesAhead({ layers, look, edges }, PHONE)).map((path) => path.split('/')[0]));
  expect(levels({ top: 66, right: 0, bottom: 164, left: 0 })).toEqual(new Set(['9']));
  const desktop = { width: 1440, height: 877 };
  const whole = tilesAhead({ layers, look, edges: { top: 0, right: 0, bottom: 0, left: 0 } }, desktop);
  expect(new Set(ids(whole).map((path) => path.split('/')[0]))).toEqual(new Set(['11']));
  expect(tilesAhead({ layers, look, edges: { ...half, bottom: 720 } }, PHONE)).toEqual([]);
});

test('beyond the bounds of a layer nothing is asked for', () => {
  const look = { centre: [...PLACE] as [number, number], zoom: 15 };
  const sight = { layers: [layer('rdtr', 'zones')], look, edges: half };
  const [west, east] = [(27020 / 2 ** 15) * 360 - 180 + 1e-6, (27021 / 2 ** 15) * 360 - 180 - 1e-6];
  expect(ids(tilesAhead(sight, PHONE, [west, -1.3, east, -1.2]))).toEqual([
    '15/27020/16497.mvt',
    '15/27020/16498.mvt',
  ]);
  expect(tilesAhead(sight, PHONE, [116.9, -1.3, 116.95, -1.2])).toEqual([]);
});
