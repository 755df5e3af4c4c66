import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { type PublishOrder, publishVersion } from '../../server/features/publish/index.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';
import { insertZoneVersion, squareAt } from '../support/tile-versions.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let deps: Deps;
let layerId: string;
let first: string;
let second: string;
let counter = 0;

beforeAll(async () => {
  database = await createTemporaryDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  folder?.remove();
  folder = makeTemporaryFolder('tiles');
  deps = tileDeps(database.sql, folder.path);
  layerId = `rdtr-${++counter}`;
  first = await insertZoneVersion(database.sql, {
    layerId,
    zones: [
      ['R-3', squareAt(116.83, -1.27, 0.004)],
      ['K-2', squareAt(116.834, -1.27, 0.004)],
    ],
  });
  second = await insertZoneVersion(database.sql, {
    layerId,
    zones: [['RTH-2', squareAt(116.83, -1.27, 0.008)]],
  });
});
afterAll(() => folder.remove());

const order = (changes: Partial<PublishOrder> = {}): PublishOrder => ({
  layerId,
  versionId: first,
  validFrom: '2026-01-01',
  decree: 'CONTOH Nomor 1 Tahun 2026',
  ...changes,
});

const current = async (on = '2026-11-21'): Promise<string | undefined> => {
  const [row] = await database.sql<{ id: string }[]>`
    select version_id as id from version_in_force(${on}::date) where layer_id = ${layerId}`;
  return row?.id;
};

describe('publishVersion', () => {
  it('CLK06: goes back on the same day also when the clock of the machine was put back in between', async () => {
    await publishVersion(deps, order());
    await database.sql`
      insert into publication (layer_id, version_id, valid_from, decree, recorded_at)
      values (${layerId}, ${second}, '2026-01-01', 'CONTOH', clock_timestamp() + interval '1 hour')`;
    expect(await current()).toBe(second);
    await publishVersion(deps, order());
    expect(await current()).toBe(first);
  });

  it('puts a version in force, and a tile of it is served', async () => {
    const outcome = await publishVersion(deps, order());
    expect(outcome.ok && outcome.value.archive?.isReused).toBe(false);
    const app = createApp(deps);
    const pointer = await (await app.request(`/tiles/${layerId}/current.json`)).json();
    expect(pointer).toMatchObject({ layerId, versionId: first, isDemo: true, validFrom: '2026-01-01' });
    const path = pointer.tiles.replace('{z}', '14').replace('{x}', '13509').replace('{y}', '8249');
    const tile = await app.request(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(tile.status).toBe(200);
    expect(gunzipSync(Buffer.from(await tile.arrayBuffer())).includes('R-3')).toBe(true);
  });

  it('leaves the earlier version in force before the day of the new one', async () => {
    await publishVersion(deps, order());
    await publishVersion(deps, order({ versionId: second, validFrom: '2026-07-01' }));
    expect(await current('2026-06-30')).toBe(first);
    expect(await current('2026-07-01')).toBe(second);
    expect(await current('2025-12-31')).toBeUndefined();
  });

  it('goes back by publishing the older version again, without building its tiles again', async () => {
    await publishVersion(deps, order());
    await publishVersion(deps, order({ versionId: second }));
    const back = await publishVersion(deps, order());
    expect(back.ok && back.value.archive?.isReused).toBe(true);
    expect(await current()).toBe(first);
  });

  it('refuses a version that is already in force from the same day', async () => {
    await publishVersion(deps, order());
    const again = await publishVersion(deps, order());
    expect(again).toEqual({
      ok: false,
      problem: { code: 'alreadyInForce', versionId: first, validFrom: '2026-01-01' },
    });
  });

  it.each<[Partial<PublishOrder>, string]>([
    [{ layerId: 'tidak-ada' }, 'unknownLayer'],
    [{ versionId: '0123456789abcdef' }, 'unknownVersion'],
    [{ validFrom: '2026-02-30' }, 'invalidDate'],
    [{ validFrom: '1 Januari' }, 'invalidDate'],
    [{ decreeOn: '2026-13-01' }, 'invalidDate'],
    [{ decree: '  ' }, 'decreeMissing'],
  ])('refuses %o as %s and publishes nothing', async (changes, code) => {
    const outcome = await publishVersion(deps, order(changes));
    expect(outcome.ok ? 'published' : outcome.problem.code).toBe(code);
    expect(await current()).toBeUndefined();
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('refuses a version of another layer', async () => {
    const other = await insertZoneVersion(database.sql, {
      layerId: `${layerId}-lain`,
      zones: [['R-1', squareAt(116.9, -1.2, 0.001)]],
    });
    const outcome = await publishVersion(deps, order({ versionId: other }));
    expect(outcome.ok ? 'published' : outcome.problem.code).toBe('versionOfOtherLayer');
  });

  it('warns when a later version takes its place and when its day has not come', async () => {
    await publishVersion(deps, order({ versionId: second, validFrom: '2027-05-01' }));
    const outcome = await publishVersion(deps, order({ validFrom: '2027-01-01' }));
    expect(outcome.ok && outcome.value.warnings).toEqual([
      { code: 'laterPublication', versionId: second, validFrom: '2027-05-01' },
      { code: 'fromInFuture', validFrom: '2027-01-01' },
    ]);
  });

  it('gives the same bytes for the same version wherever it is built', async () => {
    const here = await publishVersion(deps, order());
    const elsewhere = makeTemporaryFolder('tiles');
    await database.sql`update tile_archive set file_name = 'gone' where version_id = ${first}`;
    const there = await publishVersion(
      { ...deps, tilesDirectory: elsewhere.path },
      order({ validFrom: '2026-02-01' }),
    );
    elsewhere.remove();
    expect(here.ok && there.ok && there.value.archive?.sha256).toBe(here.ok && here.value.archive?.sha256);
    expect(there.ok && there.value.archive?.isReused).toBe(false);
  });

  it('builds an archive again whose file is damaged', async () => {
    await publishVersion(deps, order());
    const path = join(folder.path, `${first}.pmtiles`);
    const sound = await readFile(path);
    await writeFile(path, sound.subarray(0, 100));
    const outcome = await publishVersion(deps, order({ validFrom: '2026-03-01' }));
    expect(outcome.ok && outcome.value.archive?.isReused).toBe(false);
    expect(await readFile(path)).toEqual(sound);
  });

  it('serves two publishers one after the other', async () => {
    const outcomes = await Promise.all([
      publishVersion(deps, order()),
      publishVersion(deps, order({ versionId: second })),
      publishVersion(deps, order()),
    ]);
    const rows = await database.sql<{ id: string }[]>`
      select version_id as id from publication where layer_id = ${layerId} order by publication_id`;
    const published = outcomes.filter((outcome) => outcome.ok).length;
    expect(rows).toHaveLength(published);
    expect(published).toBeGreaterThanOrEqual(2);
    expect((await readdir(folder.path)).sort()).toEqual([`${first}.pmtiles`, `${second}.pmtiles`].sort());
  });

  it('sweeps what a killed publication left behind', async () => {
    await writeFile(join(folder.path, `${second}.pmtiles.tmp-00ff`), 'half');
    await writeFile(join(folder.path, `${second}.pmtiles.pending`), '');
    await writeFile(join(folder.path, `${second}.pmtiles`), 'never recorded');
    await publishVersion(deps, order());
    expect(await readdir(folder.path)).toEqual([`${first}.pmtiles`]);
  });
});
