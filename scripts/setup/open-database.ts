import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import type { Environment } from '../../server/env.ts';
import {
  checkPostgis,
  chooseClusterDirectory,
  chooseInstallation,
  findClusterAccount,
  findInstallations,
  readDataMajor,
  startCluster,
} from '../../server/platform/cluster/index.ts';
import { openDatabase } from '../../server/platform/db.ts';

export interface OpenedDatabase {
  readonly url: string;
  /** What a person is told about it. */
  readonly description: string;
  /** Finds the reason of a failure that the database itself knows better. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
}

/**
 * The database to work with: the server of DATABASE_URL, else the private cluster, which is made on first use.
 * The caller must hold the start lock.
 * @throws OperatorProblem one sentence when it cannot be had
 */
export async function openProductDatabase(environment: Environment): Promise<OpenedDatabase> {
  if (environment.DATABASE_URL !== undefined) return connectToGivenServer(environment.DATABASE_URL);
  const account = findClusterAccount();
  mkdirSync(environment.DATA_DIRECTORY, { recursive: true });
  const { root, isElsewhere } = chooseClusterDirectory(environment.DATA_DIRECTORY, account);
  const installations = findInstallations(environment.POSTGRESQL_DIRECTORY);
  const installation = chooseInstallation(installations, readDataMajor(root));
  const cluster = await startCluster({ root, installation, account });
  const place = isElsewhere
    ? `${root} (the user "${account.name}" cannot enter this clone)`
    : relative(process.cwd(), root);
  const description = `PostgreSQL ${installation.major}, PostGIS ${installation.postgisVersion}, in ${place}`;
  return { url: cluster.url, description, explain: cluster.explain, close: cluster.stop };
}

async function connectToGivenServer(url: string): Promise<OpenedDatabase> {
  const sql = openDatabase(url, { maxConnections: 1 });
  try {
    const [row] = await sql<{ server: string; postgis: string | null }[]>`
      select current_setting('server_version') as server,
             coalesce((select extversion from pg_extension where extname = 'postgis'),
                      (select default_version from pg_available_extensions where name = 'postgis')) as postgis`;
    checkPostgis(row?.postgis ?? null, 'PostGIS on the server of DATABASE_URL');
    const description = `the server of DATABASE_URL: PostgreSQL ${row?.server}, PostGIS ${row?.postgis}`;
    return { url, description, explain: (error) => error, close: async () => {} };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
