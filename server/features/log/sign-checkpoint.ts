import { isSameBytes } from '#domain/log/bytes';
import { type Checkpoint, openCheckpoint, writeCheckpoint } from '#domain/log/checkpoint';
import { type NoteKey, writeNote, writeNoteKey } from '#domain/log/signed-note';
import { sha256, verifyEd25519 } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  findCheckpoint,
  findLastCheckpoint,
  insertCheckpoint,
  readOrigin,
  readSize,
  type StoredCheckpoint,
} from './queries.ts';
import { rootOf } from './read-tree.ts';

export interface SignedCheckpoint extends Checkpoint {
  /** C2SP signed note. */
  readonly note: string;
}

type SignDeps = Pick<Deps, 'sql' | 'keys'>;

/** The public keys of this log, the one in use first. */
export async function logKeys({ sql, keys }: SignDeps): Promise<NoteKey[]> {
  const name = await readOrigin(sql);
  return keys.signingKeys('log').map(({ publicKey }) => ({ name, publicKey }));
}

/** The same as text: one verifier key per line. */
export async function writeLogKeys(deps: SignDeps): Promise<string> {
  return (await logKeys(deps)).map((key) => `${writeNoteKey(sha256, key)}\n`).join('');
}

/**
 * The signed checkpoint of the log as it is now; signed and kept when there is none of this size yet.
 * @param sql another connection than that of the dependencies, such as a transaction's snapshot
 * @throws Error when the log no longer goes on from what was signed before: nothing is signed then
 */
export async function currentCheckpoint(
  deps: SignDeps,
  sql: Queryable = deps.sql,
): Promise<SignedCheckpoint> {
  // What lies beside the key, first of all: other processes sign, too, and none of them signs less than that.
  const beside = sql === deps.sql ? await lastBeside(deps) : undefined;
  // The last checkpoint before the size: both grow meanwhile, and a log is never shorter than what was signed of it.
  const [origin, last] = await Promise.all([readOrigin(sql), findLastCheckpoint(sql)]);
  const size = await readSize(sql);
  const [key] = deps.keys.signingKeys('log');
  if (key === undefined) throw new Error('There is no key to sign the log with.');
  if (beside !== undefined) await refuseRewritten(sql, size, beside);
  const known = await findCheckpoint(sql, size, key.kid);
  if (known !== undefined) return { origin, size, root: new Uint8Array(known.root), note: known.note };
  if (last !== undefined) await refuseRewritten(sql, size, last);
  const root = await rootOf(sql, size);
  const text = writeCheckpoint({ origin, size, root });
  const note = writeNote(sha256, text, { name: origin, publicKey: key.publicKey }, (bytes) =>
    deps.keys.sign('log', bytes),
  );
  await insertCheckpoint(deps.sql, { size, keyId: key.kid, root, note });
  if (size > (beside?.size ?? -1)) deps.keys.keepSigned(origin, note);
  return { origin, size, root, note };
}

/**
 * The checkpoint that lies beside the key; undefined when there is none yet.
 * @throws Error when there is one that the keys of this log have not signed
 */
async function lastBeside(deps: SignDeps): Promise<Checkpoint | undefined> {
  const note = deps.keys.lastSigned(await readOrigin(deps.sql));
  if (note === undefined) return undefined;
  const opened = openCheckpoint({ sha256, verifyEd25519 }, note, await logKeys(deps));
  if (opened.ok) return opened.value;
  throw new Error(`The checkpoint beside the key does not hold (${opened.problem}): npm run log -- audit`);
}

/** A log must never sign two histories (c2sp.org/tlog-checkpoint). */
async function refuseRewritten(
  sql: Queryable,
  size: number,
  last: Pick<StoredCheckpoint, 'size' | 'root'>,
): Promise<void> {
  if (last.size <= size && isSameBytes(await rootOf(sql, last.size), new Uint8Array(last.root))) return;
  throw new Error(
    `The log has ${size} leaves and does not go on from its signed checkpoint of ${last.size}: npm run log -- audit`,
  );
}
