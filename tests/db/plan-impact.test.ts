import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseComparisonSchema } from '#domain/publication/comparison';
import { touchedCasesSchema } from '#domain/violation-case/touched-cases';
import { createAccess } from '../../server/features/accounts/index.ts';
import { compareRelease, compareRoutes } from '../../server/features/compare/index.ts';
import { touchedBy } from '../../server/features/compare/touched-by.ts';
import { createRuleSetLoader } from '../../server/features/rules/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { insertSmallCity, insertZone, SMALL_CITY } from '../support/a-small-city.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

let database: TemporaryDatabase;
const [ZONES, RULES] = ['1000000000000003', '1000000000000001'];
const ON = '2026-06-01';

beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
});
afterAll(() => database.drop());

const compare = (...versionIds: string[]) =>
  compareRelease({ sql: database.sql, loadRuleSet: createRuleSetLoader(database.sql) }, versionIds, ON);

/** A draft beside a version of the small city, with all rows of the tables named. */
async function copyVersion(from: string, to: string, tables: readonly string[]): Promise<void> {
  const { sql } = database;
  for (const table of ['layer_version', ...tables]) {
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns
      where table_name = ${table} and table_schema = 'public' and column_name <> 'version_id' and is_identity = 'NO'`;
    const list = columns.map(({ name }) => name).join(', ');
    await sql.unsafe(
      `insert into ${table} (version_id, ${list}) select '${to}', ${list} from ${table} where version_id = '${from}'`,
    );
  }
}
const RULE_TABLES = [
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

describe('what a release means', () => {
  it('for the ground and the parcels whose zone changes', async () => {
    const draft = '2000000000000003';
    await copyVersion(ZONES, draft, []);
    const box = 'MULTIPOLYGON(((116.8 -1.2,116.81 -1.2,116.81 -1.19,116.8 -1.19,116.8 -1.2)))';
    await insertZone(database.sql, draft, 1, 'K-1', box);
    const { layers, impacts } = await compare(draft);
    expect(layers[0]?.moves.map(({ from, to }) => [from, to])).toContainEqual(['R-3', 'K-1']);
    const [impact] = impacts;
    expect(impact?.zoneChange.parcels).toBe(1);
    const flipsOf = (id: string) => impact?.activities.find(({ activityId }) => activityId === id)?.flips;
    expect(flipsOf('rumah')).toContainEqual(expect.objectContaining({ from: 'I', to: 'X', parcels: 1 }));
    expect(flipsOf('bengkel')).toContainEqual(expect.objectContaining({ from: 'B', to: 'I', parcels: 1 }));
    // An empty cell says nothing: it is no refusal that became a permission.
    expect(flipsOf('gudang')).toContainEqual(
      expect.objectContaining({ from: 'unknown', to: 'I', parcels: 1 }),
    );
    const kdb = impact?.figures.find(({ measure, direction }) => measure === 'kdb' && direction === 'rises');
    expect(kdb).toMatchObject({ parcels: 1, isStricter: false });
    expect(impact?.figures).toContainEqual(
      expect.objectContaining({ measure: 'floors', direction: 'unset', parcels: 1 }),
    );
  });

  it('for a change of rules alone, on every parcel of the zones that they change', async () => {
    const draft = '2000000000000001';
    await copyVersion(RULES, draft, RULE_TABLES);
    await database.sql`update intensity_rule set value = 50 where version_id = ${draft} and zone_code = 'R-3' and measure = 'kdb'`;
    await database.sql`
      update itbx_cell set raw = 'X', codes = '{X}'
      where version_id = ${draft} and zone_code = 'R-3' and activity_id = 'rumah'`;
    await database.sql`update zone_code set color = '#ff0000', provisional = true where version_id = ${draft} and code = 'R-3'`;
    const { layers, rules, impacts } = await compare(draft);
    expect(layers).toEqual([]);
    expect(rules[0]?.tables.map(({ table, changed }) => [table, changed])).toEqual([
      ['zone-codes', 1],
      ['intensity', 1],
      ['itbx-cells', 1],
    ]);
    expect(impacts).toHaveLength(1);
    const [impact] = impacts;
    expect(impact).toMatchObject({
      beforeVersion: ZONES,
      afterVersion: ZONES,
      zoneChange: { parcels: 0, areaM2: 0 },
    });
    const [ground] = await database.sql<{ area: number }[]>`
      select sum(area_m2) as area from zone where version_id = ${ZONES as string} and code = 'R-3'`;
    expect(impact?.figures).toEqual([
      expect.objectContaining({ measure: 'kdb', direction: 'falls', isStricter: true, parcels: 1 }),
    ]);
    expect(impact?.figures[0]?.areaM2).toBeCloseTo(ground?.area ?? 0, 1);
    expect(impact?.activities.map(({ activityId, flips }) => [activityId, flips[0]?.to])).toEqual([
      ['rumah', 'X'],
    ]);
  });

  it('for a plan that is bound to another regulation of the same rules', async () => {
    const draft = '2000000000000013';
    const { sql } = database;
    await copyVersion(ZONES, draft, ['zone']);
    await sql`
      insert into regulation
      select (jsonb_populate_record(null::regulation, to_jsonb(r) || '{"regulation_id": "lain"}')).*
      from regulation r where r.version_id = ${RULES as string} and r.regulation_id = 'rdtr'`;
    const bind = (regulationId: string) =>
      sql`update layer_version set regulation_id = ${regulationId} where version_id = ${draft}`;
    await bind('lain');
    const { layers, impacts } = await compare(draft);
    expect(layers[0]).toMatchObject({ sameCount: 3, movedM2: 0 });
    // The other one says nothing of these zones: figures of every parcel are gone.
    expect(impacts[0]?.figures.some(({ direction }) => direction === 'unset')).toBe(true);
    await bind('rdtr');
    const same = await compare(draft);
    expect(same.impacts[0]?.figures ?? []).toEqual([]);
  });

  it('is told to those who may read the layer, and to nobody else', async () => {
    const folder = makeTemporaryFolder('compare');
    const keys = openKeys(join(folder.path, 'keys'));
    const deps = { ...tileDeps(database.sql, folder.path), keys };
    const routes = compareRoutes(
      {
        ...deps,
        loadRuleSet: createRuleSetLoader(database.sql),
        findCompared: async (id) =>
          id === 'r1' ? { thing: { producerId: 'dppr' }, versionIds: ['2000000000000003'] } : undefined,
      },
      createAccess(deps),
    );
    const statusOf = async (release: string, roles?: readonly ('walidata' | 'produsenData' | 'lurah')[]) => {
      const person = roles && (await aPerson(database.sql, keys, { roles, producerId: 'dlh' }));
      const path = `/api/v1/staff/releases/${release}/comparison?on=${ON}`;
      return await routes.request(path, person === undefined ? {} : { headers: person.headers });
    };
    expect((await statusOf('r1')).status).toBe(401);
    expect((await statusOf('r1', ['lurah'])).status).toBe(403);
    expect((await statusOf('r1', ['produsenData'])).status).toBe(404);
    expect((await statusOf('r2', ['walidata'])).status).toBe(404);
    const response = await statusOf('r1', ['walidata']);
    expect(response.headers.get('cache-control')).toContain('no-store');
    const told = releaseComparisonSchema.parse(await response.json());
    expect(told.impacts[0]?.zoneChange.parcels).toBe(1);
    const person = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const ground = await (
      await routes.request(`/api/v1/staff/releases/r1/comparison/ground?on=${ON}`, {
        headers: person.headers,
      })
    ).json();
    expect(ground['rdtr-uji'].features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'MultiPolygon' },
    });
    folder.remove();
  });

  it('names open cases on the ground and under the rules that change, to whoever may follow them alone', async () => {
    const { sql } = database;
    const folder = makeTemporaryFolder('compare-cases');
    const keys = openKeys(join(folder.path, 'keys'));
    const deps = {
      ...tileDeps(sql, folder.path),
      keys,
      clock: { now: () => new Date('2026-06-01T04:00:00Z') },
    };
    const drafts = { ground: '2000000000000003', rules: '2000000000000001' };
    const routes = compareRoutes(
      {
        ...deps,
        loadRuleSet: createRuleSetLoader(sql),
        findCompared: async (id) =>
          id in drafts
            ? { thing: { producerId: 'dppr' }, versionIds: [drafts[id as keyof typeof drafts]] }
            : undefined,
      },
      createAccess(deps),
    );
    const caseAt = async (
      no: number,
      [lng, lat]: readonly [number, number],
      isOver = false,
    ): Promise<string> => {
      const [row] = await sql<{ id: string }[]>`
        insert into violation_case (case_id, ticket, track, category, state, outcome, place, kelurahan_code, is_demo,
                                    opened_at, ended_at)
        values (gen_random_uuid(), ${`LAP-AAAAA-0000${no}`}, 'bangunan', 'uji', ${isOver ? 'ditutup' : 'diterima'},
                ${isOver ? 'tidakTerbukti' : null}, st_setsrid(st_makepoint(${lng}, ${lat}), 4326), '64.71.99.1', true,
                '2026-05-01', ${isOver ? '2026-05-20' : null})
        returning case_id as id`;
      return row!.id;
    };
    // In the zone R-3 that becomes K-1 in one draft and has another KDB in the other; where no plan is; and one that is over.
    const inside = await caseAt(1, SMALL_CITY.inZone1);
    await caseAt(2, SMALL_CITY.noPlan);
    await caseAt(3, SMALL_CITY.inFlood, true);
    const read = async (person: Person, release: keyof typeof drafts) => {
      const path = `/api/v1/staff/releases/${release}/comparison/cases?on=${ON}`;
      return touchedCasesSchema.parse(await (await routes.request(path, { headers: person.headers })).json());
    };
    const official = await aPerson(sql, keys, { roles: ['pejabatPenandatangan'] });
    const line = { caseId: inside, ticket: 'LAP-AAAAA-00001', state: 'diterima', kelurahan: 'BARAT' };
    expect(await read(official, 'ground')).toEqual({
      on: ON,
      count: 1,
      cases: [{ ...line, byGround: true, byRules: false }],
    });
    expect(await read(official, 'rules')).toEqual({
      on: ON,
      count: 1,
      cases: [{ ...line, byGround: false, byRules: true }],
    });
    // A draft is no way to ask where somebody was reported: not even how many.
    for (const person of [
      await aPerson(sql, keys, { roles: ['walidata'] }),
      await aPerson(sql, keys, { roles: ['produsenData'], producerId: 'dppr' }),
      await aPerson(sql, keys, { roles: ['walidata', 'lurah'], kelurahanCode: '64.71.99.10' }),
    ])
      expect(await read(person, 'ground')).toMatchObject({ cases: [] });
    expect(await read(await aPerson(sql, keys, { roles: ['walidata'] }), 'ground')).toMatchObject({
      count: null,
    });
    // IDO07: for whom a case is about there is none.
    await aPerson(sql, keys, { roles: ['pejabatPenghubung'] });
    await sql`
      insert into case_conflict (case_id, account_id, noted_by, noted_at, seconded_by, seconded_at)
      values (${inside}, ${official.accountId}, 'operator', '2026-05-02', 'operator', '2026-05-02')`;
    expect(await read(official, 'ground')).toEqual({ on: ON, count: 0, cases: [] });
    folder.remove();
  });

  it('for everything under a regulation that ends to hold, and for nothing when it is only called otherwise', async () => {
    const codesWhen = async (columns: Record<string, [unknown, unknown]>) => {
      const rows = [{ change: 'changed' as const, key: 'rdtr', columns }];
      const tables = [{ table: 'regulations', added: 0, removed: 0, changed: 1, rows }];
      const one = {
        layerId: 'rules-uji',
        title: 'uji',
        beforeVersion: RULES as string,
        afterVersion: RULES as string,
      };
      const touched = await touchedBy(database.sql, {
        schema: 'release-comparison/1',
        on: ON,
        layers: [],
        rules: [{ ...one, tables }],
        impacts: [],
      });
      return touched.rules.map(({ codes }) => codes);
    };
    expect(await codesWhen({ status: ['berlaku', 'dicabut'] })).toEqual([null]);
    expect(await codesWhen({ valid_to: [null, '2026-05-31'] })).toEqual([null]);
    expect(await codesWhen({ title: ['A', 'B'] })).toEqual([[]]);
  });

  it('the same versions again mean nothing', async () => {
    const { layers, rules, impacts } = await compare(ZONES as string, RULES as string);
    expect(layers[0]?.movedM2).toBe(0);
    expect(rules[0]?.tables).toEqual([]);
    expect(impacts).toEqual([]);
  });
});
