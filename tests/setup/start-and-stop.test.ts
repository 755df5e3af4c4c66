import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/platform/db.ts';
import { argumentsOf, processesUsing, waitUntilUnused } from '../support/processes.ts';
import { type StartedProduct, startProduct } from '../support/start-product.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let folder: TemporaryFolder;
const started: StartedProduct[] = [];

beforeEach(() => {
  folder = makeTemporaryFolder('start');
});

afterEach(async () => {
  for (const product of started.splice(0)) await product.stop();
  await waitUntilUnused(folder.path);
  folder.remove();
});

function start(variables: Record<string, string> = {}): StartedProduct {
  const product = startProduct({ DATA_DIRECTORY: folder.path, ...variables }, ['--empty']);
  started.push(product);
  return product;
}

/** Runs statements on the product's database, whose address stands in the lock file. */
async function onDatabase<T>(act: (sql: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const lock: { databaseUrl: string } = JSON.parse(readFileSync(`${folder.path}/start.lock`, 'utf8'));
  const sql = openDatabase(lock.databaseUrl, { maxConnections: 1 });
  return act(sql).finally(() => sql.end());
}

const leaveMark = () => onDatabase((sql) => sql`create table mark as select 42 as value`);
const readMark = () => onDatabase((sql) => sql<{ value: number }[]>`select value from mark`);

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with another one.
  }
}

/** As after a restart of the machine, when this test's own number could have been the server's. */
function writePidOfAnother(path: string): void {
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [process.pid, ...rest].join('\n'));
}

describe('npm start', () => {
  it('runs the whole product on one port and prints its address', async () => {
    const product = start();
    const address = await product.ready;
    // On a machine with much else to do the database may answer a moment later than /health waits for it.
    await expect
      .poll(async () => (await fetch(`${address}/health`)).json(), { timeout: 20_000 })
      .toMatchObject({ status: 'ok', database: 'up' });
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    expect(product.output()).toMatch(/Database\s+PostgreSQL \d+, PostGIS 3\.\d/);
    // The loader of the sources costs the built server half a second and 200 MB.
    const servers = processesUsing(folder.path)
      .map(argumentsOf)
      .filter(([file]) => file?.endsWith('main.js'));
    expect(servers).toEqual([[expect.stringMatching(/dist\/server\/main\.js$/)]]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops everything that it started on %s',
    async (signal) => {
      const product = start();
      const address = await product.ready;
      expect(processesUsing(folder.path).length).toBeGreaterThan(3);
      product.process.kill(signal);
      expect((await product.ended).code).toBe(0);
      expect(processesUsing(folder.path)).toEqual([]);
      await expect(fetch(`${address}/health`)).rejects.toThrow();
    },
  );

  it('stops everything when it is interrupted before it is ready', async () => {
    const product = start();
    while (processesUsing(`${folder.path}/cluster`).length === 0)
      await new Promise((done) => setTimeout(done, 10));
    product.process.kill('SIGINT');
    await product.ended;
    await waitUntilUnused(folder.path);
    await start().ready;
  });

  it('leaves nothing running when it is killed outright, and goes on with the same data', async () => {
    const product = start();
    await product.ready;
    await leaveMark();
    product.process.kill('SIGKILL');
    await waitUntilUnused(folder.path);
    await start().ready;
    expect(await readMark()).toEqual([{ value: 42 }]);
  });

  it('clears the locks that a crash of the machine leaves, also when their process numbers are in use again', async () => {
    const product = start();
    await product.ready;
    await leaveMark();
    const lock = readFileSync(`${folder.path}/start.lock`, 'utf8');
    for (const pid of processesUsing(folder.path)) killNow(pid);
    await waitUntilUnused(folder.path);
    writePidOfAnother(`${folder.path}/cluster/data/postmaster.pid`);
    writeFileSync(`${folder.path}/start.lock`, lock.replace(/"pid":\d+/, `"pid":${process.pid}`));
    await start().ready;
    expect(await readMark()).toEqual([{ value: 42 }]);
  });

  it('says that it already runs when it is started twice, and leaves the first alone', async () => {
    const address = await start().ready;
    const second = start();
    expect((await second.ended).code).toBe(1);
    expect(second.output()).toContain(`It already runs from this clone (process ${started[0]?.process.pid})`);
    expect(second.output()).toContain(address);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
  });

  it('starts only one of two that begin in the same moment', async () => {
    const both = [start(), start()];
    const outcomes = await Promise.allSettled(both.map((product) => product.ready));
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends with the npm that ran it, when that is killed outright', async () => {
    const npm = spawn('npm', ['start', '--', '--empty', '--no-install'], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATA_DIRECTORY: folder.path },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise<void>((resolve) => {
      npm.stdout.on('data', (text: Buffer) => text.includes('Ctrl-C') && resolve());
    });
    npm.kill('SIGKILL');
    await waitUntilUnused(folder.path);
  });
});
