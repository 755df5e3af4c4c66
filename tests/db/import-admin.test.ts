import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importReportSchema } from '#domain/publication/import-report';
import { imported, importFile, planFixture } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const source = planFixture('balikpapan_admin.gpkg');

describe('the administrative areas of Balikpapan', () => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await createTemporaryDatabase();
  });
  afterAll(() => database.drop());

  test('34 kelurahan go in with codes, their kecamatan, aliases and geodesic areas', async () => {
    const { report, versionId } = await imported(database.sql, source, {
      sourceLayer: 'kelurahan',
      layer: { layerId: 'kelurahan', kind: 'admin' },
      mapping: { fields: {}, constants: {}, aliases: { 'Sungai Nangka': ['Sungainangka'] } },
    });
    expect(importReportSchema.safeParse(report).success).toBe(true);
    expect(report.counts).toEqual({ read: 34, accepted: 34, setAside: 0, repaired: 0 });
    expect(report.areas?.computedM2).toBeCloseTo(511_206_571, -2);
    expect(report.areas?.statedM2).toBeCloseTo(510_800_900, -2);
    const rows = await database.sql`select * from admin_area where version_id = ${versionId}`;
    expect(rows).toHaveLength(34);
    expect(new Set(rows.map((row) => row.parent_name)).size).toBe(6);
    const manggar = rows.find((row) => row.code === '64.71.01.1001');
    expect(manggar).toMatchObject({ level: 'kelurahan', name: 'Manggar', parent_name: 'Balikpapan Timur' });
    expect(rows.find((row) => row.name === 'Sungai Nangka')?.aliases).toContain('Sungainangka');
  });

  test('6 kecamatan and the city come from the other layers of the same file', async () => {
    const kecamatan = await imported(database.sql, source, {
      sourceLayer: 'kecamatan',
      layer: { layerId: 'kecamatan', kind: 'admin' },
    });
    expect(kecamatan.report.counts.accepted).toBe(6);
    expect(kecamatan.report.areas?.byClass.map((row) => row.code)).toEqual(['kecamatan']);
    const kota = await imported(database.sql, source, {
      sourceLayer: 'kota',
      layer: { layerId: 'kota', kind: 'admin' },
    });
    expect(kota.report.areas?.byClass).toMatchObject([{ code: 'kota', featureCount: 1 }]);
  });

  test('a file with several layers is refused until one is chosen, and all are named', async () => {
    const result = await importFile(database.sql, source, { layer: { layerId: 'x', kind: 'admin' } });
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'layerChoiceNeeded', params: { layers: 'kota | kecamatan | kelurahan' } },
    });
    expect(await database.sql`select 1 from layer where layer_id = 'x'`).toHaveLength(0);
  });

  test('ARC09 the same content twice is the same version and is said to be there already', async () => {
    const wishes = { sourceLayer: 'kecamatan', layer: { layerId: 'dua-kali', kind: 'admin' as const } };
    const first = await imported(database.sql, source, wishes);
    const second = await imported(database.sql, source, wishes);
    expect(first.status).toBe('imported');
    expect(second).toMatchObject({ status: 'alreadyImported', versionId: first.versionId });
    const rows = await database.sql`select 1 from admin_area where version_id = ${first.versionId}`;
    expect(rows).toHaveLength(6);
  });
});
