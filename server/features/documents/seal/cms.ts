import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  /** id-aa-signingCertificateV2, RFC 5035: without it a signature is no PAdES. */
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
} as const;

/**
 * A detached signature over a digest, with the certificate of its key: CAdES B-B as PAdES takes it. The moment stands in the
 * PDF, not here (ETSI EN 319 142-1, 6.3). `verifySeal` writes it once more and compares: what stands here for a digest, a
 * certificate and a signature is never changed, or every seal of before is refused.
 *
 * @param sign RSA with SHA-256, PKCS #1 v1.5
 */
export function signDigest(
  digest: Uint8Array,
  certificate: Uint8Array,
  sign: (text: Uint8Array) => Uint8Array,
): Uint8Array {
  const own = readCertificate(certificate);
  const certificateHash = createHash('sha256').update(certificate).digest();
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
      attribute(OID.messageDigest, octets(digest)),
      // SHA-256 is the default of RFC 5035: the algorithm is left out, as DER wants it.
      attribute(OID.signingCertificate, sequence([sequence([sequence([octets(certificateHash)])])])),
    ],
  });
  // What is signed is the set itself (tag 31), what is written is its implicit form (RFC 5652, 5.4).
  const encoded = Buffer.from(signedAttrs.toSchema().toBER());
  encoded[0] = 0x31;
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: algorithm(OID.sha256),
    signedAttrs,
    signatureAlgorithm: algorithm(OID.rsa),
    signature: octets(sign(encoded)),
  });
  const signedData = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [algorithm(OID.sha256)],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [own],
    signerInfos: [signer],
  });
  const content = new pkijs.ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}

/** Certificates as they were read, for as long as their bytes are kept by whoever seals. */
const read = new WeakMap<Uint8Array, pkijs.Certificate>();

function readCertificate(bytes: Uint8Array): pkijs.Certificate {
  const known = read.get(bytes) ?? pkijs.Certificate.fromBER(arrayBuffer(bytes));
  read.set(bytes, known);
  return known;
}

const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const octets = (bytes: Uint8Array): asn1js.OctetString =>
  new asn1js.OctetString({ valueHex: arrayBuffer(bytes) });
const sequence = (value: asn1js.BaseBlock[]): asn1js.Sequence => new asn1js.Sequence({ value });
const attribute = (type: string, value: unknown): pkijs.Attribute =>
  new pkijs.Attribute({ type, values: [value] });
const algorithm = (algorithmId: string): pkijs.AlgorithmIdentifier =>
  new pkijs.AlgorithmIdentifier({ algorithmId, algorithmParams: new asn1js.Null() });
