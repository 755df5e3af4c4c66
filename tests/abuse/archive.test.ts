import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aZip, type ZipEntry } from '../support/a-zip.ts';
import { imported, importFile, planFixture } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const plan = {
  type: 'Feature',
  properties: { KODSZN: 'R-3' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [116.8, -1.2],
        [116.81, -1.2],
        [116.81, -1.19],
        [116.8, -1.19],
        [116.8, -1.2],
      ],
    ],
  },
};
const geojson = JSON.stringify(plan);

describe('hostile archives and files at the import door', () => {
  let database: TemporaryDatabase;
  let folder: TemporaryFolder;
  let mine: ReadonlySet<string>;
  beforeAll(async () => {
    database = await createTemporaryDatabase();
    folder = makeTemporaryFolder('hostile');
    mine = new Set(stagedFolders());
  });
  afterEach(async () => {
    // For every case: nothing half in the database, no folder left behind, no staging table.
    const layers = await database.sql`
      select layer_id from layer where not exists (select 1 from layer_version v where v.layer_id = layer.layer_id)`;
    expect(layers).toEqual([]);
    expect(stagedFolders().filter((name) => !mine.has(name))).toEqual([]);
  });
  afterAll(async () => {
    folder.remove();
    await database.drop();
  });

  function stagedFolders(): string[] {
    return readdirSync(tmpdir()).filter((name) => name.startsWith(`omod-import-${process.pid}-`));
  }

  function write(name: string, content: Buffer | string): string {
    const path = join(folder.path, name);
    writeFileSync(path, content);
    return path;
  }

  const importZip = (entries: ZipEntry[], limits = {}) =>
    importFile(database.sql, write('arsip.zip', aZip(entries)), { limits });

  test.each([
    ['parent folder', '../../app/server.geojson'],
    ['parent folder inside', 'rencana/../../x.geojson'],
    ['absolute path', '/etc/cron.d/x.geojson'],
    ['drive letter', 'C:/x.geojson'],
    ['backslash', '..\\..\\x.geojson'],
    ['NUL', 'a\0.geojson'],
    ['right-to-left override', 'rencana\u202enosjoeg.shp'],
    ['4 kB name', `${'a'.repeat(4000)}.geojson`],
  ])('ARC01 an entry with a %s is refused before anything is written', async (_kind, name) => {
    const result = await importZip([
      { name: 'baik.geojson', content: geojson },
      { name, content: geojson },
    ]);
    expect(result).toMatchObject({ ok: false, problem: { code: 'archiveUnsafe' } });
    expect(existsSync('/etc/cron.d/x.geojson')).toBe(false);
  });

  test('ARC01 a symbolic link, a device, an encrypted entry and two entries of one name are refused', async () => {
    for (const entry of [
      { name: 'tautan.geojson', content: '/etc/passwd', mode: 0o120777 },
      { name: 'gawai.geojson', content: '', mode: 0o020666 },
      { name: 'kunci.geojson', content: geojson, isEncrypted: true },
      { name: 'BAIK.geojson', content: geojson },
    ]) {
      const result = await importZip([{ name: 'baik.GEOJSON', content: geojson }, entry]);
      expect(result).toMatchObject({ ok: false, problem: { code: 'archiveUnsafe' } });
    }
  });

  test('ARC02 an archive that declares too much is refused before unpacking', async () => {
    const result = await importZip([{ name: 'besar.geojson', content: geojson, declaredSize: 0xfffffff0 }]);
    expect(result).toMatchObject({ ok: false, problem: { code: 'archiveTooLarge' } });
  });

  test('ARC02 zeros that unpack to more than the limit are stopped at the byte, honest or not', async () => {
    const zeros = Buffer.alloc(3_000_000);
    const limits = { inflatedBytes: 1_000_000 };
    expect(await importZip([{ name: 'nol.geojson', content: zeros }], limits)).toMatchObject({
      problem: { code: 'archiveTooLarge' },
    });
    const lying = await importZip([{ name: 'nol.geojson', content: zeros, declaredSize: 100 }], limits);
    expect(lying).toMatchObject({ ok: false, problem: { code: 'archiveDamaged' } });
  });

  test('ARC02 archives in archives share one budget, and a third level is refused', async () => {
    const level1 = aZip([{ name: 'a.geojson', content: geojson }]);
    const level2 = aZip([{ name: 'a.zip', content: level1 }]);
    const level3 = aZip([{ name: 'b.zip', content: level2 }]);
    expect(await importZip([{ name: 'dalam.zip', content: level1 }])).toMatchObject({ ok: true });
    expect(await importZip([{ name: 'c.zip', content: level3 }])).toMatchObject({
      problem: { code: 'archiveTooLarge', params: { detail: 'depth' } },
    });
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `${index}.zip`, content: level1 }));
    expect(await importZip(many, { archiveEntries: 60 })).toMatchObject({
      problem: { code: 'tooManyEntries' },
    });
  });

  test('ARC02 more entries than allowed are refused while the directory is read', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => ({ name: `${index}.txt` }));
    expect(await importZip(entries)).toMatchObject({
      problem: { code: 'tooManyEntries', params: { limit: 5000 } },
    });
  });

  test('ARC02 a gzip bomb is stopped at the limit', async () => {
    const { gzipSync } = await import('node:zlib');
    const path = write('bom.geojson.gz', gzipSync(Buffer.alloc(5_000_000, ' ')));
    expect(await importFile(database.sql, path, { limits: { inflatedBytes: 1_000_000 } })).toMatchObject({
      problem: { code: 'archiveTooLarge' },
    });
  });

  test('a cut or shredded archive is damaged, not a crash', async () => {
    const whole = aZip([{ name: 'a.geojson', content: geojson.repeat(50) }]);
    for (const bytes of [whole.subarray(0, 60), Buffer.concat([whole.subarray(0, 20), whole.subarray(90)])]) {
      expect(await importFile(database.sql, write('rusak.zip', bytes))).toMatchObject({
        problem: { code: 'archiveDamaged' },
      });
    }
  });

  test('an archive without a plan says so', async () => {
    expect(await importZip([{ name: 'baca.txt', content: 'halo' }])).toMatchObject({
      problem: { code: 'noDataset' },
    });
  });

  test('ARC04 mojibake, NUL, control characters and a 20 MB text are cleaned with their rows; the rest goes in', async () => {
    const rows = [
      { KODSZN: 'R-3', NAMOBJ: 'CafÃ© RÃ©gina' },
      { KODSZN: 'R-3\u0000', NAMOBJ: 'a\u0007b' },
      { KODSZN: 'R-3', NAMOBJ: 'x'.repeat(20_000_000) },
    ].map((properties) => JSON.stringify({ ...plan, properties }));
    const path = write('teks.geojsonl', `${rows.join('\n')}\n`);
    const { report, versionId } = await imported(database.sql, path, { layer: { layerId: 'teks' } });
    expect(report.texts.list).toEqual(
      expect.arrayContaining([
        { featureNo: 1, field: 'NAMOBJ', defect: 'mojibake' },
        { featureNo: 2, field: 'NAMOBJ', defect: 'control' },
        { featureNo: 3, field: 'NAMOBJ', defect: 'oversized' },
      ]),
    );
    const zones = await database.sql`
      select code, namobj, length(source_attributes->>'NAMOBJ') as kept from zone where version_id = ${versionId} order by feature_no`;
    expect(zones[0]).toMatchObject({ namobj: 'Café Régina' });
    expect(zones[2]?.kept).toBe(65_536);
  });

  test('ARC04 a DBF of 255 columns goes in with all of them', async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 255 }, (_, index) => [`K${index}`, String(index)]),
    );
    const source = write('lebar.geojson', JSON.stringify({ ...plan, properties }));
    const path = join(folder.path, 'lebar.shp');
    execFileSync('ogr2ogr', ['-f', 'ESRI Shapefile', path, source], { stdio: 'ignore' });
    const { versionId } = await imported(database.sql, path, {
      layer: { layerId: 'lebar' },
      mapping: { fields: { code: 'K7' }, constants: {} },
    });
    const [zone] =
      await database.sql`select code, source_attributes from zone where version_id = ${versionId}`;
    expect(zone?.code).toBe('7');
    expect(Object.keys(zone?.source_attributes as object)).toHaveLength(255);
  });

  test('ARC06 a GeoPackage with triggers, a hostile view and load_extension is read without running any of them', async () => {
    const source = write('asal.geojson', geojson);
    const path = join(folder.path, 'pemicu.gpkg');
    execFileSync('ogr2ogr', ['-f', 'GPKG', '-nln', 'zona', path, source]);
    const run = (sql: string): void => {
      execFileSync('ogrinfo', [path, '-sql', sql], { stdio: 'ignore' });
    };
    run(`create trigger jahat after insert on zona begin update zona set KODSZN = 'X'; end`);
    run(`create view curian as select load_extension('/tmp/jahat.so') as KODSZN, fid, geom from zona`);
    run(
      `create view tak_henti as with recursive n(i) as (select 1 union all select i + 1 from n) select i as fid from n`,
    );
    const before = readFileSync(path);
    const { report } = await imported(database.sql, path, { layer: { layerId: 'pemicu' } });
    expect(report.source.layer).toBe('zona');
    expect(report.counts).toMatchObject({ read: 1, accepted: 1 });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await importFile(database.sql, path, { sourceLayer: 'curian' })).toMatchObject({
      problem: { code: 'layerNotFound' },
    });
  });

  test.each([
    '/vsicurl/http://169.254.169.254/latest/meta-data',
    '/vsizip//vsicurl/http://169.254.169.254/x.zip',
    'http://127.0.0.1:5432/x.geojson',
    'PG:dbname=postgres',
    'file:///etc/passwd',
    '/tmp/vsizip/vsicurl/x',
  ])('ARC07 SSR01 the path %s is refused unopened', async (path) => {
    expect(await importFile(database.sql, path)).toMatchObject({ problem: { code: 'pathNotAllowed' } });
  });

  test('ARC07 a VRT that points elsewhere is no known format, and an archive with side files that redirect is refused', async () => {
    const target = planFixture('variants', 'kelurahan.geojson');
    const vrt = `<OGRVRTDataSource><OGRVRTLayer name="kelurahan"><SrcDataSource>${target}</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>`;
    for (const name of ['arah.vrt', 'arah.gml', 'arah.kml', 'arah.geojson']) {
      const result = await importFile(database.sql, write(name, vrt));
      expect(result).toMatchObject({ ok: false });
      expect(['unsupportedDriver', 'unreadable', 'noFeatures']).toContain(result.ok || result.problem.code);
    }
    for (const name of ['arah.vrt', 'x.ovr', 'x.aux', 'x.gfs']) {
      const result = await importZip([
        { name: 'a.geojson', content: geojson },
        { name, content: vrt },
      ]);
      expect(result).toMatchObject({ problem: { code: 'archiveUnsafe', params: { detail: 'redirecting' } } });
    }
  });

  test('SSR02 GML schemas, KML links and GeoJSON of a web service fetch nothing', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const files = {
      'jaring.gml': `<ogr:FeatureCollection xmlns:ogr="http://ogr/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:gml="http://www.opengis.net/gml" xmlns:xlink="http://www.w3.org/1999/xlink" xsi:schemaLocation="http://ogr/ ${url}/a.xsd"><gml:featureMember><ogr:zona xlink:href="${url}/b.gml"/></gml:featureMember></ogr:FeatureCollection>`,
      'jaring.kml': `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>${url}/c.kml</href></Link></NetworkLink></Document></kml>`,
      'luar.gml': `<!DOCTYPE x [<!ENTITY e SYSTEM "${url}/d">]><ogr:FeatureCollection xmlns:ogr="http://ogr/" xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><ogr:zona><ogr:n>&e;</ogr:n></ogr:zona></gml:featureMember></ogr:FeatureCollection>`,
    };
    for (const [name, content] of Object.entries(files)) {
      expect((await importFile(database.sql, write(name, content))).ok).toBe(false);
    }
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toEqual([]);
  });

  test('a billion laughs and an endless file are ended by a limit, and the process lives on', async () => {
    const entities = Array.from(
      { length: 12 },
      (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`,
    ).join('');
    const bomb = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities}]><ogr:FeatureCollection xmlns:ogr="http://ogr/" xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><ogr:zona><ogr:n>&e12;</ogr:n></ogr:zona></gml:featureMember></ogr:FeatureCollection>`;
    const laughing = await importFile(database.sql, write('tawa.gml', bomb), {
      limits: { inspectSeconds: 10, readSeconds: 10, memoryBytes: 1_500_000_000 },
    });
    expect(laughing.ok).toBe(false);
    const long = write('panjang.geojsonl', `${geojson}\n`.repeat(20_000));
    expect(await importFile(database.sql, long, { limits: { outputBytes: 500_000 } })).toMatchObject({
      problem: { code: 'outputTooLarge' },
    });
    expect(await importFile(database.sql, long, { limits: { memoryBytes: 90_000_000 } })).toMatchObject({
      ok: false,
    });
    expect(
      await imported(database.sql, write('baik.geojson', geojson), { layer: { layerId: 'baik' } }),
    ).toMatchObject({
      status: 'imported',
    });
  });
});
