import { writeOpening } from '#domain/log/log-leaf';
import { writeLogProof } from '#domain/log/log-proof';
import { consistencyRanges, inclusionRanges } from '#domain/log/merkle-proof';
import type { Deps } from '../../platform/deps.ts';
import { leafContentOf } from './leaf-content.ts';
import { readLeaves, readSize } from './queries.ts';
import { rootsOf } from './read-tree.ts';
import { currentCheckpoint } from './sign-checkpoint.ts';

/**
 * The proof file of a leaf below the checkpoint of now, without a word of what the leaf says.
 * @returns undefined when there is no such leaf
 */
export async function proveLeaf(
  deps: Pick<Deps, 'sql' | 'keys'>,
  index: number,
  extra?: Uint8Array,
): Promise<string | undefined> {
  const { size, note } = await currentCheckpoint(deps);
  if (index >= size) return undefined;
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
 * @param to left out: all there are
 * @returns undefined when there are not so many leaves, or fewer than `from`
 */
export async function proveConsistency(
  { sql }: Pick<Deps, 'sql'>,
  from: number,
  to: number | undefined,
): Promise<ConsistencyProof | undefined> {
  const size = await readSize(sql);
  const end = to ?? size;
  if (from > end || end > size) return undefined;
  return { from, to: end, path: await rootsOf(sql, consistencyRanges(from, end)) };
}
