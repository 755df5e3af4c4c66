import { openDatabase } from '../../server/platform/db.ts';
import { hasSecondLock, migrate } from '../../server/platform/migrate.ts';
import type { OpenedDatabase } from './open-database.ts';

const WITHOUT_SECOND_LOCK =
  'The user of DATABASE_URL may not create roles, so rights of staff are checked by the program alone and not a second time by the database: run "create role omod_staff nologin" as an administrator of the server, grant it to that user, and start again.';

/**
 * Applies what is missing of the schema.
 * @returns what was done, in words
 */
export async function bringUpToDate(database: OpenedDatabase): Promise<string> {
  const sql = openDatabase(database.url, { maxConnections: 1 });
  try {
    const { migrations, functions } = await migrate(sql);
    if (!(await hasSecondLock(sql))) console.warn(WITHOUT_SECOND_LOCK);
    if (migrations.length + functions.length === 0) return 'up to date';
    return `brought up to date: ${migrations.length} migration(s), ${functions.length} function(s)`;
  } catch (error) {
    throw database.explain(error);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
