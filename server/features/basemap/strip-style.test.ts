import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { hostOfTiles } from './hosts.ts';
import { plainText } from './plain-text.ts';
import { stripStyle } from './strip-style.ts';

const noTileJson = () => Promise.reject(new Error('nothing is asked'));
const style = {
  version: 8,
  name: 'streets',
  sprite: 'https://evil.example/sprite',
  glyphs: 'https://evil.example/{fontstack}/{range}.pbf',
  sources: {
    streets: {
      type: 'vector',
      tiles: ['https://tiles.example/{z}/{x}/{y}.pbf'],
      maxzoom: 14,
      attribution: '<a href="javascript:alert(1)">&copy; Streets</a><img src=x onerror=alert(1)>',
    },
    places: { type: 'geojson', data: 'https://evil.example/places.json' },
    plain: { type: 'raster', tiles: ['http://plain.example/{z}/{x}/{y}.png', 'javascript:alert(1)'] },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#eee', 'background-pattern': 'dots' } },
    {
      id: 'water',
      type: 'fill',
      source: 'streets',
      'source-layer': 'water',
      paint: { 'fill-color': '#cde' },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'streets',
      'source-layer': 'place',
      layout: { 'text-field': ['get', 'name'], 'text-font': ['Evil Sans'], 'icon-image': 'dot' },
    },
    {
      id: 'shops',
      type: 'symbol',
      source: 'streets',
      'source-layer': 'poi',
      layout: { 'icon-image': 'shop' },
    },
    { id: 'points', type: 'circle', source: 'places' },
    { id: 'photo', type: 'raster', source: 'plain' },
    { id: 'houses', type: 'fill-extrusion', source: 'streets', 'source-layer': 'building' },
    {
      id: 'broken',
      type: 'line',
      source: 'streets',
      'source-layer': 'road',
      paint: { 'line-width': 'wide' },
    },
    { id: 'new', type: 'custom-script', source: 'streets', render: 'alert(1)' },
  ],
};

describe('the style of a stranger', () => {
  it('keeps plain layers and tiles, and nothing that fetches, runs or breaks', async () => {
    const stripped = await stripStyle(style, noTileJson);
    if (!stripped.ok) throw new Error(stripped.problem);
    const { layers, sources, attribution } = stripped.value;
    expect(layers.map(({ type }) => type)).toEqual(['background', 'fill', 'symbol']);
    expect(Object.keys(sources)).toEqual(['base:streets']);
    expect(attribution).toBe('© Streets');
    const text = JSON.stringify(stripped.value);
    for (const word of [
      'evil',
      'sprite',
      'icon',
      'pattern',
      'javascript',
      'script',
      'onerror',
      'plain.example',
    ]) {
      expect(text, word).not.toContain(word);
    }
    expect(layers[2]).toMatchObject({ layout: { 'text-font': ['Noto Sans Regular'] } });
  });

  it('is a valid style afterwards, with names that no layer of ours has', async () => {
    const stripped = await stripStyle(style, noTileJson);
    if (!stripped.ok) throw new Error(stripped.problem);
    const { layers, sources } = stripped.value;
    const whole = { version: 8, glyphs: 'https://g.invalid/{fontstack}/{range}.pbf', sources, layers };
    expect(validateStyleMin(whole as unknown as Parameters<typeof validateStyleMin>[0])).toEqual([]);
    expect(layers.every(({ id }) => String(id).startsWith('base/'))).toBe(true);
  });

  it('reads the TileJSON that a source names', async () => {
    const named = {
      ...style,
      sources: { streets: { type: 'vector', url: 'https://tiles.example/tiles.json' } },
    };
    const stripped = await stripStyle(named, async (url) => {
      expect(url).toBe('https://tiles.example/tiles.json');
      return {
        tiles: ['https://a.tiles.example/{z}/{x}/{y}.pbf'],
        attribution: 'Streets <b>Inc.</b>',
        evil: 1,
      };
    });
    expect(stripped).toMatchObject({
      ok: true,
      value: {
        attribution: 'Streets Inc.',
        sources: { 'base:streets': { type: 'vector', tiles: ['https://a.tiles.example/{z}/{x}/{y}.pbf'] } },
      },
    });
    expect(JSON.stringify(stripped)).not.toContain('evil');
  });

  it.each([
    null,
    [],
    'style',
    { version: 7 },
    { version: 8, sources: {}, layers: [] },
    { version: 8, sources: [] },
  ])('is refused when it is none: %j', async (given) => {
    expect((await stripStyle(given, noTileJson)).ok).toBe(false);
  });
});

describe('an attribution', () => {
  it.each([
    ['&copy; <a href="https://osm.org">OpenStreetMap</a>', '© OpenStreetMap'],
    ['<script>alert(1)</script>Peta', 'Peta'],
    ['<<img src=x onerror=alert(1)>>Peta', '>Peta'],
    ['a &lt;b&gt; c', 'a <b> c'],
    [{ html: 'x' }, ''],
    ['x'.repeat(900), 'x'.repeat(200)],
  ])('becomes plain text: %j', (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });
});

it.each([
  ['https://tiles.example/{z}/{x}/{y}.png', 'https://tiles.example'],
  ['http://127.0.0.1:9000/{z}/{x}/{y}', 'http://127.0.0.1:9000'],
  ['http://tiles.example/{z}/{x}/{y}', null],
  ['https://{s}.tiles.example/{z}/{x}/{y}', null],
  ["https://tiles.example;script-src 'unsafe-inline'/{z}", null],
  ['https://user:secret@tiles.example/{z}', null],
  ['data:image/png,{z}', null],
  ['//tiles.example/{z}', null],
  [7, null],
])('tiles of %s are asked from %s', (url, origin) => {
  expect(hostOfTiles(url)).toBe(origin);
});
