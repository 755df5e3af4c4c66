import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { type Sha256, toHex } from './bytes.ts';
import { emptyRoot, growTree, leafHash, nodeHash, rootOfSubtrees } from './merkle-hash.ts';
import { consistencyRanges, inclusionRanges, type LeafRange, nodesOfRange } from './merkle-proof.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** The tree that the reference implementation of Certificate Transparency is tested with. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of RFC 6962 section 2.1, word by word: what everything else is compared with. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(sha256, treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

/** Hashes of n leaves that are all different. */
const leavesOf = (n: number) =>
  Array.from({ length: n }, (_, i) => leafHash(sha256, Uint8Array.of(i & 255, i >> 8)));

/** As the register does it: complete nodes only, put together. */
function foldRange(leaves: readonly Uint8Array[], range: LeafRange): Uint8Array {
  const hashes = nodesOfRange(range).map(({ level, position }) =>
    treeHash(leaves.slice(position * 2 ** level, (position + 1) * 2 ** level)),
  );
  return rootOfSubtrees(sha256, hashes);
}

const flipBit = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === Math.floor(at / 8) % bytes.length ? byte ^ (1 << (at % 8)) : byte));

describe('the tree', () => {
  it('has the roots of the published vectors, leaf by leaf', () => {
    const tree = growTree(sha256);
    expect(toHex(emptyRoot(sha256))).toBe(ROOTS[0]);
    for (const [index, leaf] of LEAVES.entries()) {
      tree.append(leafHash(sha256, hex(leaf)));
      expect(tree.size()).toBe(index + 1);
      expect(toHex(tree.root())).toBe(ROOTS[index + 1]);
    }
  });

  it('gives the published inclusion and consistency proofs', () => {
    const leaves = LEAVES.map((leaf) => leafHash(sha256, hex(leaf)));
    const proofOf = (ranges: LeafRange[]) => ranges.map((range) => toHex(foldRange(leaves, range)));
    expect(proofOf(inclusionRanges(5, 8))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(proofOf(consistencyRanges(6, 8))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('completes exactly the nodes that are full, each once', () => {
    const tree = growTree(sha256);
    const leaves = leavesOf(37);
    const seen = new Set<string>();
    for (const leaf of leaves) {
      for (const { level, position, hash } of tree.append(leaf)) {
        expect(toHex(hash)).toBe(
          toHex(treeHash(leaves.slice(position * 2 ** level, (position + 1) * 2 ** level))),
        );
        seen.add(`${level}/${position}`);
      }
    }
    // 37 leaves and, per level above, one node for every two below.
    expect(seen.size).toBe(37 + 18 + 9 + 4 + 2 + 1);
  });
});

describe('proofs', () => {
  it('every leaf of every tree up to 33 leaves is proven, and nothing else is by the same proof', () => {
    for (let size = 1; size <= 33; size++) {
      const leaves = leavesOf(size);
      const root = treeHash(leaves);
      for (let index = 0; index < size; index++) {
        const proof = inclusionRanges(index, size).map((range) => foldRange(leaves, range));
        const verify = (leaf: Uint8Array, at: number, of: number, path = proof) =>
          verifyInclusion(sha256, leaf, at, of, path, root);
        expect(verify(leaves[index]!, index, size)).toBe(true);
        expect(verify(leaves[(index + 1) % size]!, index, size)).toBe(size === 1);
        expect(verify(leaves[index]!, index + 1, size)).toBe(false);
        expect(verify(leaves[index]!, index, size, [...proof, root])).toBe(false);
        if (proof.length > 0) expect(verify(leaves[index]!, index, size, proof.slice(0, -1))).toBe(false);
      }
    }
  });

  it('every tree up to 33 leaves begins every larger one, and no other root does', () => {
    const leaves = leavesOf(33);
    const headOf = (size: number) => ({ size, root: treeHash(leaves.slice(0, size)) });
    const forged = { ...headOf(9), root: treeHash(leaves.slice(1, 10)) };
    for (let to = 1; to <= 33; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = consistencyRanges(from, to).map((range) => foldRange(leaves, range));
        expect(verifyConsistency(sha256, headOf(from), headOf(to), proof)).toBe(true);
        expect(verifyConsistency(sha256, headOf(from), headOf(to), [...proof, forged.root])).toBe(false);
        expect(verifyConsistency(sha256, { ...headOf(from), root: forged.root }, headOf(to), proof)).toBe(
          false,
        );
        expect(verifyConsistency(sha256, headOf(from), { ...headOf(to), root: forged.root }, proof)).toBe(
          false,
        );
        if (from < to) expect(verifyConsistency(sha256, headOf(to), headOf(from), proof)).toBe(false);
      }
    }
    expect(verifyConsistency(sha256, headOf(0), headOf(7), [])).toBe(true);
  });

  it('one bit turned in leaf, path or root is refused', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 70 }),
        fc.nat(),
        fc.nat(255),
        fc.nat(),
        (size, seed, bit, part) => {
          const leaves = leavesOf(size);
          const index = seed % size;
          const path = inclusionRanges(index, size).map((range) => foldRange(leaves, range));
          const parts = [leaves[index]!, treeHash(leaves), ...path];
          const bent = parts.map((bytes, i) => (i === part % parts.length ? flipBit(bytes, bit) : bytes));
          const [leaf, root, ...bentPath] = bent;
          expect(verifyInclusion(sha256, leaf!, index, size, bentPath, root!)).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('one bit turned in a consistency proof is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(255), fc.nat(), (to, seed, bit, part) => {
        const leaves = leavesOf(to);
        const from = 1 + (seed % (to - 1));
        const heads = [from, to].map((size) => ({ size, root: treeHash(leaves.slice(0, size)) }));
        const proof = consistencyRanges(from, to).map((range) => foldRange(leaves, range));
        const bent = proof.map((bytes, i) => (i === part % proof.length ? flipBit(bytes, bit) : bytes));
        expect(verifyConsistency(sha256, heads[0]!, heads[1]!, proof)).toBe(true);
        expect(verifyConsistency(sha256, heads[0]!, heads[1]!, bent)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
