import { createHash, createSign } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { expect, it } from 'vitest';
import { issue } from '../../../../tests/support/a-bsre-service.ts';
import { signDigest } from './cms.ts';
import { verifySeal } from './verify-seal.ts';

const authority = issue('CONTOH Otoritas', null, ['2020-01-01', '2040-01-01']);
const official = issue('CONTOH Pejabat', authority, ['2026-01-01', '2028-01-01']);
const own = issue('CONTOH Layanan', null, ['2026-01-01', '2028-01-01']);
const before = Buffer.from('%PDF-1.7 uji ');
const after = Buffer.from(' akhir uji');
const digest = createHash('sha256').update(before).update(after).digest();
const CERTIFICATES = [official.certificate, own.certificate];

const sealOf = ({ certificate, key }: typeof official): Buffer =>
  Buffer.from(signDigest(digest, certificate, (text) => createSign('sha256').update(text).sign(key)));
const check = (hex: string) => verifySeal({ before, after, cms: Buffer.from(hex, 'hex'), hex }, CERTIFICATES);
const ROOM = '0'.repeat(64);
const put = (hex: string, at: number, letter: string): string =>
  hex.slice(0, at) + letter + hex.slice(at + 1);

/** The seal of an official as services elsewhere write it: with who issued the certificate, and a time stamp. */
function asElsewhere(): Buffer {
  const read = (bytes: Uint8Array) => asn1js.fromBER(new Uint8Array(bytes).buffer).result;
  const data = new pkijs.SignedData({
    schema: new pkijs.ContentInfo({ schema: read(sealOf(official)) }).content,
  });
  data.certificates?.push(new pkijs.Certificate({ schema: read(authority.certificate) }));
  const stamp = new asn1js.OctetString({ valueHex: new Uint8Array(400).fill(7).buffer });
  data.signerInfos[0]!.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [stamp] })],
  });
  const content = new pkijs.ContentInfo({
    contentType: '1.2.840.113549.1.7.2',
    content: data.toSchema(true),
  });
  return Buffer.from(content.toSchema().toBER());
}

it('the seal of an official in our own form is bound whole: no byte of it can be another', () => {
  const seal = sealOf(official);
  const hex = seal.toString('hex') + ROOM;
  expect(check(hex)).toEqual({ ok: true, value: { place: 0, isBound: true, isSelfIssued: false } });
  expect(check(hex.toUpperCase())).toEqual({
    ok: true,
    value: { place: 0, isBound: true, isSelfIssued: false },
  });
  for (let at = 0; at < seal.length; at += 17) {
    const changed = Buffer.from(seal);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(check(changed.toString('hex') + ROOM), `byte ${at}`).not.toMatchObject({
      value: { isBound: true, isSelfIssued: false },
    });
  }
});

it.each([
  ['of an official', () => sealOf(official)],
  ['of an official, with more in it', asElsewhere],
  ['of the service', () => sealOf(own)],
])('nothing is written into the room behind a seal %s, nor in letters of another size', (_whose, make) => {
  const seal = make().toString('hex');
  const hex = seal + ROOM;
  expect(check(hex).ok).toBe(true);
  const refused = { ok: false, problem: 'sealMalformed' };
  for (let at = seal.length; at < hex.length; at += 1)
    expect(check(put(hex, at, 'f')), `room ${at}`).toEqual(refused);
  const letters = [...seal.matchAll(/[a-f]/g)].map(({ index }) => index);
  expect(letters.length).toBeGreaterThan(100);
  for (const at of letters.filter((_, index) => index % 97 === 0))
    expect(check(put(hex, at, hex[at]!.toUpperCase())), `letter ${at}`).toEqual(refused);
});

it('what no signature covers in the seal of an official is told, and the rest is checked all the same', () => {
  const seal = asElsewhere();
  expect(check(seal.toString('hex') + ROOM)).toEqual({
    ok: true,
    value: { place: 0, isBound: false, isSelfIssued: false },
  });
  const stamp = seal.lastIndexOf(Buffer.alloc(400, 7));
  expect(stamp).toBeGreaterThan(0);
  const touched = Buffer.from(seal);
  touched[stamp] = 8;
  expect(check(touched.toString('hex') + ROOM)).toEqual({
    ok: true,
    value: { place: 0, isBound: false, isSelfIssued: false },
  });
  const changed = Buffer.from(seal);
  changed[seal.indexOf(digest)] = (digest[0] ?? 0) ^ 1;
  expect(check(changed.toString('hex') + ROOM)).toEqual({ ok: false, problem: 'bytesChanged' });
});
