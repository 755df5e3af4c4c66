import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childEnvironment } from '../../server/env.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { imported, planFixture } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const chicago = planFixture('chicago-zoning-2024-10-21.geojson.gz');

describe('an import that is interrupted', () => {
  let database: TemporaryDatabase;
  beforeAll(async () => {
    database = await createTemporaryDatabase();
  });
  afterAll(() => database.drop());

  async function expectNothingHalf(): Promise<void> {
    const [rows] = await database.sql`
      select (select count(*) from layer)::int as layers, (select count(*) from layer_version)::int as versions,
             (select count(*) from zone)::int as zones, (select count(*) from set_aside)::int as aside`;
    expect(rows).toEqual({ layers: 0, versions: 0, zones: 0, aside: 0 });
  }

  function startCommand() {
    const script = join(findProjectRoot(), 'scripts', 'import.ts');
    const mapping = planFixture('chicago-mapping.json');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', script, chicago, '--layer', 'putus', '--mapping', mapping],
      { stdio: ['ignore', 'ignore', 'pipe'], env: childEnvironment({ DATABASE_URL: database.url }) },
    );
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    return { child, ended };
  }

  /** Waits until a statement like the given one runs in this test's database. */
  async function waitFor(statement: string): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 20) {
      const [row] = await database.sql`
        select pid from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state = 'active'
          and query ilike ${`%${statement}%`}`;
      if (row) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`it never came to "${statement}"`);
  }

  async function killDuring(statement: string): Promise<void> {
    const { child, ended } = startCommand();
    await waitFor(statement);
    child.kill('SIGKILL');
    expect(await ended).toBe(null);
    // What it left running on the server ends too, before the next case looks at it.
    await database.sql`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
  }

  test.each(['copy import_staging', 'st_isvaliddetail'])(
    'kill -9 during "%s" leaves nothing half',
    async (statement) => {
      await killDuring(statement);
      await expectNothingHalf();
    },
    90_000,
  );

  test('a lost database connection is one clear sentence and exit code 69, and nothing is left', async () => {
    const { child, ended } = startCommand();
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    await waitFor('copy import_staging');
    await database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike '%import_staging%'`;
    expect(await ended).toBe(69);
    expect(text).toContain(
      '[databaseUnavailable] Basis data tidak dapat dihubungi; tidak ada yang tersimpan.',
    );
    expect(text).not.toContain('    at ');
    await expectNothingHalf();
  }, 60_000);

  test('after all that the same file goes in', async () => {
    const { report } = await imported(database.sql, planFixture('rdtr_dki_sample25.geojson'), {
      layer: { layerId: 'utuh' },
    });
    expect(report.counts.accepted).toBe(25);
  });
});
