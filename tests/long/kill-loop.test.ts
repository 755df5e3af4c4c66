import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const ROUNDS = 8;
let database: TemporaryDatabase;
beforeAll(async () => {
  database = await createTemporaryDatabase();
});
afterAll(() => database.drop());

/** Imports the kelurahan as a process of its own; killed without warning after `milliseconds`, if it runs so long. */
function importKilledAfter(milliseconds: number | null): Promise<number | null> {
  const root = findProjectRoot(import.meta.dirname);
  const file = join(root, 'tests', 'fixtures', 'plans', 'balikpapan_admin.gpkg');
  const args = [
    '--import',
    'tsx',
    join(root, 'scripts', 'import.ts'),
    file,
    '--source-layer',
    'kelurahan',
    '--layer',
    'kelurahan',
    '--kind',
    'admin',
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: 'ignore',
  });
  const timer = milliseconds === null ? null : setTimeout(() => child.kill('SIGKILL'), milliseconds);
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      if (timer !== null) clearTimeout(timer);
      resolve(code);
    }),
  );
}

test(`killed at ${ROUNDS} moments, an import is there whole or not at all, and the next one succeeds`, async () => {
  for (let round = 1; round <= ROUNDS; round += 1) {
    await importKilledAfter(round * 400);
    const [state] = await database.sql<{ versions: number; areas: number }[]>`
      select (select count(*)::int from layer_version) as versions, (select count(*)::int from admin_area) as areas`;
    expect(state!.areas).toBe(state!.versions * 34);
  }
  expect(await importKilledAfter(null)).toBe(0);
  const [after] = await database.sql<{ versions: number; areas: number }[]>`
    select (select count(*)::int from layer_version) as versions, (select count(*)::int from admin_area) as areas`;
  expect(after).toEqual({ versions: 1, areas: 34 });
});
