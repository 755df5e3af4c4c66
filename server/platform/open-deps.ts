import { join, resolve } from 'node:path';
import type { Environment } from '../env.ts';
import { readCityProfile } from './city.ts';
import { systemClock } from './clock.ts';
import { openDatabase } from './db.ts';
import type { Deps } from './deps.ts';
import { createLog } from './log.ts';

export interface OpenDeps {
  readonly deps: Deps;
  close(): Promise<void>;
}

/**
 * The real dependencies, for the server and for every command.
 * @param databaseUrl the server to use: DATABASE_URL or the private cluster's address
 * @param statementTimeoutMs limit for one statement; 0 for commands that load or build
 */
export function openDeps(environment: Environment, databaseUrl: string, statementTimeoutMs = 0): OpenDeps {
  const log = createLog(environment.LOG_LEVEL);
  const city = readCityProfile(environment.CITY);
  const sql = openDatabase(databaseUrl, {
    maxConnections: environment.DATABASE_POOL_SIZE,
    statementTimeoutMs,
  });
  const tilesDirectory = join(resolve(environment.DATA_DIRECTORY), 'tiles');
  return {
    deps: { sql, clock: systemClock, log, city, tilesDirectory },
    close: () => sql.end({ timeout: 5 }),
  };
}
