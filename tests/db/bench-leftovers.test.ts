import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { sweepDatabases, sweepFolders } from '../../scripts/bench/sweep-leftovers.ts';
import { openDatabase, withDatabaseName } from '../../server/platform/db.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let folder: TemporaryFolder;
/** The number of a process that has ended. */
let gone: number;
beforeEach(() => {
  folder = makeTemporaryFolder('sweep');
  gone = spawnSync('true').pid;
});
afterEach(() => folder.remove());

const put = (name: string, pid?: number): string => {
  const path = join(folder.path, name);
  mkdirSync(path);
  if (pid !== undefined) writeFileSync(join(path, 'nginx.pid'), `${pid}\n`);
  return path;
};

it('removes the folders of measurements that were broken off, and no others', () => {
  const left = [put(`omod-bench-nginx-${gone}-a`), put(`omod-bench-data-${gone}-b`)];
  const kept = [put(`omod-bench-data-${process.pid}-c`), put('omod-bench-other'), put('something')];
  sweepFolders(folder.path);
  expect(left.filter(existsSync)).toEqual([]);
  expect(kept.filter(existsSync)).toEqual(kept);
});

it('ends a server that runs on such a folder, and not another program with its number', async () => {
  const path = join(folder.path, `omod-bench-nginx-${gone}-a`);
  const server = spawn('sh', ['-c', 'sleep 30; :', path], { stdio: 'ignore' });
  const other = spawn('sleep', ['30'], { stdio: 'ignore' });
  try {
    put(`omod-bench-nginx-${gone}-a`, server.pid);
    put(`omod-bench-nginx-${gone}-b`, other.pid);
    const ended = once(server, 'exit');
    sweepFolders(folder.path);
    expect((await ended)[1]).toBe('SIGTERM');
    expect(other.exitCode ?? other.signalCode).toBeNull();
  } finally {
    server.kill();
    other.kill();
  }
});

it('drops the databases of measurements that were broken off, and not one that is in use', async () => {
  const serverUrl = inject('databaseServerUrl');
  const administration = openDatabase(withDatabaseName(serverUrl, 'postgres'), { maxConnections: 1 });
  const [left, running, used] = [`${gone}_a1`, `${process.pid}_a2`, `${gone}_a3`].map(
    (rest) => `omod_bench_${rest}`,
  ) as [string, string, string];
  for (const name of [left, running, used]) await administration`create database ${administration(name)}`;
  const user = openDatabase(withDatabaseName(serverUrl, used), { maxConnections: 1 });
  try {
    await user`select 1`;
    await sweepDatabases(administration);
    const rows = await administration<{ name: string }[]>`
      select datname as name from pg_database where datname in (${left}, ${running}, ${used}) order by 1`;
    expect(rows.map(({ name }) => name).sort()).toEqual([running, used].sort());
  } finally {
    await user.end();
    for (const name of [left, running, used])
      await administration`drop database if exists ${administration(name)}`;
    await administration.end();
  }
});
