import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertSmallCity, publishVersion } from '../support/a-small-city.ts';
import { imported } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
const folder = makeTemporaryFolder('road-aside');
beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSmallCity(database.sql);
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const WIDE_M = 60;
const NEAR: [number, number] = [116.8052, -1.1952];
const FAR: [number, number] = [116.8152, -1.1952];

/** A road along 116.805 … 116.8055, one part of which has a single point. */
const road = {
  type: 'Feature',
  properties: { nama: 'Jalan Terputus', fungsi: 'arteri' },
  geometry: {
    type: 'MultiLineString',
    coordinates: [
      [
        [116.805, -1.1953],
        [116.8055, -1.1953],
      ],
      [[116.806, -1.1953]],
    ],
  },
};

async function setAsideAt([lon, lat]: [number, number]): Promise<unknown[]> {
  const ground = `SRID=4326;POLYGON((${lon} ${lat},${lon + 0.0001} ${lat},${lon + 0.0001} ${lat + 0.0001},${lon} ${lat}))`;
  const [point, polygon] = await Promise.all([
    database.sql`select fact->>'version_id' as v from facts_at_point(${lon}, ${lat}, '2026-11-22', null, 1, ${WIDE_M}, 5, 25) where kind = 'set_aside'`,
    database.sql`select fact->>'version_id' as v from facts_in_polygon(${ground}::geometry, '2026-11-22', null, ${WIDE_M}, 25) where kind = 'set_aside'`,
  ]);
  return [point.map(({ v }) => v), polygon.map(({ v }) => v)];
}

test('a road that could not go in is known where it runs: to a point and to a polygon in reach of it, and nowhere else', async () => {
  const path = join(folder.path, 'jalan.geojson');
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features: [road] }));
  const { versionId, report } = await imported(database.sql, path, {
    coverage: { from: 'wholeCity' },
    layer: { layerId: 'jalan-uji', kind: 'road', title: 'Jalan uji' },
  });
  expect(report.setAside.list).toMatchObject([{ featureNo: 1, reason: 'tooFewPoints' }]);
  await publishVersion(database.sql, 'jalan-uji', versionId, '2026-02-01');
  expect(await setAsideAt(NEAR)).toEqual([[versionId], [versionId]]);
  expect(await setAsideAt(FAR)).toEqual([[], []]);
});
