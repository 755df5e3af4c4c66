import { describe, expect, test } from 'vitest';
import { chooseWay, offlineAddress, showsWhatIsKept } from './choose-way.ts';

const origin = 'https://peta.example.id';
const files = new Set(['/assets/index-abc.js']);
const way = (path: string, mode = 'cors', method = 'GET') =>
  chooseWay({ method, mode, url: path.startsWith('http') ? path : origin + path }, origin, files);

describe('how the worker answers', () => {
  test.each([
    ['/assets/index-abc.js', 'cors', 'file'],
    ['/', 'navigate', 'page'],
    ['/lokasi/116.80000,-1.20000?activity=bengkel', 'navigate', 'page'],
    ['/kelurahan/damai', 'navigate', 'page'],
    ['/konsol/lapangan', 'navigate', 'field'],
    ['/konsol/lapangan/permohonan/7e1f1d6e-8a0b-4c53-9c3e-0f5a2b7c9d11', 'navigate', 'field'],
    ['/tiles/rdtr/0123456789abcdef/14/13508/8250.mvt', 'cors', 'tile'],
  ] as const)('%s (%s) is a %s', (path, mode, expected) => {
    expect(way(path, mode)).toBe(expected);
  });

  test.each([
    ['an answer of the API', '/api/v1/lookup?lon=116.8&lat=-1.2', 'cors'],
    ['the pointer to the versions in force', '/tiles/current.json', 'cors'],
    ['a file of another build', '/assets/index-old.js', 'cors'],
    ['the worker itself', '/sw.js', 'cors'],
    ['a file of the API opened as a page', '/api/v1/openapi.json', 'navigate'],
    ['the console of staff', '/konsol/lapisan', 'navigate'],
    ['an answer about a round on site', '/api/v1/staff/field-rounds/application', 'cors'],
    ['the list of rounds, asked by a script', '/konsol/lapangan', 'cors'],
    ['a tile archive', '/tiles/rdtr/0123456789abcdef/archive.pmtiles', 'cors'],
    ['another site', 'https://elsewhere.example/tiles/a/0123456789abcdef/1/1/1.mvt', 'cors'],
  ])('%s is left alone', (_what, path, mode) => {
    expect(way(path, mode)).toBe('pass');
  });

  test('what changes something is left alone', () => {
    expect(way('/', 'navigate', 'POST')).toBe('pass');
  });
});

describe('where a navigation goes without a network', () => {
  test.each([
    ['/', null],
    ['/?p=116.8,-1.2', null],
    ['/lokasi/116.80000,-1.20000', '/?p=116.80000,-1.20000'],
    [
      '/lokasi/116.8,-1.2?on=2026-01-02&activity=cuci%20mobil&x=1',
      '/?p=116.8,-1.2&on=2026-01-02&activity=cuci%20mobil',
    ],
    ['/peraturan/a?b=1', '/?luring=%2Fperaturan%2Fa%3Fb%3D1'],
    ['/lokasi?koordinat=damai', '/?luring=%2Flokasi%3Fkoordinat%3Ddamai'],
  ])('%s → %s', (path, expected) => {
    expect(offlineAddress(origin + path)).toBe(expected);
  });
});

test.each([
  ['/?p=116.8,-1.2', true],
  ['/lokasi/116.8,-1.2?on=2026-01-01', true],
  ['/peraturan/x', false],
  ['/lokasi?koordinat=x', false],
  ['/lapor', false],
])('of a slow network %s is not waited for where something is kept: %s', (path, isShown) => {
  expect(showsWhatIsKept(`https://kota.example${path}`)).toBe(isShown);
});
