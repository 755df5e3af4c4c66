import { expect, test } from 'vitest';
import type { Legend, LegendLayer } from '#domain/zoning/legend';
import {
  choices,
  firstComparison,
  layersOfSide,
  moveByKey,
  readComparison,
  writeComparison,
} from './side.ts';

const layer = (layerId: string, kind: LegendLayer['kind'], isDrawn = true): LegendLayer => ({
  layerId,
  kind,
  theme: null,
  title: layerId,
  versionId: '0123456789abcdef',
  isDrawn,
  isDemo: true,
  entries: [],
});
const legend: Legend = {
  on: '2026-11-21',
  isDemo: true,
  extent: null,
  names: [],
  layers: [
    layer('batas', 'admin'),
    layer('rdtr', 'zones'),
    layer('rtrw', 'rtrw'),
    layer('banjir', 'overlay'),
  ],
};
const usual = legend.layers.slice(0, 2);
const ids = (layerId: string | null) =>
  layersOfSide({ on: null, layerId }, legend, usual).map((one) => one.layerId);

test('a comparison is read as it was written, and nonsense is nothing', () => {
  const comparison = {
    left: { on: '2026-01-01', layerId: null },
    right: { on: null, layerId: 'rtrw-contoh' },
    at: 34,
  };
  expect(writeComparison(comparison)).toBe('2026-01-01~.rtrw-contoh~34');
  expect(readComparison(writeComparison(comparison))).toEqual(comparison);
  expect(readComparison('kemarin~~900')).toEqual({
    left: { on: null, layerId: null },
    right: { on: null, layerId: null },
    at: 50,
  });
});

test('at first the detail plan stands beside the general plan', () => {
  expect(firstComparison(legend).right.layerId).toBe('rtrw');
  expect(firstComparison(undefined).right.layerId).toBeNull();
});

test('a plan stands alone, an overlay lies on what the page shows', () => {
  expect(ids(null)).toEqual(['batas', 'rdtr']);
  expect(ids('rtrw')).toEqual(['rtrw', 'batas']);
  expect(ids('banjir')).toEqual(['batas', 'rdtr', 'banjir']);
  expect(ids('tidak-ada')).toEqual(['batas', 'rdtr']);
  expect(choices(legend).map((one) => one.layerId)).toEqual(['rdtr', 'rtrw', 'banjir']);
});

test('keys move the divider within the map', () => {
  expect(moveByKey('ArrowRight', 50)).toBe(52);
  expect(moveByKey('ArrowLeft', 1)).toBe(0);
  expect(moveByKey('PageUp', 95)).toBe(100);
  expect(moveByKey('Home', 50)).toBe(0);
  expect(moveByKey('a', 50)).toBeNull();
});
