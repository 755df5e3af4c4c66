import { inject } from 'vitest';
import {
  createDatabaseOn,
  type TemporaryDatabase,
  type TemporaryDatabaseOptions,
} from './create-database.ts';

export type { TemporaryDatabase };

/**
 * An own, migrated, empty database for one test file; `drop()` it in afterAll. The server is the one of DATABASE_URL,
 * or the private cluster that tests/support/database-server.ts starts.
 */
export function createTemporaryDatabase(options: TemporaryDatabaseOptions = {}): Promise<TemporaryDatabase> {
  return createDatabaseOn(inject('databaseServerUrl'), options);
}
