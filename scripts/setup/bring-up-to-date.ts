import { openDatabase } from '../../server/platform/db.ts';
import { migrate } from '../../server/platform/migrate.ts';
import type { OpenedDatabase } from './open-database.ts';

/**
 * Applies what is missing of the schema.
 * @returns what was done, in words
 */
export async function bringUpToDate(database: OpenedDatabase): Promise<string> {
  const sql = openDatabase(database.url, { maxConnections: 1 });
  try {
    const { migrations, functions } = await migrate(sql);
    if (migrations.length + functions.length === 0) return 'up to date';
    return `brought up to date: ${migrations.length} migration(s), ${functions.length} function(s)`;
  } catch (error) {
    throw database.explain(error);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
