import { expect, test } from 'vitest';
import type { LegendLayer } from '#domain/zoning/legend';
import { shownLayers } from './use-legend.ts';

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
const layers = [layer('rdtr', 'zones'), layer('rtrw', 'rtrw'), layer('banjir', 'overlay')];
const ids = (toggled: string[]): string[] => shownLayers(layers, toggled).map((one) => one.layerId);

test('zones are drawn and overlays are not, until the reader switches them', () => {
  expect(ids([])).toEqual(['rdtr']);
  expect(ids(['rdtr', 'banjir'])).toEqual(['banjir']);
});

test('a layer without tiles is never drawn', () => {
  expect(shownLayers([layer('rdtr', 'zones', false)], [])).toEqual([]);
});
