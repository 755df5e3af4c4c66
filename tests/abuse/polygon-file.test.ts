import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemText } from '#domain/publication/problem-texts';
import { inspectDataset } from '../../server/features/imports/gdal/inspect-source.ts';
import { defaultLimits, readPolygonFile } from '../../server/features/imports/index.ts';
import { stageSource } from '../../server/features/imports/stage-source.ts';
import { aZip } from '../support/a-zip.ts';
import { importFile } from '../support/import-fixture.ts';
import { createTemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const bowTie = JSON.stringify({
  type: 'Feature',
  properties: { KODSZN: 'R-3' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [116.831, -1.276],
        [116.832, -1.275],
        [116.832, -1.276],
        [116.831, -1.275],
        [116.831, -1.276],
      ],
    ],
  },
});

let folder: TemporaryFolder;
beforeAll(() => {
  folder = makeTemporaryFolder('plot');
});
afterAll(() => folder.remove());

/** A GeoPackage of the bow tie whose layer bears the given name, then changed by the given statements. */
function geoPackage(name: string, layer: string, statements: readonly string[] = []): Buffer {
  const source = join(folder.path, 'bow.geojson');
  const target = join(folder.path, name);
  writeFileSync(source, bowTie);
  execFileSync('ogr2ogr', ['-f', 'GPKG', target, source, '-nln', 'zona'], { stdio: 'ignore' });
  const renamed = layer === 'zona' ? [] : [`ALTER TABLE zona RENAME TO "${layer}"`];
  for (const sql of [...renamed, ...statements]) {
    execFileSync('ogrinfo', [target, '-update', '-sql', sql], { stdio: 'ignore' });
  }
  return readFileSync(target);
}
const endlessView = [
  'CREATE VIEW slow AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM r WHERE x<1000000000000) SELECT 1 AS fid, (SELECT geom FROM zona) AS geom FROM (SELECT count(*) n FROM r) WHERE n>0',
  "INSERT INTO gpkg_contents(table_name,data_type,identifier,srs_id) VALUES('slow','features','slow',4326)",
  "INSERT INTO gpkg_geometry_columns VALUES('slow','geom','POLYGON',4326,0,0)",
];
const read = (name: string, bytes: Uint8Array | string, signal?: AbortSignal) =>
  readPolygonFile({ name, bytes: Buffer.from(bytes), crs: null }, signal);
const codeOf = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const answer = await read(name, bytes);
  return answer.ok ? 'read' : answer.problem.code;
};

describe('a layer name is never an option of the reader', () => {
  test.each(['-makevalid', '--formats', '-skipfailures'])('a table called %s is refused', async (layer) => {
    expect(await codeOf('a.gpkg', geoPackage(`name${layer}.gpkg`, layer))).toBe('layerNameNotAllowed');
  });
  test('nor for the plan of an import', async () => {
    const database = await createTemporaryDatabase();
    try {
      geoPackage('plan.gpkg', '-makevalid');
      const outcome = await importFile(database.sql, join(folder.path, 'plan.gpkg'));
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'layerNameNotAllowed' } });
    } finally {
      await database.drop();
    }
  });
});

describe('one upload costs one limited reading', () => {
  test('a GeoPackage with a query in it is refused before GDAL opens it', async () => {
    const start = performance.now();
    expect(await codeOf('a.gpkg', geoPackage('view.gpkg', 'zona', endlessView))).toBe('viewNotAllowed');
    expect(await codeOf('a.kml', readFileSync(join(folder.path, 'view.gpkg')))).toBe('viewNotAllowed');
    expect(performance.now() - start).toBeLessThan(20_000);
  });
  test('a GeoPackage of many tables and no query is read', async () => {
    const many = Array.from(
      { length: 16 },
      (_, n) => `CREATE TABLE t${n} (note TEXT /* ${'x'.repeat(1_200)} */)`,
    );
    expect(await codeOf('a.gpkg', geoPackage('tables.gpkg', 'zona', many))).toBe('read');
    const last = ['CREATE VIEW v AS SELECT 1'];
    expect(await codeOf('a.gpkg', geoPackage('late.gpkg', 'zona', [...many, ...last]))).toBe(
      'viewNotAllowed',
    );
  }, 60_000);
  test('the time of all children together ends the one that runs', async () => {
    writeFileSync(join(folder.path, 'endless.gpkg'), geoPackage('endless.gpkg', 'zona', endlessView));
    const source = await stageSource(join(folder.path, 'endless.gpkg'), defaultLimits);
    const start = performance.now();
    const limits = { ...defaultLimits, signal: AbortSignal.timeout(500) };
    try {
      await expect(inspectDataset(source.datasets[0]!, source.folder, limits)).rejects.toMatchObject({
        problem: { code: 'timeLimit' },
      });
      expect(performance.now() - start).toBeLessThan(20_000);
    } finally {
      await source.cleanUp();
    }
  });
  test('at most three datasets', async () => {
    const entries = Array.from({ length: 4 }, (_, n) => ({ name: `a${n}.geojson`, content: bowTie }));
    expect(await codeOf('a.zip', aZip(entries))).toBe('tooManyEntries');
  });
  test('who leaves takes the reader along', async () => {
    const gone = AbortSignal.abort();
    const start = performance.now();
    const answer = await read('a.geojson', bowTie, gone);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'timeLimit' } });
    expect(performance.now() - start).toBeLessThan(10_000);
    expect((await read('a.geojson', bowTie, new AbortController().signal)).ok).toBe(true);
  });
});

describe('the name and the folder of an upload', () => {
  test.each([
    '..',
    '.',
    '../../x.geojson',
    '-makevalid.geojson',
    'a.geojson',
    'a b.GeoJSON',
    'x'.repeat(900),
  ])('whatever its name (%s), a readable outline is read', async (name) =>
    expect(await codeOf(name, bowTie)).toBe('read'),
  );
  test('a file where the archive has a folder is refused by name', async () => {
    const zip = aZip([
      { name: 'a.geojson', content: bowTie },
      { name: 'a.geojson/b.geojson', content: bowTie },
    ]);
    expect(await codeOf('a.zip', zip)).toBe('archiveUnsafe');
    const nested = aZip([
      { name: 'a.zip', content: aZip([{ name: 'b.geojson', content: bowTie }]) },
      { name: 'a.zip.d/b.geojson', content: bowTie },
    ]);
    expect(await codeOf('a.zip', nested)).toBe('archiveUnsafe');
  });
  test('GEO07 an open ring is refused as in a drawn polygon, also of a part or a hole; labels beside it are not asked about', async () => {
    const shell = [
      [116.83, -1.27],
      [116.84, -1.27],
      [116.84, -1.26],
      [116.83, -1.26],
      [116.83, -1.27],
    ];
    const hole = [
      [116.832, -1.268],
      [116.834, -1.268],
      [116.834, -1.266],
    ];
    const file = (...coordinates: number[][][]) =>
      JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } });
    expect(await codeOf('a.geojson', file(shell))).toBe('read');
    expect(await codeOf('b.geojson', file(shell.slice(0, -1)))).toBe('outlineBroken');
    expect(await codeOf('c.geojson', file(shell, hole))).toBe('outlineBroken');
    const label = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [116.83, -1.27] },
    };
    const features = [JSON.parse(file(shell)), label];
    expect(await codeOf('d.geojson', JSON.stringify({ type: 'FeatureCollection', features }))).toBe('read');
  });
  test('no path, option or word of the reader reaches the sender', async () => {
    const files: [string, string | Uint8Array][] = [
      ['a.gpkg', Buffer.from('SQLite format 3\0 and no more')],
      ['a.zip', 'PK\x03\x04aaaa'],
      ['a.kml', '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'],
      ['a.csv', 'WKT\n"POLYGON((0 0"\n'],
      ['a.geojson', '{"type":"FeatureCollection","features":[{'],
    ];
    for (const [name, bytes] of files) {
      const answer = await read(name, bytes);
      if (answer.ok) continue;
      const { id, en } = problemText(answer.problem);
      expect(`${id} ${en}`).not.toMatch(/--|\.cpp|ogr|gdal|\/tmp|omod|batas\b.*naikkan|raise/i);
    }
  });
  test('nobody but the reader can look into the folder of an upload', async () => {
    const path = join(folder.path, 'own.geojson');
    writeFileSync(path, bowTie);
    const source = await stageSource(path, defaultLimits);
    try {
      const { mode, uid } = statSync(source.folder);
      expect(mode & 0o027).toBe(0);
      expect(uid).toBe(process.getuid?.());
      expect(readdirSync(tmpdir()).some((name) => source.folder.endsWith(name))).toBe(true);
    } finally {
      await source.cleanUp();
    }
  });
});
