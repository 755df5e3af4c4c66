import { isSameBytes } from '#domain/log/bytes';
import { openCheckpoint } from '#domain/log/checkpoint';
import { hashLeaf } from '#domain/log/log-leaf';
import { growTree } from '#domain/log/merkle-hash';
import type { NoteKey } from '#domain/log/signed-note';
import { sha256, verifyEd25519 } from '../../platform/crypto.ts';
import type { Deps } from '../../platform/deps.ts';
import { leafContentOf } from './leaf-content.ts';
import {
  countEventsWithoutLeaf,
  listCheckpoints,
  listErasedIndexes,
  readInnerNodes,
  readLeaves,
  readOrigin,
  readSize,
  type StoredLeaf,
} from './queries.ts';
import { logKeys } from './sign-checkpoint.ts';

/** What is wrong with the log, at the first place where anything is. */
export type LogDamage =
  | { readonly code: 'leafMissing' | 'eventMissing' | 'eventChanged' | 'leafChanged'; readonly index: number }
  | { readonly code: 'nodeChanged'; readonly index: number; readonly level: number }
  /** Leaves were signed for that are no longer there: from `index` to below `size`. */
  | { readonly code: 'endMissing'; readonly index: number; readonly size: number }
  /** All of it fits together and is not what was signed: some leaf from `index` to below `size` was rewritten. */
  | { readonly code: 'rewritten'; readonly index: number; readonly size: number }
  | { readonly code: 'checkpointWrong'; readonly index: number; readonly reason: string }
  | { readonly code: 'eventsOutside'; readonly index: number; readonly count: number }
  /** Its personal part is gone, and no entry says that it was erased. */
  | { readonly code: 'erasedSilently'; readonly index: number };

export interface LogInspection {
  readonly size: number;
  readonly root: Uint8Array;
  readonly checkpoints: number;
  readonly damage: LogDamage | null;
}

/** A root that somebody holds the log to. */
interface Claim {
  readonly size: number;
  readonly root: Uint8Array;
}

const BATCH = 2000;

/**
 * Computes every leaf, node and root again from the events, and holds them against what is stored and was signed.
 * @param known public keys, when those of this installation are not the log's own: after a restore without its keys
 * @param kept signed checkpoints that somebody else kept: only these show that database and keys were rewritten together
 */
export async function inspectLog(
  deps: Pick<Deps, 'sql' | 'keys'>,
  kept: readonly string[] = [],
  known?: readonly NoteKey[],
): Promise<LogInspection> {
  // Of an installation's own log also what lies beside its key. Claims before the size: meanwhile the log only grows.
  const beside = known === undefined ? deps.keys.lastSigned(await readOrigin(deps.sql)) : undefined;
  const held = beside === undefined ? kept : [...kept, beside];
  const { claims, wrong } = await readClaims(deps.sql, held, known ?? (await logKeys(deps)));
  const size = await readSize(deps.sql);
  const tree = growTree(sha256);
  const end = (damage: LogDamage | null): LogInspection => ({
    size,
    root: tree.root(),
    checkpoints: claims.length,
    damage,
  });
  const erased: number[] = [];
  let proven = 0;
  for (let from = 0; from < size; from += BATCH) {
    const to = Math.min(from + BATCH, size);
    const [leaves, inner] = await Promise.all([
      readLeaves(deps.sql, from, to),
      readInnerNodes(deps.sql, from, to),
    ]);
    const nodes = new Map(inner.map(({ level, position, hash }) => [`${level}/${position}`, hash]));
    for (let index = from; index < to; index++) {
      const damage = damageOfLeaf(leaves[index - from], index);
      if (damage !== null) return end(damage);
      if (isErased(leaves[index - from] as StoredLeaf)) erased.push(index);
      const [, ...above] = tree.append(new Uint8Array((leaves[index - from] as StoredLeaf).leafHash));
      for (const { level, position, hash } of above) {
        const stored = nodes.get(`${level}/${position}`);
        if (stored === undefined || !isSameBytes(hash, new Uint8Array(stored)))
          return end({ code: 'nodeChanged', index: position * 2 ** level, level });
      }
      for (const claim of claims.filter((one) => one.size === index + 1)) {
        if (!isSameBytes(claim.root, tree.root()))
          return end({ code: 'rewritten', index: proven, size: claim.size });
        proven = claim.size;
      }
    }
  }
  const beyond = claims.find((claim) => claim.size > size);
  if (beyond !== undefined) return end({ code: 'endMissing', index: size, size: beyond.size });
  if (wrong !== null) return end(wrong);
  const count = await countEventsWithoutLeaf(deps.sql);
  if (count > 0) return end({ code: 'eventsOutside', index: size, count });
  // A leaf holds without its personal part; that it may do so, an entry has to say. Asked last, so that it knows of what was
  // erased while all this was read.
  const told = new Set(erased.length === 0 ? [] : await listErasedIndexes(deps.sql));
  const silent = erased.find((index) => !told.has(index));
  return end(silent === undefined ? null : { code: 'erasedSilently', index: silent });
}

const isErased = ({ personal, personalCommitment }: StoredLeaf): boolean =>
  personal === null && personalCommitment !== null;

function damageOfLeaf(leaf: StoredLeaf | undefined, index: number): LogDamage | null {
  if (leaf?.leafIndex !== index) return { code: 'leafMissing', index };
  if (leaf.eventId === null) return { code: 'eventMissing', index };
  // Without its salt a personal part is held against nothing: any text could stand there.
  if ((leaf.personal === null) !== (leaf.personalSalt === null)) return { code: 'eventChanged', index };
  if (!isSameBytes(hashLeaf(sha256, leafContentOf(leaf)), new Uint8Array(leaf.leafHash)))
    return { code: 'eventChanged', index };
  return leaf.nodeHash !== null && isSameBytes(new Uint8Array(leaf.nodeHash), new Uint8Array(leaf.leafHash))
    ? null
    : { code: 'leafChanged', index };
}

/** The signed roots by size, stored and kept ones; and the first signature that does not hold. */
async function readClaims(
  sql: Deps['sql'],
  kept: readonly string[],
  keys: readonly NoteKey[],
): Promise<{ claims: Claim[]; wrong: LogDamage | null }> {
  const claims: Claim[] = [];
  let wrong: LogDamage | null = null;
  const stored = await listCheckpoints(sql);
  const notes = [
    ...stored.map(({ note, size, root }) => ({ note, size, root: new Uint8Array(root) })),
    ...kept
      .filter((note) => stored.every((one) => one.note !== note))
      .map((note) => ({ note, size: undefined, root: undefined })),
  ];
  for (const { note, size, root } of notes) {
    const opened = openCheckpoint({ sha256, verifyEd25519 }, note, keys);
    if (opened.ok && (root === undefined || isSameBytes(root, opened.value.root))) {
      claims.push(opened.value);
      continue;
    }
    wrong ??= {
      code: 'checkpointWrong',
      index: size ?? 0,
      reason: opened.ok ? 'rootOther' : opened.problem,
    };
  }
  return { claims: claims.sort((one, other) => one.size - other.size), wrong };
}
