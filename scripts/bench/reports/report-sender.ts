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
  /** Without one: as fast as it goes. */
  readonly line?: ThinLine | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const CHUNK = 4_096;

/** A line of so many bits a second, for everything that goes over it together; its time is taken in turns. */
export interface ThinLine {
  carry(bytes: Uint8Array): AsyncGenerator<Uint8Array>;
}

export function openThinLine(bitsPerSecond: number): ThinLine {
  let freeAt = 0;
  return {
    async *carry(bytes) {
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const part = bytes.subarray(at, at + CHUNK);
        freeAt = Math.max(freeAt, performance.now()) + (part.length * 8_000) / bitsPerSecond;
        const early = freeAt - performance.now();
        if (early > 0) await wait(early);
        yield part;
      }
    },
  };
}

export function send(origin: string, { method, path, headers, bytes, line }: Sent): Promise<Answered> {
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
    else if (line === undefined) outgoing.end(bytes);
    else Readable.from(line.carry(bytes)).pipe(outgoing);
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
  line?: ThinLine,
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
    line,
  });
}

export const sendPhoto = (
  origin: string,
  photoId: string,
  bytes: Uint8Array,
  line?: ThinLine,
): Promise<Answered> =>
  send(origin, {
    method: 'PUT',
    path: `/api/v1/reports/photos/${photoId}`,
    headers: { 'content-type': 'image/jpeg' },
    bytes,
    line,
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
