import { describe, expect, it } from 'vitest';
import type { LegendLayer } from '#domain/zoning/legend';
import { emptyScene, type Scene } from '../scene.ts';
import { legendOf } from './legend-of.ts';
import { mapStyle } from './map-style.ts';
import { LIGHT } from './palette.ts';

const layer = (layerId: string, kind: LegendLayer['kind']): LegendLayer =>
  ({
    layerId,
    kind,
    title: layerId,
    theme: kind === 'overlay' ? 'banjir' : null,
    versionId: 'v',
    entries: kind === 'zones' ? [{ code: 'R-3', name: 'Rumah', group: null, color: '#ffff00' }] : [],
  }) as unknown as LegendLayer;
const scene = (opacity: [string, number][]): Scene => ({
  ...emptyScene(),
  layers: [layer('rdtr', 'zones'), layer('banjir', 'overlay'), layer('jalan', 'road')],
  look: { ...emptyScene().look, opacity: new Map(opacity) },
});
const symbolsAt = (zoom: number | null, opacity: [string, number][]) => {
  const legend = legendOf(scene(opacity), LIGHT, zoom, () => null);
  const of = (layerId: string) => legend.find((one) => one.layerId === layerId);
  return {
    zone: of('rdtr')?.symbolByCode.get('R-3'),
    overlay: of('banjir')?.symbol,
    road: of('jalan')?.symbol,
  };
};
/** What the style gives a fill at its nearest stop. */
const drawnOpacity = (id: string, opacity: [string, number][]): unknown => {
  const { layers } = mapStyle(scene(opacity), LIGHT, 'http://localhost');
  const paint = layers.find((one) => one.id === id)?.paint as Record<string, unknown>;
  const value = paint['fill-opacity'];
  return Array.isArray(value) ? value.at(-1) : value;
};

describe('symbols of the legend', () => {
  it.each([100, 50, 20])('cover as much as the map does where the reader lets %i % show', (pct) => {
    const opacity: [string, number][] = [
      ['rdtr', pct],
      ['banjir', pct],
      ['jalan', pct],
    ];
    const { zone, overlay, road } = symbolsAt(17, opacity);
    expect(zone).toMatchObject({ ground: LIGHT.land, strength: pct / 100 });
    expect(zone?.kind === 'area' && zone.opacity).toBeCloseTo(Number(drawnOpacity('rdtr/fill', opacity)), 3);
    expect(overlay?.kind === 'area' && overlay.opacity).toBeCloseTo(
      Number(drawnOpacity('banjir/fill', opacity)),
      3,
    );
    expect(road).toMatchObject({ kind: 'line', strength: pct / 100 });
  });

  it('follow the zoom between the stops of the map', () => {
    const at = (zoom: number) => {
      const { zone } = symbolsAt(zoom, []);
      return zone?.kind === 'area' ? zone.opacity : Number.NaN;
    };
    expect([at(8), at(10), at(13), at(16), at(19)].map((value) => Number(value.toFixed(2)))).toEqual([
      0.78, 0.78, 0.71, 0.64, 0.64,
    ]);
  });

  it('are the prescribed colours in full where nothing is drawn', () => {
    expect(symbolsAt(null, [['rdtr', 30]]).zone).toMatchObject({ color: '#ffff00', opacity: 1, strength: 1 });
  });
});
