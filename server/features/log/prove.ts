import { writeOpening } from '#domain/log/log-leaf';
import { writeLogProof } from '#domain/log/log-proof';
import { consistencyRanges, inclusionRanges } from '#domain/log/merkle-proof';
import type { Deps } from '../../platform/deps.ts';
import { leafContentOf } from './leaf-content.ts';
import { findCheckpointOver, readLeaves } from './queries.ts';
import { rootsOf } from './read-tree.ts';
import { currentCheckpoint } from './sign-checkpoint.ts';

/**
 * The proof file of a leaf, without a word of what the leaf says: below the first checkpoint that was signed above it, so that
 * asking again does not tell how the log has grown since.
 * @returns undefined when there is no such leaf
 */
export async function proveLeaf(
  deps: Pick<Deps, 'sql' | 'keys'>,
  index: number,
  extra?: Uint8Array,
): Promise<string | undefined> {
  const now = await currentCheckpoint(deps);
  if (index >= now.size) return undefined;
  const [key] = deps.keys.signingKeys('log');
  const { size, note } = (await findCheckpointOver(deps.sql, index, key?.kid ?? '')) ?? now;
  const path = await rootsOf(deps.sql, inclusionRanges(index, size));
  return writeLogProof({ extra, index, path, checkpoint: note });
}

/**
 * The same with everything that the leaf is made of: for the person whom the event concerns. It shows facts and, until
 * they are erased, personal data.
 */
export async function proveLeafToHolder(
  deps: Pick<Deps, 'sql' | 'keys'>,
  index: number,
): Promise<string | undefined> {
  const [leaf] = await readLeaves(deps.sql, index, index + 1);
  return leaf === undefined ? undefined : proveLeaf(deps, index, writeOpening(leafContentOf(leaf)));
}

export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly path: readonly Uint8Array[];
}

/**
 * That the first `from` leaves are the beginning of the first `to`.
 * @param from at least 1
 * @param size how many there are for whoever asks
 * @returns undefined when there are not so many leaves, or fewer than `from`
 */
export async function proveConsistency(
  { sql }: Pick<Deps, 'sql'>,
  from: number,
  to: number,
  size: number,
): Promise<ConsistencyProof | undefined> {
  if (from > to || to > size) return undefined;
  return { from, to, path: await rootsOf(sql, consistencyRanges(from, to)) };
}
