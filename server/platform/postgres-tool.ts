import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OUTPUT_BYTES = 8_000_000;

/**
 * Runs pg_dump or pg_restore on a database. The password goes by the environment: arguments are seen by everybody on
 * the machine.
 * @param binDirectory of PostgreSQL, not older than the server
 * @throws Error with what the program said
 */
export async function runPostgresTool(
  binDirectory: string,
  tool: 'pg_dump' | 'pg_restore',
  databaseUrl: string,
  args: readonly string[],
): Promise<void> {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  try {
    await run(join(binDirectory, tool), [`--dbname=${url}`, ...args], {
      maxBuffer: OUTPUT_BYTES,
      env: {
        PATH: '/usr/bin:/bin',
        LC_ALL: 'C.UTF-8',
        TZ: 'UTC',
        ...(password === '' ? {} : { PGPASSWORD: password }),
      },
    });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`${tool} failed: ${stderr?.trim() || String(error)}`);
  }
}
