import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aListeningServer, type ListeningServer, statusesOf } from '../support/a-listening-server.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let server: ListeningServer;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  server = await aListeningServer(database.sql);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

/** Sends the path as it is written: a client library would tidy it first. */
const get = (path: string, more = '') =>
  server.send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`);
afterEach(async () => expect(statusesOf(await get('/health'))).toEqual([200]));

const SECRETS = /root:.*:0:0|"dependencies"|\[core\]|PRIVATE KEY|DATABASE_URL|import \{/;

describe('PTH01 paths that try to leave', () => {
  test.each([
    '/..%2f..%2fetc/passwd',
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%252e%252e/%252e%252e/etc/passwd',
    '/%%36%31dmin',
    '/assets/%%36%31dmin/',
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
    '/assets/..%252fpackage.json',
    '/assets/%5c..%5cpackage.json',
    '/assets/..\\package.json',
    '/assets//etc/passwd',
    '/assets/x.js%00.css',
    '/assets/.env',
    '//admin',
    '//etc/passwd',
    '///metrics',
    '/metrics/..%2fmetrics',
    '/tiles/..%2f..%2f/0123456789abcdef/1/1/1.mvt',
    '/tiles/../../etc/passwd',
    '/tiles/%2e%2e/0123456789abcdef/archive.pmtiles',
    '/tiles/a/../../../package.json/tile.json',
    '/tiles/a/0123456789abcdef%00/1/1/1.mvt',
    '/api/problems/..%2f..%2fpackage.json',
    '/api/problems/__proto__',
    '/api/v1/..;/admin',
    '/api/v1/lookup.',
    '/api/v1/lookup/',
    '/api/v1/lookup%00?lon=116.8&lat=-1.2',
    '/lokasi/..%2f..%2fetc%2fpasswd',
    '/lokasi/%00',
    '/%',
    '/%ff',
    '/%c0%ae%c0%ae/',
    `/${'a'.repeat(8_000)}`,
    `/${'../'.repeat(200)}etc/passwd`,
    '/file:///etc/passwd',
    'http://evil.example/etc/passwd',
  ])('%s is 400 or 404 and shows nothing', async (path) => {
    const conversation = await get(path);
    const [status = 0, ...more] = statusesOf(conversation);
    expect([400, 404, 414]).toContain(status);
    expect(more).toEqual([]);
    expect(conversation).not.toMatch(SECRETS);
    expect(conversation).not.toMatch(/\bat .*\.[jt]s:\d|node_modules/);
  });

  test('the metrics stay closed to a caller that says it came through a proxy', async () => {
    for (const path of ['/metrics', '//metrics', '/%6detrics', '/metrics/']) {
      expect(statusesOf(await get(path, 'X-Forwarded-For: 203.0.113.9\r\n'))).toEqual([404]);
    }
  });

  test('a NUL or a space in the request line is refused by the parser', async () => {
    expect(statusesOf(await get('/a b'))).toEqual([400]);
    expect(statusesOf(await get('/a\0b'))).toEqual([400]);
  });
});

test.each([
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/package.json',
  '/package-lock.json',
  '/tsconfig.json',
  '/server/main.ts',
  '/web/main.tsx',
  '/data/migrations/0001_base.sql',
  '/node_modules/hono/package.json',
  '/dist/web/index.html',
  '/.data/',
  '/assets/',
  '/assets',
  '/assets/index.js.map',
  '/uploads/',
  '/tiles/',
  '/backup.zip',
  '/api/reference.css.map',
  '/.well-known/../.env',
])('PTH02 %s is 404', async (path) => {
  const conversation = await get(path);
  expect(statusesOf(conversation)).toEqual([404]);
  expect(conversation).not.toMatch(SECRETS);
});
