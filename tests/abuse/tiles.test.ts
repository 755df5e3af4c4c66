import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createQuickAnswers, openParts } from '../../server/app-parts.ts';
import { createServerWithQuickAnswers } from '../../server/platform/http/quick-answers.ts';
import { type PublishedTiles, publishTwoZones } from '../support/published-tiles.ts';

let tiles: PublishedTiles;
let server: Server;

beforeAll(async () => {
  tiles = await publishTwoZones();
  const parts = openParts(tiles.deps);
  const createServer = createServerWithQuickAnswers(createQuickAnswers(tiles.deps, parts));
  const { fetch } = createApp(tiles.deps, parts);
  server = serve({ fetch, createServer, port: 0, hostname: '127.0.0.1' }) as Server;
  if (!server.listening) await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await tiles.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks with the path exactly as it is written; fetch would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const stillServes = async (): Promise<void> => {
  expect((await ask('/health')).status).toBe(200);
  expect((await ask(tiles.fullTile, { 'accept-encoding': 'gzip' })).status).toBe(200);
};

describe('PTH01 a path that tries to leave the tiles', () => {
  it.each([
    '/tiles/..%2f..%2fpackage.json',
    '/tiles/../package.json',
    '/tiles/%2e%2e/%2e%2e/14/1/1.mvt',
    '/tiles/%252e%252e/0123456789abcdef/14/1/1.mvt',
    '/tiles/@/%2e%2e%2f%2e%2e/14/1/1.mvt',
    '/tiles/@/..%5c..%5c0123456789a/14/1/1.mvt',
    '/tiles/@/0123456789abcde%00/14/1/1.mvt',
    '/tiles/@/0123456789abcdef%00/14/1/1.mvt',
    '/tiles/@/0123456789ABCDEF/14/1/1.mvt',
    '/tiles/@/0123456789abcdef.pmtiles/14/1/1.mvt',
    '/tiles//etc/passwd',
    '//tiles/@/0123456789abcdef/14/1/1.mvt',
    '/tiles/@/../../package.json/archive.pmtiles',
    '/tiles/@/%2e%2e/archive.pmtiles',
    '/tiles/@/%2e%2e/tile.json',
    '/tiles/%2e%2e%2f/current.json',
    '/tiles/@/%%36%31/14/1/1.mvt',
    `/tiles/${'a'.repeat(5000)}/0123456789abcdef/14/1/1.mvt`,
  ])('%s is refused', async (path) => {
    const answer = await ask(path.replace('@', tiles.layerId));
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toMatch(/"scripts"|root:|at .*\.ts:/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    await stillServes();
  });
});

describe('a tile address that is none', () => {
  it.each([
    ['-1/0/0.mvt', 400],
    ['14/-1/0.mvt', 400],
    ['14/16384/0.mvt', 400],
    ['99/0/0.mvt', 400],
    ['14/999999999999999999999/0.mvt', 400],
    ['14/NaN/Infinity.mvt', 400],
    ['14/1e3/0.mvt', 400],
    ['14/0x1/0.mvt', 400],
    ['14/1.5/0.mvt', 400],
    ['14/13508/8250.pbf', 400],
    ['14/13508/8250', 400],
    ['14/13508/8250.mvt%00', 400],
    ['14/13508/8250.mvt/', 404],
    ['14/13508/8250.mvt/extra', 404],
    ['22/0/0.mvt', 404],
    ['3/6/4.mvt', 404],
    ['14/0/0.mvt', 404],
  ])('%s is answered %i', async (address, status) => {
    const root = `/tiles/${tiles.layerId}/${tiles.versionId}`;
    const answer = await ask(`${root}/${address}`, { 'accept-encoding': 'gzip' });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('with an unknown layer or version is not found, nor is another layer’s version', async () => {
    const { fullTile, layerId, versionId } = tiles;
    for (const path of [
      fullTile.replace(layerId, 'tidak-ada'),
      fullTile.replace(versionId, 'ffffffffffffffff'),
      `/tiles/tidak-ada/current.json`,
      `/tiles/${layerId}/ffffffffffffffff/tile.json`,
      `/tiles/${layerId}/ffffffffffffffff/archive.pmtiles`,
    ]) {
      expect((await ask(path)).status, path).toBe(404);
    }
  });

  it('takes no other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await ask(tiles.fullTile, {}, method);
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD');
    }
  });
});

describe('TIL02 many different tiles at once', () => {
  it('are all answered, and the database is not asked for any of them', async () => {
    const before = await tiles.deps.sql<{ calls: string }[]>`
      select xact_commit as calls from pg_stat_database where datname = current_database()`;
    const root = `/tiles/${tiles.layerId}/${tiles.versionId}/16`;
    const paths = Array.from(
      { length: 2000 },
      (_, i) => `${root}/${54030 + (i % 50)}/${32990 + Math.floor(i / 50)}.mvt`,
    );
    const statuses = new Map<number, number>();
    for (let i = 0; i < paths.length; i += 100) {
      const answers = await Promise.all(
        paths.slice(i, i + 100).map((path) => ask(path, { 'accept-encoding': 'gzip' })),
      );
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].sort()).toEqual([200, 204, 404]);
    const after = await tiles.deps.sql<{ calls: string }[]>`
      select xact_commit as calls from pg_stat_database where datname = current_database()`;
    expect(Number(after[0]!.calls) - Number(before[0]!.calls)).toBeLessThan(50);
  });
});

describe('TIL08 parts of an archive', () => {
  const path = (): string => `/tiles/${tiles.layerId}/${tiles.versionId}/archive.pmtiles`;
  const whole = (): Promise<Buffer> =>
    readFile(join(tiles.deps.tilesDirectory, `${tiles.versionId}.pmtiles`));

  it('are those bytes and no others', async () => {
    const file = await whole();
    for (const [range, first, last] of [
      ['bytes=0-', 0, file.length - 1],
      ['bytes=0-126', 0, 126],
      ['bytes=100-100', 100, 100],
      ['bytes=-10', file.length - 10, file.length - 1],
      [`bytes=${file.length - 5}-99999999`, file.length - 5, file.length - 1],
    ] as const) {
      const answer = await ask(path(), { range });
      expect(answer.status, range).toBe(206);
      expect(answer.headers['content-range']).toBe(`bytes ${first}-${last}/${file.length}`);
      expect(answer.headers['content-length']).toBe(String(last - first + 1));
      expect(answer.body.equals(file.subarray(first, last + 1)), range).toBe(true);
    }
  });

  it('beyond its end are 416 with its length', async () => {
    const { length } = await whole();
    for (const range of [`bytes=${length}-`, 'bytes=99999999-', 'bytes=-0']) {
      const answer = await ask(path(), { range });
      expect(answer.status, range).toBe(416);
      expect(answer.headers['content-range']).toBe(`bytes */${length}`);
      expect(answer.body.length).toBe(0);
    }
  });

  it('asked for by the hundred, overlapping, never become more bytes than the file has', async () => {
    const file = await whole();
    for (const range of [
      `bytes=${Array.from({ length: 2000 }, () => '0-').join(',')}`,
      'bytes=0-50,25-75,0-',
      'bytes=0-0, 0-0',
      'bytes=5-1',
      'bytes=abc',
      'lines=0-1',
      'bytes=18446744073709551616-',
    ]) {
      const answer = await ask(path(), { range });
      expect(answer.status, range.slice(0, 40)).toBe(200);
      expect(answer.body.equals(file)).toBe(true);
    }
  });

  it('of another version of the file are not mixed: If-Range with another tag sends it whole', async () => {
    const file = await whole();
    const { headers } = await ask(path(), { range: 'bytes=0-9' });
    const tag = String(headers.etag);
    expect((await ask(path(), { range: 'bytes=0-9', 'if-range': tag })).status).toBe(206);
    const other = await ask(path(), { range: 'bytes=0-9', 'if-range': '"other"' });
    expect(other.status).toBe(200);
    expect(other.body.length).toBe(file.length);
    expect((await ask(path(), { 'if-none-match': tag })).status).toBe(304);
  });
});

describe('TIL03 a tile', () => {
  it('is inflated for a reader without gzip, to the same bytes', async () => {
    const packed = await ask(tiles.fullTile, { 'accept-encoding': 'gzip' });
    const plain = await ask(tiles.fullTile, { 'accept-encoding': 'identity' });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.headers.vary).toBe('Accept-Encoding');
    expect(packed.headers['cache-control']).toContain('immutable');
  });

  it('is 204 without a body where the version has nothing', async () => {
    const answer = await ask(tiles.emptyTile, { 'accept-encoding': 'gzip' });
    expect(answer.status).toBe(204);
    expect(answer.body.length).toBe(0);
    expect(answer.headers['cache-control']).toContain('immutable');
  });
});
