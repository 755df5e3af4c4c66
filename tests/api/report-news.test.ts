import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EMPTY_CASE_SETTINGS } from '#domain/violation-case/settings';
import { forgetPassingTries } from '../../server/features/accounts/index.ts';
import { forgetDisputes, keepReporterDays } from '../../server/features/cases/index.ts';
import { drainOutbox, openChannels } from '../../server/features/outbox/index.ts';
import { forgetBrowser, forgetOldReporters, listAffected } from '../../server/features/reports/index.ts';
import { openDatabase } from '../../server/platform/db.ts';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aGateway, type Gateway } from '../support/a-gateway.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { aPushService, type PushService } from '../support/a-push-service.ts';
import { sentReport } from '../support/a-report.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { verifyReceipt } from '../support/verify-receipt.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: KeyStore;
let service: PushService;
let gateway: Gateway;
let app: ReturnType<typeof anApp>;
let petugas: Person;
let administrator: Person;
const START = '2026-11-22T04:00:00Z';
let now = new Date(START);

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('report-news');
  [service, gateway] = await Promise.all([aPushService(), aGateway()]);
  await insertSmallCity(database.sql);
  keys = openKeys(join(folder.path, 'keys'));
  app = reachedBy({ gateway: { url: gateway.url, secret: gateway.secret }, pushServices: [service.origin] });
  petugas = await aPerson(database.sql, keys, { roles: ['petugasLayanan'] });
  administrator = await aPerson(database.sql, keys, { roles: ['administrator'] });
});
afterAll(async () => {
  folder.remove();
  await Promise.all([database.drop(), service.close(), gateway.close()]);
});
beforeEach(async () => {
  now = new Date(START);
  service.answer = 201;
  gateway.answer = 200;
  service.taken.length = 0;
  gateway.taken.length = 0;
  forgetPassingTries(keys);
  await database.sql`truncate outbox_message`;
});

const given = () => ({
  tilesDirectory: folder.path,
  dataDirectory: folder.path,
  keys,
  clock: { now: () => now },
});
/** The product with these ways to reach people. */
const reachedBy = (reach: NonNullable<Parameters<typeof anApp>[1]>['reach']) =>
  anApp(database.sql, { ...given(), reach });
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
/** The page of a report in the hands of whoever holds its secret. */
async function opened({ ticket, secret }: { ticket: string; secret: string }, at = app) {
  const path = `/laporan/${ticket}`;
  const form = (fields: Record<string, string>, cookie: string) =>
    at.request(path, { method: 'POST', headers: { ...FORM, cookie }, body: new URLSearchParams(fields) });
  const response = await form({ aksi: 'buka', kunci: secret }, '');
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  return {
    read: async () => await (await at.request(path, { headers: { cookie } })).text(),
    act: (fields: Record<string, string>) => form(fields, cookie),
  };
}
const tellThis = (subscription: unknown) => ({ aksi: 'kabari', langganan: JSON.stringify(subscription) });
const own = async ({ ticket, secret }: { ticket: string; secret: string }, at = app) => {
  const response = await at.request(`/api/v1/reports/${ticket}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return ((await response.json()) as { own: Record<string, unknown> }).own;
};
const reportId = async (ticket: string): Promise<string> => {
  const [row] = await database.sql`select report_id as id from report where ticket = ${ticket}`;
  return row?.['id'] ?? '';
};
const answer = async (ticket: string, messageId: string = randomUUID(), at = app) => {
  const path = `/api/v1/staff/reports/${await reportId(ticket)}/messages`;
  const body = JSON.stringify({ messageId, text: 'Kami periksa besok pagi.' });
  const headers = { ...petugas.headers, 'content-type': 'application/json' };
  expect((await at.request(path, { method: 'POST', headers, body })).status).toBe(200);
};
const drain = () => {
  const reach = { gateway: { url: gateway.url, secret: gateway.secret }, pushServices: [service.origin] };
  const deps = { sql: database.sql, keys, clock: { now: () => now }, log: pino({ level: 'silent' }), reach };
  const settings = { smtpUrl: undefined, mailFrom: 'peta@example.go.id', dataDirectory: folder.path };
  const channels = openChannels(settings, deps, (browserId) => forgetBrowser(database.sql, browserId));
  return drainOutbox({ ...deps, channels });
};
const browsers = async (): Promise<number> => {
  const [row] = await database.sql`select count(*)::int as count from report_push`;
  return row?.['count'];
};

describe('a browser is told', () => {
  test('also of the anonymous: once for each news, that there is some and nothing else', async () => {
    const report = await sentReport(app);
    const page = await opened(report);
    const [key] = keys.pushKeys('push');
    const html = await page.read();
    expect(html).toContain(`data-push-key="${Buffer.from(key!.publicKey).toString('base64url')}"`);
    expect(html).toContain('Anda belum dikabari lewat apa pun');
    const subscription = service.subscribe();
    for (let time = 0; time < 2; time += 1) expect((await page.act(tellThis(subscription))).status).toBe(303);
    expect(await browsers()).toBe(1);
    const [kept] = await database.sql`select to_jsonb(b)::text as text from report_push b`;
    for (const hidden of [subscription.endpoint, subscription.keys.auth])
      expect(kept?.['text']).not.toContain(hidden);
    expect(await own(report)).toMatchObject({
      identity: 'anonymous',
      contactBy: ['browser'],
      unreachedBy: [],
    });
    // Of a breach the anonymous are told, too: something of theirs is kept now.
    const day = { from: new Date('2026-11-22'), until: new Date('2026-11-23') };
    const deps = { sql: database.sql, keys, clock: { now: () => now } };
    expect(await listAffected(deps, day, 'operator')).toMatchObject([
      { ticket: report.ticket, kept: ['browser'], person: null },
    ]);

    const messageId = randomUUID();
    for (let time = 0; time < 2; time += 1) await answer(report.ticket, messageId);
    expect(await drain()).toEqual({ sent: 1, later: 0, never: 0 });
    expect(service.taken.map(({ said }) => said)).toEqual([
      { title: 'Ada kabar baru', body: 'Ketuk untuk membacanya.', path: '/laporan' },
    ]);
    expect((await page.act({ aksi: 'henti' })).status).toBe(303);
    await answer(report.ticket);
    expect(await drain()).toEqual({ sent: 0, later: 0, never: 0 });
  });

  test('is called otherwise in the messages of each report, which stay when both are forgotten', async () => {
    const subscription = service.subscribe();
    for (const report of [await sentReport(app), await sentReport(app)]) {
      await (await opened(report)).act(tellThis(subscription));
      await answer(report.ticket);
    }
    const rows = await database.sql<{ name: string }[]>`
      select substring(dedupe_key from ':push:(.*)$') as name from outbox_message
      where channel = 'webpush' and state = 'queued'`;
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(2);
    await drain();
  });

  test('is nothing that two reports share: who reads the table sees not that one person sent both', async () => {
    const subscription = service.subscribe();
    const ids: string[] = [];
    for (const report of [await sentReport(app), await sentReport(app)]) {
      await (await opened(report)).act(tellThis(subscription));
      ids.push(await reportId(report.ticket));
    }
    const rows = await database.sql<{ kept: Record<string, string> }[]>`
      select to_jsonb(b) - 'subscribed_at' as kept from report_push b where report_id in ${database.sql(ids)}`;
    expect(rows).toHaveLength(2);
    const values = rows.flatMap(({ kept }) => Object.values(kept));
    expect(new Set(values).size).toBe(values.length);
  });

  test('over one connection, by every step of a case: none waits for another one while it holds the case', async () => {
    const narrow = openDatabase(database.url, { maxConnections: 1 });
    const alone = anApp(narrow, { ...given(), reach: { pushServices: [service.origin] } });
    const identity = { kind: 'confidential', email: 'satu@example.id' } as const;
    const [first, second] = [await sentReport(app, { identity }), await sentReport(app, { identity })];
    for (const report of [first, second]) await (await opened(report)).act(tellThis(service.subscribe()));
    await database.sql`truncate outbox_message`;
    const caseOf = async ({ ticket }: { ticket: string }): Promise<string> => {
      const [row] = await database.sql`select case_id as id from report where ticket = ${ticket}`;
      return row?.['id'];
    };
    const step = async (caseId: string, revision: number, name: string, body: object) => {
      const path = `/api/v1/staff/cases/${caseId}/steps/${name}`;
      const headers = {
        ...petugas.headers,
        'content-type': 'application/json',
        'if-match': `"r${revision}"`,
      };
      const done = await alone.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
      expect({ name, status: done.status }).toEqual({ name, status: 200 });
    };
    const [caseId, joined] = [await caseOf(first), await caseOf(second)];
    const reason = 'Alasan uji yang cukup panjang.';
    await step(caseId, 1, 'verify', { serviceClass: 'tanpaPengawasan' });
    await step(caseId, 2, 'reply', { reason });
    await step(joined, 1, 'join', { target: first.ticket, reason });
    await answer(first.ticket, randomUUID(), alone);
    const rows = await database.sql<{ channel: string; count: number }[]>`
      select channel, count(*)::int as count from outbox_message group by 1 order by 1`;
    // The first report is told of three things, the other one of the join.
    expect(rows).toEqual([
      { channel: 'email', count: 4 },
      { channel: 'webpush', count: 4 },
    ]);
    await narrow.end();
  });

  test.each([404, 410])(
    'until its service says that it is gone (%i): then it is told no more',
    async (status) => {
      const report = await sentReport(app);
      await (await opened(report)).act(tellThis(service.subscribe()));
      service.answer = status;
      await answer(report.ticket);
      expect(await drain()).toMatchObject({ never: 1 });
      expect(await own(report)).toMatchObject({ contactBy: [], unreachedBy: [] });
      await answer(report.ticket);
      expect(await drain()).toEqual({ sent: 0, later: 0, never: 0 });
    },
  );

  test.each([
    ['this machine', 'http://127.0.0.1:5432/'],
    ['a cloud’s own data', 'https://169.254.169.254/latest'],
    ['a name that begins like a service', 'https://fcm.googleapis.com.evil.example/x'],
    ['somebody before the name', 'https://fcm.googleapis.com@evil.example/x'],
    ['a file', 'file:///etc/passwd'],
    ['nothing', ''],
  ])('SSR01: %s is no push service, and is not kept', async (_, endpoint) => {
    const page = await opened(await sentReport(app));
    const before = await browsers();
    const refused = await page.act(tellThis({ ...service.subscribe(), endpoint }));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('tidak dikabari');
    expect(await browsers()).toBe(before);
  });

  test('whatever a script sends that is no subscription is refused; five devices are enough', async () => {
    const page = await opened(await sentReport(app));
    const { endpoint } = service.subscribe();
    for (const langganan of [
      '',
      '{',
      '[]',
      'null',
      '{"endpoint":1}',
      JSON.stringify({ endpoint, keys: { p256dh: 'x', auth: '' } }),
    ])
      expect((await page.act({ aksi: 'kabari', langganan })).status, langganan).toBe(422);
    for (let device = 0; device < 5; device += 1)
      expect((await page.act(tellThis(service.subscribe()))).status).toBe(303);
    expect((await page.act(tellThis(service.subscribe()))).status).toBe(409);
  });

  test('nobody without the secret makes it so', async () => {
    const { ticket } = await sentReport(app);
    const before = await browsers();
    const body = new URLSearchParams(tellThis(service.subscribe()));
    const response = await app.request(`/laporan/${ticket}`, { method: 'POST', headers: FORM, body });
    expect([response.status, await browsers()]).toEqual([404, before]);
  });
});

describe('a telephone is told', () => {
  const identity = { kind: 'confidential', phone: '0812 3456 7890' } as const;

  test('OFF06: through the gateway that is set, with the words of a template and no content', async () => {
    const report = await sentReport(app, { identity });
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(gateway.taken).toMatchObject([
      { to: '+6281234567890', template: 'report.received', parameters: { ticket: report.ticket } },
    ]);
    expect(JSON.stringify(gateway.taken)).not.toMatch(/Bangunan|BARAT|116\.8/);
    expect(JSON.stringify(gateway.taken)).not.toContain(report.secret);
  });

  test('where none is set nobody is promised anything: form and page say so, and nothing waits', async () => {
    const without = reachedBy({ pushServices: [] });
    const form = await (await without.request('/lapor')).text();
    expect(form).toContain('Kota ini belum dapat mengirim pesan ke telepon');
    expect(await (await app.request('/lapor')).text()).not.toContain(
      'belum dapat mengirim pesan ke telepon:',
    );
    const report = await sentReport(without, { identity });
    expect(await own(report, without)).toMatchObject({ contactBy: [], unreachedBy: ['phone'] });
    const html = await (await opened(report, without)).read();
    expect(html).toContain('nomor Anda tidak dikabari');
    expect(html).not.toContain('data-push-key');
    const waiting = await database.sql`select 1 from outbox_message`;
    expect(waiting).toHaveLength(0);
  });

  test('what could not be sent is seen by who waits for it, until something arrives', async () => {
    const report = await sentReport(app, { identity });
    gateway.answer = 422;
    expect(await drain()).toMatchObject({ never: 1 });
    expect(await own(report)).toMatchObject({ contactBy: ['phone'], unreachedBy: ['phone'] });
    expect(await (await opened(report)).read()).toContain(
      'Kabar terakhir tidak dapat dikirim: WhatsApp atau SMS',
    );
    gateway.answer = 200;
    await answer(report.ticket);
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(await own(report)).toMatchObject({ unreachedBy: [] });
  });
});

describe('after its time', () => {
  const forget = () =>
    forgetOldReporters({
      sql: database.sql,
      clock: { now: () => now },
      cases: { forgetWords: forgetDisputes, keepReporterDays },
    });
  const endCase = (ticket: string) => database.sql`
    update violation_case set state = 'ditutup', outcome = 'tidakTerbukti', ended_at = ${now} where ticket = ${ticket}`;
  const setDays = async (days: number) => {
    const path = '/api/v1/staff/service-settings/laporan';
    const told = await app.request(path, { headers: administrator.headers });
    const policy = { ...EMPTY_CASE_SETTINGS.policy, keepReporterDays: days };
    return await app.request(path, {
      method: 'PUT',
      headers: {
        ...administrator.headers,
        'content-type': 'application/json',
        'if-match': told.headers.get('etag') ?? '',
      },
      body: JSON.stringify({ ...EMPTY_CASE_SETTINGS, policy }),
    });
  };
  const pass = (days: number) => {
    now = new Date(now.getTime() + days * 86_400_000);
  };
  const identity = { kind: 'confidential', name: 'Sri Pelapor', email: 'sri@example.id' } as const;

  test('it is known no more who reported: by the row that the office sets, and the log stays proven', async () => {
    const [old, open] = [await sentReport(app, { identity }), await sentReport(app, { identity })];
    const nameless = await sentReport(app);
    for (const report of [old, nameless])
      expect((await (await opened(report)).act(tellThis(service.subscribe()))).status).toBe(303);
    const receiptOf = async () => {
      const headers = { authorization: `Bearer ${old.secret}` };
      return await (await app.request(`/api/v1/reports/${old.ticket}/receipt`, { headers })).text();
    };
    const logKeys = await (await app.request('/.well-known/tlog-keys')).text();
    const before = verifyReceipt(await receiptOf(), logKeys);
    for (const { ticket } of [old, nameless]) await endCase(ticket);
    pass(364);
    expect(await forget()).toBe(0);
    expect((await setDays(29)).status).toBe(400);
    expect((await setDays(400)).status).toBe(200);
    pass(35);
    expect(await forget()).toBe(0);
    pass(2);
    expect(await forget()).toBe(2);
    expect(await forget()).toBe(0);
    expect(await own(old)).toMatchObject({ identity: 'erased', contactBy: [] });
    expect(await own(open)).toMatchObject({ identity: 'confidential', contactBy: ['email'] });
    expect(await own(nameless)).toMatchObject({ identity: 'anonymous', contactBy: [] });
    const logged = await database.sql`
      select actor, facts from log_event where kind = 'report.personErased' order by recorded_at`;
    expect(logged).toEqual([
      { actor: 'system', facts: { reportId: await reportId(old.ticket), by: 'retention' } },
    ]);
    expect(verifyReceipt(await receiptOf(), logKeys)).toEqual(before);
    const [left] =
      await database.sql`select count(*)::int as count from report_person where sealed is not null
      and report_id = ${await reportId(old.ticket)}`;
    expect(left).toEqual({ count: 0 });
  });

  test('settings of before the row was there hold the default', async () => {
    await database.sql`
      update service_setting set settings = settings #- '{policy,keepReporterDays}' where service = 'laporan'`;
    expect(await keepReporterDays(database.sql)).toBe(365);
  });
});
