import type { CompleteNode } from './merkle-hash.ts';

/** Leaves from `start` (inclusive) to `end` (exclusive) that make one subtree. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** Largest power of two below n, for n of at least 2: where a tree of n leaves is split. */
function splitOf(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/**
 * The subtrees whose roots prove that a leaf is in the tree, from the leaf's neighbour up.
 * @param index of the leaf, from 0, below `size`
 * @source RFC 6962 section 2.1.1
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const path: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * The subtrees whose roots prove that the tree of `from` leaves is the beginning of the tree of `to` leaves.
 * @param from at least 1, at most `to`
 * @source RFC 6962 section 2.1.2
 */
export function consistencyRanges(from: number, to: number): LeafRange[] {
  if (from === to) return [];
  const path: LeafRange[] = [];
  let [start, end] = [0, to];
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // The reader knows the root of the first tree, when that tree is the whole of the last subtree.
  return (start === 0 ? path : [...path, { start, end }]).reverse();
}

/** The complete nodes that make a subtree, left to right; `rootOfSubtrees` over their hashes is its root. */
export function nodesOfRange({ start, end }: LeafRange): Omit<CompleteNode, 'hash'>[] {
  const nodes: Omit<CompleteNode, 'hash'>[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    while (2 ** (level + 1) <= end - at) level += 1;
    nodes.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}
