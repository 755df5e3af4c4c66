import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRuleSet, rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import {
  createRuleSetLoader,
  type ImportRulesInput,
  importKbli,
  importRules,
  readRulesDirectory,
} from '../../server/features/rules/index.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/rules/yogyakarta');

const inputOf = async (directory: string, layerId: string): Promise<ImportRulesInput> => ({
  layerId,
  title: null,
  label: 'uji',
  sourceName: 'yogyakarta',
  source: await readRulesDirectory(directory),
  emptyMeans: null,
  isDemo: true,
  plan: null,
});

describe('importing a rule set', () => {
  let database: TemporaryDatabase;
  let scratch: string;

  beforeAll(async () => {
    database = await createTemporaryDatabase();
    scratch = await mkdtemp(join(tmpdir(), 'omod-rules-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(scratch, { recursive: true });
  });

  it('makes a draft version whose loaded rule set equals the one of the files', async () => {
    const outcome = await importRules(database.sql, await inputOf(FIXTURE, 'rules-a'));
    if (outcome.kind !== 'imported') throw new Error(outcome.kind);
    const [version] = await database.sql`
      select layer_id, feature_count, is_demo, source_format from layer_version
      where version_id = ${outcome.versionId}`;
    expect(version).toEqual({
      layer_id: 'rules-a',
      feature_count: 2671,
      is_demo: true,
      source_format: 'csv',
    });
    expect(await database.sql`select 1 from publication`).toHaveLength(0);

    const { texts } = await readRulesDirectory(FIXTURE);
    const expected = buildRuleSet(
      rowsOfTables(checkRuleTables(texts, { emptyMeans: null, knownKbli: null }).tables),
      { layerId: 'rules-a', versionId: outcome.versionId, isDemo: true },
    );
    expect(await createRuleSetLoader(database.sql)(outcome.versionId)).toEqual(expected);
  });

  it('gives the same version for the same tables and writes nothing twice', async () => {
    const first = await importRules(database.sql, await inputOf(FIXTURE, 'rules-b'));
    const second = await importRules(database.sql, await inputOf(FIXTURE, 'rules-b'));
    expect(second).toMatchObject({ kind: 'alreadyThere' });
    expect(first.kind === 'imported' && second.kind === 'alreadyThere' && first.versionId).toBe(
      second.kind === 'alreadyThere' && second.versionId,
    );
  });

  it('imported twice in the same moment, the second finds the version of the first', async () => {
    const input = await inputOf(FIXTURE, 'rules-twice');
    const both = await Promise.all([importRules(database.sql, input), importRules(database.sql, input)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['alreadyThere', 'imported']);
  });

  it('imports nothing at all when one cell is wrong, and names its row and column', async () => {
    const broken = join(scratch, 'broken');
    await cp(FIXTURE, broken, { recursive: true });
    const matrix = join(broken, 'itbx-matrix-yogyakarta-2015.csv');
    await writeFile(matrix, (await readFile(matrix, 'utf8')).replace('"Taman Kota",I,', '"Taman Kota",Q,'));
    const outcome = await importRules(database.sql, await inputOf(broken, 'rules-c'));
    expect(outcome.kind).toBe('refused');
    if (outcome.kind !== 'refused') return;
    expect(outcome.report.problems.find((entry) => entry.severity === 'error')).toMatchObject({
      file: 'itbx-matrix-yogyakarta-2015',
      row: 3,
      column: 'SC',
      code: 'notAnItbxCode',
      params: { text: 'Q' },
    });
    expect(await database.sql`select 1 from layer where layer_id = 'rules-c'`).toHaveLength(0);
  });

  it('takes the rules that stand in the polygons of a plan version, keyed by KODUNK', async () => {
    await database.sql`insert into layer (layer_id, kind, title) values ('pola', 'zones', 'Pola ruang')`;
    await database.sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format,
                                 feature_count, report)
      values ('00000000000000aa', 'pola', 'uji', 'uji', ${'0'.repeat(64)}, 'uji', 2, '{}')`;
    for (const [index, kodunk] of ['R-1.7', null].entries())
      await database.sql`
        insert into zone (version_id, feature_no, code, kodunk, area_m2, source_attributes, geom)
        values ('00000000000000aa', ${index + 1}, 'R-1', ${kodunk}, 1,
                ${database.sql.json({ KDB: '55', KLB: '- Luas LP kurang dari 60 m2', IZN: 'Masjid', KDH: 'null' })},
                st_geomfromtext('MULTIPOLYGON(((116.8 -1.2,116.9 -1.2,116.9 -1.1,116.8 -1.2)))', 4326))`;
    const outcome = await importRules(database.sql, {
      ...(await inputOf(FIXTURE, 'rules-plan')),
      plan: { versionId: '00000000000000aa', sourceId: 'intensitas' },
    });
    if (outcome.kind !== 'imported') throw new Error(outcome.kind);
    expect(outcome.report.problems.filter((entry) => entry.code === 'noKodunk')).toMatchObject([
      { params: { count: 1 } },
    ]);
    const ruleSet = await createRuleSetLoader(database.sql)(outcome.versionId);
    const rules = ruleSet?.byRegulation.get('yogyakarta-2015');
    expect(rules?.intensity.get('R-1.7')?.map((row) => [row.measure, row.rule.value, row.rule.text])).toEqual(
      [
        ['kdb', 55, null],
        ['klb', null, '- Luas LP kurang dari 60 m2'],
      ],
    );
    expect(rules?.notes).toMatchObject([
      { kind: 'kegiatan', zoneCode: 'R-1.7', code: 'IZN', body: 'Masjid' },
    ]);
  });

  it('keeps activities and zones in the order of the tables', async () => {
    const outcome = await importRules(database.sql, await inputOf(FIXTURE, 'rules-order'));
    if (outcome.kind !== 'imported') throw new Error(outcome.kind);
    const ruleSet = await createRuleSetLoader(database.sql)(outcome.versionId);
    const rules = ruleSet?.byRegulation.get('yogyakarta-2015');
    expect([...(rules?.activities.values() ?? [])].slice(0, 2).map((activity) => activity.name)).toEqual([
      'Taman Lingkungan',
      'Taman Kota',
    ]);
    expect([...(rules?.zoneCodes.keys() ?? [])].slice(0, 5)).toEqual(['SC', 'RTH-1', 'RTH-2', 'RTH-3', 'PS']);
  });

  it('keeps the last rule sets asked for and asks the database once for each', async () => {
    const first = await importRules(database.sql, await inputOf(FIXTURE, 'rules-kept'));
    if (first.kind === 'refused' || first.kind === 'layerOfOtherKind') throw new Error(first.kind);
    const other = await importRules(database.sql, { ...(await inputOf(FIXTURE, 'rules-kept-2')) });
    if (other.kind === 'refused' || other.kind === 'layerOfOtherKind') throw new Error(other.kind);
    const load = createRuleSetLoader(database.sql, 1);
    const once = await load(first.versionId);
    expect(await load(first.versionId)).toBe(once);
    await load(other.versionId);
    expect(await load(first.versionId)).not.toBe(once);
    expect(await load(first.versionId)).toEqual(once);
  });

  it('does not put rules into a layer of another kind', async () => {
    await database.sql`insert into layer (layer_id, kind, title) values ('jalan', 'road', 'Jalan')`;
    const outcome = await importRules(database.sql, await inputOf(FIXTURE, 'jalan'));
    expect(outcome).toEqual({ kind: 'layerOfOtherKind', layerKind: 'road' });
  });

  it('answers an unknown version with null and does not keep that', async () => {
    const load = createRuleSetLoader(database.sql);
    expect(await load('ffffffffffffffff')).toBeNull();
    expect(load('ffffffffffffffff')).not.toBe(load('eeeeeeeeeeeeeeee'));
  });
});

describe('importing the KBLI list', () => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await createTemporaryDatabase();
  });
  afterAll(() => database.drop());

  const lists = join(import.meta.dirname, '../../data/code-lists');
  const importCommitted = () =>
    importKbli(database.sql, join(lists, 'kbli-2020.csv'), join(lists, 'activity-words.csv'));

  it('fills 1,790 five-digit codes with their plain words, and doing it again changes nothing', async () => {
    const first = await importCommitted();
    const again = await importCommitted();
    expect(first).toEqual({ ok: true, value: 2684 });
    expect(again).toEqual(first);
    const [count] = await database.sql`select count(*)::int as n from kbli where length(code) = 5`;
    expect(count?.n).toBe(1790);
    const [walet] = await database.sql`select title, synonyms from kbli where code = '01497'`;
    expect(walet?.title).toBe('PEMBIBITAN DAN BUDIDAYA BURUNG WALET');
    expect(walet?.synonyms).toContain('sarang walet');
  });

  it('warns of an activity whose KBLI code is not in the list, and imports it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'omod-kbli-'));
    await cp(FIXTURE, directory, { recursive: true });
    await writeFile(
      join(directory, 'activities.csv'),
      'regulation_id,group_name,name,kbli\nyogyakarta-2015,Hunian,Rumah Kos,55900|99998\n',
    );
    const outcome = await importRules(database.sql, await inputOf(directory, 'rules-kbli'));
    await rm(directory, { recursive: true });
    if (outcome.kind !== 'imported') throw new Error(outcome.kind);
    expect(outcome.report.problems.filter((entry) => entry.code === 'unknownKbli')).toMatchObject([
      { file: 'activities', row: 2, column: 'kbli', params: { text: '99998' } },
    ]);
    const ruleSet = await createRuleSetLoader(database.sql)(outcome.versionId);
    const rules = ruleSet?.byRegulation.get('yogyakarta-2015');
    expect(rules?.activities.size).toBe(147);
    expect(rules?.activities.get('hunian.rumah-kos')?.kbli).toEqual([
      { edition: '2020', code: '55900' },
      { edition: '2020', code: '99998' },
    ]);
    expect(rules?.matrix?.cells.get('hunian.rumah-kos')?.get('SC')?.codes).toEqual(['T']);
  });

  it('changes nothing when a row is wrong', async () => {
    const broken = join(tmpdir(), `omod-kbli-${process.pid}.csv`);
    await writeFile(broken, 'edition,code,title,description,source\n2020,ABC,X,,uji\n');
    const outcome = await importKbli(database.sql, broken, join(lists, 'activity-words.csv'));
    await rm(broken);
    expect(outcome).toMatchObject({ ok: false });
    const [count] = await database.sql`select count(*)::int as n from kbli`;
    expect(count?.n).toBe(2684);
  });
});
