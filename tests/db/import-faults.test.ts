import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childEnvironment } from '../../server/env.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { imported, importFile, planFixture } from '../support/import-fixture.ts';
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

  /** Runs the command and ends it the hard way once its transaction has reached a statement like the given one. */
  async function killDuring(statement: string): Promise<void> {
    const script = join(findProjectRoot(), 'scripts', 'import.ts');
    const args = [
      '--import',
      'tsx',
      script,
      chicago,
      '--layer',
      'putus',
      '--mapping',
      planFixture('chicago-mapping.json'),
    ];
    const child = spawn(process.execPath, args, {
      stdio: 'ignore',
      env: childEnvironment({ DATABASE_URL: database.url }),
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    for (let waited = 0; waited < 60_000; waited += 20) {
      const [row] = await database.sql`
        select pid from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query ilike ${`%${statement}%`}`;
      if (row) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill('SIGKILL');
    expect(await ended).toBe(null);
  }

  test.each(['copy import_staging', 'st_isvaliddetail'])(
    'kill -9 during "%s" leaves nothing half',
    async (statement) => {
      await killDuring(statement);
      await expectNothingHalf();
    },
    90_000,
  );

  test('a lost database connection is a named refusal, and nothing is left', async () => {
    // What the killed commands left running on the server ends first.
    await database.sql`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`;
    const losing = importFile(database.sql, chicago, {
      layer: { layerId: 'putus' },
      mapping: { fields: { code: 'zone_class' }, constants: {} },
    });
    for (let killed = 0; killed === 0; ) {
      const rows = await database.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query ilike '%copy import_staging%'`;
      killed = rows.length;
    }
    expect(await losing).toMatchObject({ ok: false, problem: { code: 'databaseUnavailable' } });
    await expectNothingHalf();
  }, 60_000);

  test('after all that the same file goes in', async () => {
    const { report } = await imported(database.sql, planFixture('rdtr_dki_sample25.geojson'), {
      layer: { layerId: 'utuh' },
    });
    expect(report.counts.accepted).toBe(25);
  });
});
