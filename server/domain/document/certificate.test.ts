import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyEd25519 } from '../../platform/crypto.ts';
import { CERTIFICATE_SCHEMA, type Certificate, openCertificate, writeCertificate } from './certificate.ts';

const certificate: Certificate = {
  schema: CERTIFICATE_SCHEMA,
  documentId: 'AbCdEfGhIjKlMnOpQrStUv',
  kind: 'itr',
  number: null,
  isTrial: true,
  issuedAt: '2026-11-30T01:02:03.000Z',
  extractSha256: 'a'.repeat(64),
  verifyAt: 'https://peta.example.go.id/krk/verifikasi/AbCdEfGhIjKlMnOpQrStUv',
};

function aKey(kid: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { kid, privateKey, publicKey: new Uint8Array(raw) };
}
const signWith = (key: KeyObject) => (text: Uint8Array) => new Uint8Array(sign(null, text, key));

describe('a certificate', () => {
  const [first, second] = [aKey('first'), aKey('second')];
  const written = writeCertificate(certificate, first.kid, signWith(first.privateKey));

  test('is opened by the key that signed it, also after the key was changed', () => {
    expect(openCertificate(verifyEd25519, written, [second, first])).toEqual({
      ok: true,
      value: certificate,
    });
    const later = writeCertificate(certificate, second.kid, signWith(second.privateKey));
    expect(openCertificate(verifyEd25519, later, [second, first]).ok).toBe(true);
  });

  test('is refused when its key is not in the list, or another key signed under its name', () => {
    expect(openCertificate(verifyEd25519, written, [second])).toEqual({ ok: false, problem: 'keyUnknown' });
    const forged = writeCertificate(certificate, 'first', signWith(second.privateKey));
    expect(openCertificate(verifyEd25519, forged, [first])).toEqual({ ok: false, problem: 'signatureWrong' });
  });

  test('is refused for one changed character anywhere, and for an algorithm that is not ours', () => {
    const [header = '', payload = '', signature = ''] = written.split('.');
    for (let place = 0; place < written.length; place += 1) {
      if (written[place] === '.') continue;
      const other = written[place] === 'A' ? 'B' : 'A';
      const changed = written.slice(0, place) + other + written.slice(place + 1);
      expect(openCertificate(verifyEd25519, changed, [first]).ok, `${place}`).toBe(false);
    }
    const none = Buffer.from('{"alg":"none","kid":"first","typ":"JWS"}').toString('base64url');
    for (const bad of [
      '',
      'a.b.c',
      `${none}.${payload}.`,
      `${header}.!.${signature}`,
      `${written}.${signature}`,
    ])
      expect(openCertificate(verifyEd25519, bad, [first])).toEqual({
        ok: false,
        problem: 'certificateMalformed',
      });
  });
});
