import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../server/platform/db.ts';

const FOLDER = /^omod-bench-(?:nginx|data)-(\d+)-/;
const DATABASE = /^omod_bench_(\d+)_[0-9a-f]+$/;

/** Names carry the process, so that the next run can tell what a broken-off one left from what one still uses. */
export const nginxFolderPrefix = (): string => join(tmpdir(), `omod-bench-nginx-${process.pid}-`);
export const dataFolderPrefix = (): string => join(tmpdir(), `omod-bench-data-${process.pid}-`);
export const databasePrefix = (): string => `omod_bench_${process.pid}_`;

/** Ends the nginx and removes the folders that broken-off measurements left in a directory. */
export function sweepFolders(directory = tmpdir()): void {
  for (const name of readdirSync(directory)) {
    const owner = FOLDER.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const folder = join(directory, name);
    endNginxOf(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drops the databases that broken-off measurements left; one that somebody is connected to stays. */
export async function sweepDatabases(administration: Database): Promise<void> {
  const idle = await administration<{ name: string }[]>`
    select datname as name from pg_database d
    where datname like 'omod\_bench\_%' and not exists (select 1 from pg_stat_activity a where a.datid = d.oid)`;
  for (const { name } of idle) {
    const owner = DATABASE.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await administration`drop database if exists ${administration(name)}`;
  }
}

/** The number in the folder may belong to another program by now: only one that was started on this folder is ended. */
function endNginxOf(folder: string): void {
  const pid = Number(readText(join(folder, 'nginx.pid')));
  if (!Number.isInteger(pid) || pid <= 1) return;
  // While it serves, its title is “nginx: master process nginx -p FOLDER …”.
  if (readText(`/proc/${pid}/cmdline`).includes(folder)) process.kill(pid, 'SIGTERM');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
