import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Card, paintCard } from '../../server/features/card/index.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
  app = anApp(database.sql);
});
afterAll(() => database.drop());

const get = (address: string, headers: Record<string, string> = {}) => app.request(address, { headers });
const pngOf = (bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): PNG =>
  PNG.sync.read(Buffer.from(bytes as ArrayBuffer));
const colorAt = (png: PNG, x: number, y: number): string =>
  `#${png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 3).toString('hex')}`;

const PAGES = [
  '/lokasi/116.80400,-1.19300',
  '/kelurahan/barat',
  '/blok/CONTOH-A.1',
  '/peraturan/rules-uji/rdtr',
  '/istilah',
  '/',
];

test.each(PAGES)('the picture that the head of %s names is there, in the size that it says', async (page) => {
  const html = await (await get(page)).text();
  const named = (property: string) =>
    new RegExp(`<meta property="${property}" content="([^"]+)">`).exec(html)?.[1]?.replaceAll('&amp;', '&') ??
    '';
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  const response = await get(named('og:image'));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  const png = pngOf(await response.arrayBuffer());
  expect([png.width, png.height]).toEqual([1200, 630]);
  const isCity = page === '/' || page === '/istilah';
  expect(response.headers.get('cache-control')).toContain(isCity ? 'max-age=60' : 'immutable');
  if (isCity) return;
  expect([named('og:image:width'), named('og:image:height')]).toEqual(['1200', '630']);
  expect(named('og:image:alt')).not.toBe('');
});

test('the zone lies on it in its own colour, and a place without a plan in none', async () => {
  const [row] = await database.sql<{ color: string }[]>`select color from zone_code where code = 'R-3'`;
  const at = async (address: string) => colorAt(pngOf(await (await get(address)).arrayBuffer()), 20, 300);
  expect(await at('/kartu/lokasi/116.80400,-1.19300.png')).toBe(row?.color.toLowerCase());
  expect(await at('/kartu/kelurahan/barat.png')).toBe(row?.color.toLowerCase());
  expect(await at('/kartu/lokasi/116.75,-1.1.png')).toBe('#e9e6dd');
});

test('it is kept by its versions: for ever under their name, else for a minute; who has it is told so', async () => {
  const first = await get('/kartu/kelurahan/barat.png?v=lama');
  expect(first.headers.get('cache-control')).toContain('max-age=60');
  const tag = first.headers.get('etag') ?? '';
  expect((await get('/kartu/kelurahan/barat.png', { 'if-none-match': tag })).status).toBe(304);
  expect((await get('/kartu/kelurahan/barat.png?lang=en', { 'if-none-match': tag })).status).toBe(200);
  expect((await get('/kartu/kelurahan/barat.png?on=2026-01-15', { 'if-none-match': tag })).status).toBe(200);
});

test.each([
  '/kartu/kelurahan/tidak-ada.png',
  '/kartu/blok/tidak-ada.png',
  '/kartu/peraturan/rules-uji/tidak-ada.png',
  '/kartu/lokasi/di-sana.png',
  '/kartu/kelurahan/barat',
  '/kartu/kelurahan/barat.png?on=kemarin',
])('%s is no picture', async (address) => {
  const response = await get(address);
  expect(response.status).toBe(404);
  expect(response.headers.get('etag')).toBeNull();
});

describe('whatever the words are', () => {
  const aCard = (given: Partial<Card> = {}): Card => ({
    product: 'One Map One Data',
    city: 'Kota Uji',
    kind: 'Kecamatan Uji',
    title: 'Sumber Rejo',
    subtitle: 'Perumahan',
    sentence: 'Boleh dibangun paling banyak 3 lantai.',
    fields: [{ code: 'R-3', color: '#ffd37f', share: 1 }],
    demo: null,
    ...given,
  });
  const painted = async (card: Card): Promise<PNG> => {
    const picture = await paintCard(card);
    if (!picture.ok) throw new Error(picture.problem);
    return pngOf(picture.value);
  };
  /** Pixels of the margins, where no letter may stand. */
  const margins = (png: PNG): string[] => [
    ...new Set(
      Array.from({ length: 630 }, (_, y) => [410, 440, 1152, 1190].map((x) => colorAt(png, x, y))).flat(),
    ),
  ];

  test('demonstration data is marked', async () => {
    const plain = await painted(aCard());
    const marked = await painted(aCard({ demo: 'DATA CONTOH – BUKAN DATA RESMI' }));
    expect(colorAt(plain, 470, 560)).toBe('#f7f5ef');
    expect(colorAt(marked, 470, 560)).toBe('#ffe9b8');
    const letters = Array.from({ length: 600 }, (_, x) => colorAt(marked, 500 + x, 570));
    expect(letters.filter((color) => color === '#5a3a00').length).toBeGreaterThan(10);
  });

  test.each([
    ['an SVG of its own', '</text><rect width="1200" height="630" fill="#ff0000"/><text>'],
    ['entities', '&lt;&#60; ]]> <!-- " \' &unknown;'],
    ['what XML cannot hold', 'a\u0000b\u0008c\ud800d\uffff'],
    ['one endless word', 'W'.repeat(3000)],
    ['many long words', 'Perumahan Kepadatan Sedang '.repeat(300)],
    ['another writing, turned', '\u202e\u05d0\u05d1 \u4e2d\u6587 \u{1f600}'.repeat(30)],
    ['nothing', ''],
  ])('%s stays words, within the margins', async (_what, words) => {
    const png = await painted(
      aCard({
        product: words,
        city: words,
        kind: words,
        title: words,
        subtitle: words,
        sentence: words,
        fields: [{ code: words, color: words, share: 1 }],
        demo: words,
      }),
    );
    expect([png.width, png.height]).toEqual([1200, 630]);
    expect(margins(png)).toEqual(['#f7f5ef']);
  });

  test('more than wait for a painter are turned away', async () => {
    const results = await Promise.all(Array.from({ length: 25 }, () => paintCard(aCard())));
    expect(results.filter(({ ok }) => !ok).length).toBe(25 - 2 - 16);
  });
});
