import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the browser opens it. */
export interface PushedMessage {
  readonly said: unknown;
  /** As it came, encrypted. */
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What the sender has signed. */
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
}

/** A push service and the browser behind it: it checks the signature as RFC 8292 has it, and decrypts as RFC 8291 has it. */
export interface PushService {
  /** What may be called: an origin. */
  readonly origin: string;
  /** As a browser gives it to a page that asks. */
  subscribe(): { endpoint: string; keys: { p256dh: string; auth: string } };
  readonly taken: PushedMessage[];
  /** The status of the next answers. */
  answer: number;
  close(): Promise<void>;
}

const CURVE = 'prime256v1';

export async function aPushService(): Promise<PushService> {
  const browser = createECDH(CURVE);
  browser.generateKeys();
  const auth = randomBytes(16);
  const taken: PushedMessage[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      const bytes = Buffer.concat(chunks);
      const claims = claimsOf(request.headers.authorization ?? '');
      const isComplete =
        request.method === 'POST' &&
        Number(request.headers.ttl) > 0 &&
        request.headers['content-encoding'] === 'aes128gcm' &&
        claims !== null;
      if (!isComplete) return response.writeHead(claims === null ? 403 : 400).end();
      if (service.answer < 300)
        taken.push({ said: open(bytes, browser, auth), bytes, headers: request.headers, claims });
      const redirect = { location: `${service.origin}/elsewhere` };
      return response.writeHead(service.answer, service.answer === 307 ? redirect : {}).end('ok');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const service: PushService = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    subscribe: () => ({
      endpoint: `${service.origin}/push/${randomBytes(12).toString('hex')}`,
      keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') },
    }),
    taken,
    answer: 201,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

/** What the sender signed with the key that it names; null when the signature is not true. */
function claimsOf(authorization: string): PushedMessage['claims'] | null {
  const [, token = '', named = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const point = Buffer.from(named, 'base64url');
  if (point.length !== 65) return null;
  const coordinate = (from: number): string => point.subarray(from, from + 32).toString('base64url');
  const key = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
    format: 'jwk',
  });
  const isTrue = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  return isTrue ? JSON.parse(Buffer.from(body, 'base64url').toString()) : null;
}

/** The other side of RFC 8291 section 3.4, written on its own: nothing of it is shared with the sender. */
function open(bytes: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): unknown {
  const salt = bytes.subarray(0, 16);
  const sender = bytes.subarray(21, 21 + bytes.readUInt8(20));
  const sealed = bytes.subarray(21 + sender.length);
  const take = (secret: Buffer, from: Buffer, info: Buffer, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, from, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]);
  const ikm = take(browser.computeSecret(sender), auth, info, 32);
  const key = take(ikm, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = take(ikm, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
}
