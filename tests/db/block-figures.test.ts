import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAreas, readBlock } from '../../server/features/areas/index.ts';
import { createRuleSetLoader } from '../../server/features/rules/index.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
});
afterAll(() => database.drop());

async function kdbOfHousing(): Promise<unknown> {
  const deps = openAreas({ sql: database.sql, loadRuleSet: createRuleSetLoader(database.sql) });
  const block = await readBlock(deps, 'CONTOH-A.1', '2026-02-01');
  const figures = block?.parts[0]?.zones.find(({ code }) => code === 'R-3')?.figures ?? [];
  const kdb = figures.find(({ measure }) => measure === 'kdb');
  return { base: kdb?.base?.value ?? null, others: kdb?.alternatives.map(({ value }) => value) };
}

test('a polygon of a block with rules of its own leaves no one figure of the zone', async () => {
  expect(await kdbOfHousing()).toEqual({ base: 60, others: [] });
  await database.sql.begin(async (tx) => {
    // Rules in force are final; here one is laid beside them.
    await tx`set local session_replication_role = 'replica'`;
    await tx`
      insert into intensity_rule (version_id, regulation_id, zone_code, measure, operator, value, unit_as_printed, source_id)
      values ('1000000000000001', 'rdtr', 'R-3.7', 'kdb', 'max', 40, '%', 's1')`;
  });
  expect(await kdbOfHousing()).toEqual({ base: null, others: [60, 40] });
});

test('a code that two planning areas use is two grounds, each with its own zones', async () => {
  const { sql } = database;
  const deps = openAreas({ sql, loadRuleSet: createRuleSetLoader(sql) });
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = 'replica'`;
    await tx`
      insert into zone (version_id, feature_no, code, kodwp, kodswp, kodblk, special, is_demo, geom, area_m2)
      select version_id, 9001, code, 'LAIN', 'LAIN-A', 'CONTOH-A.1', special, is_demo, geom, area_m2
      from zone where code = 'R-3' and kodblk = 'CONTOH-A.1' limit 1`;
  });
  const block = await readBlock(deps, 'CONTOH-A.1', '2026-02-02');
  const [first, second, third] = [...(block?.parts ?? [])].sort((a, b) => b.zones.length - a.zones.length);
  expect(third).toBeUndefined();
  expect([first?.kodwp, second?.kodwp]).toEqual([first?.kodwp, 'LAIN']);
  expect(first?.kodwp).not.toBe('LAIN');
  expect(second?.zones.map(({ code }) => code)).toEqual(['R-3']);
  expect((first?.areaM2 ?? 0) + (second?.areaM2 ?? 0)).toBeCloseTo(block?.areaM2 ?? -1, 3);
});
