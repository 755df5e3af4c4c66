import { describe, expect, test } from 'vitest';
import { judgeEnd } from './confined-child.ts';
import { parseOgrinfo } from './parse-ogrinfo.ts';

const layer = (name: string, srs: string) => `Layer name: ${name}
Geometry: 3D Measured Polygon
Feature Count: 25
Extent: (106.7, -6.1) - (106.9, -6.1)
Layer SRS WKT:
${srs}
Data axis to CRS axis mapping: 1,2
FID Column = fid
KODZON: String (10.0)
LUAS: ha: Real (0.0)
SIAP: Integer(Boolean) (0.0)
`;
const utm = `PROJCRS["DGN95 / Indonesia TM-3 zone 50.1",
    BASEGEOGCRS["DGN95",
        ID["EPSG",4755]],
    ID["EPSG",23837]]`;

describe('what ogrinfo says', () => {
  test('layers are read with driver, count, columns and the code of the CRS itself, not of a part of it', () => {
    const text = `INFO: Open of \`/x/a.gpkg'\n      using driver \`GPKG' successful.\n\n${layer('zona', utm)}\n${layer('dua', '(unknown)')}`;
    expect(parseOgrinfo(text)).toEqual([
      {
        driver: 'GPKG',
        name: 'zona',
        geometryType: '3D Measured Polygon',
        featureCount: 25,
        crs: { code: 'EPSG:23837', name: 'DGN95 / Indonesia TM-3 zone 50.1' },
        fields: ['KODZON', 'LUAS: ha', 'SIAP'],
      },
      expect.objectContaining({ name: 'dua', crs: null }),
    ]);
  });

  test.each([
    'GEOGCRS["Undefined geographic SRS",\n    ID["x",1]]',
    'ENGCRS["Undefined Cartesian SRS",\n    X]',
  ])('a CRS that says it is none is none: %s', (srs) => {
    expect(parseOgrinfo(layer('a', srs))[0]?.crs).toBeNull();
  });
});

describe('how a reader ended', () => {
  test.each([
    [0, null, '', null],
    [null, 'SIGXCPU', '', 'timeLimit'],
    [134, null, 'terminate called after throwing std::bad_alloc', 'memoryLimit'],
    [null, 'SIGXFSZ', '', 'diskFull'],
    [127, null, 'prlimit: failed to execute ogrinfo', 'gdalMissing'],
    [1, null, 'ERROR 1: Failed to reproject feature 3', 'coordinatesOutOfRange'],
    [1, null, 'Failed to process SRS definition: EPSG:1', 'crsUnknown'],
    [1, null, 'ERROR 4: Failed to read GeoJSON data', 'unreadable'],
    [1, null, 'FAILURE:\nUnable to open datasource', 'unsupportedDriver'],
    [null, 'SIGSEGV', '', 'unreadable'],
  ] as const)('code %s, signal %s, "%s" is %s', (code, signal, stderr, expected) => {
    expect(judgeEnd(code, signal, stderr, 9)?.code ?? null).toBe(expected);
  });

  test('the operator does not see the folder of the private copy', () => {
    const problem = judgeEnd(1, null, 'ERROR 1: /tmp/omod-import-12-Ab9_x/source/a.gpkg is broken', 9);
    expect(problem?.params.detail).toBe('ERROR 1: a.gpkg is broken');
  });
});
