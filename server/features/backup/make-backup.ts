import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '#domain/result';
import type { Deps } from '../../platform/deps.ts';
import { runPostgresTool } from '../../platform/postgres-tool.ts';
import { currentCheckpoint, writeLogKeys } from '../log/index.ts';
import { CHECKPOINT, DUMP, describeFile, LOG_KEYS, MANIFEST, type Manifest, TILES } from './manifest.ts';
import { exportSnapshot, listArchives, listMigrations } from './queries.ts';

export interface BackupOrder {
  readonly databaseUrl: string;
  /** Where pg_dump is. */
  readonly binDirectory: string;
  readonly dataDirectory: string;
  /** Where the backup goes: made here, or empty. */
  readonly directory: string;
}

/** Folder of the data directory whose files no table can bring back. */
const FILES = 'files';

/**
 * Writes everything that cannot be made again, while the product runs: the database as of one moment, the files, the
 * signed checkpoint of that moment, and last the manifest: a backup without one is not whole. Secrets are not in it.
 */
export async function makeBackup(
  deps: Pick<Deps, 'sql' | 'keys' | 'clock'>,
  { databaseUrl, binDirectory, dataDirectory, directory }: BackupOrder,
): Promise<Result<Manifest, 'directoryNotEmpty'>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if ((await readdir(directory)).length > 0) return fail('directoryNotEmpty');
  const manifest = await deps.sql.begin('isolation level repeatable read read only', async (tx) => {
    const snapshot = await exportSnapshot(tx);
    const { origin, size, note } = await currentCheckpoint(deps, tx);
    await writeFile(join(directory, CHECKPOINT), note);
    await writeFile(join(directory, TILES), `${JSON.stringify(await listArchives(tx), null, 2)}\n`);
    await runPostgresTool(binDirectory, 'pg_dump', databaseUrl, [
      '--format=custom',
      '--no-owner',
      `--snapshot=${snapshot}`,
      `--file=${join(directory, DUMP)}`,
    ]);
    return { origin, logSize: size, migrations: await listMigrations(tx) };
  });
  await writeFile(join(directory, LOG_KEYS), await writeLogKeys(deps));
  // After the database: a file is written before the row that names it is committed.
  await cp(join(dataDirectory, FILES), join(directory, FILES), { recursive: true }).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const paths = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(directory, '/').length))
    .sort();
  const files: Manifest['files'] = [];
  for (const path of paths) files.push(await describeFile(directory, path));
  const whole: Manifest = { schema: 'backup/1', madeAt: deps.clock.now().toISOString(), ...manifest, files };
  await writeFile(join(directory, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`);
  return ok(whole);
}
