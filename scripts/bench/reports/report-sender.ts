import { randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** What came of one request. */
export interface Answered {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
  readonly milliseconds: number;
}

/** A report that was acknowledged. */
export interface Acknowledged {
  readonly ticket: string;
  readonly secret: string;
}

interface Sent {
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly bytes?: Uint8Array;
  /** Of the line; undefined: as fast as it goes. */
  readonly bitsPerSecond?: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const CHUNK = 4_096;

/** Bytes as a thin line gives them: never faster than it, however they are asked for. */
async function* paced(bytes: Uint8Array, bitsPerSecond: number): AsyncGenerator<Uint8Array> {
  const start = performance.now();
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const end = Math.min(bytes.length, at + CHUNK);
    const due = start + (end * 8_000) / bitsPerSecond;
    const early = due - performance.now();
    if (early > 0) await wait(early);
    yield bytes.subarray(at, end);
  }
}

export function send(
  origin: string,
  { method, path, headers, bytes, bitsPerSecond }: Sent,
): Promise<Answered> {
  const start = performance.now();
  return new Promise((resolve) => {
    // A line that breaks is an answer that nobody got: it is counted, not thrown.
    const broken = (): void =>
      resolve({ status: 0, retryAfter: undefined, body: '', milliseconds: performance.now() - start });
    const outgoing = request(origin + path, {
      method,
      agent,
      headers: {
        ...headers,
        ...(bytes === undefined ? {} : { 'content-length': String(bytes.length) }),
        'x-forwarded-for': [...randomBytes(4)].map((byte) => 1 + (byte % 223)).join('.'),
      },
    });
    outgoing.on('error', broken);
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', broken);
      incoming.once('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          retryAfter: incoming.headers['retry-after'],
          body: Buffer.concat(chunks).toString('utf8'),
          milliseconds: performance.now() - start,
        }),
      );
    });
    if (bytes === undefined) outgoing.end();
    else if (bitsPerSecond === undefined) outgoing.end(bytes);
    else Readable.from(paced(bytes, bitsPerSecond)).pipe(outgoing);
  });
}

/** A place in the demo city, another one each time. */
const somewhere = (): readonly [number, number] => [
  116.84 + Math.random() * 0.03,
  -1.25 + Math.random() * 0.03,
];

export function sendReport(
  origin: string,
  photoIds: readonly string[] = [],
  bitsPerSecond?: number,
): Promise<Answered> {
  const [lon, lat] = somewhere();
  const report = {
    category: 'tanpaIzin',
    description: 'Laporan percobaan beban: bangunan tanpa papan izin di tepi jalan.',
    place: { kind: 'pin', lon, lat, from: 'map' },
    seenOn: '2026-01-15',
    ongoing: 'yes',
    identity: { kind: 'anonymous' },
    photos: photoIds.map((photoId) => ({ photoId })),
    language: 'id',
  };
  return send(origin, {
    method: 'POST',
    path: '/api/v1/reports',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    bytes: Buffer.from(JSON.stringify(report)),
    ...(bitsPerSecond === undefined ? {} : { bitsPerSecond }),
  });
}

export const sendPhoto = (
  origin: string,
  photoId: string,
  bytes: Uint8Array,
  bitsPerSecond?: number,
): Promise<Answered> =>
  send(origin, {
    method: 'PUT',
    path: `/api/v1/reports/photos/${photoId}`,
    headers: { 'content-type': 'image/jpeg' },
    bytes,
    ...(bitsPerSecond === undefined ? {} : { bitsPerSecond }),
  });

/** How many of these can be opened with their secrets. */
export async function countThere(origin: string, acknowledged: readonly Acknowledged[]): Promise<number> {
  let there = 0;
  for (const { ticket, secret } of acknowledged) {
    const { status, body } = await send(origin, {
      method: 'GET',
      path: `/api/v1/reports/${ticket}`,
      headers: { authorization: `Bearer ${secret}` },
    });
    if (status === 200 && (JSON.parse(body) as { own: unknown }).own !== null) there += 1;
  }
  return there;
}

/** Begins something at a fixed pace, whatever becomes of it. */
export async function atPace<T>(perSecond: number, seconds: number, begin: () => Promise<T>): Promise<T[]> {
  const begun: Promise<T>[] = [];
  const start = performance.now();
  while (begun.length < perSecond * seconds) {
    const due = Math.min(
      perSecond * seconds,
      Math.floor(((performance.now() - start) * perSecond) / 1_000) + 1,
    );
    while (begun.length < due) begun.push(begin());
    await wait(2);
  }
  return await Promise.all(begun);
}
