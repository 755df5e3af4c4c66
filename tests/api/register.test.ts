import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerSchema } from '#domain/zoning/answer';
import { publishVersion, withdrawLayer } from '../../server/features/publish/index.ts';
import { square, writePlanFile } from '../support/a-plan-file.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { imported, importFile } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('register');
  await insertSmallCity(database.sql);
  app = anApp(database.sql, { tilesDirectory: folder.path });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const ask = async ([lon, lat]: readonly [number, number], on?: string) => {
  const response = await app.request(
    `/api/v1/lookup?lon=${lon}&lat=${lat}${on === undefined ? '' : `&on=${on}`}`,
  );
  expect(response.status).toBe(200);
  return answerSchema.parse(await response.json());
};
const theme = async (place: readonly [number, number], code: string, on?: string) => {
  const { themes } = await ask(place, on);
  for (const state of ['concerned', 'notConcerned', 'noData'] as const) {
    const row = themes[state].find((candidate) => candidate.code === code);
    if (row) return { state, reason: row.reason };
  }
  return undefined;
};
const deps = () => tileDeps(database.sql, folder.path);
const publish = async (layerId: string, versionId: string, validFrom: string) => {
  const outcome = await publishVersion(deps(), { layerId, versionId, validFrom, decree: 'CONTOH Nomor 2' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
};

describe('a draft changes nothing that is in force', () => {
  test('an import with another regulation leaves the answer as it was, today and in the past', async () => {
    const { sql } = database;
    await sql`insert into regulation (version_id, regulation_id, kind, title) values ('1000000000000001', 'lain', 'contoh', 'Peraturan Lain')`;
    const days = [undefined, '2026-01-15'];
    const before = await Promise.all(days.map((day) => ask(SMALL_CITY.inZone1, day)));
    expect(before[0]?.parts[0]?.figures.length).toBeGreaterThan(0);
    const path = writePlanFile(folder.path, 'lain.geojsonl', [{ rings: [square(0, 0, 100)] }]);
    const { versionId } = await imported(sql, path, {
      layer: { layerId: 'rdtr-uji', rulesLayerId: 'rules-uji', regulationId: 'lain', title: 'Judul lain' },
    });
    expect(await Promise.all(days.map((day) => ask(SMALL_CITY.inZone1, day)))).toEqual(before);
    const [row] =
      await sql`select rules_layer_id, regulation_id from layer_version where version_id = ${versionId}`;
    expect(row).toEqual({ rules_layer_id: 'rules-uji', regulation_id: 'lain' });
  });

  test('another regulation is another version; without one the newest version’s is taken', async () => {
    const path = writePlanFile(folder.path, 'sama.geojsonl', [{ rings: [square(0, 0, 200)] }]);
    const layer = { layerId: 'rdtr-uji', rulesLayerId: 'rules-uji' };
    const one = await imported(database.sql, path, { layer: { ...layer, regulationId: 'lain' } });
    const other = await imported(database.sql, path, { layer: { ...layer, regulationId: 'rdtr' } });
    expect(other.versionId).not.toBe(one.versionId);
    const again = await imported(database.sql, path, {
      layer: { layerId: 'rdtr-uji', title: 'Judul lain' },
      label: 'nama lain',
    });
    expect(again).toMatchObject({
      status: 'alreadyImported',
      versionId: other.versionId,
      leftAsTheyWere: ['--title', '--label'],
    });
  });

  test('a regulation that the rules do not have, and rules that are not there, are refused by name', async () => {
    const path = writePlanFile(folder.path, 'tolak.geojsonl', [{ rings: [square(0, 0, 300)] }]);
    const layer = { layerId: 'rdtr-tolak', rulesLayerId: 'rules-uji', regulationId: 'tiada' };
    expect(await importFile(database.sql, path, { layer })).toMatchObject({
      problem: { code: 'regulationUnknown', params: { regulation: 'tiada', known: 'lain, rdtr' } },
    });
    expect(
      await importFile(database.sql, path, { layer: { layerId: 'rdtr-tolak', regulationId: 'rdtr' } }),
    ).toMatchObject({ problem: { code: 'rulesLayerUnknown' } });
    expect(await database.sql`select 1 from layer where layer_id = 'rdtr-tolak'`).toHaveLength(0);
  });
});

describe('a layer says of which ground it speaks', () => {
  const layer = { layerId: 'longsor-uji', kind: 'overlay', theme: 'longsor', isDemo: true } as const;
  const file = () =>
    writePlanFile(folder.path, 'longsor.geojsonl', [
      { rings: [square(0, 0, 100)], properties: { NAMOBJ: 'Rawan' } },
    ]);

  test('an overlay, a road, a parcel or a utility layer without coverage is refused, and the reason is said', async () => {
    for (const kind of ['overlay', 'road', 'parcel', 'utility'] as const) {
      const wishes = { layer: { ...layer, kind, theme: kind === 'overlay' ? 'longsor' : null } };
      const lines = writePlanFile(folder.path, 'jalan.geojsonl', [{ rings: [square(0, 0, 100)] }]);
      const outcome = await importFile(database.sql, kind === 'overlay' ? file() : lines, {
        ...wishes,
        layer: { ...wishes.layer, layerId: `tanpa-${kind}` },
        mapping: {
          fields: {},
          constants: { road_class: 'lokal', network: 'gas', nib: '1' },
          codes: {},
        } as never,
      });
      expect(outcome).toMatchObject({ problem: { code: 'coverageMissing', params: { kind } } });
    }
  });

  test('a layer for one kelurahan answers "no data: outside its coverage" in another', async () => {
    const outcome = await imported(database.sql, file(), {
      layer,
      coverage: { from: 'kelurahan', names: ['kel. barat'] },
    });
    expect(outcome.report.coverage).toMatchObject({ from: 'kelurahan', detail: 'kel. barat' });
    await publish('longsor-uji', outcome.versionId, '2026-02-01');
    expect(await theme(SMALL_CITY.inZone1, 'longsor')).toMatchObject({ state: 'notConcerned' });
    expect(await theme(SMALL_CITY.inOverlap, 'longsor')).toMatchObject({
      state: 'noData',
      reason: 'outsideCoverage',
    });
  });

  test('the same by polygons of a file; the coverage is part of the version', async () => {
    const path = writePlanFile(folder.path, 'cakupan.geojsonl', [
      { rings: [square(0, 0, 500)] },
      { rings: [square(500, 0, 500)] },
    ]);
    const coverage = { from: 'file', path, crs: null, sourceLayer: null } as const;
    const drawn = await imported(database.sql, file(), { layer, coverage });
    const whole = await imported(database.sql, file(), { layer, coverage: { from: 'wholeCity' } });
    expect(new Set([drawn.versionId, whole.versionId]).size).toBe(2);
    expect(drawn.report.coverage?.areaM2).toBeCloseTo(500_000, -4);
    const rows = await database.sql`
      select version_id, st_area(coverage::geography) as area from layer_version where layer_id = 'longsor-uji'`;
    expect(rows.find((row) => row.version_id === whole.versionId)?.area).toBeNull();
    expect(rows.find((row) => row.version_id === drawn.versionId)?.area).toBeCloseTo(500_000, -4);
  });

  test('an unknown kelurahan and a coverage that crosses itself are refused by name', async () => {
    expect(
      await importFile(database.sql, file(), { layer, coverage: { from: 'kelurahan', names: ['Atlantis'] } }),
    ).toMatchObject({
      problem: { code: 'kelurahanUnknown', params: { names: 'Atlantis', known: 'BARAT, TIMUR' } },
    });
    const bowTie = [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
      [0, 0],
    ] as const;
    const path = writePlanFile(folder.path, 'silang.geojsonl', [{ rings: [bowTie] }]);
    expect(
      await importFile(database.sql, file(), {
        layer,
        coverage: { from: 'file', path, crs: null, sourceLayer: null },
      }),
    ).toMatchObject({ problem: { code: 'coverageUnusable' } });
  });
});

describe('a layer is withdrawn', () => {
  const order = { layerId: 'banjir-uji', validFrom: '2026-06-01', decree: 'CONTOH Nomor 3' };
  const pointer = async (on: string) =>
    (
      await database.sql`select version_id from version_in_force(${on}::date) where layer_id = 'banjir-uji'`
    )[0];
  // An application of its own: pointers are kept for a moment, and this clock stands still.
  const pointerStatus = async (): Promise<number> => {
    const fresh = anApp(database.sql, { tilesDirectory: folder.path });
    return (await fresh.request('/tiles/banjir-uji/current.json')).status;
  };
  const legend = async (on: string): Promise<string> => (await app.request(`/api/v1/legend?on=${on}`)).text();

  test('from its day its ground has no data, before it the answer stays, and publishing brings it back', async () => {
    expect(await theme(SMALL_CITY.inFlood, 'banjir')).toMatchObject({ state: 'concerned' });
    expect(await withdrawLayer(deps(), order)).toMatchObject({ ok: true, value: { warnings: [] } });
    expect(await theme(SMALL_CITY.inFlood, 'banjir', '2026-05-31')).toMatchObject({ state: 'concerned' });
    expect(await theme(SMALL_CITY.inFlood, 'banjir', '2026-06-01')).toMatchObject({ state: 'noData' });
    expect(await theme(SMALL_CITY.inFlood, 'banjir')).toMatchObject({ state: 'noData' });
    expect(await pointer('2026-06-01')).toBeUndefined();
    expect(await legend('2026-05-31')).toContain('banjir');
    expect(await legend('2026-06-01')).not.toContain('banjir-uji');
    expect(await pointerStatus()).toBe(404);
    await publish('banjir-uji', '1000000000000005', '2026-09-01');
    expect(await theme(SMALL_CITY.inFlood, 'banjir', '2026-07-01')).toMatchObject({ state: 'noData' });
    expect(await theme(SMALL_CITY.inFlood, 'banjir')).toMatchObject({ state: 'concerned' });
    expect(await pointerStatus()).toBe(200);
  });

  test('what is not in force cannot be withdrawn, nor a layer that is not there', async () => {
    expect(await withdrawLayer(deps(), { ...order, validFrom: '2025-01-01' })).toMatchObject({
      problem: { code: 'nothingToWithdraw' },
    });
    expect(await withdrawLayer(deps(), order)).toMatchObject({ problem: { code: 'nothingToWithdraw' } });
    expect(await withdrawLayer(deps(), { ...order, layerId: 'tiada' })).toMatchObject({
      problem: { code: 'unknownLayer' },
    });
  });
});

describe('what was published stays', () => {
  test('the database refuses to change or delete a publication and everything of a published version', async () => {
    const { sql } = database;
    const refused = { code: '23000' };
    await expect(sql`update publication set decree = 'lain'`).rejects.toMatchObject(refused);
    await expect(sql`delete from publication`).rejects.toMatchObject(refused);
    await expect(sql`truncate publication`).rejects.toMatchObject(refused);
    const tables = await sql<{ name: string }[]>`
      select distinct event_object_table as name from information_schema.triggers
      where trigger_name like '%\\_is\\_final' and event_object_table <> 'publication'`;
    // Every table with a version_id but the publication itself, what is made from a version, and what is said about one.
    const versioned = await sql<{ name: string }[]>`
      select table_name as name from information_schema.columns join information_schema.tables using (table_name)
      where column_name = 'version_id' and table_type = 'BASE TABLE' and columns.table_schema = 'public'
        and table_name not in ('publication', 'tile_archive', 'prepared_archive', 'release_item', 'search_entry', 'ground_share', 'correction')`;
    expect(tables.map(({ name }) => name).sort()).toEqual(versioned.map(({ name }) => name).sort());
    let tried = 0;
    for (const { name } of tables) {
      const [row] =
        await sql`select t.version_id from ${sql(name)} t join publication using (version_id) limit 1`;
      if (!row) continue;
      tried += 1;
      await expect(sql`delete from ${sql(name)} where version_id = ${row.version_id}`).rejects.toMatchObject(
        refused,
      );
      await expect(
        sql`update ${sql(name)} set version_id = version_id where version_id = ${row.version_id}`,
      ).rejects.toMatchObject(refused);
    }
    expect(tried).toBeGreaterThan(15);
  });

  test('a draft can still be changed and thrown away', async () => {
    const { sql } = database;
    const path = writePlanFile(folder.path, 'konsep.geojsonl', [{ rings: [square(0, 0, 400)] }]);
    const { versionId } = await imported(sql, path, { layer: { layerId: 'konsep' } });
    await sql`update layer_version set label = 'lain' where version_id = ${versionId}`;
    expect((await sql`delete from zone where version_id = ${versionId}`).count).toBe(1);
    await expect(
      sql`update layer_version set version_id = '1000000000000003' where version_id = ${versionId}`,
    ).rejects.toThrow();
    expect((await sql`delete from layer_version where version_id = ${versionId}`).count).toBe(1);
  });
});
