import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { LegendLayer } from '#domain/zoning/legend';
import type { MapShape, ShapeLook, ZonePaint } from '../map-port.ts';
import { emptyScene, type Scene } from '../scene.ts';
import { mapStyle } from './map-style.ts';
import { DARK, LIGHT } from './palette.ts';
import { SHAPE_SOURCE } from './shape-layers.ts';

const layer = (layerId: string, kind: LegendLayer['kind'], codes: string[] = []): LegendLayer => ({
  layerId,
  kind,
  theme: kind === 'overlay' ? 'banjir' : null,
  title: layerId,
  versionId: '0123456789abcdef',
  isDrawn: true,
  isDemo: true,
  entries: codes.map((code) => ({ code, name: code, group: null, color: '#ffdc00', provisional: false })),
});
const square = [
  [116.8, -1.2],
  [116.81, -1.2],
  [116.81, -1.21],
  [116.8, -1.2],
] as const;
const LOOKS: readonly ShapeLook[] = ['accent', 'allowed', 'forbidden', 'unknown', 'changed'];

/** A map with everything on it that can be on it. */
function fullScene(): Scene {
  const shapes: MapShape[] = [
    { kind: 'point', look: 'accent', coordinates: [116.8, -1.2], label: '12 m' },
    { kind: 'line', look: 'changed', coordinates: square },
    { kind: 'volume', look: 'accent', coordinates: [square], baseM: 0, heightM: 12 },
    ...LOOKS.map((look): MapShape => ({ kind: 'area', look, coordinates: [square] })),
  ];
  return {
    ...emptyScene(),
    layers: [
      layer('rdtr', 'zones', ['R-2', 'K-1']),
      layer('rtrw', 'rtrw', ['Permukiman']),
      layer('banjir', 'overlay'),
      layer('jalan', 'road'),
      layer('bidang', 'parcel'),
      layer('pipa', 'utility'),
      layer('batas', 'admin'),
    ],
    names: [{ level: 'kelurahan', name: 'Klandasan Ulu', point: [116.83, -1.27] }],
    place: [116.83, -1.27],
    parts: [{ layerId: 'rdtr', featureNo: 7 }],
    nib: '1234',
    shapes: new Map([['measure', shapes]]),
  };
}

const idsOf = (scene: Scene): string[] =>
  mapStyle(scene, LIGHT, 'http://localhost').layers.map(({ id }) => id);

describe('the style of the map', () => {
  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('is valid with everything on it: %s', (_name, palette) => {
    expect(validateStyleMin(mapStyle(fullScene(), palette, 'http://localhost'))).toEqual([]);
  });

  it('is valid with nothing on it', () => {
    expect(validateStyleMin(mapStyle(emptyScene(), LIGHT, 'http://localhost'))).toEqual([]);
  });

  it.each(['hatched', 'safe'] as const)('is valid in other colours, with patterns: %s', (colors) => {
    const scene = fullScene();
    const look = {
      ...scene.look,
      colors,
      opacity: new Map([
        ['rdtr', 40],
        ['banjir', 20],
        ['jalan', 60],
      ]),
    };
    const style = mapStyle({ ...scene, look }, DARK, 'http://localhost');
    expect(validateStyleMin(style)).toEqual([]);
    const hatch = style.layers.find(({ id }) => id === 'rdtr/hatch');
    expect(JSON.stringify(hatch)).toContain('hatch:rising:');
  });

  it('makes a layer see-through as far as the reader wants, its labels of codes not', () => {
    const scene = fullScene();
    const paintOf = (id: string, pct: number) => {
      const look = { ...scene.look, opacity: new Map([['rtrw', pct]]) };
      return mapStyle({ ...scene, look }, LIGHT, 'http://localhost').layers.find((one) => one.id === id)
        ?.paint;
    };
    expect(paintOf('rtrw/fill', 100)).toMatchObject({ 'fill-opacity': 0.4 });
    expect(paintOf('rtrw/fill', 50)).toMatchObject({ 'fill-opacity': 0.2 });
    expect(paintOf('rtrw/line', 50)).toMatchObject({
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.125, 15, 0.4],
    });
  });

  it('draws layers in the order that the reader set, the others where they were', () => {
    const scene = fullScene();
    const idsIn = (order: string[]) => {
      const ids = idsOf({ ...scene, look: { ...scene.look, order } });
      return ['rtrw', 'rdtr', 'banjir', 'jalan'].toSorted(
        (a, b) =>
          ids.findIndex((id) => id.startsWith(`${a}/`)) - ids.findIndex((id) => id.startsWith(`${b}/`)),
      );
    };
    expect(idsIn([])).toEqual(['rtrw', 'rdtr', 'banjir', 'jalan']);
    expect(idsIn(['rtrw', 'rdtr'])).toEqual(['rdtr', 'rtrw', 'banjir', 'jalan']);
    expect(idsIn(['rdtr', 'gone', 'jalan', 'banjir'])).toEqual(['rtrw', 'banjir', 'jalan', 'rdtr']);
  });

  it('draws shapes of tools above the plan and below the chosen place', () => {
    const ids = idsOf(fullScene());
    expect(ids.indexOf(`${SHAPE_SOURCE}/area`)).toBeGreaterThan(ids.indexOf('rdtr/label'));
    expect(ids.indexOf('place')).toBeGreaterThan(ids.indexOf(`${SHAPE_SOURCE}/label`));
  });

  it('shows the answer of a tool whole, whatever opacity and order the reader had chosen for the plan', () => {
    const fill = { color: '#d4576b', hatch: 'net', ink: 'light' } as const;
    const scene: Scene = {
      ...fullScene(),
      look: {
        ...fullScene().look,
        opacity: new Map([
          ['rdtr', 30],
          ['banjir', 10],
          ['jalan', 50],
        ]),
        order: ['rdtr', 'jalan', 'banjir'],
      },
      paints: new Map([['rdtr', { fills: new Map([['R-2', fill]]), otherwise: fill }]]),
      overlayPaints: new Map([['banjir', { levels: [{ level: '', fill, isSolid: true }] }]]),
    };
    const { layers } = mapStyle(scene, LIGHT, 'http://localhost');
    const painted = (id: string) => layers.find((one) => one.id === id)?.paint;
    expect(painted('banjir/fill')).toMatchObject({ 'fill-opacity': 0.85 });
    expect(painted('banjir/hatch')).toMatchObject({ 'fill-opacity': 1 });
    expect(painted('rdtr/fill')).toMatchObject({
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.78, 16, 0.64],
    });
    const ids = layers.map(({ id }) => id);
    expect(ids.indexOf('banjir/fill')).toBeGreaterThan(ids.indexOf('rdtr/hatch'));
    // What is not the answer stays as the reader wanted it.
    expect(painted('jalan/edge')).toMatchObject({ 'line-opacity': 0.35 });
  });

  it('paints codes as a tool wants them, and all others in its other colour', () => {
    const paint: ZonePaint = {
      fills: new Map([['R-2', { color: '#14703a', hatch: null, ink: 'light' }]]),
      otherwise: { color: '#cccccc', hatch: 'dashes', ink: 'dark' },
    };
    const scene = { ...fullScene(), paints: new Map([['rdtr', paint]]) };
    const { layers } = mapStyle(scene, DARK, 'http://localhost');
    const fill = layers.find(({ id }) => id === 'rdtr/fill');
    const hatch = layers.find(({ id }) => id === 'rdtr/hatch');
    // At every zoom, and on a code that no list knows: a field that looks plain is one that is permitted.
    expect(hatch).not.toHaveProperty('minzoom');
    expect(hatch).toMatchObject({
      filter: ['all', expect.anything(), ['!', ['in', ['get', 'code'], ['literal', ['R-2']]]]],
      paint: {
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 14, 0.9],
        'fill-pattern': ['match', ['get', 'code'], 'K-1', 'hatch:dashes:dark', 'hatch:dashes:dark'],
      },
    });
    expect(fill).toMatchObject({
      paint: { 'fill-color': ['match', ['get', 'code'], 'R-2', '#14703a', 'K-1', '#cccccc', '#cccccc'] },
    });
  });
});
