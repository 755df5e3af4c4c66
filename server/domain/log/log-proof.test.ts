import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { fromBase64, type Sha256, toHex } from './bytes.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { openCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { commitTo, hashLeaf, type LeafContent, readOpening, writeOpening } from './log-leaf.ts';
import { readLogProof, verifyLogProof, writeLogProof } from './log-proof.ts';
import { growTree } from './merkle-hash.ts';
import { type NoteCrypto, openNote, readNoteKey, writeNote, writeNoteKey } from './signed-note.ts';

const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());
const crypto: NoteCrypto = {
  sha256,
  verifyEd25519: (publicKey, text, signature) => {
    const key = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
    return verify(null, text, { key, format: 'jwk' }, signature);
  },
};
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = {
  name: 'uji.example/log',
  publicKey: new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')),
};
const signText = (text: Uint8Array) => new Uint8Array(sign(null, text, privateKey));
const salt = (byte: number) => new Uint8Array(32).fill(byte);

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.2', () => {
    const value = {
      // biome-ignore lint/correctness/noPrecisionLoss: the example of the RFC
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts by UTF-16 code units, as the table of section 3.2.3', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const sorted = Object.keys(JSON.parse(canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))));
    expect(canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))).toBe(
      `{${['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'].map((name) => `${JSON.stringify(name)}:0`).join(',')}}`,
    );
    expect(sorted).toHaveLength(7);
  });

  it('is the same for a value however it was put together, and reads back as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }), (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', undefined as unknown as Json])
      expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('signed notes', () => {
  const published = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const note = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

  it('opens the published note with the published key', () => {
    const known = readNoteKey(sha256, published)!;
    expect(writeNoteKey(sha256, known)).toBe(published);
    const opened = openNote(crypto, note, [known]);
    expect(opened).toMatchObject({ ok: true, value: { signedBy: [{ name: 'PeterNeumann' }] } });
    expect(openNote(crypto, note.replace('problem is.', 'problem was.'), [known])).toMatchObject({
      problem: 'signatureWrong',
    });
    expect(openNote(crypto, note, [key])).toMatchObject({ problem: 'signatureUnknown' });
    expect(openNote(crypto, note.trimEnd(), [known])).toMatchObject({ problem: 'noteMalformed' });
  });

  it('refuses a key whose id, kind or name does not fit', () => {
    expect(readNoteKey(sha256, published.replace('c74f20a3', 'c74f20a4'))).toBeUndefined();
    expect(readNoteKey(sha256, published.replace('Peter', 'Paul'))).toBeUndefined();
    expect(readNoteKey(sha256, 'a b+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBeUndefined();
    expect(readNoteKey(sha256, '')).toBeUndefined();
  });

  it('passes over witnesses that it does not know, and refuses a checkpoint under another origin', () => {
    const witnessed = `${writeNote(sha256, writeCheckpoint({ origin: key.name, size: 3, root: salt(1) }), key, signText)}— saksi.example mJirIklj\n`;
    expect(openCheckpoint(crypto, witnessed, [key])).toMatchObject({ ok: true, value: { size: 3 } });
    const foreign = writeNote(
      sha256,
      writeCheckpoint({ origin: 'lain.example', size: 3, root: salt(1) }),
      key,
      signText,
    );
    expect(openCheckpoint(crypto, foreign, [key])).toMatchObject({ problem: 'originOther' });
    const extended = writeNote(
      sha256,
      `${key.name}\n3\n${Buffer.from(salt(1)).toString('base64')}\nlagi\n`,
      key,
      signText,
    );
    expect(openCheckpoint(crypto, extended, [key])).toMatchObject({ problem: 'checkpointMalformed' });
  });
});

const event: LeafContent = {
  kind: 'layer.published',
  recordedAt: '2026-11-22T04:00:00.000Z',
  facts: {
    value: { actor: 'operator', facts: { layerId: 'rdtr', decree: 'Perwali “Contoh”' } },
    salt: salt(7),
  },
  personal: { value: { email: 'a@example.go.id' }, salt: salt(9) },
};

describe('a leaf', () => {
  it('keeps its hash when the personal part is erased', () => {
    const commitment = commitTo(sha256, event.personal as { value: Json; salt: Uint8Array });
    const erased = { ...event, personal: { commitment } };
    expect(toHex(hashLeaf(sha256, erased))).toBe(toHex(hashLeaf(sha256, event)));
    expect(new TextDecoder().decode(writeOpening(erased))).not.toContain('example.go.id');
  });

  it('has another hash when anything in it is another', () => {
    const others: LeafContent[] = [
      { ...event, kind: 'layer.withdrawn' },
      { ...event, recordedAt: '2026-11-22T04:00:00.001Z' },
      { ...event, facts: { ...event.facts, salt: salt(8) } },
      { ...event, facts: { ...event.facts, value: { actor: 'system' } } },
      { ...event, personal: null },
      { ...event, personal: { value: { email: 'b@example.go.id' }, salt: salt(9) } },
    ];
    const hashes = [event, ...others].map((content) => toHex(hashLeaf(sha256, content)));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('a proof file', () => {
  const tree = growTree(sha256);
  tree.append(hashLeaf(sha256, { ...event, kind: 'demo.loaded' }));
  const first = tree.root();
  tree.append(hashLeaf(sha256, event));
  const checkpoint = writeNote(
    sha256,
    writeCheckpoint({ origin: key.name, size: 2, root: tree.root() }),
    key,
    signText,
  );
  const file = writeLogProof({ extra: writeOpening(event), index: 1, path: [first], checkpoint });

  /** What `npm run log -- verify` does with a file. */
  const check = (text: string): boolean => {
    const proof = readLogProof(text);
    const opening = proof?.extra === undefined ? undefined : readOpening(proof.extra);
    return (
      proof !== undefined &&
      opening !== undefined &&
      verifyLogProof(crypto, proof, hashLeaf(sha256, opening), [key]).ok
    );
  };

  it('is believed as it is, and reads as the specification writes it', () => {
    expect(check(file)).toBe(true);
    expect(file).toMatch(
      /^c2sp\.org\/tlog-proof@v1\nextra [\w+/]+=*\nindex 1\n[\w+/]{43}=\n\nuji\.example\/log\n2\n[\w+/]{43}=\n\n— uji\.example\/log [\w+/]+=*\n$/,
    );
    expect(writeLogProof(readLogProof(file)!)).toBe(file);
  });

  it('is refused with any one byte changed, taken away or added, wherever it is', () => {
    const bytes = Buffer.from(file);
    const believed: string[] = [];
    for (let at = 0; at < bytes.length; at++) {
      const turned = Buffer.from(bytes);
      turned[at] = bytes[at]! ^ (at % 2 === 0 ? 1 : 32);
      if (check(turned.toString())) believed.push(`${at} turned`);
      if (at % 6 !== 0) continue;
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
      if (check(Buffer.concat([before, after.subarray(1)]).toString())) believed.push(`${at} taken away`);
      if (check(Buffer.concat([before, Buffer.from('A'), after]).toString())) believed.push(`${at} added`);
    }
    expect(believed).toEqual([]);
  }, 30_000);

  it('is refused by who knows other keys', () => {
    const proof = readLogProof(file)!;
    expect(verifyLogProof(crypto, proof, hashLeaf(sha256, event), [])).toMatchObject({
      problem: 'signatureUnknown',
    });
    expect(verifyLogProof(crypto, { ...proof, index: 0 }, hashLeaf(sha256, event), [key])).toMatchObject({
      problem: 'pathWrong',
    });
  });

  it('holds base64 in its one proper spelling', () => {
    expect(fromBase64('QQ==')).toEqual(Uint8Array.of(65));
    for (const text of ['QR==', 'QQ=', 'QQ', 'Q Q=', 'QQ==\n', '_w=='])
      expect(fromBase64(text)).toBeUndefined();
  });
});
