import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answerSchema } from '#domain/zoning/answer';
import { packListSchema } from '../../server/features/packs/schema.ts';
import { importRules, readRulesDirectory } from '../../server/features/rules/index.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/rules/yogyakarta');
const ZONES_VERSION = '00000000000000bb';
/** Longitude of the middle of each zone, a strip of 0.01° from latitude −1.2 to −1.19. */
const STRIPS = { 'R-1': 116.805, SC: 116.815, 'RTH-1': 116.825 } as const;

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;

const ask = async (zone: keyof typeof STRIPS, activity?: string): Promise<Answer> => {
  const more = activity === undefined ? '' : `&activity=${encodeURIComponent(activity)}`;
  const response = await app.request(`/api/v1/lookup?lon=${STRIPS[zone]}&lat=-1.195${more}`);
  expect(response.status).toBe(200);
  return answerSchema.parse(await response.json());
};
const verdictOf = async (zone: keyof typeof STRIPS, activity: string) =>
  (await ask(zone, activity)).parts[0]?.verdict;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  const { sql } = database;
  const outcome = await importRules(sql, {
    layerId: 'rules-yogyakarta',
    title: 'Aturan uji',
    label: 'uji',
    sourceName: 'yogyakarta',
    source: await readRulesDirectory(FIXTURE),
    emptyMeans: null,
    isDemo: true,
    plan: null,
  });
  if (outcome.kind !== 'imported') throw new Error(outcome.kind);
  await sql`
    insert into layer (layer_id, kind, title, is_demo) values ('pola-uji', 'zones', 'Pola ruang uji', true)`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format,
                               feature_count, report, rules_layer_id, regulation_id, is_demo)
    values (${ZONES_VERSION}, 'pola-uji', 'uji', 'uji', ${'0'.repeat(64)}, 'uji', 3, '{}', 'rules-yogyakarta',
            'yogyakarta-2015', true)`;
  for (const [index, [code, lon]] of Object.entries(STRIPS).entries()) {
    const [west, east] = [lon - 0.005, lon + 0.005];
    const ring = `((${west} -1.2,${east} -1.2,${east} -1.19,${west} -1.19,${west} -1.2))`;
    await sql`
      insert into zone (version_id, feature_no, code, area_m2, is_demo, geom)
      values (${ZONES_VERSION}, ${index + 1}, ${code}, 1, true, st_geomfromtext(${`MULTIPOLYGON(${ring})`}, 4326))`;
  }
  for (const [layerId, versionId] of [
    ['rules-yogyakarta', outcome.versionId],
    ['pola-uji', ZONES_VERSION],
  ] as const)
    await sql`
      insert into publication (layer_id, version_id, valid_from, decree)
      values (${layerId}, ${versionId}, '2026-01-01', 'CONTOH')`;
  app = anApp(sql);
});
afterAll(() => database.drop());

describe('an imported rule set in force', () => {
  it('answers what the matrix says for an activity in plain words', async () => {
    expect(await verdictOf('R-1', 'kos-kosan')).toMatchObject({
      activityName: 'Rumah Kos',
      base: 'I',
      governing: 'I',
      sourceId: 'rules-yogyakarta/matriks',
    });
    expect(await verdictOf('SC', 'kos kosan')).toMatchObject({
      activityName: 'Rumah Kos',
      base: 'T',
      codes: ['T'],
    });
    expect(await verdictOf('RTH-1', 'kost')).toMatchObject({ activityName: 'Rumah Kos', base: 'X' });
  });

  it('is named beside the packs as an answer names it, with the day on which something else holds', async () => {
    const { versions, asOf: answerDay } = await ask('R-1');
    const register = async () => {
      const list = packListSchema.parse(await (await app.request('/api/v1/packs')).json());
      return { ...list.inForce, versions: new Set(list.inForce.versions.map(({ versionId }) => versionId)) };
    };
    const own = new Set(versions.map(({ versionId }) => versionId));
    expect(own.size).toBe(2);
    const { sql } = database;
    const before = await register();
    expect(before).toMatchObject({ versions: own, inForceFrom: '2026-01-01', validUntil: null });
    expect(before.rulesUntil).toBeNull();
    expect(before.rulesFrom === null || before.rulesFrom <= answerDay).toBe(true);
    // A regulation that begins on a day needs no publication to say something else from then on.
    const [regulation] = await sql<{ regulation_id: string; valid_from: string | null }[]>`
      select regulation_id, valid_from::text from regulation where version_id = any(${[...own]}::text[]) limit 1`;
    const { regulation_id: id = '', valid_from: begun = null } = regulation ?? {};
    const beginOn = (day: string | null) =>
      sql.begin(async (work) => {
        // What was published never changes; here it is made to have said so from the beginning.
        await work`set local session_replication_role = replica`;
        await work`
          update regulation set valid_from = ${day}
          where regulation_id = ${id} and version_id = any(${[...own]}::text[])`;
      });
    await beginOn('2998-01-01');
    expect((await register()).rulesUntil).toBe('2998-01-01');
    await beginOn(answerDay);
    expect(await register()).toMatchObject({ rulesFrom: answerDay, rulesUntil: null });
    await beginOn(begun);
    await sql`
      insert into publication (layer_id, version_id, valid_from, decree)
      values ('pola-uji', ${ZONES_VERSION}, '2999-01-01', 'CONTOH')`;
    expect(await register()).toMatchObject({ versions: own, validUntil: '2999-01-01' });
  });

  it('gives no verdict on words that fit no activity', async () => {
    const verdict = await verdictOf('R-1', 'sarang walet');
    expect(verdict?.governing ?? 'unknown').toBe('unknown');
  });

  it('asks for the parcel size where the figures depend on it', async () => {
    const [part] = (await ask('R-1')).parts;
    const kdb = part?.figures.find((figure) => figure.measure === 'kdb');
    expect(kdb).toMatchObject({ status: 'needsParcel', governing: null });
    expect(kdb?.alternatives).toHaveLength(5);
  });

  it('says on every citation that these are no real rules of this city', async () => {
    const answer = await ask('R-1');
    expect(answer.isDemo).toBe(true);
    expect(answer.sources.every((source) => source.isDemo)).toBe(true);
    expect(answer.sources.map((source) => source.regulationTitle).join()).toContain(
      'BUKAN aturan Kota Balikpapan',
    );
  });
});
