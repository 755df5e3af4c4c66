import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../server/env.ts';
import { DEMO_ACCOUNTS_FILE, makeDemoAccounts } from '../../server/features/accounts/index.ts';
import { holdsDemo } from '../../server/features/legend/index.ts';
import { calendarDay } from '../../server/platform/clock.ts';
import { openDeps } from '../../server/platform/open-deps.ts';
import type { OpenedDatabase } from './open-database.ts';

/**
 * Accounts for the demo city of the private cluster, once; never on a server of DATABASE_URL.
 * @returns the file that says how to sign in, when there is one
 */
export async function ensureDemoAccounts(
  environment: Environment,
  database: OpenedDatabase,
): Promise<string | undefined> {
  if (environment.DATABASE_URL !== undefined) return undefined;
  const { deps, close } = openDeps(environment, database.url);
  try {
    const today = calendarDay(deps.clock.now(), deps.city.timeZone);
    if (!(await holdsDemo(deps.sql, today))) return undefined;
    await makeDemoAccounts(deps, environment.DATA_DIRECTORY);
    const path = join(environment.DATA_DIRECTORY, DEMO_ACCOUNTS_FILE);
    return existsSync(path) ? path : undefined;
  } finally {
    await close();
  }
}
