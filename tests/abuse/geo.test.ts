import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
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
afterEach(async () => expect((await app.request('/health')).status).toBe(200));

interface Reply {
  status: number;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: these tests read whatever comes back
  body: any;
}
async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|select .* from/i);
  return { status: response.status, text, body: JSON.parse(text) };
}
const at = async (lon: number | string, lat: number | string) =>
  reply(await app.request(`/api/v1/lookup?lon=${lon}&lat=${lat}`));
const inside = async (geometry: object) =>
  reply(
    await app.request('/api/v1/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ geometry }),
    }),
  );
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const box = (w: number, s: number, e: number, n: number) => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];

describe('GEO01 longitude and latitude swapped', () => {
  const [lng, lat] = SMALL_CITY.inZone1;
  test('a lookup says outside the city and offers the swap', async () => {
    const { status, body } = await at(lat, lng);
    expect([status, body.coverage, body.swapOffer]).toEqual([200, 'outsideCity', [lng, lat]]);
    expect(body.parts).toEqual([]);
  });
  test('a search of a link in the wrong order finds nothing and offers the swap', async () => {
    const { body } = await reply(await app.request(`/api/v1/search?q=geo:${lng},${lat}`));
    expect([body.results, body.hint.swapOffer]).toEqual([[], [lng, lat]]);
  });
});

test('GEO02 a missing minus sign is outside the city, without an offer that would guess the sign', async () => {
  const [lng, lat] = SMALL_CITY.inZone1;
  const { status, body } = await at(lng, -lat);
  expect([status, body.coverage, body.swapOffer, body.plan]).toEqual([
    200,
    'outsideCity',
    null,
    'outsideCity',
  ]);
});

test.each([
  [480_000, 9_860_000],
  [480_000.25, 9_860_000.75],
])('GEO04 UTM metres %d, %d sent as degrees are 422 with the way to write them', async (x, y) => {
  const { status, body } = await at(x, y);
  expect([status, body.code]).toEqual([422, 'utmMetresAsDegrees']);
  expect(body.detail).toContain('50S 480000 9860');
});

test('GEO04 UTM metres in a polygon are 422 with the hint too', async () => {
  const { status, body } = await inside(polygon(box(480_000, 9_860_000, 480_100, 9_860_100)));
  expect([status, body.code]).toEqual([422, 'utmMetresAsDegrees']);
});

test('GEO06 the areas of a plot that crosses two zones sum to its area within 0.1 %', async () => {
  const { status, body } = await inside(polygon(box(116.8095, -1.1985, 116.8105, -1.198)));
  expect(status).toBe(200);
  expect(body.parts.length).toBeGreaterThanOrEqual(2);
  const parts = body.parts.reduce((sum: number, part: { areaM2: number }) => sum + part.areaM2, 0);
  const sum = parts + (body.remainder?.areaM2 ?? 0);
  expect(Math.abs(sum / body.place.areaM2 - 1)).toBeLessThan(0.001);
});

describe('GEO07 shapes that are no shapes', () => {
  const [w, s, e, n] = [116.802, -1.196, 116.803, -1.195];
  test.each<[string, object]>([
    [
      'bow-tie',
      polygon([
        [w, s],
        [e, n],
        [e, s],
        [w, n],
        [w, s],
      ]),
    ],
    [
      'unclosed ring',
      polygon([
        [w, s],
        [e, s],
        [e, n],
        [w, n],
      ]),
    ],
    [
      'zero area',
      polygon([
        [w, s],
        [e, s],
        [w, s],
        [w, s],
      ]),
    ],
    [
      'a line there and back',
      polygon([
        [w, s],
        [e, n],
        [w, s],
        [e, n],
        [w, s],
      ]),
    ],
    [
      'all corners the same',
      polygon([
        [w, s],
        [w, s],
        [w, s],
        [w, s],
      ]),
    ],
    ['hole outside its shell', polygon(box(w, s, e, n), box(w + 0.005, s, e + 0.005, n))],
    [
      'nested shells',
      {
        type: 'MultiPolygon',
        coordinates: [[box(w, s, e, n)], [box(w + 0.0002, s + 0.0002, e - 0.0002, n - 0.0002)]],
      },
    ],
  ])('%s is 422 and never repaired in silence', async (_, geometry) => {
    const { status, body } = await inside(geometry);
    expect([status, body.code]).toEqual([422, 'geometryInvalid']);
  });

  test('a corner given twice is no fault', async () => {
    const { status } = await inside(
      polygon([
        [w, s],
        [e, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ]),
    );
    expect(status).toBe(200);
  });

  test.each<[string, object]>([
    ['no ring', { type: 'Polygon', coordinates: [] }],
    ['empty ring', { type: 'Polygon', coordinates: [[]] }],
    [
      'three corners',
      polygon([
        [w, s],
        [e, s],
        [w, s],
      ]),
    ],
    [
      'text as numbers',
      {
        type: 'Polygon',
        coordinates: [
          [
            ['a', 'b'],
            ['c', 'd'],
            ['e', 'f'],
            ['a', 'b'],
          ],
        ],
      },
    ],
    ['null corners', { type: 'Polygon', coordinates: [[null, null, null, null]] }],
    ['a point', { type: 'Point', coordinates: [w, s] }],
    ['a collection', { type: 'GeometryCollection', geometries: [] }],
    ['no geometry', {}],
  ])('%s is 400 by the name of the field', async (_, geometry) => {
    const { status, body } = await inside(geometry);
    expect(status).toBe(400);
    expect(body.params.name).toMatch(/^geometry/);
  });

  test('numbers too large for a double do not reach the database', async () => {
    const body = '{"geometry":{"type":"Polygon","coordinates":[[[1e999,0],[1,0],[1,1],[1e999,0]]]}}';
    const response = await app.request('/api/v1/lookup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect((await reply(response)).status).toBe(400);
  });
});

test('GEO09 a boundary of 3 km² is 422 that states the limit, also with the city’s own profile', async () => {
  const { status, body } = await inside(polygon(box(116.79, -1.21, 116.806, -1.193)));
  expect([status, body.code]).toEqual([422, 'areaTooLarge']);
  expect(body.params.areaM2).toBeGreaterThan(3_000_000);
  expect(body.detail).toContain(String(body.params.limitM2));
  const { default: profile } = await import('../../data/cities/balikpapan/profile.json');
  expect(profile.maxPolygonM2).toBeLessThan(3_000_000);
});

describe('GEO11 RFC 7946', () => {
  const ring = box(116.802, -1.196, 116.803, -1.195);
  test('winding the other way round gives the same answer', async () => {
    const [one, other] = await Promise.all([inside(polygon(ring)), inside(polygon([...ring].reverse()))]);
    expect(one.status).toBe(200);
    expect(other.body.place.areaM2).toBeCloseTo(one.body.place.areaM2, 3);
    expect(other.body.parts).toEqual(one.body.parts);
  });
  test('a third ordinate is dropped without changing the answer', async () => {
    const [flat, high] = await Promise.all([
      inside(polygon(ring)),
      inside(polygon(ring.map((corner) => [...corner, 12.5]))),
    ]);
    expect(high.body.place.areaM2).toBe(flat.body.place.areaM2);
  });
  test('a foreign crs member is refused by name, never obeyed', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32750' } };
    const { status, body } = await inside({ ...polygon(ring), crs });
    expect([status, body.code, body.params.name]).toEqual([400, 'unknownField', 'geometry.crs']);
  });
});

test('GEO14 a point in the next regency names it', async () => {
  const { status, body } = await at(116.5, -1.2);
  expect([status, body.coverage, body.neighbour]).toEqual([
    200,
    'outsideCity',
    'Kabupaten Penajam Paser Utara',
  ]);
});

test.each(['NaN', 'Infinity', '1e3', '', '0x10', '1,5', '116.8;drop', "116.8'"])(
  'a longitude of “%s” is 400 by name',
  async (lon) => {
    const { status, body } = await at(encodeURIComponent(lon), -1.2);
    expect([status, body.params.name]).toEqual([400, 'lon']);
  },
);
