import { joinBytes, type Sha256 } from './bytes.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of a leaf. @source RFC 6962 section 2.1 */
export const leafHash = (sha256: Sha256, leaf: Uint8Array): Uint8Array => sha256(joinBytes(LEAF, leaf));

/** Hash of a node over its two children. @source RFC 6962 section 2.1 */
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joinBytes(NODE, left, right));

/** Root of the tree without leaves. @source RFC 6962 section 2.1 */
export const emptyRoot = (sha256: Sha256): Uint8Array => sha256(new Uint8Array());

/** Root over complete subtrees, left to right, each larger than all after it together; at least one. */
export function rootOfSubtrees(sha256: Sha256, hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot(sha256);
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last);
}

/** A node that is complete: `level` 0 is a leaf, `position` counts nodes of its level from the left, from 0. */
export interface CompleteNode {
  readonly level: number;
  readonly position: number;
  readonly hash: Uint8Array;
}

/**
 * A tree that grows leaf by leaf and keeps one hash per level.
 * `append` returns the nodes that the leaf completes, itself first.
 */
export function growTree(sha256: Sha256): {
  append(hash: Uint8Array): readonly CompleteNode[];
  root(): Uint8Array;
  size(): number;
} {
  const edge: CompleteNode[] = [];
  let size = 0;
  return {
    append(hash) {
      let node: CompleteNode = { level: 0, position: size, hash };
      const completed = [node];
      while (edge.at(-1)?.level === node.level) {
        const left = edge.pop() as CompleteNode;
        node = {
          level: node.level + 1,
          position: Math.floor(node.position / 2),
          hash: nodeHash(sha256, left.hash, node.hash),
        };
        completed.push(node);
      }
      edge.push(node);
      size += 1;
      return completed;
    },
    root: () =>
      rootOfSubtrees(
        sha256,
        edge.map(({ hash }) => hash),
      ),
    size: () => size,
  };
}
