import { createHash, verify } from 'node:crypto';

/** SHA-256 for the domain, which imports nothing. */
export const sha256 = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

/** True when the signature is that of the key over the text, in Ed25519 (RFC 8032). */
export function verifyEd25519(publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  const key = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  try {
    return verify(null, text, { key, format: 'jwk' }, signature);
  } catch {
    return false;
  }
}
