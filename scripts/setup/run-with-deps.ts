import { type Environment, readEnvironment } from '../../server/env.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { openDeps } from '../../server/platform/open-deps.ts';
import { attachDatabase } from './attach-database.ts';
import { endWithFailure } from './explain-failure.ts';

/**
 * Runs a command on the database of this product, running or not, and closes everything after it.
 * @param work returns the exit code: 0 done, 1 refused, 2 wrong usage
 */
export async function runWithDeps(
  work: (deps: Deps, environment: Environment, databaseUrl: string) => Promise<number>,
): Promise<void> {
  try {
    const environment = readEnvironment();
    if (!environment.ok) {
      console.error(environment.problem.join('\n'));
      process.exitCode = 1;
      return;
    }
    const database = await attachDatabase(environment.value);
    const { deps, close } = openDeps(environment.value, database.url);
    try {
      process.exitCode = await work(deps, environment.value, database.url);
    } finally {
      await close();
      await database.close();
    }
  } catch (error) {
    endWithFailure(error);
  }
}
