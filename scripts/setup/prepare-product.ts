import type { Environment } from '../../server/env.ts';
import { OperatorProblem } from '../../server/platform/operator-problem.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { checkPort } from './check-port.ts';
import { ensureArchives } from './ensure-archives.ts';
import { ensureDemoAccounts } from './ensure-demo-accounts.ts';
import { ensureDemoCity } from './ensure-demo-city.ts';
import { ensureTools } from './ensure-tools.ts';
import { type OpenedDatabase, openProductDatabase } from './open-database.ts';
import type { OrderlyEnd } from './orderly-end.ts';
import { showStep } from './progress.ts';
import { takeStartLock } from './start-lock.ts';

export interface PreparedProduct {
  readonly database: OpenedDatabase;
  /** Lets a second starter, and commands on the running product, know where it is. */
  announce(address: string): void;
}

export interface PrepareOptions {
  readonly root: string;
  readonly mayInstall: boolean;
  /** False: an empty register stays empty, for a city that brings its own plan. */
  readonly wantsDemo: boolean;
  /** Begins what can run beside the database's work, once it is sure that there will be a start. */
  readonly meanwhile?: () => void;
}

/**
 * Takes the clone's lock, checks the port, and makes tools, database and schema ready; all of it is undone at the end
 * of `lifetime`.
 * @throws OperatorProblem one sentence on what stands in the way
 */
export async function prepareProduct(
  environment: Environment,
  lifetime: OrderlyEnd,
  { root, mayInstall, wantsDemo, meanwhile }: PrepareOptions,
): Promise<PreparedProduct> {
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
    mayInstall,
  });
  meanwhile?.();
  const database = await showStep('Database', async () => {
    const value = await openProductDatabase(environment);
    return { text: value.description, value };
  });
  lifetime.onEnd(database.close);
  lifetime.explainBy(database.explain);
  await showStep('Schema', async () => ({ text: await bringUpToDate(database), value: undefined }));
  if (wantsDemo) await ensureDemoCity(environment, database, lifetime);
  await showStep('Tiles', async () => ({
    text: await ensureArchives(environment, database),
    value: undefined,
  }));
  const demoAccounts = wantsDemo ? await ensureDemoAccounts(environment, database) : undefined;
  if (demoAccounts !== undefined)
    await showStep('Accounts', async () => ({ text: `CONTOH, in ${demoAccounts}`, value: undefined }));
  return {
    database,
    announce: (address) => lock.describe({ address, databaseUrl: database.url }),
  };
}
