import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAreas, prepareKelurahan, readKelurahan } from '../../server/features/areas/index.ts';
import { createRuleSetLoader } from '../../server/features/rules/index.ts';
import { insertSmallCity, publishVersion } from '../support/a-small-city.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const ON = '2026-02-01';
let database: TemporaryDatabase;
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
});
afterAll(() => database.drop());

/** As a process that has just been started reads it. */
const read = (slug: string, on = ON) =>
  readKelurahan(openAreas({ sql: database.sql, loadRuleSet: createRuleSetLoader(database.sql) }), slug, on);
const kept = () => database.sql`select ground_key from kelurahan_ground`;

test('what is prepared is read, and is what the first reader would have cut', async () => {
  const cut = await read('barat');
  await database.sql`delete from kelurahan_ground`;
  await prepareKelurahan(database, ON);
  expect(await kept()).toHaveLength(2);
  await database.sql`alter table overlay_piece rename to overlay_piece_away`;
  try {
    expect(await read('barat')).toEqual(cut);
  } finally {
    await database.sql`alter table overlay_piece_away rename to overlay_piece`;
  }
  expect(cut?.overlays).toMatchObject([{ theme: 'banjir', levelCode: 'tinggi' }]);
});

test('another state of the register is another row: versions are never mixed', async () => {
  await database.sql`update kelurahan_ground set facts = jsonb_set(facts, '{unzonedM2}', '12345')`;
  expect((await read('barat'))?.unzonedM2).toBe(12345);
  await database.sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report,
                               rules_layer_id, regulation_id, is_demo)
    select 'aaaaaaaaaaaaaaaa', layer_id, label, source_name, repeat('a', 64), source_format, 0, report, rules_layer_id,
           regulation_id, is_demo
    from layer_version where layer_id = 'banjir-uji'`;
  await publishVersion(database.sql, 'banjir-uji', 'aaaaaaaaaaaaaaaa', '2026-03-01');
  const after = await read('barat', '2026-03-01');
  expect(after?.overlays).toEqual([]);
  expect(after?.unzonedM2).not.toBe(12345);
  expect((await read('barat'))?.overlays).toHaveLength(1);
});
