import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareArchive, publishVersion } from '../../server/features/publish/index.ts';
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

/** The operator's own command in a process of its own; killed as soon as `killWhen` is over, when that is given. */
async function publishCommand(
  versionId: string,
  from: string,
  killWhen?: (child: ChildProcess) => Promise<unknown>,
): Promise<number | null> {
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
  if (killWhen !== undefined) {
    await killWhen(child);
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
    const code = await publishCommand(second, `2026-02-${String(round + 1).padStart(2, '0')}`, () =>
      wait(ms),
    );
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

it.each([
  ['before the file moves', 'prepared_archive', true],
  ['after the file has moved, before the pointer', 'publication', false],
] as const)(
  'killed while it takes an archive that was made ahead, %s: the old version holds, and the next one publishes whole',
  async (_, table, isUntouched) => {
    const deps = tileDeps(database.sql, join(folder.path, 'tiles'));
    const before = await inForce();
    const draft = await insertZoneVersion(database.sql, {
      layerId,
      isDemo: true,
      zones: [[`RTH-${table.length}`, squareAt(116.8, -1.3, 0.01)]],
    });
    expect(await prepareArchive(deps, draft, before ?? null)).toBeNull();
    const prepared = () => readdir(join(deps.tilesDirectory, 'prepared'));
    const rows = () => database.sql`select from prepared_archive where version_id = ${draft}`;
    expect([await prepared(), await rows()].map(({ length }) => length)).toEqual([1, 1]);

    // Whoever holds the table lets it be read: the publisher comes to its next write there, and no further.
    const holder = await database.sql.reserve();
    let code: number | null;
    try {
      await holder`begin`;
      await holder.unsafe(`lock table ${table} in share mode`);
      code = await publishCommand(draft, `2026-04-0${table.length % 9}`, (child) =>
        untilWaiting(table, child),
      );
      expect(await prepared()).toHaveLength(isUntouched ? 1 : 0);
    } finally {
      await holder`rollback`;
      holder.release();
    }
    expect(code).toBeNull();
    expect([await inForce(), (await rows()).length]).toEqual([before, 1]);

    expect(await publishCommand(draft, '2026-05-01')).toBe(0);
    expect(await inForce()).toBe(draft);
    expect([await prepared(), [...(await rows())]]).toEqual([[], []]);
    const names = (await readdir(deps.tilesDirectory)).filter((name) => name !== 'prepared');
    expect(names.sort()).toEqual([...(await archived())].map((id) => `${id}.pmtiles`).sort());
    expect(names).toContain(`${draft}.pmtiles`);
  },
  60_000,
);

const archived = async (): Promise<string[]> =>
  (await database.sql<{ id: string }[]>`select version_id as id from tile_archive`).map(({ id }) => id);

/** Until somebody waits to write into a table. */
async function untilWaiting(table: string, child: ChildProcess): Promise<void> {
  const waiting = () => database.sql`
    select from pg_locks where relation = ${table}::regclass and not granted`;
  while ((await waiting()).length === 0) {
    if (child.exitCode !== null) throw new Error(`it ended before it came to ${table}`);
    await wait(20);
  }
}

it('npm run publish refuses with one sentence and exit code 1 what cannot be published', async () => {
  expect(await publishCommand('0123456789abcdef', '2026-03-01')).toBe(1);
  expect(await publishCommand(first, 'kemarin')).toBe(1);
  expect(await publishCommand(first, '')).toBe(1);
});
