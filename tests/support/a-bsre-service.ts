import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { signDigest } from '../../server/features/documents/seal/cms.ts';
import { signPdf } from '../../server/features/documents/seal/sign-pdf.ts';
import type { ESignSettings } from '../../server/platform/deps.ts';

/** What the service does with the next request. */
export type Behaviour =
  | 'signs'
  | 'hangs'
  | 'hangsUp'
  | 'fails'
  | 'redirects'
  | 'answersText'
  | 'givesBackUnsigned'
  | 'givesBackAnother'
  | 'appends'
  | 'signsAsStranger'
  | 'signsWithEnded'
  | 'saysEnded'
  | 'saysNothingKnown';

export interface BsreService {
  readonly settings: ESignSettings;
  readonly passphrase: string;
  /** What it was asked, without files and passphrases. */
  readonly asked: {
    readonly path: string;
    readonly nik: unknown;
    readonly tampilan: unknown;
    readonly auth: string;
  }[];
  behave(now: Behaviour): void;
  close(): Promise<void>;
}

/** Who is certified, as a test needs it. */
interface Holder {
  readonly name: string;
  readonly key: KeyObject;
  readonly certificate: Uint8Array;
}

/** A service that speaks the client API 2 of BSrE, with an authority and officials of its own. It believes one passphrase. */
export async function aBsreService(): Promise<BsreService> {
  const authority = issue('CONTOH Otoritas', null, ['2020-01-01', '2040-01-01']);
  const official = issue('CONTOH Pejabat', authority, ['2026-01-01', '2028-01-01']);
  const ended = issue('CONTOH Pejabat lama', authority, ['2022-01-01', '2024-01-01']);
  const stranger = issue('CONTOH Orang lain', null, ['2026-01-01', '2028-01-01']);
  const passphrase = 'Frasa-Sangat-Rahasia-7319';
  const asked: BsreService['asked'][number][] = [];
  let now: Behaviour = 'signs';
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const say = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const signed = async (pdf: Uint8Array, { name, key, certificate }: Holder): Promise<Uint8Array> =>
    signPdf(pdf, { name, moment: new Date('2026-11-24T02:00:00Z') }, async (digest) =>
      signDigest(digest, certificate, (text) => createSign('sha256').update(text).sign(key)),
    );
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const sent = JSON.parse(Buffer.concat(parts).toString());
    asked.push({
      path: request.url ?? '',
      nik: sent.nik,
      tampilan: sent.signatureProperties?.[0]?.tampilan,
      auth: Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString(),
    });
    if (now === 'hangs') return;
    if (now === 'hangsUp') return void response.destroy();
    if (now === 'fails') return say(response, 502, { error: 'Bad gateway' });
    if (now === 'redirects') return void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end();
    if (now === 'answersText') return void response.writeHead(200).end('<html>masuk</html>');
    if (now === 'saysEnded')
      return say(response, 400, { error: 'Sertifikat telah kedaluwarsa', status_code: 2021 });
    if (now === 'saysNothingKnown') return say(response, 400, { error: 'Tidak dapat diproses' });
    if (sent.passphrase !== passphrase)
      return say(response, 400, { error: 'Passphrase anda salah', status_code: 2031 });
    const pdf = Buffer.from(sent.file[0], 'base64');
    const give = (file: Uint8Array): void =>
      say(response, 200, { time: 1_234, file: [Buffer.from(file).toString('base64')] });
    if (now === 'givesBackUnsigned') return give(pdf);
    if (now === 'givesBackAnother') {
      const other = Buffer.from(await signed(pdf, official));
      other[100] = (other[100] ?? 0) ^ 1;
      return give(other);
    }
    if (now === 'appends')
      return give(Buffer.concat([await signed(pdf, official), Buffer.from('\n% lebih\n')]));
    if (now === 'signsAsStranger') return give(await signed(pdf, stranger));
    if (now === 'signsWithEnded') return give(await signed(pdf, ended));
    return give(await signed(pdf, official));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    passphrase,
    asked,
    settings: {
      name: 'CONTOH BSrE',
      url: `http://127.0.0.1:${port}`,
      signPath: '/api/v2/sign/pdf',
      user: 'omod',
      password: 'sandi-layanan-uji',
      identity: 'nik',
      trusted: [pemOf(authority.certificate)],
      longestMs: 400,
    },
    behave(next) {
      now = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----`;
const bytes = (from: Uint8Array): ArrayBuffer => new Uint8Array(from).buffer;
const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
let serial = 0;

/** @param issuer null: by itself */
export function issue(name: string, issuer: Holder | null, [from, to]: readonly [string, string]): Holder {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  serial += 1;
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: serial });
  const called = (who: pkijs.RelativeDistinguishedNames, as: string): void => {
    const value = new asn1js.Utf8String({ value: as });
    who.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value }));
  };
  called(certificate.issuer, issuer?.name ?? name);
  called(certificate.subject, name);
  certificate.notBefore.value = new Date(from);
  certificate.notAfter.value = new Date(to);
  certificate.extensions = [
    new pkijs.Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: new pkijs.BasicConstraints({ cA: issuer === null }).toSchema().toBER(),
    }),
  ];
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(
    bytes(publicKey.export({ type: 'spki', format: 'der' })),
  );
  certificate.signature = new pkijs.AlgorithmIdentifier({
    algorithmId: SHA256_WITH_RSA,
    algorithmParams: new asn1js.Null(),
  });
  certificate.signatureAlgorithm = certificate.signature;
  const unsigned = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.tbsView = unsigned;
  certificate.signatureValue = new asn1js.BitString({
    valueHex: bytes(
      createSign('sha256')
        .update(unsigned)
        .sign(issuer?.key ?? privateKey),
    ),
  });
  return { name, key: privateKey, certificate: new Uint8Array(certificate.toSchema(true).toBER()) };
}
