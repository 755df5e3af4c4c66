import type { Environment } from '../../server/env.ts';
import { OperatorProblem } from '../../server/platform/operator-problem.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { type OpenedDatabase, openProductDatabase } from './open-database.ts';
import { takeStartLock } from './start-lock.ts';

/**
 * The database for one command: that of the product which runs from this clone, else the one that the product would
 * use, opened for as long as the command takes.
 * @throws OperatorProblem one sentence when it cannot be had
 */
export async function attachDatabase(environment: Environment): Promise<OpenedDatabase> {
  if (environment.DATABASE_URL !== undefined) return openProductDatabase(environment);
  const lock = takeStartLock(environment.DATA_DIRECTORY);
  if (lock.isHeld) {
    try {
      const opened = await openProductDatabase(environment);
      await bringUpToDate(opened);
      return { ...opened, close: () => opened.close().finally(lock.release) };
    } catch (error) {
      lock.release();
      throw error;
    }
  }
  const { databaseUrl, pid } = lock.holder;
  if (databaseUrl === undefined) {
    throw new OperatorProblem('already-running', `Process ${pid} is still starting: try again in a moment.`);
  }
  return {
    url: databaseUrl,
    description: 'the database of the running product',
    explain: (error) => error,
    close: async () => {},
  };
}
