import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRuleSet, rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import {
  createRuleSetLoader,
  type ImportRulesInput,
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
