import type { ReservedSql, Sql } from 'postgres';
import type { Deps } from '../../platform/deps.ts';
import { sweep } from './archive-store.ts';
import { lockPublishing, recordedVersions, unlockPublishing } from './queries.ts';

/** Runs `act` on a connection that holds the lock of publishers; those on one database wait for each other. */
export async function lockedForPublishing<T>(
  sql: Sql,
  act: (connection: ReservedSql) => Promise<T>,
): Promise<T> {
  const connection = await sql.reserve();
  try {
    await lockPublishing(connection);
    return await act(connection);
  } finally {
    await unlockPublishing(connection).catch(() => {});
    connection.release();
  }
}

/** The same in a directory of tiles that is swept clean of what killed publishers left. */
export async function publishingAlone<T>(
  { sql, tilesDirectory }: Pick<Deps, 'sql' | 'tilesDirectory'>,
  act: (connection: ReservedSql) => Promise<T>,
): Promise<T> {
  return await lockedForPublishing(sql, async (connection) => {
    await sweep(tilesDirectory, (versionIds) => recordedVersions(connection, versionIds));
    return await act(connection);
  });
}
