import { createHash, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { DocumentFile } from '#domain/document/read-file';
import { fail, ok, type Result } from '#domain/result';

/** Why a seal is not believed. */
export type SealProblem = 'sealMalformed' | 'bytesChanged' | 'sealUnknown' | 'sealWrong';

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';

/**
 * Whether one of these certificates sealed exactly these bytes.
 * @param certificates X.509, DER; nobody else's is believed, whoever issued it
 * @returns the place of the certificate in the list
 */
export function verifySeal(
  { before, after, cms }: DocumentFile['signature'],
  certificates: readonly Uint8Array[],
): Result<number, SealProblem> {
  const signed = readSigned(cms);
  if (signed === null) return fail('sealMalformed');
  const digest = createHash('sha256').update(before).update(after).digest();
  if (!digest.equals(signed.digest)) return fail('bytesChanged');
  const place = certificates.findIndex((one) => Buffer.from(one).equals(signed.certificate));
  if (place < 0) return fail('sealUnknown');
  const key = new X509Certificate(signed.certificate).publicKey;
  return verify('sha256', signed.attributes, key, signed.signature) ? ok(place) : fail('sealWrong');
}

interface Signed {
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
    const [certificate] = data.certificates ?? [];
    const attributes = signer?.signedAttrs;
    const digest = attributes?.attributes.find(({ type }) => type === MESSAGE_DIGEST)?.values[0];
    if (signer === undefined || attributes === undefined || !(certificate instanceof pkijs.Certificate))
      return null;
    if (!(digest instanceof asn1js.OctetString)) return null;
    const encoded = Buffer.from(attributes.encodedValue);
    return {
      digest: Buffer.from(digest.valueBlock.valueHexView),
      certificate: Buffer.from(certificate.toSchema().toBER()),
      attributes: encoded,
      signature: Buffer.from(signer.signature.valueBlock.valueHexView),
    };
  } catch {
    return null;
  }
}
