import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishVersion } from '../../server/features/publish/index.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { tileDeps } from '../support/tile-deps.ts';
import { insertZoneVersion, squareAt } from '../support/tile-versions.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
const layerId = 'rdtr-uji';
let first: string;
let second: string;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('kill');
  first = await insertZoneVersion(database.sql, {
    layerId,
    isDemo: true,
    zones: [['R-1', squareAt(116.8, -1.3, 0.01)]],
  });
  second = await insertZoneVersion(database.sql, {
    layerId,
    isDemo: true,
    zones: Array.from({ length: 3000 }, (_, i) => [
      `K-${i % 7}`,
      squareAt(116.75 + (i % 60) * 0.004, -1.25 + Math.floor(i / 60) * 0.004, 0.0037),
    ]),
  });
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

/** The operator's own command in a process of its own; killed after a while when `killAfterMs` is given. */
async function publishCommand(versionId: string, from: string, killAfterMs?: number): Promise<number | null> {
  const root = findProjectRoot();
  const order = [
    '--layer',
    layerId,
    '--version',
    versionId,
    '--from',
    from,
    '--decree',
    'CONTOH Nomor 1',
    '--accept-gaps',
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'publish.ts'), ...order], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url, DATA_DIRECTORY: folder.path },
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  if (killAfterMs !== undefined) {
    await wait(killAfterMs);
    child.kill('SIGKILL');
  }
  return await ended;
}

const inForce = async (): Promise<string | undefined> => {
  const [row] = await database.sql<{ id: string }[]>`
    select version_id as id from version_in_force('2026-11-21') where layer_id = ${layerId}`;
  return row?.id;
};

it('npm run publish, killed at any moment, leaves the old version or the whole new one, and a clean directory later', async () => {
  const deps = tileDeps(database.sql, join(folder.path, 'tiles'));
  await publishVersion(deps, { layerId, versionId: first, validFrom: '2026-01-01', decree: 'CONTOH' });
  let killed = 0;
  // From before its first question to the database to after its end.
  for (const [round, ms] of [300, 700, 1000, 1300, 1600, 2000, 2600].entries()) {
    const code = await publishCommand(second, `2026-02-${String(round + 1).padStart(2, '0')}`, ms);
    if (code === null) killed++;
    const version = await inForce();
    expect([first, second]).toContain(version);
    const records = await database.sql<{ id: string }[]>`select version_id as id from tile_archive`;
    const isRecorded = records.some(({ id }) => id === second);
    if (version === second) expect(isRecorded).toBe(true);
    if (isRecorded) expect(await readdir(deps.tilesDirectory)).toContain(`${second}.pmtiles`);
  }
  expect(killed).toBeGreaterThan(0);
  expect(await publishCommand(second, '2026-03-01')).toBe(0);
  expect(await inForce()).toBe(second);
  expect((await readdir(deps.tilesDirectory)).sort()).toEqual(
    [`${first}.pmtiles`, `${second}.pmtiles`].sort(),
  );
}, 120_000);

it('npm run publish refuses with one sentence and exit code 1 what cannot be published', async () => {
  expect(await publishCommand('0123456789abcdef', '2026-03-01')).toBe(1);
  expect(await publishCommand(first, 'kemarin')).toBe(1);
  expect(await publishCommand(first, '')).toBe(1);
});
