import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportText } from '#domain/publication/report-text';
import { type PlanRow, square, writePlanFile } from '../support/a-plan-file.ts';
import { imported, importFile } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const bowTie: PlanRow['rings'] = [
  [
    [500, 0],
    [600, 100],
    [600, 0],
    [500, 100],
    [500, 0],
  ],
];

/** A hectare drawn at 1.2° S is that much smaller by the ellipsoid; areas are asserted to half a percent. */
const about = (expected: number) => ({
  asymmetricMatch: (actual: unknown) =>
    typeof actual === 'number' && Math.abs(actual - expected) <= expected * 0.01,
  toString: () => `about ${expected}`,
});

describe('what an import finds', () => {
  let database: TemporaryDatabase;
  let folder: TemporaryFolder;
  beforeAll(async () => {
    database = await createTemporaryDatabase();
    folder = makeTemporaryFolder('findings');
  });
  afterAll(async () => {
    folder.remove();
    await database.drop();
  });

  const plan = (name: string, rows: readonly PlanRow[]) =>
    writePlanFile(folder.path, `${name}.geojsonl`, rows);

  test('an overlap, a gap, a duplicate and a sliver are found with their rows, areas and places', async () => {
    const path = plan('temuan', [
      { rings: [square(0, 0, 100)] },
      { rings: [square(90, 0, 100)] },
      { rings: [square(300, 0, 100), square(330, 30, 20)] },
      { rings: [square(1000, 0, 50)] },
      { rings: [square(1000, 0, 50)] },
      {
        rings: [
          [
            [2000, 0],
            [2100, 0],
            [2100, 0.5],
            [2000, 0.5],
            [2000, 0],
          ],
        ],
      },
    ]);
    const { report } = await imported(database.sql, path, { layer: { layerId: 'temuan' } });
    expect(report.overlaps).toMatchObject({ count: 1, list: [{ featureNos: [1, 2], areaM2: about(1000) }] });
    expect(report.gaps).toMatchObject({ count: 1, list: [{ featureNos: [], areaM2: about(400) }] });
    expect(report.duplicates).toMatchObject({
      count: 1,
      list: [{ featureNos: [4, 5], areaM2: about(2500) }],
    });
    expect(report.slivers).toMatchObject({ count: 1, list: [{ featureNos: [6], areaM2: about(50) }] });
    const [lng, lat] = report.overlaps?.list[0]?.at ?? [0, 0];
    expect(lng).toBeCloseTo(116.8 + 95 / 111_319, 5);
    expect(lat).toBeCloseTo(-1.2 + 50 / 111_319, 5);
    const text = reportText(report);
    for (const word of [
      'Tumpang tindih 1',
      'Celah         1',
      'Poligon ganda 1',
      'Serpihan      1',
      'baris 4, 5',
    ]) {
      expect(text).toContain(word);
    }
  });

  test('an island inside a hole is no gap, and ground of a row set aside is none either', async () => {
    const path = plan('pulau', [
      { rings: [square(0, 0, 100), square(30, 30, 20)] },
      { rings: [square(30, 30, 20)] },
      {
        rings: [
          square(200, 0, 100),
          [
            [220, 20],
            [240, 20],
            [240, 40],
            [220, 40],
            [220, 20],
          ],
        ],
      },
      {
        rings: [
          [
            [220, 20],
            [240, 20],
            [240, 40],
            [220, 40],
            [220, 20],
            [220, 20],
            [230, 20],
            [220, 20],
          ],
        ],
      },
    ]);
    const { report } = await imported(database.sql, path, { layer: { layerId: 'pulau' } });
    expect(report.counts).toMatchObject({ accepted: 3, setAside: 1 });
    expect(report.gaps?.count).toBe(0);
  });

  test('without --repair an invalid row is set aside with reason, point and footprint; the rest goes in', async () => {
    const path = plan('rusak', [{ rings: [square(0, 0, 100)] }, { rings: bowTie }, { rings: null }]);
    const { report, versionId } = await imported(database.sql, path, { layer: { layerId: 'rusak' } });
    expect(report.counts).toEqual({ read: 3, accepted: 1, setAside: 2, repaired: 0 });
    expect(report.setAside.list.map((row) => [row.featureNo, row.reason])).toEqual([
      [2, 'selfIntersection'],
      [3, 'emptyGeometry'],
    ]);
    expect(report.setAside.list[0]?.at?.[0]).toBeCloseTo(116.8 + 550 / 111_319, 5);
    const rows = await database.sql`
      select feature_no, st_area(footprint::geography) as area from set_aside where version_id = ${versionId} order by 1`;
    expect(rows[0]?.area).toEqual(about(5000));
    expect(rows[1]?.area).toBeNull();
  });

  test('with --repair each repair is listed with method and change of area, and it is another version', async () => {
    const path = plan('baik', [{ rings: [square(0, 0, 100)] }, { rings: bowTie }, { rings: null }]);
    const plain = await imported(database.sql, path, { layer: { layerId: 'baik' } });
    const { report, versionId } = await imported(database.sql, path, {
      layer: { layerId: 'baik' },
      isRepairing: true,
    });
    expect(versionId).not.toBe(plain.versionId);
    expect(report.counts).toEqual({ read: 3, accepted: 2, setAside: 1, repaired: 1 });
    expect(report.repairs.list).toMatchObject([
      {
        featureNo: 2,
        reason: 'selfIntersection',
        method: 'ST_MakeValid structure',
        areaAfterM2: about(5000),
      },
    ]);
    const [repair] = report.repairs.list;
    expect(repair?.changeM2).toBeCloseTo((repair?.areaAfterM2 ?? 0) - (repair?.areaBeforeM2 ?? 0), 6);
    expect(reportText(report)).toContain('Diperbaiki    baris 2: selfIntersection');
  });

  test('stated area is kept beside the computed one; what differs is counted, not corrected', async () => {
    const path = plan('luas', [
      { rings: [square(0, 0, 100)], properties: { LUASHA: 1 } },
      { rings: [square(200, 0, 100)], properties: { LUASHA: '2,39' } },
      { rings: [square(400, 0, 100)], properties: { LUASHA: null, KODSZN: 'K-1' } },
    ]);
    const { report, versionId } = await imported(database.sql, path, { layer: { layerId: 'luas' } });
    expect(report.areas).toMatchObject({ statedM2: 33_900, rowsWithoutStated: 1, rowsThatDiffer: 1 });
    expect(report.areas?.byClass.find((row) => row.code === 'K-1')).toMatchObject({
      statedM2: null,
      differencePct: null,
    });
    const rows =
      await database.sql`select stated_area_ha, area_m2 from zone where version_id = ${versionId} order by feature_no`;
    expect(rows.map((row) => row.stated_area_ha)).toEqual([1, 2.39, null]);
    expect(rows[1]?.area_m2).toEqual(about(10_000));
  });

  test('codes are compared with the rule set of the layer: unknown ones and known ones without a rule', async () => {
    await database.sql`insert into layer (layer_id, kind, title) values ('aturan', 'rules', 'Aturan uji')`;
    await database.sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report)
      values ('00000000000000aa', 'aturan', 'uji', 'uji', ${'0'.repeat(64)}, 'csv', 0, '{}')`;
    await database.sql`insert into regulation (version_id, regulation_id, kind, title) values ('00000000000000aa', 'rdtr', 'contoh', 'Uji')`;
    await database.sql`insert into legal_source (version_id, source_id, regulation_id, article) values ('00000000000000aa', 's', 'rdtr', 'Pasal 1')`;
    for (const code of ['R-3', 'K-1']) {
      await database.sql`
        insert into zone_code (version_id, regulation_id, code, zone_name, category) values ('00000000000000aa', 'rdtr', ${code}, 'Zona', 'budi daya')`;
    }
    await database.sql`
      insert into intensity_rule (version_id, regulation_id, zone_code, measure, operator, value, source_id)
      values ('00000000000000aa', 'rdtr', 'R-3', 'kdb', 'max', 60, 's')`;
    const path = plan('kode', [
      { rings: [square(0, 0, 100)] },
      { rings: [square(100, 0, 100)], properties: { KODSZN: 'K-1' } },
      { rings: [square(200, 0, 100)], properties: { KODSZN: 'RTH-23' } },
    ]);
    const layer = { layerId: 'kode', rulesLayerId: 'aturan', regulationId: 'rdtr' };
    const { report } = await imported(database.sql, path, { layer });
    expect(report.codes).toMatchObject({
      rulesLayerId: 'aturan',
      unknown: [{ code: 'RTH-23', featureCount: 1 }],
      withoutRules: [{ code: 'K-1', featureCount: 1 }],
    });
    expect(
      await importFile(database.sql, path, { layer: { ...layer, layerId: 'y', rulesLayerId: 'tiada' } }),
    ).toMatchObject({
      problem: { code: 'rulesLayerUnknown' },
    });
  });

  test('levels of an overlay are compared with those that the rule set names', async () => {
    await database.sql`
      insert into overlay_effect (version_id, regulation_id, theme, level_code, effect, body, source_id)
      values ('00000000000000aa', 'rdtr', 'banjir', 'tinggi', 'prohibition', 'Tidak untuk bangunan', 's'),
             ('00000000000000aa', 'rdtr', 'banjir', 'rendah', 'text', 'Tanpa batasan', 's')`;
    const path = plan('tingkat', [
      { rings: [square(0, 0, 100)], properties: { TINGKAT: 'Tinggi ' } },
      { rings: [square(100, 0, 100)], properties: { TINGKAT: 'rendah' } },
      { rings: [square(200, 0, 100)], properties: { TINGKAT: 'Kelas 3' } },
    ]);
    const bound = { rulesLayerId: 'aturan', regulationId: 'rdtr' };
    const layer = { ...bound, layerId: 'tingkat', kind: 'overlay', theme: 'banjir' } as const;
    const { report } = await imported(database.sql, path, { layer, coverage: { from: 'wholeCity' } });
    expect(report.codes).toMatchObject({
      rulesLayerId: 'aturan',
      unknown: [{ code: 'Kelas 3', featureCount: 1 }],
      withoutRules: [],
    });
  });

  test('a column of special provisions that nobody filled does not speak, and the report names it', async () => {
    const path = plan('ketentuan-kosong', [
      { rings: [square(0, 0, 100)], properties: { KKOP_1: null, LP2B_2: 'Tidak Ada', KRB_03: '' } },
    ]);
    const { report, versionId } = await imported(database.sql, path, {
      layer: { layerId: 'ketentuan-kosong' },
    });
    expect(report.notices).toContainEqual({
      code: 'specialFieldsSilent',
      count: 2,
      detail: 'KKOP_1, KRB_03',
    });
    const [version] = await database.sql<{ fields: string[] }[]>`
      select special_fields as fields from layer_version where version_id = ${versionId}`;
    expect(version?.fields).toEqual(['LP2B_2']);
  });

  test('a width that no road reserve has is left out and named', async () => {
    const widths = [12, 0, -9999, 500, null];
    const features = widths.map((RUMIJA, index) => ({
      type: 'Feature',
      properties: { FGSJLN: 'AP', NAMRJL: `Jalan ${index + 1}`, RUMIJA },
      geometry: {
        type: 'LineString',
        coordinates: [
          [116.8, -1.2 + index / 1000],
          [116.801, -1.2 + index / 1000],
        ],
      },
    }));
    const path = join(folder.path, 'lebar.geojson');
    writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
    const { report, versionId } = await imported(database.sql, path, {
      coverage: { from: 'wholeCity' },
      layer: { layerId: 'lebar', kind: 'road' },
    });
    expect(report.notices).toContainEqual({
      code: 'roadWidthsLeftOut',
      count: 3,
      detail: '2: 0, 3: -9999, 4: 500',
    });
    expect(reportText(report)).toMatch(
      /Lebar rumija nol, negatif atau tidak masuk akal .*: 2: 0, 3: -9999, 4: 500 \(3\)/,
    );
    const rows = await database.sql<{ width: number | null }[]>`
      select row_width_m as width from road where version_id = ${versionId} order by feature_no`;
    expect(rows.map(({ width }) => width)).toEqual([12, null, null, null, null]);
    // By whatever way a row comes.
    await expect(
      database.sql`
        insert into road (version_id, feature_no, road_class, row_width_m, geom)
        select version_id, 9, road_class, 0, geom from road where version_id = ${versionId} and feature_no = 1`,
    ).rejects.toMatchObject({ constraint_name: 'road_row_width_m_check' });
  });

  test('a layer takes one kind only, and a file without a code column names its columns', async () => {
    const path = plan('jenis', [{ rings: [square(0, 0, 100)] }]);
    await imported(database.sql, path, { layer: { layerId: 'jenis' } });
    expect(await importFile(database.sql, path, { layer: { layerId: 'jenis', kind: 'rtrw' } })).toMatchObject(
      {
        problem: { code: 'layerKindMismatch' },
      },
    );
    expect(
      await importFile(database.sql, path, {
        layer: { layerId: 'bidang', kind: 'parcel' },
        coverage: { from: 'wholeCity' },
      }),
    ).toMatchObject({
      problem: { code: 'fieldsUnknown', params: { wanted: 'nib', found: 'KODSZN' } },
    });
  });

  test('the version is named by its content: the order of rows does not matter, a moved point does', async () => {
    const rows: PlanRow[] = [
      { rings: [square(0, 0, 100)] },
      { rings: [square(100, 0, 100)], properties: { KODSZN: 'K-1' } },
    ];
    const first = await imported(database.sql, plan('urut', rows), { layer: { layerId: 'urut' } });
    const turned = await imported(database.sql, plan('balik', [...rows].reverse()), {
      layer: { layerId: 'urut' },
    });
    expect(turned).toMatchObject({ status: 'alreadyImported', versionId: first.versionId });
    const moved = await imported(
      database.sql,
      plan('geser', [{ rings: [square(0.1, 0, 100)] }, rows[1] as PlanRow]),
      {
        layer: { layerId: 'urut' },
      },
    );
    expect(moved.versionId).not.toBe(first.versionId);
    const elsewhere = await imported(database.sql, plan('urut', rows), { layer: { layerId: 'lain' } });
    expect(elsewhere.versionId).not.toBe(first.versionId);
  });

  test('overlays go in with their theme, level and small pieces that cover them', async () => {
    const path = plan('banjir', [
      { rings: [square(0, 0, 5000)], properties: { TINGKAT: 'Tinggi', NAMOBJ: 'Rawan banjir' } },
    ]);
    const { versionId } = await imported(database.sql, path, {
      coverage: { from: 'wholeCity' },
      layer: { layerId: 'banjir', kind: 'overlay', theme: 'banjir', isDemo: true },
    });
    const [row] = await database.sql`
      select theme, level_code, name, is_demo, st_area(geom::geography) as area,
             (select sum(st_area(p.geom::geography)) from overlay_piece p where p.overlay_id = o.overlay_id) as pieces
      from overlay_area o where version_id = ${versionId}`;
    expect(row).toMatchObject({ theme: 'banjir', level_code: 'Tinggi', name: 'Rawan banjir', is_demo: true });
    expect(row?.pieces).toBeCloseTo(row?.area, 0);
  });
});
