import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SearchAnswer, searchAnswerSchema } from '../../server/features/search/schema.ts';
import { insertSearchableCity } from '../support/a-searchable-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSearchableCity(database.sql);
  app = anApp(database.sql);
});
afterAll(() => database.drop());

async function search(q: string, more = ''): Promise<SearchAnswer> {
  const response = await app.request(`/api/v1/search?q=${encodeURIComponent(q)}${more}`);
  expect(response.status).toBe(200);
  return searchAnswerSchema.parse(await response.json());
}
const names = async (q: string, more = '') => (await search(q, more)).results.map((hit) => hit.name);

type Query = [query: string, kind: string, name: string];
const queriesOf = (file: string): Query[] =>
  readFileSync(new URL(`../fixtures/search/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as Query);

describe('misspelt queries', () => {
  // The targets of the first file stand in the demo city too; the second has names of streets of real cities.
  test.each([
    ['misspelt-queries.tsv', 200],
    ['misspelt-streets.tsv', 30],
  ])(
    'at least 95 %% of %s find their target among the first three',
    async (file, atLeast) => {
      const queries = queriesOf(file);
      expect(queries.length).toBeGreaterThanOrEqual(atLeast);
      const missed: string[] = [];
      for (const [query, kind, name] of queries) {
        const { results } = await search(query, '&limit=3');
        if (!results.some((hit) => hit.kind === kind && hit.name === name)) {
          missed.push(`${query} → ${name}, not ${results.map((hit) => hit.name).join(' | ')}`);
        }
      }
      expect(missed.length / queries.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
    },
    120_000,
  );
});

describe('what can be found', () => {
  test('a kelurahan comes before the places that carry its name, with its kecamatan', async () => {
    const { results } = await search('klandasan ulu');
    expect(results[0]).toMatchObject({
      kind: 'kelurahan',
      id: 'kelurahan:64.71.06.1003',
      name: 'Klandasan Ulu',
      kecamatan: 'Balikpapan Kota',
      isDemo: false,
    });
    expect(results[0]?.bbox).toHaveLength(4);
  });

  test('an alias finds its target once and says which spelling matched', async () => {
    const { results } = await search('Perapatan');
    expect(results[0]).toMatchObject({ name: 'Prapatan', alias: 'Perapatan' });
    expect(results.filter((hit) => hit.id === results[0]?.id)).toHaveLength(1);
  });

  test('a street that runs over several rows is one result, and the word Jalan puts streets first', async () => {
    const { results } = await search('jalan sudirman');
    expect(results[0]).toMatchObject({ kind: 'street', name: 'Jalan Jenderal Sudirman' });
    expect(results.filter((hit) => hit.kind === 'street' && hit.name === results[0]?.name)).toHaveLength(1);
  });

  test('streets of one name that lie apart are results of their own, each with its place', async () => {
    const { results } = await search('gang mawar uji');
    const streets = results.filter((hit) => hit.name === 'Gang Mawar Uji');
    expect(streets.map(({ id }) => id)).toEqual(['street:Gang Mawar Uji', 'street:Gang Mawar Uji~2']);
    expect(streets.map(({ bbox }) => bbox)).toEqual([
      [116.85, -1.15, 116.855, -1.15],
      [116.87, -1.25, 116.871, -1.25],
    ]);
    expect(new Set(streets.map(({ kelurahan }) => kelurahan)).size).toBe(2);
  });

  test('blocks of one code in two sub-areas are two results', async () => {
    const { results } = await search('UJI-KEMBAR');
    const blocks = results.filter((hit) => hit.name === 'UJI-KEMBAR');
    expect(blocks.map(({ bbox }) => bbox?.[0]).toSorted()).toEqual([116.87, 116.9]);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(2);
  });

  test('a block is found by its code, also without its dots', async () => {
    expect((await names('CONTOH-II.A.12'))[0]).toBe('CONTOH-II.A.12');
    expect((await names('contoh ii a 12'))[0]).toBe('CONTOH-II.A.12');
  });

  test('a parcel number is found whole, from its beginning, and with spaces in it', async () => {
    expect((await search('9971000000123')).results[0]).toMatchObject({
      kind: 'parcel',
      name: '9971000000123',
      isDemo: true,
    });
    expect(await names('NIB 9971 0000 0012', '&limit=3')).toEqual([
      '9971000000120',
      '9971000000121',
      '9971000000122',
    ]);
  });

  test('a coordinate is a result of its own that names the kelurahan around it', async () => {
    const { results, coordinate } = await search('1°16\'36"LS 116°49\'55"BT');
    expect(coordinate).toEqual({ readAs: 'dms', isInsideCityBox: true, swapOffer: null });
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({
      kind: 'coordinate',
      kelurahan: 'Klandasan Ulu',
      kecamatan: 'Balikpapan Kota',
    });
  });

  test('a swap is offered and not made', async () => {
    const { results, hint } = await search('geo:116.8319,-1.2767');
    expect(results).toEqual([]);
    expect(hint).toMatchObject({ code: 'coordinateOutOfRange', swapOffer: [116.8319, -1.2767] });
  });

  test('a text that is evidently a coordinate but cannot be read gets a hint in the reader’s language', async () => {
    expect((await search('480000 9860000')).hint?.code).toBe('utmMetresAsDegrees');
    expect((await search('https://maps.app.goo.gl/x')).hint?.detail).toContain('Tautan pendek');
    expect((await search('https://maps.app.goo.gl/x', '&lang=en')).hint?.detail).toContain('short link');
    expect((await search('klandasan')).hint).toBeNull();
  });

  test('before anything was in force nothing is found', async () => {
    expect(await names('klandasan ulu', '&on=2025-12-31')).toEqual([]);
    expect(await names('9971000000123', '&on=2025-12-31')).toEqual([]);
  });

  test('a later version replaces the names of the earlier one from its day on', async () => {
    const { sql } = database;
    await sql`insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
      values ('5ea7c40000000fff', 'place-cari', 'baru', 'uji', ${'5ea7c40000000fff'.repeat(4)}, 'demo', 1, '{}')`;
    await sql`insert into place (version_id, feature_no, name, geom)
      values ('5ea7c40000000fff', 1, 'Gedung Zamrud Khatulistiwa', st_setsrid(st_makepoint(116.83, -1.27), 4326))`;
    await sql`insert into publication (layer_id, version_id, valid_from, decree)
      values ('place-cari', '5ea7c40000000fff', '2027-01-01', 'CONTOH')`;
    expect(await names('gedung zamrut', '&on=2026-12-31')).not.toContain('Gedung Zamrud Khatulistiwa');
    expect((await names('gedung zamrut', '&on=2027-01-01'))[0]).toBe('Gedung Zamrud Khatulistiwa');
    expect(await names('rs hermina', '&on=2027-01-01')).not.toContain('RS Hermina Balikpapan');
  });
});

test('the second request with the ETag of the first is 304 without a body', async () => {
  const first = await app.request('/api/v1/search?q=damai');
  const tag = first.headers.get('etag') ?? '';
  const again = await app.request('/api/v1/search?q=damai', { headers: { 'if-none-match': tag } });
  expect([first.headers.get('cache-control'), again.status, await again.text()]).toEqual([
    'public, max-age=60, stale-while-revalidate=300',
    304,
    '',
  ]);
});
