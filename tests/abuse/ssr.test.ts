import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;
let trap: Server;
let calls: string[] = [];

beforeAll(async () => {
  database = await createTemporaryDatabase();
  app = anApp(database.sql);
  trap = createServer((request, response) => {
    calls.push(request.url ?? '');
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => trap.close(resolve));
  await database.drop();
});

const trapUrl = () => `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
const INSIDE = [
  'http://127.0.0.1:5432/',
  'http://[::1]/',
  'http://0/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://169.254.169.254/latest/meta-data',
  'http://localhost.evil.example/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:70/_',
  'ftp://127.0.0.1/',
  'dict://127.0.0.1:11211/',
  'jar:http://127.0.0.1!/',
];

describe('SSR01 an address given by a stranger is never opened', () => {
  test.each(INSIDE)('the search for %s reads it as text', async (url) => {
    const response = await app.request(`/api/v1/search?q=${encodeURIComponent(url)}`);
    expect(response.status).toBe(200);
    expect(((await response.json()) as { results: unknown[] }).results).toEqual([]);
  });

  test('no address of the API fetches what a parameter, a path or a header names', async () => {
    calls = [];
    const url = trapUrl();
    const encoded = encodeURIComponent(url);
    await Promise.all([
      app.request(`/api/v1/search?q=${encoded}`),
      app.request(`/api/v1/search?q=${encodeURIComponent(`${url}/maps?q=-1.2,116.8`)}`),
      app.request(`/api/v1/lookup?lon=116.8&lat=-1.2&activity=${encoded}`),
      app.request(`/api/v1/lookup?url=${encoded}`),
      app.request(`/lokasi?koordinat=${encoded}`),
      app.request(`/lokasi/${encoded}`),
      app.request(`/tiles/${encoded}/current.json`),
      app.request(`/api/v1/legend?layer=${encoded}`, {
        headers: { referer: url, origin: url, host: url.slice(7), 'x-forwarded-host': url.slice(7) },
      }),
      app.request(`/api/v1/lookup/file?name=${encodeURIComponent(`/vsicurl/${url}/x.geojson`)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: '{}',
      }),
      app.request('/api/v1/lookup/file?name=x.vrt', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: `<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/vsicurl/${url}/a.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>`,
      }),
      app.request('/api/v1/lookup/file?name=x.gml', {
        method: 'POST',
        headers: { 'content-type': 'application/gml+xml' },
        body: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "${url}/xxe">]><a xmlns="http://www.opengis.net/gml" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x ${url}/schema.xsd">&b;</a>`,
      }),
      app.request('/api/v1/lookup/file?name=x.kml', {
        method: 'POST',
        headers: { 'content-type': 'application/vnd.google-earth.kml+xml' },
        body: `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>${url}/more.kml</href></Link></NetworkLink></Document></kml>`,
      }),
    ]).then((responses) => {
      for (const response of responses)
        expect([200, 204, 303, 400, 404, 415, 422, 503]).toContain(response.status);
    });
    expect(calls).toEqual([]);
  });
});

test('SSR01 a shortened map link is named as such instead of being followed', async () => {
  const response = await app.request('/api/v1/search?q=https%3A%2F%2Fmaps.app.goo.gl%2Fx');
  expect(((await response.json()) as { hint: { code: string } }).hint.code).toBe('mapLinkShortened');
});

test('SSR02 nothing in the server can follow a redirect: the files that make requests refuse them', () => {
  const folder = new URL('../../server/', import.meta.url);
  const callers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .filter((name) => {
      const source = readFileSync(new URL(name, folder), 'utf8');
      return /(?<![.\w])fetch\(|\bhttps?\.(?:get|request)\(|from 'undici'/.test(source);
    });
  // The operator's own base map, whose answer is bounded and stripped, signing service and gateway of messages, and the
  // push services that the operator names.
  expect(callers.sort()).toEqual([
    'features/basemap/fetch-json.ts',
    'features/documents/seal/bsre-signer.ts',
    'features/outbox/gateway-channel.ts',
    'features/outbox/push/push-channel.ts',
  ]);
  for (const caller of callers)
    expect(readFileSync(new URL(caller, folder), 'utf8'), caller).toContain("redirect: 'error'");
});

test('SSR04 a page loads nothing from elsewhere', async () => {
  for (const path of ['/', '/api', '/lokasi/116.80000,-1.20000']) {
    const page = await (await app.request(path)).text();
    expect(page).not.toMatch(
      /(?:src|href)="(?:https?:)?\/\/(?!localhost)[^"]*\.(?:js|css|png|jpe?g|svg|woff2?)"/i,
    );
    expect(page).not.toMatch(/@import|url\(\s*['"]?https?:/i);
  }
});
