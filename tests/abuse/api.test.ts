import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aListeningServer, type ListeningServer, statusesOf } from '../support/a-listening-server.ts';
import { insertSearchableCity } from '../support/a-searchable-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let app: ReturnType<typeof anApp>;
let server: ListeningServer;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  await insertSearchableCity(database.sql, { parcels: 2_000 });
  app = anApp(database.sql);
  server = await aListeningServer(database.sql);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});
afterEach(async () => expect((await app.request('/health')).status).toBe(200));

const geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [116.8, -1.2],
      [116.801, -1.2],
      [116.801, -1.199],
      [116.8, -1.2],
    ],
  ],
};
const post = async (
  body: string | Uint8Array<ArrayBuffer>,
  contentType: string | null = 'application/json',
) => {
  const headers: Record<string, string> = contentType === null ? {} : { 'content-type': contentType };
  const response = await app.request('/api/v1/lookup', { method: 'POST', headers, body });
  expect(response.headers.get('content-type')).toMatch(
    response.status < 400 ? /^application\/json/ : /^application\/problem\+json/,
  );
  // biome-ignore lint/suspicious/noExplicitAny: these tests read whatever comes back
  return { status: response.status, body: (await response.json()) as any };
};

describe('API01 fields that nobody asked for', () => {
  test.each(['status', 'isVerified', 'role', '__proto__', 'constructor', 'prototype', 'geometry2'])(
    '%s is refused by name',
    async (name) => {
      const { status, body } = await post(
        `{"geometry":${JSON.stringify(geometry)},"${name}":{"isAdmin":true}}`,
      );
      expect([status, body.code, body.params.name]).toEqual([400, 'unknownField', name]);
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    },
  );
  test('inside the geometry too', async () => {
    const { status, body } = await post(JSON.stringify({ geometry: { ...geometry, role: 'admin' } }));
    expect([status, body.code, body.params.name]).toEqual([400, 'unknownField', 'geometry.role']);
  });
  test('nothing was polluted', () => expect(Object.keys(Object.prototype)).toEqual([]));
});

describe('API02 JSON that is none', () => {
  const good = JSON.stringify({ geometry });
  test.each([
    ['duplicate key', good.replace('"type"', '"type":"Polygon","type"'), 'jsonDuplicateKey'],
    ['byte-order mark', `\ufeff${good}`, 'jsonMalformed'],
    ['trailing comma', good.replace(/}$/, ',}'), 'jsonMalformed'],
    ['comment', `/* x */${good}`, 'jsonMalformed'],
    ['NaN', '{"geometry":NaN}', 'jsonMalformed'],
    ['lone surrogate', '{"geometry":"\\ud800"}', 'jsonMalformed'],
    ['NUL', '{"geometry":"\\u0000"}', 'jsonMalformed'],
    ['deep nesting', '['.repeat(1_000) + ']'.repeat(1_000), 'jsonTooDeep'],
    ['empty', '', 'jsonMalformed'],
    ['two documents', `${good}${good}`, 'jsonMalformed'],
  ])('%s is 400', async (_, text, code) => {
    const { status, body } = await post(text);
    expect([status, body.code]).toEqual([400, code]);
  });
  test('bytes that are not UTF-8 are 400', async () => {
    expect((await post(Uint8Array.of(0x22, 0xc3, 0x28, 0x22))).status).toBe(400);
  });
  test('ten megabytes of brackets are 413 without being read to the end', async () => {
    const { status, body } = await post('['.repeat(10_000_000));
    expect([status, body.code]).toEqual([413, 'bodyTooLarge']);
  });
  test('a bare array, number or null is 400', async () => {
    for (const text of ['[]', '1', 'null', '"x"']) expect((await post(text)).status).toBe(400);
  });
});

describe('API04 numbers out of bounds', () => {
  test.each(['-1', '0', '21', '1e9', '1e1', '999999999999', '1.5', '', 'NaN', '%00'])(
    'limit=%s is 400',
    async (limit) => {
      const response = await app.request(`/api/v1/search?q=damai&limit=${limit}`);
      expect(response.status).toBe(400);
    },
  );
  test.each([
    'page=9999999',
    'offset=-1',
    'limit=5&limit=6',
    'LIMIT=5',
    'q[]=x',
    'q=a&q=b',
    '__proto__=1',
    'constructor=1',
  ])('%s is 400 by name', async (more) => {
    const response = await app.request(`/api/v1/search?q=damai&${more}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
  });
  test.each(['2026-02-30', '0000-00-00', '99999-01-01', 'now', "2026-01-01'--", 'infinity'])(
    'on=%s is 400',
    async (on) => {
      for (const path of [
        '/api/v1/search?q=damai',
        '/api/v1/lookup?lon=116.8&lat=-1.2',
        '/api/v1/where?activity=x',
        '/api/v1/legend?',
      ]) {
        expect((await app.request(`${path}&on=${encodeURIComponent(on)}`)).status).toBe(400);
      }
    },
  );
  test.each(['1900-01-01', '2200-12-31'])('the far day %s is answered', async (on) => {
    expect((await app.request(`/api/v1/search?q=damai&on=${on}`)).status).toBe(200);
  });
  test.each([
    '/api/v1/search?q=damai',
    '/api/v1/lookup?lon=116.85&lat=-1.25',
    '/api/v1/legend?',
    '/api/v1/where?activity=rumah',
  ])('a day beyond every plan is a 400 at %s', async (path) => {
    for (const on of ['0000-01-01', '0001-01-01', '9999-12-31'])
      expect((await app.request(`${path}&on=${on}`)).status, on).toBe(400);
  });
});

describe('API06 search text is literal', () => {
  const find = async (q: string) => {
    const started = performance.now();
    const response = await app.request(`/api/v1/search?q=${encodeURIComponent(q)}`);
    const body = (await response.json()) as { results?: { name: string }[] };
    return {
      status: response.status,
      names: (body.results ?? []).map((hit) => hit.name),
      ms: performance.now() - started,
    };
  };
  test.each([
    "%' OR 1=1--",
    '_',
    '%',
    '\\',
    '%%%%',
    '___',
    "'; drop table zone; --",
    '$$',
    '\\%',
    '*',
    '(',
    '[',
    '9971%',
    '9971_______1',
  ])('“%s” finds nothing that it is not part of', async (q) => {
    const { status, names } = await find(q);
    expect(status).toBe(200);
    for (const name of names) expect(name.toLowerCase()).toMatch(/or|1|zone|drop|9971/);
    expect(names).not.toContain('Damai');
  });
  test('wildcards in a parcel number match no parcel', async () => {
    expect((await find('99710000%')).names).toEqual((await find('99710000')).names);
    expect((await find('%71000000')).names.filter((name) => name.startsWith('9971'))).toEqual([]);
  });
  test.each([
    ['a regular expression bomb', `${'(a+)+'.repeat(20)}$`],
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['two thousand letters', 'damai '.repeat(333)],
    ['a hundred words', 'gunung '.repeat(16)],
    ['one letter repeated', 'a'.repeat(119)],
    ['combining marks', 'a\u0301'.repeat(1_000)],
    ['ligatures that grow', '\ufdfa'.repeat(119)],
  ])('%s is answered or refused at once', async (_, q) => {
    const { status, ms } = await find(q);
    expect([200, 400]).toContain(status);
    // A second on a quiet machine; what would run away runs for minutes.
    expect(ms).toBeLessThan(10_000);
  });
  test('the tables are still there', async () => {
    expect((await find('damai')).names[0]).toBe('Damai');
  });
});

describe('API07 media types', () => {
  const good = JSON.stringify({ geometry });
  test.each([
    'text/plain',
    'application/json; charset=latin1',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'application/json/x',
    '',
  ])('JSON sent as “%s” is 415', async (type) => {
    const { status, body } = await post(new TextEncoder().encode(good), type);
    expect([status, body.code]).toEqual([415, 'unsupportedMediaType']);
  });
  test('without any type it is 415', async () =>
    expect((await post(new TextEncoder().encode(good), null)).status).toBe(415));
  test('in UTF-8, however that is written, it is read', async () => {
    for (const type of [
      'application/json',
      'application/json;charset=utf-8',
      'Application/JSON; Charset="UTF-8"',
    ]) {
      expect((await post(good, type)).status).toBe(200);
    }
  });
});

describe('API09 one request is one request', () => {
  const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
  const head = 'POST /api/v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
  test.each([
    ['both lengths', `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    [
      'two different lengths',
      `${head}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    ],
    ['chunked is not last', `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`],
    ['an unknown coding', `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a space before the colon', `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a negative length', `${head}Content-Length: -1\r\n\r\n${smuggled}`],
    ['a length with a plus', `${head}Content-Length: +4\r\n\r\n${smuggled}`],
    ['a chunk that is no number', `${head}Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n${smuggled}`],
    [
      'a header folded over two lines',
      `${head}Transfer-Encoding:\r\n chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n${smuggled}`,
    ],
  ])('%s is refused and nothing behind it is answered', async (_, bytes) => {
    expect(statusesOf(await server.send(bytes))).toEqual([400]);
  });
  test('a header of 64 kB is refused', async () => {
    const statuses = statusesOf(
      await server.send(`GET /health HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(65_536)}\r\n\r\n`),
    );
    expect(statuses.every((status) => status === 431)).toBe(true);
  });
  test('a thousand headers get one answer', async () => {
    const headers = Array.from({ length: 1_000 }, (_, index) => `h${index}: ${index}\r\n`).join('');
    expect(
      statusesOf(await server.send(`GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`)),
    ).toHaveLength(1);
  });
  test('two honest requests on one connection get two answers', async () => {
    const one = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n';
    expect(statusesOf(await server.send(one + one))).toEqual([200, 200]);
  });
});

describe('API12 an answer has the fields of its schema and no other', () => {
  test('search', async () => {
    const { results, ...rest } = (await (await app.request('/api/v1/search?q=9971000000001')).json()) as {
      results: object[];
    };
    expect(Object.keys(rest).sort()).toEqual(['asOf', 'coordinate', 'hint', 'isDemo', 'schema']);
    expect(Object.keys(results[0] ?? {}).sort()).toEqual(
      [
        'alias',
        'bbox',
        'category',
        'id',
        'isDemo',
        'kecamatan',
        'kelurahan',
        'kind',
        'name',
        'point',
        'versionId',
      ].sort(),
    );
  });
});

describe('CSR02 other origins', () => {
  test.each(['https://evil.example', 'null', 'http://sub.localhost'])(
    '%s is given no access',
    async (origin) => {
      for (const path of ['/api/v1/search?q=damai', '/api/v1/legend', '/']) {
        const response = await app.request(path, { headers: { origin, cookie: 'a=b' } });
        expect(response.headers.get('access-control-allow-origin')).toBeNull();
        expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      }
    },
  );
});

describe('XSS08: what browsers tell of a page against its policy', () => {
  const tell = async (body: string, type = 'application/csp-report', remoteAddress = '203.0.113.70') =>
    (
      await app.request(
        '/csp-reports',
        { method: 'POST', headers: { 'content-type': type }, body },
        { incoming: { socket: { remoteAddress } } },
      )
    ).status;
  const report = JSON.stringify({
    'csp-report': { 'effective-directive': 'script-src', 'blocked-uri': 'inline' },
  });

  test('is taken without an answer; what is none, too long or something else is refused', async () => {
    expect(await tell(report)).toBe(204);
    for (const [body, type, status] of [
      ['{}', undefined, 400],
      ['[', undefined, 400],
      [report + ' '.repeat(10_000), undefined, 413],
      [report, 'application/json', 415],
    ] as const)
      expect([body.slice(0, 3), await tell(body, type)]).toEqual([body.slice(0, 3), status]);
    expect((await app.request('/csp-reports')).status).toBe(405);
  });

  test('whoever sends it without end is answered like everybody, and nothing more of it is read', async () => {
    for (let sent = 0; sent < 30; sent += 1) await tell(report, undefined, '203.0.113.71');
    expect(await tell('{', undefined, '203.0.113.71')).toBe(204);
    expect(await tell('{', undefined, '198.51.100.71')).toBe(400);
  });
});
