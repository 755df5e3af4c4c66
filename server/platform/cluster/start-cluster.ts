import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, withDatabaseName } from '../db.ts';
import { OperatorProblem } from '../operator-problem.ts';
import type { ClusterAccount } from './cluster-account.ts';
import { chooseSocketDirectory, makePrivateDirectory } from './cluster-directory.ts';
import type { PostgresInstallation } from './find-postgres.ts';
import { runTool } from './run-tool.ts';
import { clusterPort, clusterRole, writeSettings } from './settings.ts';
import { clearStaleLock } from './stale-lock.ts';
import { startWatchdog } from './watchdog.ts';

export interface ClusterRequest {
  /** Directory of the cluster; its data, socket and log lie inside. */
  readonly root: string;
  readonly installation: PostgresInstallation;
  readonly account: ClusterAccount;
  /** Further server settings, for tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface RunningCluster {
  /** Address of the product's database, for this program and for psql alike. */
  readonly url: string;
  /** Why the server went down by itself, from its own log, when that is known; else the error that was given. */
  explain(error: unknown): unknown;
  stop(): Promise<void>;
}

const databaseName = 'omod';

/**
 * Makes the private cluster when there is none and starts it; it stops with this process, however that ends.
 * The caller must hold the lock on the data directory.
 * @throws OperatorProblem `disk-full` or `cluster-failed`, with the server's own reason
 */
export async function startCluster(request: ClusterRequest): Promise<RunningCluster> {
  const { root, installation, account } = request;
  const data = join(root, 'data');
  const control = join(installation.binDirectory, 'pg_ctl');
  makePrivateDirectory(root, account);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(request, data);
  const stop = ['stop', '-D', data, '-w'];
  const socketDirectory = chooseSocketDirectory(root, account);
  if (await clearStaleLock(data, socketDirectory))
    await runTool(control, [...stop, '-m', 'fast', '-t', '60'], account);
  writeSettings(data, socketDirectory, account, request.settings);
  const log = join(root, 'server.log');
  rmSync(log, { force: true });
  const watchdog = startWatchdog([control, ...stop], account);
  const started = await runTool(control, ['start', '-D', data, '-w', '-t', '60', '-l', log, '-s'], account);
  const url = `postgres://${clusterRole}@localhost/${databaseName}?host=${encodeURIComponent(socketDirectory)}&port=${clusterPort}`;
  try {
    if (started.exitCode !== 0) throw explainFailure(readLog(log) || started.errorText, log);
    await createDatabase(url);
  } catch (error) {
    await watchdog.stop();
    throw isDiskFull(readLog(log)) ? diskFull() : error;
  }
  const explain = (error: unknown): unknown => (isDiskFull(readLog(log)) ? diskFull() : error);
  return { url, explain, stop: () => watchdog.stop() };
}

/** Initialises beside the final place and renames, so that a broken-off run leaves nothing that looks finished. */
async function initialise({ root, installation, account }: ClusterRequest, data: string): Promise<void> {
  for (const name of readdirSync(root)) {
    if (name.startsWith('unfinished-')) rmSync(join(root, name), { recursive: true, force: true });
  }
  const unfinished = join(root, `unfinished-${process.pid}`);
  const made = await runTool(
    join(installation.binDirectory, 'initdb'),
    ['-D', unfinished, '-U', clusterRole, '--auth=peer', '-E', 'UTF8', '--locale=C.UTF-8'],
    account,
  );
  if (made.exitCode !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explainFailure(made.errorText, 'initdb');
  }
  renameSync(unfinished, data);
}

async function createDatabase(url: string): Promise<void> {
  const sql = openDatabase(withDatabaseName(url, 'postgres'), { maxConnections: 1 });
  try {
    const [existing] = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (!existing) await sql`create database ${sql(databaseName)}`;
  } finally {
    // Without a limit this waits for ever for a server that went down.
    await sql.end({ timeout: 2 });
  }
}

const readLog = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const isDiskFull = (text: string): boolean =>
  /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/i.test(text);

const diskFull = (): OperatorProblem =>
  new OperatorProblem(
    'disk-full',
    'The disk is full: free some space and start again; nothing that was stored is lost.',
  );

function explainFailure(text: string, where: string): OperatorProblem {
  if (isDiskFull(text)) return diskFull();
  const reason = /(?:FATAL|PANIC|error|could not)[: ]+(.*)/.exec(text)?.[0] ?? 'no reason was given';
  return new OperatorProblem('cluster-failed', `The database could not start: ${reason} (see ${where}).`);
}
