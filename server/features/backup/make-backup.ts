import { constants } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#domain/result';
import type { Deps } from '../../platform/deps.ts';
import { runPostgresTool } from '../../platform/postgres-tool.ts';
import { currentCheckpoint, writeLogKeys } from '../log/index.ts';
import { lockFilesShared } from '../uploads/index.ts';
import {
  CHECKPOINT,
  DUMP,
  describeFile,
  LOG_KEYS,
  listEntries,
  type Manifest,
  TILES,
  writeManifest,
} from './manifest.ts';
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
/** Rights of the group and of everybody. */
const OTHERS = 0o077;
/** A file of a backup is its owner's, whatever the account's umask is, and replaces none. */
const OWN = { mode: 0o600, flag: 'wx' } as const;

/**
 * Writes everything that cannot be made again, while the product runs: the database as of one moment, the files, the
 * signed checkpoint of that moment, and last the manifest: a backup without one is not whole. Secrets are not in it.
 */
export async function makeBackup(
  deps: Pick<Deps, 'sql' | 'keys' | 'clock'>,
  { databaseUrl, binDirectory, dataDirectory, directory }: BackupOrder,
): Promise<Result<Manifest, 'directoryNotEmpty' | 'directoryOpen'>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if ((await readdir(directory)).length > 0) return fail('directoryNotEmpty');
  const place = await lstat(directory);
  // Everything that is not public is in a backup: nobody else may read it while it is made, or put anything into it.
  if (!place.isDirectory() || (place.mode & OTHERS) !== 0) return fail('directoryOpen');
  // Files that the snapshot names are not swept before they are copied; the lock stands before the snapshot.
  return await deps.sql.begin(async (guard) => {
    await lockFilesShared(guard);
    return ok(await write(deps, { databaseUrl, binDirectory, dataDirectory, directory }));
  });
}

async function write(
  deps: Pick<Deps, 'sql' | 'keys' | 'clock'>,
  { databaseUrl, binDirectory, dataDirectory, directory }: BackupOrder,
): Promise<Manifest> {
  const manifest = await deps.sql.begin('isolation level repeatable read read only', async (tx) => {
    const snapshot = await exportSnapshot(tx);
    const { origin, size, note } = await currentCheckpoint(deps, tx);
    await writeFile(join(directory, CHECKPOINT), note, OWN);
    await writeFile(join(directory, TILES), `${JSON.stringify(await listArchives(tx), null, 2)}\n`, OWN);
    // pg_dump writes into the file that is there, and leaves its rights.
    await writeFile(join(directory, DUMP), '', OWN);
    await runPostgresTool(binDirectory, 'pg_dump', databaseUrl, [
      '--format=custom',
      '--no-owner',
      `--snapshot=${snapshot}`,
      `--file=${join(directory, DUMP)}`,
    ]);
    return { origin, logSize: size, migrations: await listMigrations(tx) };
  });
  await writeFile(join(directory, LOG_KEYS), await writeLogKeys(deps), OWN);
  // After the database: a file is written before the row that names it is committed.
  await copyFiles(join(dataDirectory, FILES), join(directory, FILES));
  const paths = (await listEntries(directory)).map(({ path }) => path);
  const files: Manifest['files'] = [];
  for (const path of paths) files.push(await describeFile(directory, path));
  const whole: Manifest = { schema: 'backup/1', madeAt: deps.clock.now().toISOString(), ...manifest, files };
  await writeManifest(deps, directory, whole);
  return whole;
}

/** What is still arriving: no row says that it is there, and it may have another name the next moment. */
const UNFINISHED = /\.part$/;

/** Copies regular files that are whole; a link is not followed: what it points to is not of this product. */
async function copyFiles(from: string, to: string): Promise<void> {
  const entries = await listEntries(from).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const { path } of entries.filter((entry) => entry.isFile && !UNFINISHED.test(entry.path))) {
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(from, path), join(to, path), constants.COPYFILE_EXCL);
    await chmod(join(to, path), 0o600);
  }
}
