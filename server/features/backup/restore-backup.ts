import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpoint } from '#domain/log/checkpoint';
import { type NoteKey, readNoteKey } from '#domain/log/signed-note';
import { fail, ok, type Result } from '#domain/result';
import { sha256, verifyEd25519 } from '../../platform/crypto.ts';
import type { Deps } from '../../platform/deps.ts';
import { migrate } from '../../platform/migrate.ts';
import { runPostgresTool } from '../../platform/postgres-tool.ts';
import { audit, inspectLog, type LogDamage } from '../log/index.ts';
import { restoreArchives } from '../publish/index.ts';
import { CHECKPOINT, checkBackup, DUMP, LOG_KEYS } from './manifest.ts';
import { isDatabaseEmpty } from './queries.ts';

export interface RestoreOrder {
  readonly databaseUrl: string;
  /** Where pg_restore is. */
  readonly binDirectory: string;
  readonly dataDirectory: string;
  readonly directory: string;
  /** A checkpoint of the same log that was kept elsewhere, newer than the backup: says what is missing. */
  readonly newerCheckpoint?: string | undefined;
}

export type RestoreProblem =
  | { readonly code: 'backupBroken'; readonly files: readonly string[] }
  | { readonly code: 'databaseNotEmpty' }
  | { readonly code: 'checkpointUnreadable'; readonly reason: string }
  | { readonly code: 'logDamaged'; readonly damage: LogDamage };

export interface Restored {
  readonly logSize: number;
  readonly archives: number;
  /** Entries that were signed for after the backup: from (inclusive) to below `to`. Null: none is known of. */
  readonly missing: { readonly from: number; readonly to: number } | null;
}

/**
 * Brings a backup into an empty database and data directory, up to the schema of this program, builds the tiles, and
 * computes the whole log again up to the checkpoint of the backup. That it was restored, and what is missing, becomes
 * the next entry of the log.
 */
export async function restoreBackup(
  deps: Pick<Deps, 'sql' | 'keys' | 'clock' | 'log' | 'tilesDirectory'>,
  { databaseUrl, binDirectory, dataDirectory, directory, newerCheckpoint }: RestoreOrder,
): Promise<Result<Restored, RestoreProblem>> {
  const { manifest, broken } = await checkBackup(directory);
  if (broken.length > 0) return fail({ code: 'backupBroken', files: broken });
  if (!(await isDatabaseEmpty(deps.sql))) return fail({ code: 'databaseNotEmpty' });
  const keys = readKeys(await readFile(join(directory, LOG_KEYS), 'utf8'));
  const newer =
    newerCheckpoint === undefined
      ? undefined
      : openCheckpoint({ sha256, verifyEd25519 }, newerCheckpoint, keys);
  if (newer?.ok === false) return fail({ code: 'checkpointUnreadable', reason: newer.problem });
  await runPostgresTool(binDirectory, 'pg_restore', databaseUrl, [
    '--no-owner',
    '--exit-on-error',
    '--single-transaction',
    join(directory, DUMP),
  ]);
  const hasFiles = manifest.files.some(({ path }) => path.startsWith('files/'));
  if (hasFiles) await cp(join(directory, 'files'), join(dataDirectory, 'files'), { recursive: true });
  await migrate(deps.sql);
  const own = await readFile(join(directory, CHECKPOINT), 'utf8');
  const isOlder = newer !== undefined && newer.value.size <= manifest.logSize;
  const kept = isOlder && newerCheckpoint !== undefined ? [own, newerCheckpoint] : [own];
  const { size, damage } = await inspectLog(deps, kept, keys);
  if (damage !== null) return fail({ code: 'logDamaged', damage });
  const { restored } = await restoreArchives(deps);
  const known = Math.max(newer?.value.size ?? 0, size);
  await audit(
    deps.sql,
    { kind: 'backup.restored', actor: 'operator', facts: { restoredSize: size, knownSize: known } },
    deps.clock,
  );
  const missing = known > size ? { from: size, to: known } : null;
  return ok({ logSize: size, archives: restored.length, missing });
}

const readKeys = (text: string): NoteKey[] =>
  text
    .split('\n')
    .map((line) => readNoteKey(sha256, line))
    .filter((key): key is NoteKey => key !== undefined);
