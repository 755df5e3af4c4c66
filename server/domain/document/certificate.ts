import * as z from 'zod/mini';
import { fromBase64, toBase64, utf8 } from '../log/bytes.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import type { VerifyEd25519 } from '../log/signed-note.ts';
import { fail, ok, type Result } from '../result.ts';
import { documentIdSchema, documentKindSchema } from './document.ts';

export const CERTIFICATE_SCHEMA = 'omod-certificate/1';

/** What the service vouches for: which extract this document shows, since when, and where to ask what it is worth now. */
export const certificateSchema = z.strictObject({
  schema: z.literal(CERTIFICATE_SCHEMA),
  documentId: documentIdSchema,
  kind: documentKindSchema,
  number: z.nullable(z.string()),
  isTrial: z.boolean(),
  issuedAt: z.iso.datetime(),
  extractSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  verifyAt: z.url(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** A public key of the service, as its key list gives it. */
export interface CertificateKey {
  readonly kid: string;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Uint8Array;
}

/** Why a certificate is not believed. */
export type CertificateProblem = 'certificateMalformed' | 'keyUnknown' | 'signatureWrong';

const headerSchema = z.strictObject({ alg: z.literal('EdDSA'), kid: z.string(), typ: z.literal('JWS') });

/**
 * A certificate in the compact form of RFC 7515, signed with Ed25519 (RFC 8037); its payload is canonical JSON (RFC 8785).
 * @param sign the signature of the key with this `kid`
 */
export function writeCertificate(
  certificate: Certificate,
  kid: string,
  sign: (text: Uint8Array) => Uint8Array,
): string {
  const header = toBase64Url(utf8(canonicalJson({ alg: 'EdDSA', kid, typ: 'JWS' })));
  const payload = toBase64Url(utf8(canonicalJson(certificate)));
  return `${header}.${payload}.${toBase64Url(sign(utf8(`${header}.${payload}`)))}`;
}

/**
 * The certificate, believed because one of the keys signed it. No algorithm but ours is taken, whatever the header says.
 * @returns `keyUnknown` when the list does not hold the key that it names
 */
export function openCertificate(
  verifyEd25519: VerifyEd25519,
  written: string,
  keys: readonly CertificateKey[],
): Result<Certificate, CertificateProblem> {
  const [header = '', payload = '', encoded = '', more] = written.trim().split('.');
  const head = headerSchema.safeParse(jsonIn(header));
  const said = certificateSchema.safeParse(jsonIn(payload));
  const signature = fromBase64Url(encoded);
  if (more !== undefined || !head.success || !said.success || signature === undefined)
    return fail('certificateMalformed');
  const key = keys.find((one) => one.kid === head.data.kid);
  if (key === undefined) return fail('keyUnknown');
  return verifyEd25519(key.publicKey, utf8(`${header}.${payload}`), signature)
    ? ok(said.data)
    : fail('signatureWrong');
}

/** RFC 4648 section 5, without padding. */
const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='));
}

function jsonIn(encoded: string): unknown {
  const bytes = fromBase64Url(encoded);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
