import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { SealKey } from '../../../platform/keys.ts';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const VALID_YEARS = 10;

/**
 * The certificate that goes with a key of this installation, issued by the key itself. Nothing of it is chance, so it is the
 * same whenever it is made: its serial is the key's id, its time that of the key.
 *
 * @param sign RSA with SHA-256, PKCS #1 v1.5
 * @source RFC 5280
 */
export function makeOwnCertificate(
  {
    kid,
    createdAt,
    spki,
    name,
  }: Omit<SealKey, 'createdAt'> & { readonly createdAt: Date; readonly name: string },
  sign: (text: Uint8Array) => Uint8Array,
): Uint8Array {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  // Positive: a leading one would be read as a sign.
  certificate.serialNumber = new asn1js.Integer({ valueHex: bytesOf(Buffer.from(`01${kid}`, 'hex')) });
  for (const who of [certificate.issuer, certificate.subject])
    who.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({
        type: COMMON_NAME,
        value: new asn1js.Utf8String({ value: name }),
      }),
    );
  certificate.notBefore.value = wholeSeconds(createdAt);
  certificate.notAfter.value = wholeSeconds(
    new Date(new Date(createdAt).setUTCFullYear(createdAt.getUTCFullYear() + VALID_YEARS)),
  );
  certificate.extensions = [
    // Digital signature and non-repudiation, nothing else; no authority over others.
    extension('2.5.29.15', new asn1js.BitString({ valueHex: new Uint8Array([0xc0]).buffer, unusedBits: 6 })),
    extension('2.5.29.19', new pkijs.BasicConstraints({ cA: false }).toSchema()),
  ];
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(bytesOf(spki));
  certificate.signature = new pkijs.AlgorithmIdentifier({
    algorithmId: SHA256_WITH_RSA,
    algorithmParams: new asn1js.Null(),
  });
  certificate.signatureAlgorithm = certificate.signature;
  const unsigned = certificate.encodeTBS().toBER();
  certificate.tbsView = new Uint8Array(unsigned);
  certificate.signatureValue = new asn1js.BitString({
    valueHex: bytesOf(sign(new Uint8Array(unsigned))),
  });
  return new Uint8Array(certificate.toSchema(true).toBER());
}

const extension = (extnID: string, value: asn1js.BaseBlock): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical: true, extnValue: value.toBER() });
const bytesOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const wholeSeconds = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 1_000) * 1_000);
