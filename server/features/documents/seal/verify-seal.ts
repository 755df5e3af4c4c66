import { createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { DocumentFile } from '#domain/document/read-file';
import { fail, ok, type Result } from '#domain/result';
import { signDigest } from './cms.ts';

/** Why a seal is not believed. */
export type SealProblem = 'sealMalformed' | 'bytesChanged' | 'sealUnknown' | 'sealWrong';

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/** A seal that is believed. */
export interface Seal {
  /** The place of its certificate in the list. */
  readonly place: number;
  /**
   * False: it holds more than our own form of what is signed, such as the certificates of who issued it, or a time stamp. No
   * signature covers these bytes; that none of them was touched, only the register can say.
   */
  readonly isBound: boolean;
  /** Nobody else vouches for its key, as for those of a service. */
  readonly isSelfIssued: boolean;
}

/**
 * Whether one of these certificates sealed exactly these bytes. The signature itself is part of that: a structure that means
 * the same but is written differently, or anything in the room that it leaves, is a file that was touched.
 * @param certificates X.509, DER; nobody else's is believed, whoever issued it
 */
export function verifySeal(
  { before, after, cms, hex }: DocumentFile['signature'],
  certificates: readonly Uint8Array[],
): Result<Seal, SealProblem> {
  const signed = readSigned(cms);
  if (signed === null || !isPlain(hex, signed.byteCount)) return fail('sealMalformed');
  const digest = createHash('sha256').update(before).update(after).digest();
  if (!digest.equals(signed.digest)) return fail('bytesChanged');
  const place = certificates.findIndex((one) => Buffer.from(one).equals(signed.certificate));
  if (place < 0) return fail('sealUnknown');
  const { publicKey, issuer, subject } = new X509Certificate(signed.certificate);
  if (!verify('sha256', signed.attributes, publicKey, signed.signature)) return fail('sealWrong');
  // A key of this installation vouches for itself, and its form is known.
  const isOwn = issuer === subject;
  const isBound = isOwnForm(signed, isOwn ? hex : hex.toLowerCase());
  return isOwn && !isBound ? fail('sealMalformed') : ok({ place, isBound, isSelfIssued: isOwn });
}

/** Whether it is written as one program writes it: in letters of one size, with nothing in the room behind it. */
function isPlain(hex: string, byteCount: number): boolean {
  const [written, room] = [hex.slice(0, 2 * byteCount), hex.slice(2 * byteCount)];
  return !(/[a-f]/.test(written) && /[A-F]/.test(written)) && /^0*$/.test(room);
}

function isOwnForm({ digest, certificate, signature }: Signed, hex: string): boolean {
  const written = Buffer.from(signDigest(digest, certificate, () => signature)).toString('hex');
  return written.padEnd(hex.length, '0') === hex;
}

interface Signed {
  /** Of the structure, without the room behind it. */
  readonly byteCount: number;
  readonly digest: Buffer;
  readonly certificate: Buffer;
  readonly attributes: Buffer;
  readonly signature: Buffer;
}

/** The parts of a signature; null for what is no signature of ours. */
function readSigned(cms: Uint8Array): Signed | null {
  try {
    // What follows the structure is the padding of the room for it.
    const parsed = asn1js.fromBER(new Uint8Array(cms).buffer);
    const content = new pkijs.ContentInfo({ schema: parsed.result });
    const data = new pkijs.SignedData({ schema: content.content });
    const [signer] = data.signerInfos;
    const certificate = ownCertificate(data);
    const attributes = signer?.signedAttrs;
    const digest = attributes?.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0];
    if (signer === undefined || attributes === undefined || !(certificate instanceof pkijs.Certificate))
      return null;
    if (!(digest instanceof asn1js.OctetString)) return null;
    const encoded = Buffer.from(attributes.encodedValue);
    return {
      byteCount: parsed.offset,
      digest: Buffer.from(digest.valueBlock.valueHexView),
      certificate: Buffer.from(certificate.toSchema().toBER()),
      attributes: encoded,
      signature: Buffer.from(signer.signature.valueBlock.valueHexView),
    };
  } catch {
    return null;
  }
}

/** The certificate that a signature says it was made with: others beside it are those that issued it. */
function ownCertificate({ signerInfos, certificates = [] }: pkijs.SignedData): pkijs.Certificate | undefined {
  const sid = signerInfos[0]?.sid;
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return undefined;
  return certificates.find(
    (one): one is pkijs.Certificate =>
      one instanceof pkijs.Certificate &&
      one.serialNumber.isEqual(sid.serialNumber) &&
      one.issuer.isEqual(sid.issuer),
  );
}

/** Every certificate in a signature, that of whoever signed first; none where it is no signature. */
export function certificatesIn(cms: Uint8Array): Uint8Array[] {
  try {
    const parsed = asn1js.fromBER(new Uint8Array(cms).buffer);
    const content = new pkijs.ContentInfo({ schema: parsed.result });
    const data = new pkijs.SignedData({ schema: content.content });
    const own = ownCertificate(data);
    if (own === undefined) return [];
    const all = (data.certificates ?? []).filter((one) => one instanceof pkijs.Certificate);
    return [own, ...all.filter((one) => one !== own)].map((one) => new Uint8Array(one.toSchema().toBER()));
  } catch {
    return [];
  }
}
