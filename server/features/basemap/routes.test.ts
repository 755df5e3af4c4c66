import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBaseMapArchive } from '../../../tests/support/a-base-map.ts';
import { readMvt } from '../../../tests/support/read-mvt.ts';
import { makeTemporaryFolder } from '../../../tests/support/temporary-folder.ts';
import { openBaseMaps } from './base-maps.ts';
import { baseMapRoutes } from './routes.ts';

const log = pino({ level: 'silent' });
const folder = makeTemporaryFolder('base-map');
const archivePath = join(folder.path, 'ground.pmtiles');
const archive = aBaseMapArchive();
let origin = '';
let asked: string[] = [];
let tilesOf = (): string => `${origin}/{z}/{x}/{y}.pbf`;
/** A server of strangers: a style, its TileJSON, one that moves and one that never ends. */
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const answers: Record<string, () => unknown> = {
    '/style.json': () => ({
      version: 8,
      sources: { a: { type: 'vector', url: `${origin}/tiles.json` } },
      layers: [
        { id: 'w', type: 'fill', source: 'a', 'source-layer': 'water', paint: { 'fill-color': '#cde' } },
      ],
    }),
    '/tiles.json': () => ({ tiles: [tilesOf()], attribution: '<b>Air</b> &copy; Uji' }),
  };
  const answer = answers[request.url ?? ''];
  if (request.url === '/moved.json') response.writeHead(302, { location: '/style.json' }).end();
  else if (request.url === '/endless.json') response.end(' '.repeat(2_100_000));
  else if (answer === undefined) response.writeHead(404).end();
  else response.end(JSON.stringify(answer()));
});

beforeAll(async () => {
  writeFileSync(archivePath, archive);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  folder.remove();
});

describe('without a setting', () => {
  it('there is no base map, and nothing of it answers', async () => {
    const maps = openBaseMaps({}, log);
    const app = baseMapRoutes(maps);
    expect(await (await app.request('/basemap.json')).json()).toEqual({ kinds: [] });
    for (const path of ['raster.json', 'style.json', 'archive.json', 'archive.pmtiles', 'tiles/10/1/1']) {
      expect((await app.request(`/basemap/${path}`)).status, path).toBe(404);
    }
    expect(maps.hosts()).toEqual([]);
  });
});

describe('pictures of others', () => {
  it('are named with the operator’s words, and only their origin is opened', async () => {
    const rasterUrl = 'https://tiles.example/{z}/{x}/{y}.png';
    const maps = openBaseMaps({ rasterUrl, attribution: '© Contoh' }, log);
    const map = await (await baseMapRoutes(maps).request('/basemap/raster.json')).json();
    expect(map).toMatchObject({ kind: 'raster', attribution: '© Contoh', layers: [{ type: 'raster' }] });
    expect(maps.hosts()).toEqual(['https://tiles.example']);
  });
});

describe('a vector style of others', () => {
  it('is read once by the server, stripped, and its tiles’ origin is opened', async () => {
    asked = [];
    const maps = openBaseMaps({ styleUrl: `${origin}/style.json`, attribution: 'Dinas' }, log);
    const app = baseMapRoutes(maps);
    const map = await (await app.request('/basemap/style.json')).json();
    await app.request('/basemap/style.json');
    expect(map).toMatchObject({
      attribution: 'Dinas · Air © Uji',
      sources: { 'base:a': { tiles: [`${origin}/{z}/{x}/{y}.pbf`] } },
    });
    expect(maps.hosts()).toEqual([origin]);
    expect(asked).toEqual(['/style.json', '/tiles.json']);
  });

  it.each(['missing.json', 'moved.json', 'endless.json'])(
    'that cannot be had is a 503, opens nothing and is tried again later: %s',
    async (path) => {
      let now = 0;
      asked = [];
      const maps = openBaseMaps({ styleUrl: `${origin}/${path}` }, log, () => now);
      const app = baseMapRoutes(maps);
      expect((await app.request('/basemap/style.json')).status).toBe(503);
      expect((await app.request('/basemap/style.json')).status).toBe(503);
      expect(asked).toHaveLength(1);
      now = 60_000;
      await app.request('/basemap/style.json');
      expect(asked).toHaveLength(2);
      expect(maps.hosts()).toEqual([]);
    },
  );
});

describe('what a style asks for', () => {
  it('is closed again when the next reading no longer asks for it', async () => {
    let now = 0;
    tilesOf = () => 'https://old.example/{z}/{x}/{y}.pbf';
    const maps = openBaseMaps({ styleUrl: `${origin}/style.json` }, log, () => now);
    await maps.read('style');
    expect(maps.hosts()).toEqual(['https://old.example']);
    tilesOf = () => 'https://new.example/{z}/{x}/{y}.pbf';
    now = 3_700_000;
    await maps.read('style');
    expect(maps.hosts()).toEqual(['https://new.example']);
    tilesOf = () => `${origin}/{z}/{x}/{y}.pbf`;
  });

  it('never brings the query of its address into the log', async () => {
    const lines: string[] = [];
    const written = pino({}, { write: (line: string) => lines.push(line) });
    const maps = openBaseMaps({ styleUrl: `${origin}/missing.json?key=rahasia` }, written);
    expect(await maps.read('style')).toBeNull();
    expect(lines.join('')).toContain('/missing.json');
    expect(lines.join('')).not.toContain('rahasia');
  });
});

describe('an own PMTiles file', () => {
  const open = () => baseMapRoutes(openBaseMaps({ archivePath }, log));

  it('is described from its own header, its attribution as text', async () => {
    const map = await (await open().request('/basemap/archive.json')).json();
    expect(map).toMatchObject({
      kind: 'archive',
      attribution: '© Uji',
      sources: { 'base:archive': { type: 'vector', tiles: ['/basemap/tiles/{z}/{x}/{y}'], maxzoom: 14 } },
      layers: [{ type: 'fill', 'source-layer': 'water' }],
    });
  });

  it('gives its tiles, and 204 where it has none', async () => {
    const response = await open().request('/basemap/tiles/14/13509/8247');
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    const [layer] = readMvt(gunzipSync(Buffer.from(await response.arrayBuffer())));
    expect(layer?.name).toBe('water');
    expect((await open().request('/basemap/tiles/14/0/0')).status).toBe(204);
  });

  it.each(['14/99999/1', '30/1/1', 'a/1/1', '14/-1/1'])('knows no tile %s', async (address) => {
    expect((await open().request(`/basemap/tiles/${address}`)).status).toBe(404);
  });

  it('is given whole or in parts, byte for byte', async () => {
    const whole = await open().request('/basemap/archive.pmtiles');
    expect(whole.status).toBe(200);
    expect(Buffer.from(await whole.arrayBuffer()).equals(archive)).toBe(true);
    const part = await open().request('/basemap/archive.pmtiles', { headers: { range: 'bytes=2-9' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 2-9/${archive.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(archive.subarray(2, 10))).toBe(true);
    const beyond = await open().request('/basemap/archive.pmtiles', { headers: { range: 'bytes=9999999-' } });
    expect(beyond.status).toBe(416);
  });

  it('that is not there is a 503, and the page goes on with its own ground', async () => {
    const app = baseMapRoutes(openBaseMaps({ archivePath: join(folder.path, 'gone.pmtiles') }, log));
    expect((await app.request('/basemap/archive.json')).status).toBe(503);
  });
});
