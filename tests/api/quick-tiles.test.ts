import { once } from 'node:events';
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { createQuickAnswers, openParts } from '../../server/app-parts.ts';
import { createServerWithQuickAnswers } from '../../server/platform/http/quick-answers.ts';
import { type PublishedTiles, publishTwoZones } from '../support/published-tiles.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let tiles: PublishedTiles;
let servers: Server[];
let quickAnswers = 0;

beforeAll(async () => {
  tiles = await publishTwoZones();
  const parts = openParts(tiles.deps);
  const { fetch } = createApp(tiles.deps, parts);
  const answer = createQuickAnswers(tiles.deps, parts);
  const createServer = createServerWithQuickAnswers((incoming, outgoing) => {
    const isAnswered = answer(incoming, outgoing);
    if (isAnswered) quickAnswers++;
    return isAnswered;
  });
  const options = { port: 0, hostname: '127.0.0.1' };
  servers = [serve({ ...options, fetch, createServer }) as Server, serve({ ...options, fetch }) as Server];
  await Promise.all(servers.map((server) => server.listening || once(server, 'listening')));
});
afterAll(async () => {
  staying.destroy();
  for (const server of servers) server.close();
  await tiles.remove();
});

const staying = new Agent({ keepAlive: true });

/** Over a connection that stays, as browsers have it, or (the usual of Node's client without an agent) one that is closed. */
function ask(
  server: Server,
  path: string,
  headers: Record<string, string>,
  agent: Agent | false = staying,
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        expect(Math.abs(Date.parse(String(response.headers.date)) - Date.now())).toBeLessThan(60_000);
        const { date: _date, 'x-request-id': id, ...rest } = response.headers;
        expect(id).toMatch(/^[0-9a-f]{10}-[0-9a-z]+$/);
        const body = Buffer.concat(chunks).toString('latin1').replace(String(id), '');
        resolve({
          status: response.statusCode ?? 0,
          headers: rest,
          body,
        });
      });
    }).on('error', reject);
  });
}

describe('the quick way for tiles', () => {
  const gzip = { 'accept-encoding': 'gzip, deflate, br' };

  it.each<[string, (t: PublishedTiles) => string, Record<string, string>, boolean]>([
    ['a tile', (t) => t.fullTile, gzip, true],
    ['a tile with a weighed coding', (t) => t.fullTile, { 'accept-encoding': 'br;q=1.0, gzip;q=0.8' }, true],
    ['a tile for a reader without gzip', (t) => t.fullTile, {}, false],
    ['a tile for a reader who refuses gzip', (t) => t.fullTile, { 'accept-encoding': 'gzip;q=0, br' }, false],
    ['an empty tile', (t) => t.emptyTile, gzip, false],
    ['a tile outside', (t) => t.fullTile.replace(/14\/.*/, '14/0/0.mvt'), gzip, false],
    ['a tile of another layer', (t) => t.fullTile.replace('rdtr-uji', 'lain'), gzip, false],
    ['a version that is not there', (t) => t.fullTile.replace(t.versionId, '0123456789abcdef'), gzip, false],
    ['a malformed address', (t) => t.fullTile.replace('/14/', '/x/'), gzip, false],
    ['a path that is written with escapes', (t) => t.fullTile.replace('/14/', '/%31%34/'), gzip, false],
  ])('answers %s as the application does, header for header', async (_name, path, headers, isQuick) => {
    const before = quickAnswers;
    const [quick, plain] = await Promise.all(servers.map((server) => ask(server, path(tiles), headers)));
    expect(quick).toEqual(plain);
    expect(quickAnswers - before).toBe(isQuick ? 1 : 0);
  });

  it.each(['W/"@"', '"@"', '*', 'W/"other", W/"@"', 'W/"other"'])(
    'answers If-None-Match: %s as the application does',
    async (tag) => {
      const headers = { ...gzip, 'if-none-match': tag.replace('@', tiles.versionId) };
      const [quick, plain] = await Promise.all(servers.map((server) => ask(server, tiles.fullTile, headers)));
      expect(quick).toEqual(plain);
      expect(quick?.status).toBe(tag.includes('@') || tag === '*' ? 304 : 200);
      expect(quick?.headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  it.each<[string, Record<string, string>, number]>([
    ['a tile', {}, 200],
    ['a tile that is known', { 'if-none-match': '*' }, 304],
    ['a tile that is known by its version', { 'if-none-match': 'W/"@"' }, 304],
  ])('answers %s to a reader who does not stay as the application does', async (_name, more, status) => {
    const headers: Record<string, string> = { ...gzip };
    for (const [name, value] of Object.entries(more)) headers[name] = value.replace('@', tiles.versionId);
    const [quick, plain] = await Promise.all(
      servers.map((server) => ask(server, tiles.fullTile, headers, false)),
    );
    expect(quick).toEqual(plain);
    expect(quick?.status).toBe(status);
    expect(quick?.headers.connection).toBe('close');
  });

  it('sends one tile after the other on a connection, each whole', async () => {
    const [server] = servers;
    const one = await ask(server as Server, tiles.fullTile, gzip);
    expect(one.headers.connection).toBe('keep-alive');
    expect(one.body).toHaveLength(Number(one.headers['content-length']));
    for (let turn = 0; turn < 20; turn += 1) {
      const known = { ...gzip, 'if-none-match': `W/"${tiles.versionId}"` };
      expect(await ask(server as Server, tiles.fullTile, turn % 3 === 2 ? known : gzip)).toMatchObject(
        turn % 3 === 2 ? { status: 304, body: '' } : { status: 200, body: one.body },
      );
    }
  });

  it('is counted among the requests of its route', async () => {
    const [server] = servers;
    const count = async (): Promise<number> => {
      const { body } = await ask(server as Server, '/metrics', {});
      return Number(
        /_count\{[^}]*route="\/tiles\/:layer\/:version\/:z\/:x\/:y",status="200"\} (\d+)/.exec(body)?.[1] ??
          0,
      );
    };
    const before = await count();
    await ask(server as Server, tiles.fullTile, gzip);
    expect(await count()).toBe(before + 1);
  });
});
