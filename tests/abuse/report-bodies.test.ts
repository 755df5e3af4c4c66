import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PHOTO_BYTES } from '#domain/report/report';
import { openKeys } from '../../server/platform/keys.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { until } from '../support/a-visitor.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('report-bodies');
  await insertSmallCity(database.sql);
  const keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

/** Every file that a photo or a form could have left. */
const storedFiles = (): string[] => {
  const directory = join(folder.path, 'files');
  return existsSync(directory) ? readdirSync(directory) : [];
};

describe('UPL11: on a line of its own', () => {
  let server: ReturnType<typeof createAdaptorServer>;
  let port: number;
  beforeAll(async () => {
    server = createAdaptorServer({ fetch: app.fetch });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  );
  const head = (more: string): string =>
    `PUT /api/v1/reports/photos/${randomUUID()} HTTP/1.1\r\nHost: uji\r\nContent-Type: image/jpeg\r\n${more}\r\n\r\n`;
  interface Spoken {
    readonly answer: string;
    readonly sent: number;
  }
  /**
   * Sends what it is given until the server has had enough. A write that meets a closed connection throws away the answer
   * that lies unread beside it, in every client: then it asks again. @returns what was answered, and how much was taken
   */
  async function speak(start: string, chunks: () => Iterable<Buffer>, tries = 5): Promise<Spoken> {
    const spoken = await speakOnce(start, chunks());
    return spoken.answer === '' && tries > 1 ? speak(start, chunks, tries - 1) : spoken;
  }
  async function speakOnce(start: string, chunks: Iterable<Buffer>): Promise<Spoken> {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    // Whoever is cut off in the middle of a sentence hears of it on writing.
    socket.on('error', () => undefined);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(start);
    let sent = 0;
    for (const chunk of chunks) {
      if (socket.destroyed || !socket.writable) break;
      sent += chunk.length;
      // What has been answered meanwhile is read before more is said.
      await wait(1);
      if (!socket.write(chunk))
        await Promise.race([new Promise((next) => socket.once('drain', next)), closed]);
    }
    await closed;
    return { answer, sent };
  }
  function* endless(bytes: number): Generator<Buffer> {
    const part = Buffer.alloc(65_536, 0xd8);
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), part, Buffer.from('\r\n')]);
    for (let sent = 0; sent < bytes; sent += part.length) yield chunk;
  }

  test('a body without end is cut off at the limit, wherever it says it ends', async () => {
    const before = storedFiles();
    const { answer, sent } = await speak(head('Transfer-Encoding: chunked'), () => endless(200_000_000));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer.toLowerCase()).toContain('connection: close');
    // What lay in buffers of the system between the two is no more than a few megabytes.
    expect(sent).toBeLessThan(PHOTO_BYTES + 16_000_000);
    expect(storedFiles()).toEqual(before);
  });

  test('a length that is smaller than what comes, beside chunks, is no request; nothing after it is one', async () => {
    const before = storedFiles();
    const { answer } = await speak(head('Content-Length: 10\r\nTransfer-Encoding: chunked'), () =>
      endless(1_000_000),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    const lying = await speak(head('Content-Length: 10'), () => [Buffer.alloc(200_000, 0xd8)]);
    expect(lying.answer.match(/HTTP\/1\.1 (?:2|3|5)\d\d/g)).toBeNull();
    expect(storedFiles()).toEqual(before);
    expect((await app.request('/health')).status).toBe(200);
  });

  test('exactly as much as may come is read, and one byte more is refused before it is sent', async () => {
    const exactly = await app.request(`/api/v1/reports/photos/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg' },
      body: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(PHOTO_BYTES - 3)]),
    });
    expect(exactly.status).toBe(422);
    const { answer, sent } = await speak(head(`Content-Length: ${PHOTO_BYTES + 1}`), () => []);
    expect([answer.slice(0, 12), sent]).toEqual(['HTTP/1.1 413', 0]);
  });
});

test('forms with photos that come slowly lie on the disk under no name, not in memory, and a broken one leaves nothing', async () => {
  const FORMS = 16;
  const BYTES = 20_000_000;
  const before = storedFiles();
  const senders: ReadableStreamDefaultController<Uint8Array>[] = [];
  let arrived = 0;
  const send = (_: unknown, number: number) => {
    let sent = 0;
    // Of several neighbourhoods, as many as may be on their way of each.
    const env = { incoming: { socket: { remoteAddress: `203.0.${number >> 3}.7` } } };
    const init = {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      duplex: 'half',
      body: new ReadableStream<Uint8Array>({
        start: (sender) => void senders.push(sender),
        pull(sender) {
          // All but its end: who sends slowly is in the middle of it.
          if (sent >= BYTES) return new Promise<void>(() => undefined);
          const part = new Uint8Array(500_000);
          sent += part.length;
          arrived += part.length;
          sender.enqueue(part);
          return undefined;
        },
      }),
    } as RequestInit;
    return app.request('/lapor', init, env);
  };
  globalThis.gc?.();
  const start = process.memoryUsage().arrayBuffers;
  const answers = Array.from({ length: FORMS }, send);
  await until(async () => arrived === FORMS * BYTES, 'all of them are nearly there', 60_000);
  // Buffers that were passed on and are not swept up yet are a part of it, and are given back.
  await until(
    async () => process.memoryUsage().arrayBuffers - start < (FORMS * BYTES) / 4,
    'what they have sent is not in memory',
    30_000,
  );
  expect(storedFiles()).toEqual(before);
  for (const sender of senders) sender.error(new Error('the line broke'));
  for (const answer of answers) expect((await answer).status).toBeGreaterThanOrEqual(400);
  expect(storedFiles()).toEqual(before);
  expect((await app.request('/health')).status).toBe(200);
}, 120_000);
