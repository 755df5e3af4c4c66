import { join } from 'node:path';
import { type Environment, readEnvironment } from '../server/env.ts';
import { openDatabase } from '../server/platform/db.ts';
import { migrate } from '../server/platform/migrate.ts';
import { OperatorProblem } from '../server/platform/operator-problem.ts';
import { findProjectRoot } from '../server/platform/project-root.ts';
import { checkPort } from './setup/check-port.ts';
import { ensureBuild } from './setup/ensure-build.ts';
import { ensureTools } from './setup/ensure-tools.ts';
import { explainFailure } from './setup/explain-failure.ts';
import { type OpenedDatabase, openProductDatabase } from './setup/open-database.ts';
import { endInOrder, type OrderlyEnd } from './setup/orderly-end.ts';
import { showStep } from './setup/progress.ts';
import { runServer } from './setup/run-server.ts';
import { takeStartLock } from './setup/start-lock.ts';

/** npm start: the whole product on one port, from whatever state this machine is in. */
async function start(environment: Environment, lifetime: OrderlyEnd): Promise<void> {
  const root = findProjectRoot(import.meta.dirname);
  console.log('\nOne Map One Data\n');
  const lock = takeStartLock(environment.DATA_DIRECTORY);
  if (!lock.isHeld) {
    const { pid, address } = lock.holder;
    const where = address === undefined ? 'it is still starting' : `open ${address}`;
    throw new OperatorProblem(
      'already-running',
      `It already runs from this clone (process ${pid}): ${where}.`,
    );
  }
  lifetime.onEnd(lock.release);
  await checkPort(environment.PORT, environment.HOST);
  ensureTools(root, {
    cluster: environment.DATABASE_URL === undefined,
    browser: false,
    postgresqlDirectory: environment.POSTGRESQL_DIRECTORY,
    mayInstall: !process.argv.includes('--no-install'),
  });

  const givingUp = new AbortController();
  lifetime.onEnd(() => givingUp.abort());
  const building = ensureBuild(root, givingUp.signal);
  building.catch(() => {});
  const database = await showStep('Database', async () => {
    const value = await openProductDatabase(environment);
    return { text: value.description, value };
  });
  lifetime.onEnd(database.close);
  await showStep('Schema', async () => ({ text: await bringUpToDate(database), value: undefined }));
  await showStep('Pages', async () => ({ text: (await building) ? 'built' : 'unchanged', value: undefined }));

  const server = await runServer(join(root, 'dist', 'server', 'main.js'), environment, database.url);
  lifetime.onEnd(server.stop);
  const address = `http://${environment.HOST === '127.0.0.1' ? 'localhost' : environment.HOST}:${server.port}/`;
  lock.describe({ address, databaseUrl: database.url });
  // Counted from the start of this process, the loading of the scripts included.
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`\n  Ready in ${seconds} s:  ${address}\n  Ctrl-C stops everything.\n`);
  const exitCode = await server.ended;
  if (exitCode !== 0) console.error(`The server ended by itself with code ${exitCode}.`);
  await lifetime.end(exitCode);
}

async function bringUpToDate(database: OpenedDatabase): Promise<string> {
  const sql = openDatabase(database.url, { maxConnections: 1 });
  try {
    const { migrations, functions } = await migrate(sql);
    const count = migrations.length + functions.length;
    return count === 0
      ? 'up to date'
      : `brought up to date: ${migrations.length} new migration(s), ${functions.length} function(s)`;
  } catch (error) {
    throw database.explain(error);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const environment = readEnvironment();
if (environment.ok) {
  const lifetime = endInOrder(environment.value.npm_lifecycle_event !== undefined);
  start(environment.value, lifetime).catch(async (error: unknown) => {
    process.stderr.write(`\n${explainFailure(error)}\n\n`);
    await lifetime.end(1);
  });
} else {
  process.stderr.write(`${environment.problem.join('\n')}\n`);
  process.exitCode = 1;
}
