import { isSameBytes, type Sha256 } from './bytes.ts';
import { nodeHash } from './merkle-hash.ts';

const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;

/**
 * True when the proof leads from the leaf to the root.
 * @param index of the leaf, from 0
 * @param size number of leaves below the root
 * @source RFC 9162 section 2.1.3.2
 */
export function verifyInclusion(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(sha256, hash, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSameBytes(hash, root);
}

/**
 * True when the proof shows that the larger tree begins with the smaller one. Nothing is claimed by an empty tree, so
 * every tree begins with it.
 * @source RFC 9162 section 2.1.4.2
 */
export function verifyConsistency(
  sha256: Sha256,
  from: { readonly size: number; readonly root: Uint8Array },
  to: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(from.size) || !Number.isSafeInteger(to.size) || from.size < 0) return false;
  if (from.size > to.size) return false;
  if (from.size === to.size) return proof.length === 0 && isSameBytes(from.root, to.root);
  if (from.size === 0) return proof.length === 0;
  const isWholeSubtree = 2 ** Math.round(Math.log2(from.size)) === from.size;
  const [first, ...rest] = isWholeSubtree ? [from.root, ...proof] : proof;
  if (first === undefined || proof.length === 0) return false;
  let [node, last] = [from.size - 1, to.size - 1];
  while (isOdd(node)) [node, last] = [half(node), half(last)];
  let [fromRoot, toRoot] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      fromRoot = nodeHash(sha256, sibling, fromRoot);
      toRoot = nodeHash(sha256, sibling, toRoot);
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)];
    } else toRoot = nodeHash(sha256, toRoot, sibling);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSameBytes(fromRoot, from.root) && isSameBytes(toRoot, to.root);
}
