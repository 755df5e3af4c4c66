import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findGaps } from '../../server/features/releases/gaps/find-gaps.ts';
import { findSilences } from '../../server/features/releases/gaps/find-silences.ts';
import { describeRefusal, publishWithoutGaps } from '../../server/features/releases/index.ts';
import { insertSmallCity, insertZone } from '../support/a-small-city.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

let database: TemporaryDatabase;
const folder = makeTemporaryFolder('rule-gaps');
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const PLAN = { layerId: 'rdtr-uji', versionId: '1000000000000003' };
const RULES = { layerId: 'rules-uji', versionId: '1000000000000001' };
const FLOOD = { layerId: 'banjir-uji', versionId: '1000000000000005' };

/** The gaps of a release with this item after a change of what is stored, which is taken back. */
async function gapsAfter(
  item: { layerId: string; versionId: string },
  change: (tx: TransactionSql) => Promise<unknown>,
  find: typeof findGaps = findGaps,
): Promise<string[]> {
  let found: string[] = [];
  const undone = new Error('undone');
  await database.sql
    .begin(async (tx) => {
      // Published rows are final; a rule set with a hole in it is what this is about.
      await tx`set local session_replication_role = 'replica'`;
      await change(tx);
      found = (await find(tx, [item], '2026-11-22')).map(
        ({ layerId, code, name, count }) => `${layerId} ${code} ${name} ${count}`,
      );
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return found;
}

test('a whole rule set leaves no gap, seen from the zones and from the rules', async () => {
  expect(await gapsAfter(PLAN, async () => {})).toEqual([]);
  expect(await gapsAfter(RULES, async () => {})).toEqual([]);
});

test.each<[string, (tx: TransactionSql) => Promise<unknown>, string[]]>([
  [
    'a code that the rules do not know',
    (tx) => tx`delete from zone_code where code = 'K-1'`,
    ['rdtr-uji zoneCodeUnknown K-1 1'],
  ],
  [
    'a code about which no rule says anything',
    async (tx) => {
      await tx`delete from intensity_rule where zone_code = 'K-1'`;
      await tx`delete from itbx_cell where zone_code = 'K-1'`;
    },
    ['rdtr-uji zoneCodeWithoutRules K-1 1'],
  ],
  [
    'a condition that a cell uses and nobody wrote',
    (tx) => tx`update itbx_condition set body = ' ' where code = 'B2'`,
    ['rules-uji itbxCodeWithoutText B2 1'],
  ],
  [
    'a source that names no article',
    (tx) => tx`update legal_source set article = '' where source_id = 's2'`,
    [
      'rules-uji ruleWithoutSource conditions B2 1',
      'rules-uji ruleWithoutSource conditions T1 1',
      'rules-uji ruleWithoutSource matrices rdtr 1',
      'rules-uji ruleWithoutSource overlay-effects banjir tinggi 1',
    ],
  ],
  [
    'a rule whose source is not there',
    (tx) => tx`update setback_rule set source_id = 'tiada' where road_class = 'lokal'`,
    ['rules-uji ruleWithoutSource setbacks gsb 1'],
  ],
])('%s stands in the way, whichever side is new', async (_, change, expected) => {
  // Rules that are not in the release are told with the zones that they explain.
  const ofPlan = expected.map((line) => line.replace('rules-uji', 'rdtr-uji'));
  expect(await gapsAfter(PLAN, change)).toEqual(ofPlan);
  expect(await gapsAfter(RULES, change)).toEqual(expected);
});

test.each<
  [string, (tx: TransactionSql) => Promise<unknown>, string, { layerId: string; versionId: string }[]]
>([
  [
    'a level of an overlay that the rules do not name, though they name another',
    (tx) => tx`update overlay_area set level_code = 'sedang' where version_id = ${FLOOD.versionId}`,
    'banjir-uji overlayLevelUnnamed banjir sedang 1',
    [RULES],
  ],
  [
    'such a level of an overlay that is bound to no rules',
    async (tx) => {
      await tx`update overlay_area set level_code = 'sedang' where version_id = ${FLOOD.versionId}`;
      await tx`update layer_version set rules_layer_id = null, regulation_id = null where version_id = ${FLOOD.versionId}`;
    },
    'banjir-uji overlayLevelUnnamed banjir sedang 1',
    [RULES, FLOOD],
  ],
  [
    'such a level in a zone row',
    (tx) => tx`update zone set special = '{"KRB_03":"Rawan banjir sedang"}' where code = 'K-1'`,
    'rdtr-uji overlayLevelUnnamed banjir Rawan banjir sedang 1',
    [PLAN, RULES],
  ],
  [
    'rules for a polygon that is not there',
    (tx) =>
      tx`update intensity_rule set zone_code = 'R-3.99' where rule_id = (select min(rule_id) from intensity_rule)`,
    'rdtr-uji ruleKeyWithoutPolygon KODUNK R-3.99 1',
    [PLAN, RULES],
  ],
  [
    'rules for an SWP, spelt as no polygon spells it',
    (tx) =>
      tx`update intensity_rule set kodswp = 'SWP A' where rule_id = (select min(rule_id) from intensity_rule)`,
    'rdtr-uji ruleKeyWithoutPolygon SWP SWP A 1',
    [PLAN, RULES],
  ],
  [
    'rules for a class of roads that no road has',
    (tx) => tx`update setback_rule set road_class = 'kolektor' where road_class = 'arteri'`,
    'rdtr-uji ruleKeyWithoutPolygon jalan kolektor 1',
    [PLAN, RULES],
  ],
])('%s is told and does not stand in the way', async (_, change, expected, items) => {
  for (const item of items) {
    expect(await gapsAfter(item, change, findSilences)).toEqual([expected]);
    expect(await gapsAfter(item, change)).toEqual([]);
  }
});

test('capitals and spaces make no other level, a rule for every level names no other, and a polygon of that key hears its rules', async () => {
  const change = async (tx: TransactionSql): Promise<void> => {
    await tx`update overlay_area set level_code = ' TINGGI ' where version_id = ${FLOOD.versionId}`;
    await tx`update intensity_rule set zone_code = 'R-3.7' where rule_id = (select min(rule_id) from intensity_rule)`;
  };
  for (const item of [PLAN, RULES]) expect(await gapsAfter(item, change, findSilences)).toEqual([]);
  const everyLevel = async (tx: TransactionSql): Promise<void> => {
    await tx`update overlay_area set level_code = 'sedang' where version_id = ${FLOOD.versionId}`;
    await tx`update overlay_effect set level_code = ''`;
  };
  expect(await gapsAfter(RULES, everyLevel, findSilences)).toEqual([]);
});

test('the command asks the same question: refused with each gap by name, and only demonstration data may have them', async () => {
  const { sql } = database;
  const deps = tileDeps(sql, folder.path, '2026-11-22T04:00:00Z');
  const versionId = '20000000000000aa';
  await sql`insert into layer (layer_id, kind, title) values ('rdtr-lubang', 'zones', 'RDTR berlubang')`;
  await sql`
    insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report,
                               rules_layer_id, regulation_id)
    values (${versionId}, 'rdtr-lubang', 'uji', 'uji', ${versionId.repeat(4)}, 'GeoJSON', 1, '{}', 'rules-uji', 'rdtr')`;
  await insertZone(
    sql,
    versionId,
    1,
    'ZZ-9',
    'MULTIPOLYGON(((116.8 -1.2,116.81 -1.2,116.81 -1.19,116.8 -1.2)))',
  );
  const order = { layerId: 'rdtr-lubang', versionId, validFrom: '2026-11-01', decree: 'Uji' };
  for (const acceptsGaps of [false, true]) {
    const refused = await publishWithoutGaps(deps, order, acceptsGaps);
    if (refused.ok) throw new Error('published with a gap');
    expect(describeRefusal(refused.problem).join(' ')).toContain('ZZ-9 (1)');
  }
  expect(await sql`select from publication where version_id = ${versionId}`).toHaveLength(0);
  await sql`update layer set is_demo = true where layer_id = 'rdtr-lubang'`;
  expect((await publishWithoutGaps(deps, order)).ok).toBe(false);
  expect((await publishWithoutGaps(deps, order, true)).ok).toBe(true);
});

test('rules that come into force later and know none of the codes stand in the way while these zones still hold', async () => {
  const later = async (tx: TransactionSql): Promise<void> => {
    await tx`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report, is_demo)
      select '1000000000000009', layer_id, label, 'kosong', source_sha256, source_format, 0, report, is_demo
      from layer_version where version_id = ${RULES.versionId}`;
    await tx`
      insert into publication (layer_id, version_id, valid_from, decree)
      values ('rules-uji', '1000000000000009', '2027-01-01', 'CONTOH')`;
  };
  expect(await gapsAfter(PLAN, later)).toEqual([
    'rdtr-uji zoneCodeUnknown K-1 1',
    'rdtr-uji zoneCodeUnknown R-3 2',
  ]);
  // Something else takes the place of the zones before that: it is not theirs to be explained.
  const replaced = async (tx: TransactionSql): Promise<void> => {
    await later(tx);
    await tx`
      insert into publication (layer_id, version_id, valid_from, decree)
      values ('rdtr-uji', null, '2026-12-01', 'CONTOH')`;
  };
  expect(await gapsAfter(PLAN, replaced)).toEqual([]);
});

test('zones without rules on their day have none of their codes explained', async () => {
  const withdraw = (tx: TransactionSql) => tx`
    insert into publication (layer_id, version_id, valid_from, decree) values ('rules-uji', null, '2026-02-01', 'CONTOH')`;
  expect(await gapsAfter(PLAN, withdraw)).toEqual([
    'rdtr-uji zoneWithoutRuleSet K-1 1',
    'rdtr-uji zoneWithoutRuleSet R-3 2',
  ]);
});
