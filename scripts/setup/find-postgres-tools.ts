import type { Environment } from '../../server/env.ts';
import { findInstallations } from '../../server/platform/cluster/index.ts';
import type { Database } from '../../server/platform/db.ts';
import { OperatorProblem } from '../../server/platform/operator-problem.ts';

/**
 * Where pg_dump and pg_restore of the server's version are, or of a newer one.
 * @throws OperatorProblem when this machine has none
 */
export async function findPostgresTools(
  { POSTGRESQL_DIRECTORY: directory }: Pick<Environment, 'POSTGRESQL_DIRECTORY'>,
  sql: Database,
): Promise<string> {
  const [row] = await sql<
    { major: number }[]
  >`select current_setting('server_version_num')::int / 10000 as major`;
  const major = row?.major ?? 0;
  const fitting = findInstallations(directory).filter((installation) => installation.major >= major);
  const chosen = fitting.find((installation) => installation.major === major) ?? fitting.at(-1);
  if (chosen !== undefined) return chosen.binDirectory;
  throw new OperatorProblem(
    'tools-missing',
    `pg_dump of PostgreSQL ${major} or newer is not on this machine.`,
  );
}
