import { rootOfSubtrees } from '#domain/log/merkle-hash';
import { type LeafRange, nodesOfRange } from '#domain/log/merkle-proof';
import { sha256 } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import { readNodes } from './queries.ts';

/**
 * Roots of subtrees out of the stored nodes, in one question: log2 of the size of each.
 * @throws Error when a node is missing: the log is damaged
 */
export async function rootsOf(sql: Queryable, ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
  const wanted = ranges.map(nodesOfRange);
  const nodes = await readNodes(sql, wanted.flat());
  const hashes = new Map(nodes.map(({ level, position, hash }) => [`${level}/${position}`, hash]));
  return wanted.map((addresses) =>
    rootOfSubtrees(
      sha256,
      addresses.map(({ level, position }) => {
        const hash = hashes.get(`${level}/${position}`);
        if (hash === undefined) throw new Error(`The log has lost its node ${position} of level ${level}.`);
        return new Uint8Array(hash);
      }),
    ),
  );
}

/** Root of the first `size` leaves. */
export async function rootOf(sql: Queryable, size: number): Promise<Uint8Array> {
  const [root] = await rootsOf(sql, [{ start: 0, end: size }]);
  return root ?? rootOfSubtrees(sha256, []);
}
