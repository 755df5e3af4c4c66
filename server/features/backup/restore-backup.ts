import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openCheckpoint } from '#domain/log/checkpoint';
import { type NoteKey, readNoteKey } from '#domain/log/signed-note';
import { fail, ok, type Result } from '#domain/result';
import { sha256, verifyEd25519 } from '../../platform/crypto.ts';
import type { Database } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { dropEverything } from '../../platform/drop-everything.ts';
import { migrate } from '../../platform/migrate.ts';
import { runPostgresTool } from '../../platform/postgres-tool.ts';
import { audit, inspectLog, type LogDamage } from '../log/index.ts';
import { restoreArchives } from '../publish/index.ts';
import {
  type BackupDoubt,
  CHECKPOINT,
  checkBackup,
  DUMP,
  describeFile,
  LOG_KEYS,
  type Manifest,
} from './manifest.ts';
import { isDatabaseEmpty } from './queries.ts';

export interface RestoreOrder {
  readonly databaseUrl: string;
  /** Where pg_restore is. */
  readonly binDirectory: string;
  readonly dataDirectory: string;
  readonly directory: string;
  /** A checkpoint of the same log that was kept elsewhere, newer than the backup: says what is missing. */
  readonly newerCheckpoint?: string | undefined;
  /** Verifier keys of the log, one per line, as the operator kept them; without them those of the installation. */
  readonly trustedKeys?: string | undefined;
}

export type RestoreProblem =
  | BackupDoubt
  | { readonly code: 'noTrustedKeys' }
  | { readonly code: 'databaseNotEmpty' }
  | { readonly code: 'checkpointUnreadable'; readonly reason: string }
  | { readonly code: 'logDamaged'; readonly damage: LogDamage };

export interface Restored {
  readonly origin: string;
  readonly logSize: number;
  /** Whose keys have vouched for the backup. */
  readonly provenBy: 'installation' | 'given';
  readonly archives: number;
  /** Entries that were signed for after the backup: from (inclusive) to below `to`. Null: none is known of. */
  readonly missing: { readonly from: number; readonly to: number } | null;
}

/**
 * Holds a backup against keys that are not its own: nothing of it is read by a program before.
 * @returns the manifest and the keys that it was believed by
 */
export async function verifyBackup(
  { keys }: Pick<Deps, 'keys'>,
  directory: string,
  trustedKeys?: string,
): Promise<Result<{ readonly manifest: Manifest; readonly keys: readonly NoteKey[] }, RestoreProblem>> {
  const given = trustedKeys === undefined ? undefined : readKeys(trustedKeys);
  const hasOwn = keys.list().some(({ name }) => name === 'log');
  // The name of a log is not secret; the keys are those of the installation, whatever its log is called.
  const trusted = (origin: string): readonly NoteKey[] =>
    given ?? (hasOwn ? keys.signingKeys('log').map(({ publicKey }) => ({ name: origin, publicKey })) : []);
  const checked = await checkBackup(directory, trusted);
  const hasNone = given === undefined ? !hasOwn : given.length === 0;
  if (!checked.ok && checked.problem.code === 'backupUnsigned' && hasNone)
    return fail({ code: 'noTrustedKeys' });
  return checked.ok ? ok({ manifest: checked.value, keys: trusted(checked.value.origin) }) : checked;
}

/**
 * Brings a backup into an empty database and data directory, up to the schema of this program, builds the tiles, and
 * computes the whole log again up to the checkpoint of the backup. That it was restored, and what is missing, becomes
 * the next entry of the log. A log that is found damaged is taken away again: nobody starts the product on it.
 */
export async function restoreBackup(
  deps: Pick<Deps, 'sql' | 'keys' | 'clock' | 'log' | 'tilesDirectory'>,
  { databaseUrl, binDirectory, dataDirectory, directory, newerCheckpoint, trustedKeys }: RestoreOrder,
): Promise<Result<Restored, RestoreProblem>> {
  const verified = await verifyBackup(deps, directory, trustedKeys);
  if (!verified.ok) return verified;
  const { manifest, keys } = verified.value;
  if (!(await isDatabaseEmpty(deps.sql))) return fail({ code: 'databaseNotEmpty' });
  // Keys of before are those that lie in the backup: the one that signed it has vouched for them.
  const all = [...keys, ...readKeys(await readFile(join(directory, LOG_KEYS), 'utf8'))];
  const newer =
    newerCheckpoint === undefined
      ? undefined
      : openCheckpoint({ sha256, verifyEd25519 }, newerCheckpoint, all);
  if (newer?.ok === false) return fail({ code: 'checkpointUnreadable', reason: newer.problem });
  await runPostgresTool(binDirectory, 'pg_restore', databaseUrl, [
    '--no-owner',
    // The roles of another server may not exist on this one; migrate gives the rights anew.
    '--no-privileges',
    '--exit-on-error',
    '--single-transaction',
    join(directory, DUMP),
  ]);
  const isOlder = newer !== undefined && newer.value.size <= manifest.logSize;
  const own = await readFile(join(directory, CHECKPOINT), 'utf8');
  const kept = isOlder && newerCheckpoint !== undefined ? [own, newerCheckpoint] : [own];
  const inspected = await orTakeAway(deps.sql, async () => {
    await migrate(deps.sql);
    const found = await inspectLog(deps, kept, all);
    if (found.damage === null) await copyListed(manifest, directory, dataDirectory);
    return found;
  });
  const { size, damage } = inspected;
  if (damage !== null) {
    await dropEverything(deps.sql);
    return fail({ code: 'logDamaged', damage });
  }
  const { restored } = await restoreArchives(deps);
  const known = Math.max(newer?.value.size ?? 0, size);
  await audit(
    deps.sql,
    { kind: 'backup.restored', actor: 'operator', facts: { restoredSize: size, knownSize: known } },
    deps.clock,
  );
  // What is missing is said and logged: from here on the log goes on from the backup, also for the installation's own key.
  if (deps.keys.lastSigned(manifest.origin) !== undefined) deps.keys.keepSigned(manifest.origin, own);
  const missing = known > size ? { from: size, to: known } : null;
  const provenBy = trustedKeys === undefined ? 'installation' : 'given';
  return ok({ origin: manifest.origin, logSize: size, provenBy, archives: restored.length, missing });
}

const readKeys = (text: string): NoteKey[] =>
  text
    .split('\n')
    .map((line) => readNoteKey(sha256, line))
    .filter((key): key is NoteKey => key !== undefined);

/** What was put into the empty database does not stay there when the rest fails: nobody starts the product on it. */
async function orTakeAway<T>(sql: Database, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    await dropEverything(sql);
    throw error;
  }
}

/** The files that the manifest lists, and no others; one that is there already is not replaced. */
async function copyListed(manifest: Manifest, from: string, to: string): Promise<void> {
  for (const { path, sha256: wanted } of manifest.files.filter((file) => file.path.startsWith('files/'))) {
    if (!(await lstat(join(from, path))).isFile()) throw new Error(`${path} is no file any more.`);
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(from, path), join(to, path), constants.COPYFILE_EXCL);
    const { sha256: found } = await describeFile(to, path);
    if (found !== wanted) throw new Error(`${path} was changed while it was copied.`);
  }
}
