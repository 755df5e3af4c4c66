import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { hostOfTiles, ownOrigin, withoutQuery } from './hosts.ts';
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
      attribution:
        '<a href="javascript:alert(1)">&copy; Streets</a><img src=x onerror=alert(1)><details open ontoggle=alert(1)>',
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

describe('XSS02: the style of a stranger', () => {
  it('keeps plain layers and tiles, and nothing that fetches, runs or breaks', async () => {
    const stripped = await stripStyle(style, noTileJson, null);
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
    const stripped = await stripStyle(style, noTileJson, null);
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
    const stripped = await stripStyle(
      named,
      async (url) => {
        expect(url).toBe('https://tiles.example/tiles.json');
        return {
          tiles: ['https://a.tiles.example/{z}/{x}/{y}.pbf'],
          attribution: 'Streets <b>Inc.</b>',
          evil: 1,
        };
      },
      null,
    );
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
    expect((await stripStyle(given, noTileJson, null)).ok).toBe(false);
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

it('opens four tile addresses of a source and eight hosts in all', async () => {
  const many = (prefix: string) =>
    Array.from({ length: 9 }, (_, index) => `https://${prefix}${index}.tiles.example/{z}/{x}/{y}.pbf`);
  const names = ['a', 'b', 'c', 'd'];
  const stripped = await stripStyle(
    {
      version: 8,
      sources: Object.fromEntries(names.map((name) => [name, { type: 'vector', tiles: many(name) }])),
      layers: [{ id: 'w', type: 'fill', source: 'a', 'source-layer': 'water', paint: {} }],
    },
    noTileJson,
    null,
  );
  if (!stripped.ok) throw new Error(stripped.problem);
  const tiles = Object.values(stripped.value.sources).map((source) => source.tiles as string[]);
  expect(Math.max(...tiles.map((list) => list.length))).toBeLessThanOrEqual(4);
  expect(new Set(tiles.flat().map((url) => hostOfTiles(url, null))).size).toBeLessThanOrEqual(8);
});

it.each([
  ['https://tiles.example/{z}/{x}/{y}.png', 'https://tiles.example'],
  ['http://127.0.0.1:9000/{z}/{x}/{y}', null],
  ['https://127.0.0.1:9000/{z}/{x}/{y}', null],
  ['https://localhost/{z}', null],
  ['https://10.0.0.7/{z}', null],
  ['https://172.20.1.1/{z}', null],
  ['https://192.168.1.1/{z}', null],
  ['https://169.254.169.254/latest/meta-data', null],
  ['https://0x7f000001/{z}', null],
  ['https://[::1]/{z}', null],
  ['https://[fd00::1]/{z}', null],
  ['https://[::ffff:10.0.0.1]/{z}', null],
  ['https://172.15.1.1/{z}', 'https://172.15.1.1'],
  ['http://tiles.example/{z}/{x}/{y}', null],
  ['https://{s}.tiles.example/{z}/{x}/{y}', null],
  ["https://tiles.example;script-src 'unsafe-inline'/{z}", null],
  ['https://user:secret@tiles.example/{z}', null],
  ['data:image/png,{z}', null],
  ['//tiles.example/{z}', null],
  [7, null],
])('tiles of %s are asked from %s', (url, origin) => {
  expect(hostOfTiles(url, null)).toBe(origin);
});

it('this machine is asked only where the operator set it himself, and only that origin', () => {
  const own = ownOrigin('http://127.0.0.1:9000/style.json?key=rahasia');
  expect(own).toBe('http://127.0.0.1:9000');
  expect(hostOfTiles('http://127.0.0.1:9000/{z}/{x}/{y}', own)).toBe(own);
  expect(hostOfTiles('http://127.0.0.1:5432/{z}/{x}/{y}', own)).toBeNull();
  expect(ownOrigin('http://tiles.example/style.json')).toBeNull();
  expect(withoutQuery('https://tiles.example/style.json?key=rahasia')).toBe(
    'https://tiles.example/style.json',
  );
});
