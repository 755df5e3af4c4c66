import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historySchema, type PlaceComparison, placeComparisonSchema } from '#domain/zoning/history';
import { insertSmallCity, publishVersion, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const RULES = '1000000000000001';
const REVISED = '1000000000000011';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;

/** From 2026-07-01: KDB of R-3 is 50, workshops need no condition, and the flood layer is withdrawn. */
beforeAll(async () => {
  database = await createTemporaryDatabase();
  const { sql } = database;
  await insertSmallCity(sql);
  await copyRules(sql);
  await sql`update intensity_rule set value = 50 where version_id = ${REVISED} and zone_code = 'R-3' and measure = 'kdb'`;
  await sql`update itbx_cell set raw = 'I', codes = '{I}' where version_id = ${REVISED} and activity_id = 'bengkel' and zone_code = 'R-3'`;
  await sql`update legal_source set article = 'Pasal 12' where version_id = ${REVISED} and source_id = 's2'`;
  await publishVersion(sql, 'rules-uji', REVISED, '2026-07-01');
  await sql`
    insert into publication (layer_id, valid_from, decree, note)
    values ('banjir-uji', '2026-07-01', 'CONTOH Nomor 9', 'dihitung ulang')`;
  app = anApp(sql);
});
afterAll(() => database.drop());

/** The same rules as a version of their own. */
async function copyRules(sql: Sql): Promise<void> {
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report, is_demo)
    values (${REVISED}, 'rules-uji', 'revisi', 'uji', ${'b'.repeat(64)}, 'demo', 1, '{}', true)`;
  const tables = [
    'regulation',
    'legal_source',
    'zone_code',
    'intensity_rule',
    'setback_rule',
    'activity',
    'itbx_matrix',
    'itbx_condition',
    'itbx_cell',
    'overlay_effect',
    'rtrw_match',
  ];
  for (const table of tables) {
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_name = ${table} and is_identity = 'NO' and column_name <> 'version_id'`;
    const names = sql.unsafe(columns.map(({ name }) => `"${name}"`).join(', '));
    await sql`
      insert into ${sql(table)} (version_id, ${names})
      select ${REVISED}, ${names} from ${sql(table)} where version_id = ${RULES}`;
  }
}

const lonLat = ([lon, lat]: readonly [number, number]): string => `lon=${lon}&lat=${lat}`;
async function compare(place: readonly [number, number], days: string): Promise<PlaceComparison> {
  const response = await app.request(`/api/v1/compare?${lonLat(place)}&${days}`);
  expect(response.status).toBe(200);
  return placeComparisonSchema.parse(await response.json());
}

describe('GET /api/v1/history', () => {
  test('tells which versions decided about a place, from when, until when, by which decree', async () => {
    const response = await app.request(`/api/v1/history?${lonLat(SMALL_CITY.inFlood)}`);
    const { events, days, isDemo } = historySchema.parse(await response.json());
    expect(days).toEqual(['2026-01-01', '2026-07-01']);
    expect(isDemo).toBe(true);
    const told = (layerId: string) =>
      events
        .filter((event) => event.layerId === layerId)
        .map(({ from, until, versionId, isHere }) => ({ from, until, versionId, isHere }));
    expect(told('rules-uji')).toEqual([
      { from: '2026-01-01', until: '2026-07-01', versionId: RULES, isHere: null },
      { from: '2026-07-01', until: null, versionId: REVISED, isHere: null },
    ]);
    expect(told('banjir-uji')).toMatchObject([
      { until: '2026-07-01', isHere: true },
      { until: null, versionId: null, isHere: false },
    ]);
    expect(events.find((event) => event.versionId === null)).toMatchObject({
      decree: 'CONTOH Nomor 9',
      note: 'dihitung ulang',
    });
  });

  test('an entry that was entered again for the same day decided nothing and is not told', async () => {
    const { sql } = database;
    await publishVersion(sql, 'rtrw-uji', '1000000000000004', '2026-01-01');
    const response = await app.request(`/api/v1/history?${lonLat(SMALL_CITY.inZone1)}`);
    const { events } = historySchema.parse(await response.json());
    expect(events.filter((event) => event.layerId === 'rtrw-uji')).toHaveLength(1);
  });

  test('metres as degrees and unknown parameters are refused; who has it gets a 304', async () => {
    expect((await app.request('/api/v1/history?lon=480000&lat=9860000')).status).toBe(422);
    const url = `/api/v1/history?${lonLat(SMALL_CITY.inZone1)}`;
    expect((await app.request(`${url}&on=2026-01-01`)).status).toBe(400);
    const first = await app.request(url);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await app.request(url, { headers })).status).toBe(304);
  });
});

describe('GET /api/v1/compare', () => {
  test('names each rule that changed, with both values, units and sources', async () => {
    const { changes, isComplete } = await compare(SMALL_CITY.inZone1, 'from=2026-06-30&to=2026-07-01');
    expect(isComplete).toBe(true);
    const kdb = changes.find((change) => change.subject.kind === 'figure' && change.subject.code === 'kdb');
    expect(kdb).toMatchObject({
      change: 'changed',
      before: { says: { value: 60, unit: '%' }, basis: { article: 'Pasal 1' } },
      after: { says: { value: 50, unit: '%' }, basis: { article: 'Pasal 1' } },
    });
    expect(changes.find((change) => change.subject.code === 'bengkel')).toMatchObject({
      change: 'changed',
      before: { says: { itbx: 'B', codes: 'T1,B2' }, basis: { article: 'Pasal 2' } },
      after: { says: { itbx: 'I', codes: 'I' }, basis: { article: 'Pasal 12' } },
    });
    expect(changes.find((change) => change.subject.code === 'rumah')?.change).toBe('citation');
    expect(changes.find((change) => change.subject.kind === 'theme')).toMatchObject({
      subject: { code: 'banjir' },
      before: { says: { state: 'notConcerned' } },
      after: { says: { state: 'noData', reason: 'notMapped' } },
    });
  });

  test('where the overlay lay, it and its limit are gone', async () => {
    const { changes } = await compare(SMALL_CITY.inFlood, 'from=2026-06-30&to=2026-07-01');
    const gone = changes.filter((change) => change.change === 'removed').map(({ subject }) => subject.kind);
    expect(gone).toEqual(expect.arrayContaining(['overlay', 'effect', 'cap']));
  });

  test('two days with the same versions have no changes; the second day is today when left out', async () => {
    const same = await compare(SMALL_CITY.inZone1, 'from=2026-01-05&to=2026-03-01');
    expect(same.changes).toEqual([]);
    expect(same.sameCount).toBeGreaterThan(20);
    expect((await compare(SMALL_CITY.inZone1, 'from=2026-01-05')).to).toBe('2026-11-22');
  });

  test('before the first version everything was added', async () => {
    const { changes } = await compare(SMALL_CITY.inZone1, 'from=2025-01-01&to=2026-01-05');
    expect(changes.find((change) => change.subject.kind === 'zone')).toMatchObject({
      change: 'added',
      before: null,
      after: { says: { code: 'R-3' } },
    });
  });

  test('a day that is none is refused; the reader who has the answer gets a 304', async () => {
    const url = `/api/v1/compare?${lonLat(SMALL_CITY.inZone1)}`;
    expect((await app.request(`${url}&from=2026-02-30`)).status).toBe(400);
    expect((await app.request(url)).status).toBe(400);
    const first = await app.request(`${url}&from=2026-01-05`);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await app.request(`${url}&from=2026-01-05`, { headers })).status).toBe(304);
  });
});

describe('/lokasi/<place>/riwayat without a script', () => {
  test('tells what was in force and what changed, with both values and their articles, in both languages', async () => {
    const address = `/lokasi/${SMALL_CITY.inZone1.map((one) => one.toFixed(5)).join(',')}/riwayat`;
    const text = async (url: string): Promise<string> =>
      (await (await app.request(url)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    const indonesian = await text(address);
    for (const words of [
      'Riwayat BARAT',
      'CONTOH Nomor 9',
      'paling banyak 60 %',
      'paling banyak 50 %',
      'Diizinkan bersyarat (T1, B2)',
      'DATA CONTOH',
    ])
      expect(indonesian).toContain(words);
    const english = await text(`${address}?lang=en&dari=2026-01-05&sampai=2026-03-01`);
    expect(english).toContain('Nothing changed');
    expect((await app.request(`${address}?dari=2026-02-30`)).status).toBe(400);
  });
});
