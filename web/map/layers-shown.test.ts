import { expect, test, vi } from 'vitest';
import type { LegendLayer } from '#domain/zoning/legend';
import { layersShown } from './layers-shown.ts';

const layer = (layerId: string) => ({ layerId }) as LegendLayer;
const ids = (show: ReturnType<typeof vi.fn>) =>
  show.mock.lastCall?.[0].map((one: LegendLayer) => one.layerId).join();

test('what a tool took stays, also when the page shows its own layers afterwards, and gives way to the page', () => {
  const show = vi.fn();
  const { showLayers, takeLayers } = layersShown(show);
  showLayers([layer('today')], []);
  const giveBack = takeLayers([layer('old')], []);
  showLayers([layer('today'), layer('flood')], []);
  expect(ids(show)).toBe('old');
  giveBack();
  expect(ids(show)).toBe('today,flood');
  giveBack();
  expect(show).toHaveBeenCalledTimes(4);
});

test('the last tool comes first, and each gives back only its own', () => {
  const show = vi.fn();
  const { takeLayers } = layersShown(show);
  const giveBack = takeLayers([layer('a')], []);
  const giveBackSecond = takeLayers([layer('b')], []);
  giveBack();
  expect(ids(show)).toBe('b');
  giveBackSecond();
  expect(ids(show)).toBe('');
});
