import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnvironment, readEnvironment } from '../../server/env.ts';
import {
  chooseInstallation,
  findClusterAccount,
  findInstallations,
  startCluster,
} from '../../server/platform/cluster/index.ts';
import { type Database, openDatabase } from '../../server/platform/db.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { waitUntilUnused } from '../support/processes.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let folder: TemporaryFolder;
let cluster: Awaited<ReturnType<typeof start>>;
let server: ChildProcess | undefined;
let origin: string;
const clusters: { stop(): Promise<void> }[] = [];

const root = (): string => join(folder.path, 'cluster');
const start = () => {
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('; '));
  const installations = findInstallations(environment.value.POSTGRESQL_DIRECTORY);
  return startCluster({
    root: root(),
    installation: chooseInstallation(installations, null),
    account: findClusterAccount(),
  });
};

beforeAll(async () => {
  folder = makeTemporaryFolder('restart');
  cluster = await start();
  clusters.push(cluster);
  const sql = openDatabase(cluster.url, { maxConnections: 1 });
  await migrate(sql).finally(() => sql.end());
  server = fork(join(findProjectRoot(), 'server', 'main.ts'), {
    execArgv: ['--import', 'tsx'],
    env: childEnvironment({
      DATABASE_URL: cluster.url,
      DATA_DIRECTORY: join(folder.path, 'data'),
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'silent',
    }),
  });
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  origin = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${origin}/ready`)).status === 200);
});

afterAll(async () => {
  server?.kill('SIGTERM');
  for (const running of clusters) await running.stop();
  await waitUntilUnused(folder.path);
  folder.remove();
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (await isSo().catch(() => false)) return;
    await wait(50);
  }
  throw new Error('it did not come to that within half a minute');
}

const lookUp = () => fetch(`${origin}/api/v1/lookup?lon=116.8531&lat=-1.2456`);

/** Its statements run in one transaction. */
const askForBuilding = () =>
  fetch(`${origin}/api/v1/building`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [116.853, -1.2456],
            [116.8532, -1.2456],
            [116.8532, -1.2454],
            [116.853, -1.2454],
            [116.853, -1.2456],
          ],
        ],
      },
    }),
  });

/** Holds the zones until the server goes down; whoever reads them waits. */
async function holdZones(sql: Database): Promise<{ released: Promise<unknown> }> {
  let isHeld = false;
  const released = sql
    .begin(async (tx) => {
      await tx`lock table zone in access exclusive mode`;
      isHeld = true;
      await tx`select pg_sleep(60)`;
    })
    .catch(() => {});
  await until(async () => isHeld);
  return { released };
}

describe('a database that is killed in the middle of a transaction', () => {
  it('costs the requests of that moment a 503, and the server nothing', async () => {
    expect((await lookUp()).status).toBe(200);
    const before = (await askForBuilding()).status;
    expect(before).toBe(200);
    const sql = openDatabase(cluster.url, { maxConnections: 2 });
    const { released } = await holdZones(sql);
    const waiting = [askForBuilding(), lookUp()];
    await until(async () => {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      return (row?.count ?? 0) >= waiting.length;
    });
    process.kill(
      Number(readFileSync(join(root(), 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    );
    for (const answer of await Promise.all(waiting)) await expectUnavailable(answer);
    await released;
    await sql.end({ timeout: 1 });

    await expectUnavailable(await lookUp());
    await expectUnavailable(await askForBuilding());
    await until(async () => (await fetch(`${origin}/ready`)).status === 503);
    expect(await (await fetch(`${origin}/health`)).json()).toMatchObject({ database: 'down' });

    clusters.push(await start());
    await until(async () => (await fetch(`${origin}/ready`)).status === 200);
    for (let turn = 0; turn < 10; turn += 1) {
      const answers = await Promise.all([lookUp(), askForBuilding(), lookUp(), askForBuilding()]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
    expect(server?.exitCode).toBeNull();
    expect(server?.signalCode).toBeNull();
  });
});

async function expectUnavailable(answer: Response): Promise<void> {
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({ code: 'sourceUnavailable' });
}
