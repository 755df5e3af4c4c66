import { createHmac, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RIGHTS } from '#domain/accounts/rights';
import { ROLE_TITLES, type Role } from '#domain/accounts/role';
import { forgetPassingTries } from '../../server/features/accounts/index.ts';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aPerson } from '../support/a-person.ts';
import { aPhoto, aReport, askPlace, sendReport, sentReport } from '../support/a-report.ts';
import { insertSmallCity, SMALL_CITY } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/*
 * Of the usual abuse these do not concern reports: archives and layers (a report takes neither), polygons (a report has one
 * point), lists with pages (there is none for the public), links that confirm (there is none: GET changes nothing), single
 * sign-on (nobody signs in), addresses that this server calls (one: the push service, tests/api/report-news.test.ts),
 * merging and sanctions (of cases: tests/api/cases.test.ts), exports (tests/api/case-letters.test.ts).
 */
let database: TemporaryDatabase;
let folder: TemporaryFolder;
let app: ReturnType<typeof anApp>;
let keys: KeyStore;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('abuse-reports');
  await insertSmallCity(database.sql);
  keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});
beforeEach(() => forgetPassingTries(keys));
afterEach(async () => expect((await app.request('/health')).status).toBe(200));

const countReports = async (): Promise<number> => {
  const [row] = await database.sql<{ count: number }[]>`select count(*)::int as count from report`;
  return row?.count ?? 0;
};
/** The answer to something that must be refused: a problem without a trace of the inside, and no row. */
async function refused(response: Response | Promise<Response>): Promise<[number, string]> {
  const before = await countReports();
  const answered = await response;
  const text = await answered.text();
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|select .* from/i);
  expect(await countReports()).toBe(before);
  return [answered.status, (JSON.parse(text) as { code: string }).code];
}
const raw = (body: BodyInit, headers: Record<string, string> = {}) =>
  app.request('/api/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body,
  });
/** From an address of the network, as a socket tells it. */
const from = (remoteAddress: string, report: object = aReport(), key: string = randomUUID()) =>
  app.request(
    '/api/v1/reports',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(report),
    },
    { incoming: { socket: { remoteAddress } } },
  );

test.each([
  ['a state', { status: 'ditutup' }],
  ['a verdict', { isVerified: true }],
  ['a role', { role: 'administrator' }],
  ['a case', { caseId: randomUUID() }],
  ['a constructor', { constructor: { prototype: { isAdmin: true } } }],
])('API01: %s in a report is refused', async (_, more) => {
  expect((await refused(sendReport(app, { ...aReport(), ...more })))[0]).toBe(400);
});

test('API01, API02: JSON that hides something is refused, and reaches no prototype', async () => {
  const text = JSON.stringify(aReport());
  const hidden = [
    text.replace('{', '{"__proto__":{"isAdmin":true},'),
    text.replace('{', '{"category":"alihFungsi",'),
    `\ufeff${text}`,
    text.replace(/}$/, ',}'),
    '['.repeat(30_000),
    text.replace('Bangunan', '\\ud800'),
    text.replace('Bangunan', '\\u0000'),
    '',
    'null',
    '[]',
  ];
  for (const body of hidden) expect((await refused(raw(body)))[0], body.slice(0, 40)).toBe(400);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  expect((await refused(raw(text.replace('empat', 'x'.repeat(50_000)))))[0]).toBe(413);
});

test.each([
  ['that is zero', '00000000-0000-0000-0000-000000000000'],
  ['that names a device and a moment', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'],
  ['that is made of a name', 'cfbff0d1-9375-5685-968c-48ce8b15ae17'],
])('a key %s is refused: a stranger who sends it, too, would be given the secret', async (_, key) =>
  expect(await refused(sendReport(app, aReport(), { key }))).toEqual([400, 'invalidParameter']),
);

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])(
  'API07: a report as “%s” is refused',
  async (type) =>
    expect(await refused(raw(JSON.stringify(aReport()), { 'content-type': type }))).toEqual([
      415,
      'unsupportedMediaType',
    ]),
);

describe('GEO: a place that is none is never written down', () => {
  const [lng, lat] = SMALL_CITY.inZone1;
  test.each<[string, number, number, string]>([
    ['GEO01 swapped', lat, lng, 'reportPlaceSwapped'],
    ['GEO02 without its sign', lng, -lat, 'reportOutsideCity'],
    ['GEO04 in metres', 478_000, 9_868_000, 'utmMetresAsDegrees'],
    ['GEO14 at sea', 117.3, -1.5, 'reportOutsideCity'],
    ['beyond the poles', 500, 500, 'coordinateOutOfRange'],
  ])('%s', async (_, lon, latitude, code) => {
    const place = { kind: 'pin', lon, lat: latitude, from: 'typed' } as const;
    expect(await refused(sendReport(app, aReport({ place })))).toEqual([422, code]);
  });
});

test('API06: text of an attacker is text', async () => {
  const description = `'); drop table report; -- %_\\ <script>alert(1)</script> =cmd|' /C calc'!A0 (a+)+$`;
  const { ticket, secret } = await sentReport(app, { description });
  const [row] = await database.sql`select description from report where ticket = ${ticket}`;
  expect(row).toEqual({ description });
  const opened = await app.request(`/laporan/${ticket}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ aksi: 'buka', kunci: secret }),
  });
  const page = await app.request(`/laporan/${ticket}`, {
    headers: { cookie: (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
  });
  const html = await page.text();
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).not.toContain('<script>alert');
});

test('XSS03: what the office writes is text, in whatever language of marks it is', async () => {
  const { ticket, secret } = await sentReport(app);
  const petugas = await aPerson(database.sql, keys, { roles: ['petugasLayanan'] });
  const [row] = await database.sql`select report_id as id from report where ticket = ${ticket}`;
  const text =
    '<img src=x onerror=alert(1)> [klik](javascript:alert(1)) **tebal** {{7*7}} </p><script>1</script>';
  const answered = await app.request(`/api/v1/staff/reports/${row?.id}/messages`, {
    method: 'POST',
    headers: { ...petugas.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ messageId: randomUUID(), text }),
  });
  expect(answered.status).toBe(200);
  const opened = await app.request(`/laporan/${ticket}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ aksi: 'buka', kunci: secret }),
  });
  const page = await app.request(`/laporan/${ticket}`, {
    headers: { cookie: (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '' },
  });
  const html = await page.text();
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; [klik](javascript:alert(1)) **tebal** {{7*7}}');
  expect(html).not.toMatch(/<img src=x|<script>1|href="javascript/);
});

describe('CSR02: a page of another site', () => {
  test.each([
    ['https://evil.example', {}],
    ['null', {}],
    ['http://localhost', { 'sec-fetch-site': 'cross-site' }],
    ['http://sub.localhost', { 'sec-fetch-site': 'same-site' }],
  ])('%s sends nothing in the name of a reader', async (origin, headers) => {
    const report = JSON.stringify(aReport());
    expect(await refused(raw(report, { origin, ...headers }))).toEqual([403, 'otherOrigin']);
    expect((await raw(report, { origin, ...headers })).headers.get('access-control-allow-origin')).toBeNull();
    const form = await app.request('/lapor', {
      method: 'POST',
      headers: { origin, ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'jenis=tanpaIzin',
    });
    expect(form.status).toBe(403);
  });
});

describe('RTE01: many reports from one place', () => {
  test('are slowed down; others are not, and a lost answer can still be asked for', async () => {
    const key = randomUUID();
    expect((await from('203.0.113.7', aReport(), key)).status).toBe(201);
    const statuses: number[] = [];
    for (let sent = 0; sent < 25; sent += 1) statuses.push((await from('203.0.113.7')).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(19);
    const throttled = await from('203.0.113.7');
    expect(throttled.status).toBe(429);
    expect(Number(throttled.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('203.0.113.7', aReport(), key)).status).toBe(201);
    expect((await from('198.51.100.4')).status).toBe(201);
  });

  test('fifty addresses of one neighbourhood are one neighbourhood', async () => {
    let taken = 0;
    for (let host = 1; host <= 50; host += 1)
      for (let sent = 0; sent < 3; sent += 1) if ((await from(`192.0.2.${host}`)).status === 201) taken += 1;
    expect(taken).toBeGreaterThanOrEqual(100);
    expect(taken).toBeLessThan(110);
  }, 60_000);

  test('nothing of where a report came from is kept, beside it or with it', async () => {
    const { ticket } = (await (await from('203.0.113.99')).json()) as { ticket: string };
    const rows = await database.sql`
      select to_jsonb(r)::text as text from report r where r.ticket = ${ticket}
      union all select to_jsonb(e)::text from log_event e
      union all select to_jsonb(u)::text from upload u`;
    for (const { text } of rows) expect(text).not.toContain('203.0.113');
  });

  test('nor is anything of it counted where the database or the disk would keep it', async () => {
    await from('203.0.113.99');
    expect(await database.sql`select from account_failure`).toHaveLength(0);
    const places = ['203.0.113.99', '203.0.113'].flatMap((place) => [
      ['report', place],
      ['report', 'around', place],
    ]);
    const onDisk = await database.sql<{ text: string }[]>`
      select to_jsonb(r)::text as text from report r union all select to_jsonb(e)::text from log_event e`;
    const guessed = places.flatMap((parts) =>
      keys
        .secrets('account')
        .map((secret) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex')),
    );
    for (const { text } of onDisk) for (const guess of guessed) expect(text).not.toContain(guess);
  });

  test('who comes too often is told when the next one is taken, and it is', async () => {
    let at = new Date('2026-11-22T04:00:50Z');
    const clock = { now: () => at };
    const later = anApp(database.sql, {
      tilesDirectory: folder.path,
      dataDirectory: folder.path,
      keys,
      clock,
    });
    const send = () =>
      later.request(
        '/api/v1/reports',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
          body: JSON.stringify(aReport()),
        },
        { incoming: { socket: { remoteAddress: '203.0.113.8' } } },
      );
    for (let sent = 0; sent < 20; sent += 1) expect((await send()).status).toBe(201);
    const refusal = await send();
    const wait = Number(refusal.headers.get('retry-after'));
    expect([refusal.status, wait]).toEqual([429, 15]);
    at = new Date(at.getTime() + (wait - 1) * 1_000);
    expect((await send()).status).toBe(429);
    at = new Date(at.getTime() + 1_000);
    expect((await send()).status).toBe(201);
  });
});

describe('RTE01: photos that wait for a report that never comes', () => {
  const photo = async (remoteAddress: string, bytes: Uint8Array) =>
    app.request(
      `/api/v1/reports/photos/${randomUUID()}`,
      { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: new Uint8Array(bytes) },
      { incoming: { socket: { remoteAddress } } },
    );
  const waiting = async (): Promise<number> => {
    const [row] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from report_photo where report_id is null`;
    return row?.count ?? 0;
  };
  /** As many as fit into the room, as a flood of before the last start has left them. */
  const flood = async (count: number, byteCount: number) => {
    await database.sql`
      with kept as (
        insert into upload (upload_id, account_id, file_name, byte_count, sha256, state, started_at, touched_at, stored_at)
        select gen_random_uuid(), 'report-photo:banjir', 'banjir.jpg', ${byteCount}, repeat('0', 64), 'stored',
               now(), now(), now()
        from generate_series(1, ${count}) returning upload_id)
      insert into report_photo (photo_id, upload_id, width_px, height_px, received_at)
      select gen_random_uuid(), upload_id, 1, 1, '2026-11-22' from kept`;
  };

  test('keep nobody else out: whoever has most of them makes room', async () => {
    await flood(2_000, 400_000);
    const before = await waiting();
    const mine = await photo('198.51.100.20', await aPhoto('#010203'));
    expect(mine.status).toBe(200);
    // One more of the flood goes than is needed to stay within the room, and nothing of the citizen's.
    const { photoId } = (await mine.json()) as { photoId: string };
    expect(await waiting()).toBeLessThanOrEqual(before);
    expect((await photo('198.51.100.99', await aPhoto('#010204'))).status).toBe(200);
    const response = await sendReport(app, aReport({ photos: [{ photoId }] }));
    expect(response.status).toBe(201);
    await database.sql`delete from report_photo where report_id is null`;
  });

  test('of one pixel take room as bytes, not as many: two thousand of them fill a quarter', async () => {
    await flood(2_000, 300);
    const before = await waiting();
    expect((await photo('198.51.100.21', await aPhoto('#010205'))).status).toBe(200);
    expect(await waiting()).toBe(before + 1);
    await database.sql`delete from report_photo where report_id is null`;
  });

  test('fifty addresses of one neighbourhood are one neighbourhood', async () => {
    const bytes = await aPhoto('#010206');
    await photo('192.0.2.1', bytes);
    for (let sent = 0; sent < 447; sent += 1) await photo(`192.0.2.${10 + (sent % 9)}`, new Uint8Array(1));
    const statuses = [];
    for (const host of [2, 3, 4]) statuses.push((await photo(`192.0.2.${host}`, bytes)).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await photo('198.51.100.22', bytes)).status).toBe(200);
  });
});

test('RTE01: lines that never end take the places of their own neighbourhood alone', async () => {
  const bytes = new Uint8Array(await aPhoto('#010207'));
  const held: ReadableStreamDefaultController<Uint8Array>[] = [];
  const put = (remoteAddress: string, body: BodyInit) =>
    app.request(
      `/api/v1/reports/photos/${randomUUID()}`,
      { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body, duplex: 'half' } as RequestInit,
      { incoming: { socket: { remoteAddress } } },
    );
  const slow = (remoteAddress: string) =>
    put(remoteAddress, new ReadableStream({ start: (controller) => void held.push(controller) }));
  const slowOnes = Array.from({ length: 60 }, (_, host) => slow(`203.0.113.${host + 1}`));
  const first = await Promise.race(slowOnes);
  expect([first.status, Number(first.headers.get('retry-after')) > 0]).toEqual([503, true]);
  expect((await put('203.0.113.200', bytes)).status).toBe(503);
  expect((await put('198.51.100.23', bytes)).status).toBe(200);
  for (const controller of held) controller.close();
  const statuses = (await Promise.all(slowOnes)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 503)).toHaveLength(52);
  expect((await put('203.0.113.200', bytes)).status).toBe(200);
});

test('RTE01: forms on slow lines take the places of their own neighbourhood alone', async () => {
  const held: ReadableStreamDefaultController<Uint8Array>[] = [];
  const post = (remoteAddress: string, body: BodyInit, headers: Record<string, string>) =>
    app.request('/lapor', { method: 'POST', headers, body, duplex: 'half' } as RequestInit, {
      incoming: { socket: { remoteAddress } },
    });
  const slow = (remoteAddress: string) =>
    post(remoteAddress, new ReadableStream({ start: (controller) => void held.push(controller) }), {
      'content-type': 'multipart/form-data; boundary=x',
    });
  const form = (remoteAddress: string) =>
    post(remoteAddress, new URLSearchParams({ jenis: 'tanpaIzin', uraian: 'x' }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  const slowOnes = Array.from({ length: 12 }, (_, host) => slow(`203.0.114.${host + 1}`));
  const first = await Promise.race(slowOnes);
  expect([first.status, Number(first.headers.get('retry-after')) > 0]).toEqual([503, true]);
  expect((await form('203.0.114.200')).status).toBe(503);
  // Somebody else's is read, and told what it lacks.
  expect((await form('198.51.101.23')).status).toBe(422);
  for (const controller of held) controller.close();
  const statuses = (await Promise.all(slowOnes)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 503)).toHaveLength(4);
  expect((await form('203.0.114.200')).status).toBe(422);
});

test('RTE01: a photo costs by its pixels: a few of the largest are as much as an hour of usual ones', async () => {
  const put = (remoteAddress: string, body: BodyInit) =>
    app.request(
      `/api/v1/reports/photos/${randomUUID()}`,
      { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body },
      { incoming: { socket: { remoteAddress } } },
    );
  // What does not say how large it is costs as much as the largest, and is refused all the same.
  const unread = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]);
  const statuses: number[] = [];
  for (let sent = 0; sent < 21; sent += 1) statuses.push((await put('203.0.115.7', unread)).status);
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 422));
  expect(statuses.at(-1)).toBe(429);
  expect((await put('203.0.116.7', new Uint8Array(await aPhoto('#010209')))).status).toBe(200);
});

describe('IDO10: whoever is reported and asks for their own plot', () => {
  const place = { kind: 'pin', lon: 116.8081, lat: -1.1981, from: 'map' } as const;
  const send = async (count: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += 1) await sentReport(app, { place, category: 'kawasanLindung' });
  };
  const ask = async (on: string) => {
    const clock = { now: () => new Date(on) };
    const later = anApp(database.sql, {
      tilesDirectory: folder.path,
      dataDirectory: folder.path,
      keys,
      clock,
    });
    const response = await askPlace(later, 116.8081, -1.1981);
    const { similar } = (await response.json()) as { similar: { category: string }[] };
    return similar.map(({ category }) => category).filter((category) => category === 'kawasanLindung');
  };
  const verify = () =>
    database.sql`
      update violation_case set state = 'terverifikasi' where category = 'kawasanLindung' and state = 'diterima'`;
  const [TODAY, TOMORROW, IN_A_MONTH] = [
    '2026-11-22T15:59:59Z',
    '2026-11-22T16:00:00Z',
    '2026-12-24T04:00:00Z',
  ];

  test('learns nothing from one report, nor from two, nor on their day, nor before staff have verified them', async () => {
    await send(2);
    expect([await ask(TODAY), await ask(TOMORROW)]).toEqual([[], []]);
    await verify();
    expect([await ask(TODAY), await ask(TOMORROW)]).toEqual([[], []]);
    await send(1);
    expect(await ask(TOMORROW)).toEqual([]);
    await verify();
    // By WITA: the day ends at 16:00 UTC.
    expect([await ask(TODAY), await ask(TOMORROW)]).toEqual([[], ['kawasanLindung']]);
  });

  test('three reports and eight look the same, and after thirty days like none', async () => {
    const three = await ask(TOMORROW);
    await send(5);
    await verify();
    expect([three, await ask(TOMORROW)]).toEqual([['kawasanLindung'], ['kawasanLindung']]);
    expect(await ask(IN_A_MONTH)).toEqual([]);
  });
});

test('a rush is answered with 503 and Retry-After beyond what waits, loses nothing, and is over when it ends', async () => {
  const before = await countReports();
  const answers = await Promise.all(
    Array.from({ length: 150 }, (_, index) =>
      from(`10.${index}.0.1`, aReport({ description: `Laporan ke-${index} dari keramaian.` })),
    ),
  );
  const taken = answers.filter(({ status }) => status === 201);
  const busy = answers.filter(({ status }) => status === 503);
  expect(taken.length + busy.length).toBe(150);
  expect(busy.length).toBeGreaterThan(0);
  for (const { headers } of busy) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await countReports()).toBe(before + taken.length);
  const tickets = await Promise.all(
    taken.map(async (one) => ((await one.json()) as { ticket: string }).ticket),
  );
  expect(new Set(tickets).size).toBe(taken.length);
  expect((await from('10.250.0.1')).status).toBe(201);
}, 60_000);

test('a stranger is told of three reports on a day, however many name their address', async () => {
  const told = async () => {
    const rows = await database.sql`
      select message_id from outbox_message where template = 'report.received' and channel = 'email'`;
    return rows.length;
  };
  const before = await told();
  for (let sent = 0; sent < 6; sent += 1) {
    const email = sent % 2 === 0 ? 'korban@example.id' : 'Korban@Example.id';
    const identity = { kind: 'confidential', email } as const;
    expect((await from(`10.77.${sent}.1`, aReport({ identity }))).status).toBe(201);
  }
  expect(await told()).toBe(before + 3);
  const identity = { kind: 'confidential', email: 'warga-lain@example.id' } as const;
  expect((await from('10.77.9.1', aReport({ identity }))).status).toBe(201);
  expect(await told()).toBe(before + 4);
});

test('reading what is kept of a report does not fill the log', async () => {
  const { ticket, secret } = await sentReport(app);
  const exports = async () => {
    const rows = await database.sql`select event_id from log_event where kind = 'report.exported'`;
    return rows.length;
  };
  const before = await exports();
  const statuses: number[] = [];
  for (let read = 0; read < 12; read += 1) {
    const response = await app.request(
      `/api/v1/reports/${ticket}/data`,
      { headers: { authorization: `Bearer ${secret}` } },
      { incoming: { socket: { remoteAddress: `10.78.${read}.1` } } },
    );
    statuses.push(response.status);
  }
  expect(statuses).toEqual([...Array(5).fill(200), ...Array(7).fill(429)]);
  expect(await exports()).toBe(before + 5);
});

test.each(['%E2%82%AC', 'a%3Bb', 'a%0D%0Ax', 'a%00b', '..%2f..%2fx', 'LAP-00000-0000'])(
  'a number that is none (%s) goes into no cookie and no address',
  async (ticket) => {
    for (const aksi of ['tutup', 'buka', 'tulis']) {
      const response = await app.request(`/laporan/${ticket}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ aksi, kunci: 'x'.repeat(22) }),
      });
      const { headers, status } = response;
      expect([status, headers.get('location'), headers.get('set-cookie')]).toEqual([404, null, null]);
    }
  },
);

describe('the form without a script', () => {
  const FILLED = {
    jenis: 'tanpaIzin',
    uraian: 'Bangunan empat lantai tanpa papan izin.',
    lon: String(SMALL_CITY.inZone1[0]),
    lat: String(SMALL_CITY.inZone1[1]),
    tanggal: '2026-11-21',
    berlangsung: 'yes',
    identitas: 'anonim',
  };
  const send = (fields: Record<string, string>, files: readonly File[] = []) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    for (const one of files) form.append('foto', one);
    return app.request('/lapor', { method: 'POST', body: form });
  };
  const follow = async (response: Response) => {
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    const path = response.headers.get('location') ?? '';
    return { path, cookie, html: await (await app.request(path, { headers: { cookie } })).text() };
  };

  test('shows at once what the plan says at a pin, and the rules to choose from', async () => {
    const [lon, lat] = SMALL_CITY.inZone1;
    const openedAt = (place: string) =>
      app.request('/lapor', { method: 'POST', body: new URLSearchParams({ tempat: place }) });
    const html = await (await openedAt(`${lon},${lat}`)).text();
    for (const said of ['R-3', 'BARAT', 'figure~rules-uji~rdtr~R-3~kdb', 'Kewenangan kota'])
      expect(html).toContain(said);
    const bare = await (await app.request('/lapor?lang=en')).text();
    for (const said of ['BARAT', 'TIMUR', 'Confidential', 'Report a suspected violation'])
      expect(bare).toContain(said);
    for (const place of ['116.5,-1.2', 'x', '']) expect((await openedAt(place)).status, place).toBe(200);
    // A pin in an address, which is written down on the way, is not even read.
    expect(await (await app.request(`/lapor?lon=${lon}&lat=${lat}`)).text()).not.toContain('R-3');
  });

  test('UPL06, UPL08, UPL13: takes photos whatever they are called, and leads to the receipt once', async () => {
    const turned = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#123456' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const dot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const names = ['../../etc/passwd', `${'x'.repeat(4_000)}\u202egpj.exe`];
    const files = [turned, dot].map((bytes, index) => new File([new Uint8Array(bytes)], names[index] ?? ''));
    const response = await send({ ...FILLED, kunci: randomUUID() }, files);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).not.toMatch(/#|kunci/);
    const { path, cookie, html } = await follow(response);
    const ticket = /LAP-[0-9A-Z-]{11}/.exec(path)?.[0] ?? '';
    expect(html).toMatch(new RegExp(`/laporan/${ticket}#[\\w-]{22}`));
    expect(html).toContain('<title>Diterima: ');
    expect(cookie).toMatch(new RegExp(`^lapor-${ticket}=`));
    expect(response.headers.get('set-cookie')).toMatch(
      new RegExp(`Path=/laporan/${ticket};.*HttpOnly; SameSite=Strict`),
    );
    const photos = [
      ...html.matchAll(/src="(\/laporan\/[^"]+\/foto\/[^"]+)" alt="[^"]*" width="(\d+)" height="(\d+)"/g),
    ];
    expect(photos.map(([, , width, height]) => [width, height])).toEqual([
      ['80', '160'],
      ['160', '160'],
    ]);
    const own = await app.request(photos[0]?.[1] ?? '', { headers: { cookie } });
    expect(own.headers.get('content-type')).toBe('image/jpeg');
    for (const name of readdirSync(folder.path, { recursive: true }))
      expect(String(name)).not.toMatch(/passwd|exe$/);
    // Without the cookie it is the page of everybody.
    const open = await (await app.request(path)).text();
    expect(open).not.toMatch(/Bangunan empat|<img|#[\w-]{22}"/);
    expect(open).toContain('Diterima');
  });

  test('pressed twice, it is one report', async () => {
    const kunci = randomUUID();
    const files = [new File([new Uint8Array(await aPhoto('#fedcba'))], 'foto.jpg')];
    const before = await countReports();
    const [one, other] = [await send({ ...FILLED, kunci }, files), await send({ ...FILLED, kunci }, files)];
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(other.headers.get('location')).toBe(one.headers.get('location'));
    expect(await countReports()).toBe(before + 1);
  });

  test('what is missing is named, and nothing that was typed is lost', async () => {
    const response = await send({ ...FILLED, uraian: 'pendek', identitas: 'rahasia', nama: 'Sri' });
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const said of ['<title>Galat: ', 'pendek', 'value="Sri"', 'sedikitnya 10 huruf', 'Isi surel'])
      expect(html).toContain(said);
    const elsewhere = await send({ ...FILLED, lon: '116.5', lat: '-1.2' });
    expect([elsewhere.status, (await elsewhere.text()).includes('lapor.go.id')]).toEqual([422, true]);
  });

  test('IDO07: that it is about an official is said without a script, too, and hides it from who handles reports', async () => {
    for (const language of ['id', 'en'] as const)
      expect(await (await app.request(`/lapor?lang=${language}`)).text()).toContain('name="pemerintah"');
    const response = await send({ ...FILLED, pemerintah: 'ya' });
    const ticket = /LAP-[0-9A-Z-]{11}/.exec(response.headers.get('location') ?? '')?.[0] ?? '';
    const rows = await database.sql`
      select c.is_withheld, r.about_office from violation_case c join report r using (case_id)
      where r.ticket in (${ticket}, ${(await sentReport(app)).ticket}) order by r.about_office`;
    expect(rows).toEqual([
      { is_withheld: false, about_office: false },
      { is_withheld: true, about_office: true },
    ]);
    // Typed again after something was missing, it is still said.
    const again = await (await send({ ...FILLED, uraian: 'x', pemerintah: 'ya' })).text();
    expect(again).toMatch(/name="pemerintah"[^>]*checked|checked=""[^>]*name="pemerintah"/);
  });

  test('UPL01: a page that is called a photo is refused with the rest of the form kept', async () => {
    const page = new File(['<!doctype html><script>alert(1)</script>'], 'foto.jpg', { type: 'image/jpeg' });
    const response = await send(FILLED, [page]);
    expect(response.status).toBe(415);
    expect(await response.text()).toContain('Bangunan empat lantai');
  });

  test('the secret is typed and sent, never part of an address; a wrong one opens nothing', async () => {
    const { ticket, secret } = await sentReport(app);
    const open = (kunci: string) =>
      app.request(`/laporan/${ticket}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ aksi: 'buka', kunci }),
      });
    for (const wrong of ['', 'x', (await sentReport(app)).secret]) {
      const response = await open(wrong);
      expect([response.status, response.headers.get('set-cookie')]).toEqual([404, null]);
      expect(await response.text()).toContain('<title>Galat: ');
    }
    const response = await open(`https://peta.example.go.id/laporan/${ticket}#${secret}`);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/laporan/${ticket}`]);
    const { html, cookie } = await follow(response);
    expect(html).toContain('Bangunan empat lantai');
    // A browser that was given back forgets within the half hour, and not before who reads has done so.
    expect(response.headers.get('set-cookie')).toMatch(/Max-Age=1800/);
    const readOn = await app.request(`/laporan/${ticket}`, { headers: { cookie } });
    expect(readOn.headers.get('set-cookie')).toMatch(/Max-Age=1800/);
    const act = (fields: Record<string, string>) =>
      app.request(`/laporan/${ticket}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields),
      });
    expect((await act({ aksi: 'tulis', pesan: 'Masih dibangun.', pesanId: randomUUID() })).status).toBe(303);
    expect((await act({ aksi: 'belum', pesan: 'Belum ada yang datang ke sini.' })).status).toBe(409);
    const page = await (await app.request(`/laporan/${ticket}`, { headers: { cookie } })).text();
    expect(page).toContain('Masih dibangun.');
    const saved = await app.request(`/laporan/${ticket}?tersimpan=1&lang=en`, { headers: { cookie } });
    expect(await saved.text()).toContain('<title>Saved: ');
    const proof = await app.request(`/laporan/${ticket}/tanda-terima`, { headers: { cookie } });
    expect(proof.headers.get('content-disposition')).toContain(`${ticket}.tlog-proof`);
    expect(
      (await app.request(`/laporan/${ticket}/data`, { headers: { cookie } })).headers.get('cache-control'),
    ).toBe('no-store');
    const erased = await act({ aksi: 'hapus', yakin: 'ya' });
    expect(erased.headers.get('location')).toBe(`/laporan/${ticket}?terhapus=0-1-0-0-0`);
    const told = await (
      await app.request(`/laporan/${ticket}?terhapus=0-1-0-0-0`, { headers: { cookie } })
    ).text();
    expect(told).toContain('Sudah dihapus: 1 pesan.');
    expect(told).toContain('<title>Dihapus: ');
    expect(told).not.toContain('Masih dibangun.');
    // What nobody has erased is not said by an address that somebody made.
    const made = await app.request(`/laporan/${ticket}?terhapus=%3Cb%3E`, { headers: { cookie } });
    expect(await made.text()).not.toContain('Sudah dihapus');
    // Another key: shown once on its page, where it is no link to click; the old one opens nothing.
    const changed = await follow(await act({ aksi: 'ganti', yakin: 'ya' }));
    const [, fresh = ''] = new RegExp(`/laporan/${ticket}#([\\w-]{22})<`).exec(changed.html) ?? [];
    expect([fresh.length, fresh === secret]).toEqual([22, false]);
    expect(changed.html).not.toMatch(/href="[^"]*#[\w-]{22}"/);
    expect([(await open(secret)).status, (await open(fresh)).status]).toEqual([404, 303]);
    expect(
      (await app.request(`/laporan/${ticket}/data`, { headers: { cookie } })).headers.get('content-type'),
    ).toMatch(/html/);
    const closed = await act({ aksi: 'tutup' });
    expect(closed.headers.get('set-cookie')).toMatch(/Max-Age=0/);
  });
});

test('a number that no report has is no dead end: what may be wrong with it, and where to go on', async () => {
  const { ticket } = await sentReport(app);
  // As it is written down from hearing: small, without dashes.
  const typed = ticket.replaceAll('-', '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  const found = await app.request(`/laporan?tiket=%20${typed}`);
  expect(found.headers.get('location')).toBe(`/laporan/${ticket}`);
  const page = await app.request('/laporan/LAP-00000-0000U');
  const html = await page.text();
  expect(page.status).toBe(404);
  for (const said of ['<title>Tidak ditemukan: ', 'tanpa huruf I, L, O, dan U', 'value="LAP-00000-0000U"'])
    expect(html).toContain(said);
  for (const way of ['/lapor', '/krk/permohonan']) expect(html).toContain(`href="${way}"`);
  const other = await app.request('/laporan?tiket=krk-00000-00001');
  const krk = await (await app.request(other.headers.get('location') ?? '')).text();
  expect(krk).toContain('href="/krk/permohonan/KRK-00000-00001"');
});

test('IDO02: “siapa melihat apa” names everybody who reads a report by the table of rights', async () => {
  const readers = Object.keys(RIGHTS['report.read']).filter(
    (role) => role !== 'pelaporTerverifikasi',
  ) as Role[];
  expect(readers.length).toBeGreaterThan(8);
  for (const language of ['id', 'en'] as const) {
    const page = (await (await app.request(`/lapor?lang=${language}`)).text()).toLowerCase();
    for (const role of readers) expect(page, role).toContain(ROLE_TITLES[role][language].toLowerCase());
  }
});
