import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importReportSchema } from '#domain/publication/import-report';
import { readMappingFile } from '#domain/publication/mapping-file';
import { imported, importFile, planFixture } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

/** Counts and areas of real plans. Areas are geodesic square metres; the tolerances are those of the assertions' digits. */
describe('real plans', () => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await createTemporaryDatabase();
  });
  afterAll(() => database.drop());

  test('25 RDTR polygons of Jakarta: official columns, overlay codes, prose and cut texts stay what they are', async () => {
    const { report, versionId } = await imported(database.sql, planFixture('rdtr_dki_sample25.geojson'), {
      layer: { layerId: 'rdtr-jakarta' },
    });
    expect(importReportSchema.safeParse(report).success).toBe(true);
    expect(report.counts).toEqual({ read: 25, accepted: 25, setAside: 0, repaired: 0 });
    expect(report.areas?.computedM2).toBeCloseTo(79_312.4, 0);
    expect(report.areas?.statedM2).toBeCloseTo(328_713, -2);
    expect(report.areas?.byClass.map((row) => [row.code, row.featureCount])).toEqual(
      expect.arrayContaining([
        ['R-1', 9],
        ['BJ', 8],
        ['K-3', 3],
        ['SPU-3', 1],
      ]),
    );
    expect(report.specialFields).toEqual([
      'KKOP_1',
      'LP2B_2',
      'KRB_03',
      'TOD_04',
      'TEB_05',
      'PUSLIT',
      'CAGBUD',
      'RESAIR',
      'KSMPDN',
      'HANKAM',
      'KKARST',
      'PTBGMB',
      'MGRSAT',
      'RDBUMI',
      'TPZ_00',
    ]);
    expect(report.texts.truncationSuspected.map((row) => row.field)).toContain('KDB');

    const rows = await database.sql`select * from zone where version_id = ${versionId} order by feature_no`;
    expect(rows[0]).toMatchObject({
      code: 'BJ',
      kodzon: 'BJ',
      namzon: 'Zona Badan Jalan',
      namszn: null,
      namobj: 'Badan Jalan',
      kodwp: 'I',
      kodswp: 'C',
      kodblk: '19',
      kodsbl: null,
      wadmkc: 'Kecamatan Kembangan',
      wadmkd: 'Kelurahan Kembangan Utara',
      remark: null,
      kodunk: 'BJ.41856',
      stated_area_ha: 0.09663,
      special: { KKOP_1: 'K01G', KRB_03: 'Kawasan Rawan Banjir - Sangat Tinggi' },
    });
    expect(rows[0]?.source_attributes).toMatchObject({
      KODSBL: 'Tidak Ada',
      REMARK: 'Tidak Ada',
      LP2B_2: 'Tidak Ada',
    });
    const prose = rows
      .map((row) => String(row.source_attributes.KDB))
      .filter((text) => text.startsWith('- Luas LP kurang dari'));
    expect(prose.length).toBeGreaterThan(0);
    expect(prose[0]).toHaveLength(254);
  });

  test('the RTRW of nine cities of Jawa Barat goes in by its NAMOBJ; five invalid rows keep their ground', async () => {
    const { report, versionId } = await imported(
      database.sql,
      planFixture('rtrw_pola_ruang_jabar_9kota.gpkg.zip'),
      {
        layer: { layerId: 'rtrw-jabar', kind: 'rtrw' },
      },
    );
    expect(report.counts).toEqual({ read: 1520, accepted: 1515, setAside: 5, repaired: 0 });
    expect(report.setAside.byReason).toEqual([{ reason: 'ringSelfIntersection', count: 5 }]);
    expect(report.areas?.computedM2).toBeCloseTo(1_320_038_145, -2);
    expect(report.overlaps).toMatchObject({ count: 5 });
    expect(report.overlaps?.totalM2).toBeLessThan(1);
    const cities = await database.sql`
      select source_attributes->>'WADMKK' as city, count(*)::int as count, round(sum(area_m2))::float8 as area
      from zone where version_id = ${versionId} group by 1 order by 1`;
    expect(cities.map((row) => [row.city, row.count, row.area])).toEqual([
      ['Kota Bandung', 41, 166_593_078],
      ['Kota Banjar', 95, 54_552_603],
      ['Kota Bekasi', 45, 213_035_842],
      ['Kota Bogor', 26, 111_365_716],
      ['Kota Cimahi', 19, 42_431_975],
      ['Kota Cirebon', 53, 336_251_398],
      ['Kota Depok', 33, 199_906_186],
      ['Kota Sukabumi', 952, 12_187_601],
      ['Kota Tasikmalaya', 251, 183_713_746],
    ]);
    const [ground] = await database.sql`
      select count(*)::int as count, bool_and(st_isvalid(footprint)) as valid from set_aside where version_id = ${versionId}`;
    expect(ground).toEqual({ count: 5, valid: true });
  }, 120_000);

  test('the untouched archive of Kota Cirebon loses its third and fourth ordinate, and that is said', async () => {
    const path = planFixture('RTRWP Kota Cirebon (asli, 4D XYZM).zip');
    const { report } = await imported(database.sql, path, {
      layer: { layerId: 'rtrw-cirebon', kind: 'rtrw' },
    });
    expect(report.counts).toEqual({ read: 10, accepted: 10, setAside: 0, repaired: 0 });
    expect(report.areas?.computedM2).toBeCloseTo(336_251_391, -2);
    expect(report.notices.map((notice) => [notice.code, notice.count])).toEqual(
      expect.arrayContaining([
        ['zDropped', 10],
        ['mDropped', 10],
      ]),
    );
  });

  test('14,592 zones of Chicago go in through a mapping file; each of the 258 invalid and 4 empty ones is named', async () => {
    const mapping = readMappingFile(readFileSync(planFixture('chicago-mapping.json'), 'utf8'), 'zones');
    if (!mapping.ok) throw new Error(mapping.problem.code);
    const { report, versionId } = await imported(
      database.sql,
      planFixture('chicago-zoning-2024-10-21.geojson.gz'),
      {
        layer: { layerId: 'chicago' },
        mapping: mapping.value,
      },
    );
    expect(report.counts).toEqual({ read: 14_592, accepted: 14_329, setAside: 263, repaired: 0 });
    expect(report.setAside.byReason).toEqual([
      { reason: 'ringSelfIntersection', count: 123 },
      { reason: 'selfIntersection', count: 94 },
      { reason: 'tooFewPoints', count: 39 },
      { reason: 'emptyGeometry', count: 4 },
      { reason: 'holeOutsideShell', count: 2 },
      { reason: 'zeroArea', count: 1 },
    ]);
    expect(report.setAside.list).toHaveLength(report.counts.setAside);
    expect(report.areas?.computedM2).toBeCloseTo(485_760_042, -2);
    expect(report.overlaps).toMatchObject({ count: 12_976, listCap: 20_000 });
    expect(report.overlaps?.list).toHaveLength(12_976);
    expect(report.overlaps?.totalM2).toBeCloseTo(262_756.6, 0);
    expect(report.duplicates).toMatchObject({ count: 2 });
    expect(report.gaps?.count).toBe(10_370);
    expect(report.outsideCity).toMatchObject({ count: 14_329 });
    const [rows] = await database.sql`
      select count(*)::int as zones, (select count(*)::int from set_aside where version_id = ${versionId}) as aside,
             (select count(*)::int from set_aside where version_id = ${versionId} and footprint is null) as without_ground
      from zone where version_id = ${versionId} and code is not null`;
    expect(rows).toEqual({ zones: 14_329, aside: 263, without_ground: 14 });
  }, 180_000);

  test('a plan of another city is listed as outside, and refused with --strict', async () => {
    const path = planFixture('rdtr_dki_sample25.geojson');
    const { report } = await imported(database.sql, path, { layer: { layerId: 'luar' } });
    expect(report.outsideCity).toMatchObject({ count: 25 });
    expect(
      await importFile(database.sql, path, { layer: { layerId: 'ketat' }, isStrict: true }),
    ).toMatchObject({
      problem: { code: 'outsideCity', params: { count: 25, city: 'Balikpapan' } },
    });
    expect(await database.sql`select 1 from layer where layer_id = 'ketat'`).toHaveLength(0);
  });
});
