import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aZip } from '../support/a-zip.ts';
import { imported, importFile, planFixture } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const reference = planFixture('variants', 'kelurahan.geojson');
const admin = { kind: 'admin' as const };

/** Files that are there, with what they need to be understood and the CRS that the report must name. */
const files: readonly (readonly [
  file: string,
  crs: string,
  wishes: { crs?: string; sourceLayer?: string },
])[] = [
  ['shp_wgs84_ok.zip', 'EPSG:4326', {}],
  ['shp_utm50s_ok.zip', 'EPSG:32750', {}],
  ['shp_dgn95_tm3_zone50.1_ok.zip', 'EPSG:23837', {}],
  ['shp_nested_two_layers_uppercase_ext.zip', 'EPSG:4326', { sourceLayer: 'KELURAHAN' }],
  ['shp_nested_two_layers_uppercase_ext.zip', 'EPSG:32750', { sourceLayer: 'kelurahan utm' }],
  ['kelurahan_utm50s.gpkg', 'EPSG:32750', {}],
  ['kelurahan.fgb', 'EPSG:4326', {}],
  ['kelurahan.kml', 'EPSG:4326', {}],
  ['kelurahan.kmz', 'EPSG:4326', {}],
  ['kelurahan.gml', 'EPSG:4326', {}],
  ['kelurahan_wkt.csv', 'EPSG:4326', { crs: 'EPSG:4326' }],
  ['kelurahan.geojsonl', 'EPSG:4326', {}],
  ['geojson_utf8_bom.geojson', 'EPSG:4326', {}],
  ['geojson_3d_z.geojson', 'EPSG:4979', {}],
];

/** Coordinate systems that old and official Indonesian files come in; the files are made here. */
const systems = ['EPSG:9490', 'EPSG:9470', 'EPSG:23880', 'EPSG:23837', 'EPSG:23838', 'EPSG:32750'];

describe('one plan in every format and coordinate system', () => {
  let database: TemporaryDatabase;
  let folder: TemporaryFolder;
  let referenceVersion: string;
  beforeAll(async () => {
    database = await createTemporaryDatabase();
    folder = makeTemporaryFolder('formats');
    ({ versionId: referenceVersion } = await imported(database.sql, reference, {
      layer: { ...admin, layerId: 'asal' },
    }));
  });
  afterAll(async () => {
    folder.remove();
    await database.drop();
  });

  /** Largest Hausdorff distance between a polygon and the reference one of the same name, metres in EPSG:32750. */
  async function expectSamePolygons(versionId: string): Promise<void> {
    const [row] = await database.sql`
      select count(*)::int as count,
             max(st_hausdorffdistance(st_transform(a.geom, 32750), st_transform(b.geom, 32750))) as distance,
             max(abs(a.area_m2 - b.area_m2) / b.area_m2) as area_ratio
      from admin_area a join admin_area b using (name)
      where a.version_id = ${versionId} and b.version_id = ${referenceVersion}`;
    expect(row?.count).toBe(34);
    expect(row?.distance).toBeLessThan(1);
    expect(row?.area_ratio).toBeLessThan(1e-4);
  }

  test.each(files)('%s (%s) gives the same 34 polygons within a metre', async (file, crs, wishes) => {
    const { versionId, report } = await imported(database.sql, planFixture('variants', file), {
      ...wishes,
      layer: { ...admin, layerId: `${file}-${crs}` },
    });
    expect(report.source.crs).toBe(crs);
    expect(report.counts).toEqual({ read: 34, accepted: 34, setAside: 0, repaired: 0 });
    await expectSamePolygons(versionId);
  });

  test.each(systems)('a GeoPackage in %s gives the same 34 polygons within a metre', async (crs) => {
    const path = join(folder.path, `${crs.replace(':', '')}.gpkg`);
    execFileSync('ogr2ogr', ['-f', 'GPKG', '-t_srs', crs, path, reference]);
    const { versionId, report } = await imported(database.sql, path, { layer: { ...admin, layerId: crs } });
    expect(report.source).toMatchObject({ crs, crsFrom: 'file' });
    expect(report.notices.map((notice) => notice.code)).not.toContain('crsNotExpected');
    await expectSamePolygons(versionId);
  });

  test('a zipped File Geodatabase inside a folder and a second zip goes in', async () => {
    const geodatabase = join(folder.path, 'rencana.gdb');
    execFileSync('ogr2ogr', [
      '-f',
      'OpenFileGDB',
      '-nln',
      'KELURAHAN_AR',
      '-t_srs',
      'EPSG:9490',
      geodatabase,
      reference,
    ]);
    const entries = readdirSync(geodatabase).map((name) => ({
      name: `Data Rencana/rencana.gdb/${name}`,
      content: readFileSync(join(geodatabase, name)),
    }));
    const path = join(folder.path, 'rencana.zip');
    writeFileSync(path, aZip([{ name: 'kirim/dalam.zip', content: aZip(entries) }]));
    const { versionId, report } = await imported(database.sql, path, { layer: { ...admin, layerId: 'gdb' } });
    expect(report.source).toMatchObject({ format: 'OpenFileGDB', layer: 'KELURAHAN_AR', crs: 'EPSG:9490' });
    await expectSamePolygons(versionId);
  });

  test('GeoJSON packed with gzip goes in', async () => {
    const path = join(folder.path, 'kelurahan.geojson.gz');
    const { gzipSync } = await import('node:zlib');
    writeFileSync(path, gzipSync(readFileSync(reference)));
    const { versionId } = await imported(database.sql, path, { layer: { ...admin, layerId: 'gzip' } });
    await expectSamePolygons(versionId);
  });

  test('a drawing (DXF) goes in with --crs only; its closed lines become polygons and that is said', async () => {
    const path = join(folder.path, 'gambar.dxf');
    execFileSync('ogr2ogr', ['-f', 'DXF', '-t_srs', 'EPSG:32750', '-nlt', 'LINESTRING', path, reference]);
    const wishes = { layer: { layerId: 'dxf' }, mapping: { fields: { code: 'Layer' }, constants: {} } };
    expect(await importFile(database.sql, path, wishes)).toMatchObject({
      ok: false,
      problem: { code: 'noCrs' },
    });
    const { report } = await imported(database.sql, path, { ...wishes, crs: 'EPSG:32750' });
    expect(report.counts.accepted).toBe(34);
    // One kelurahan has a hole and is drawn as a hatch, which is a polygon already.
    const notices = Object.fromEntries(report.notices.map((notice) => [notice.code, notice.count]));
    expect(notices).toMatchObject({ linesClosedToPolygons: 33, crsFromOption: 1 });
    expect((report.areas?.computedM2 ?? 0) / 511_000_000).toBeCloseTo(1, 2);
  });

  test('a nested archive with two layers asks which one', async () => {
    const result = await importFile(
      database.sql,
      planFixture('variants', 'shp_nested_two_layers_uppercase_ext.zip'),
      {
        layer: admin,
      },
    );
    expect(result).toMatchObject({
      problem: { code: 'layerChoiceNeeded', params: { layers: 'KELURAHAN | kelurahan utm' } },
    });
  });

  test('a file without CRS is refused, never guessed; a CRS against the file’s own word is refused too', async () => {
    const csv = planFixture('variants', 'kelurahan_wkt.csv');
    expect(await importFile(database.sql, csv, { layer: admin })).toMatchObject({
      problem: { code: 'noCrs' },
    });
    expect(await importFile(database.sql, csv, { layer: admin, crs: 'UTM 50' })).toMatchObject({
      problem: { code: 'crsUnknown' },
    });
    expect(await importFile(database.sql, csv, { layer: admin, crs: 'EPSG:999999' })).toMatchObject({
      problem: { code: 'crsUnknown' },
    });
    const zip = planFixture('variants', 'shp_utm50s_ok.zip');
    expect(await importFile(database.sql, zip, { layer: admin, crs: 'EPSG:23837' })).toMatchObject({
      problem: { code: 'crsConflict', params: { own: 'EPSG:32750' } },
    });
  });

  test('a dropped height is a notice with its count', async () => {
    const { report } = await imported(database.sql, planFixture('variants', 'geojson_3d_z.geojson'), {
      layer: { ...admin, layerId: 'z' },
    });
    expect(report.notices).toContainEqual({ code: 'zDropped', count: 34, detail: '3D Polygon' });
  });

  test('GEO01 swapped axes and GEO04 metres as degrees are named, not mended', async () => {
    const swap = (rows: unknown): unknown =>
      Array.isArray(rows) ? (typeof rows[0] === 'number' ? [rows[1], rows[0]] : rows.map(swap)) : rows;
    const plan = JSON.parse(readFileSync(reference, 'utf8'));
    for (const feature of plan.features) feature.geometry.coordinates = swap(feature.geometry.coordinates);
    const path = join(folder.path, 'tertukar.geojson');
    writeFileSync(path, JSON.stringify(plan));
    expect(await importFile(database.sql, path, { layer: admin })).toMatchObject({
      problem: { code: 'axesSwapped' },
    });
    const metres = join(folder.path, 'meter.csv');
    writeFileSync(
      metres,
      'nama,WKT\nA,"POLYGON((480000 9860000,480100 9860000,480100 9860100,480000 9860000))"\n',
    );
    const wishes = {
      crs: 'EPSG:4326',
      layer: { layerId: 'm' },
      mapping: { fields: { code: 'nama' }, constants: {} },
    };
    expect(await importFile(database.sql, metres, wishes)).toMatchObject({
      problem: { code: 'coordinatesOutOfRange' },
    });
    expect(await imported(database.sql, metres, { ...wishes, crs: 'EPSG:32750' })).toMatchObject({
      status: 'imported',
    });
  });
});
