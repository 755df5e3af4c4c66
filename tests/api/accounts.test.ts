import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/accounts/actor';
import { ROLES, type Role } from '#domain/accounts/role';
import { parseCsv } from '#domain/rules/csv';
import { ensureDemoAccounts } from '../../scripts/setup/ensure-demo-accounts.ts';
import type { OpenedDatabase } from '../../scripts/setup/open-database.ts';
import type { Environment } from '../../server/env.ts';
import { writeAuditFile } from '../../server/features/accounts/audit-page/read-audit.ts';
import { inTheNameOf, invite, makeDemoAccounts } from '../../server/features/accounts/index.ts';
import { drainOutbox } from '../../server/features/outbox/index.ts';
import { readCityProfile } from '../../server/platform/city.ts';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aBrowser, type Browser } from '../support/a-browser.ts';
import { aPerson } from '../support/a-person.ts';
import { anApp } from '../support/an-app.ts';
import { oneTimeCode } from '../support/one-time-code.ts';
import { aCity } from '../support/some-facts.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const A = '/api/v1/accounts';
const PEOPLE = '/api/v1/staff/people';
const PASSWORD = 'tujuh kapal biru pelan';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: KeyStore;
let app: ReturnType<typeof anApp>;
/** Moves the product's own clock: that of limits and invitations. */
let laterMs = 0;
const clock = { now: () => new Date(Date.now() + laterMs) };
const city = aCity();
const http = {
  isHttps: false,
  isDevelopment: false,
  trustedProxies: [],
  isStopping: () => false,
};
const fromPlace = (address: string): Readonly<Record<string, string>> => ({ 'x-test-address': address });

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('accounts-api');
  keys = openKeys(join(folder.path, 'keys'));
  await database.sql`insert into producer (producer_id, name) values ('dppr', 'CONTOH DPPR')`;
  const plain = anApp(database.sql, { keys, clock, http });
  app = Object.assign(Object.create(plain), {
    request: (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      const remoteAddress = headers.get('x-test-address') ?? '203.0.113.1';
      headers.delete('x-test-address');
      return plain.request(path, { ...init, headers }, { incoming: { socket: { remoteAddress } } });
    },
  });
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

const tokenOf = (link: string): string => link.split('#')[1] ?? '';

/** Invites as the operator does, accepts, and sets the second factor up. */
async function newcomer(
  email: string,
  roles: readonly Role[],
  given: { producerId?: string; kelurahanCode?: string } = {},
): Promise<{ browser: Browser; secret: string; backupCodes: string[] }> {
  const made = await invite(
    { sql: database.sql, keys, clock, city, origin: 'http://x.example' },
    'operator',
    {
      email,
      roles,
      producerId: given.producerId ?? null,
      kelurahanCode: given.kelurahanCode ?? null,
      language: 'id',
    },
  );
  if (!made.ok) throw new Error(made.problem.code);
  const browser = aBrowser(app);
  const token = tokenOf(made.value.link);
  const accepted = await browser.send(`${A}/invitations/accept`, {
    token,
    name: `CONTOH ${email}`,
    password: PASSWORD,
  });
  expect([accepted.status, accepted.body]).toEqual([200, { next: 'setUpSecondFactor' }]);
  const setUp = await browser.send(`${A}/second-factor/set-up`, { password: PASSWORD });
  expect(setUp.status).toBe(200);
  const secret = String(setUp.body.secret);
  const shown = await browser.send(`${A}/second-factor`, { code: oneTimeCode(secret, -1) });
  expect([shown.status, shown.body]).toEqual([200, { next: 'signedIn' }]);
  return { browser, secret, backupCodes: setUp.body.backupCodes as string[] };
}

const forgetCodes = () => database.sql`delete from account_used_code`;
const forgetTries = () => database.sql`delete from account_failure`;

/** Sends what waits; the newest link to each address. */
async function linksOf(): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  await drainOutbox({
    sql: database.sql,
    keys,
    clock,
    log: pino({ level: 'silent' }),
    channels: {
      email: {
        send: async ({ recipient, body, messageId }) => {
          const link = body.match(/https?:\S+#\S+/)?.[0];
          if (link !== undefined) links.set(recipient, link);
          return { kind: 'sent', providerId: messageId };
        },
      },
    },
  });
  return links;
}

async function signedIn(email: string, secret: string): Promise<Browser> {
  await forgetCodes();
  const browser = aBrowser(app);
  const first = await browser.send(`${A}/sign-in`, { email, password: PASSWORD });
  expect([first.status, first.body]).toEqual([200, { next: 'secondFactor' }]);
  const second = await browser.send(`${A}/second-factor`, { code: oneTimeCode(secret) });
  expect([second.status, second.body]).toEqual([200, { next: 'signedIn' }]);
  return browser;
}

describe('from an invitation to a session', () => {
  it('a person chooses a password, sets a second factor up, and is who they were invited as', async () => {
    const { browser, secret } = await newcomer('pertama@example.go.id', ['administrator']);
    const me = await browser.get(`${A}/me`);
    expect(me.body).toMatchObject({
      email: 'pertama@example.go.id',
      roles: ['administrator'],
      hasSecondFactor: true,
      isSecondFactorDemanded: true,
    });
    expect((await browser.get(PEOPLE)).status).toBe(200);
    const again = await signedIn('pertama@example.go.id', secret);
    expect((await again.get(PEOPLE)).status).toBe(200);
    const [row] = await database.sql<{ password: string; secret: string }[]>`
      select password, secret from account_credential join account_second_factor using (account_id)`;
    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row?.secret).not.toContain(secret);
  });

  it('until the second factor is shown nothing opens but the own account', async () => {
    const { browser } = await newcomer('kedua@example.go.id', ['walidata', 'auditor']);
    const half = aBrowser(app);
    await half.send(`${A}/sign-in`, { email: 'kedua@example.go.id', password: PASSWORD });
    expect((await half.get(`${A}/me`)).status).toBe(401);
    expect((await half.get('/api/v1/staff/audit')).status).toBe(401);
    expect((await browser.get('/api/v1/staff/audit')).status).toBe(200);
  });

  it('AUT09, AUT10: looking uses nothing up, accepting does, and time does', async () => {
    const order = {
      email: 'undang@example.go.id',
      roles: ['auditor'] as const,
      producerId: null,
      kelurahanCode: null,
    };
    const deps = { sql: database.sql, keys, clock, city, origin: 'http://x.example' };
    const made = await invite(deps, 'operator', { ...order, language: 'id' });
    const token = tokenOf(made.ok ? made.value.link : '');
    const stranger = aBrowser(app);
    for (let look = 0; look < 3; look += 1) {
      const read = await stranger.send(`${A}/invitations/read`, { token });
      expect(read.body).toMatchObject({
        email: 'undang@example.go.id',
        roles: ['auditor'],
        isNewPassword: false,
      });
    }
    laterMs = 73 * 3_600_000;
    expect((await stranger.send(`${A}/invitations/read`, { token })).body.code).toBe('invitationGone');
    laterMs = 0;
    const easy = { token, name: 'CONTOH Undang', password: 'undang@example.go.id' };
    expect((await stranger.send(`${A}/invitations/accept`, easy)).body.code).toBe('passwordTooEasy');
    const accept = () =>
      aBrowser(app).send(`${A}/invitations/accept`, { token, name: 'CONTOH Undang', password: PASSWORD });
    const both = await Promise.all([accept(), accept()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    const [stored] = await database.sql`
      select count(*)::int as count from account where email = 'undang@example.go.id'`;
    expect(stored?.count).toBe(1);
    const texts = await database.sql`select i::text as text from account_invitation i`;
    expect(JSON.stringify(texts)).not.toContain(token);
  });

  it('a code holds once, a backup code holds once, and a wrong one not at all', async () => {
    const { secret, backupCodes } = await newcomer('kode@example.go.id', ['auditor']);
    const attempt = async (second: object) => {
      const browser = aBrowser(app);
      await browser.send(`${A}/sign-in`, { email: 'kode@example.go.id', password: PASSWORD });
      return (await browser.send(`${A}/second-factor`, second)).body;
    };
    const code = oneTimeCode(secret);
    expect(await attempt({ code })).toEqual({ next: 'signedIn' });
    expect(await attempt({ code })).toMatchObject({ code: 'codeRefused' });
    expect(await attempt({ code: oneTimeCode(secret, 40) })).toMatchObject({ code: 'codeRefused' });
    expect(backupCodes).toHaveLength(10);
    expect(await attempt({ backupCode: backupCodes[0] })).toEqual({ next: 'signedIn' });
    expect(await attempt({ backupCode: backupCodes[0] })).toMatchObject({ code: 'codeRefused' });
    expect(await attempt({ backupCode: backupCodes[1] })).toEqual({ next: 'signedIn' });
  });
});

describe('sessions', () => {
  it('AUT02: signing out, signing out everywhere and another password end sessions at once', async () => {
    const email = 'sesi@example.go.id';
    const { browser, secret } = await newcomer(email, ['auditor']);
    const other = await signedIn(email, secret);
    const listed = await other.get(`${A}/sessions`);
    const sessions = listed.body.sessions as { sessionId: string; isThisOne: boolean; address: string }[];
    expect(sessions.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(sessions[0]?.address).toBe('203.0.113.1');
    expect(JSON.stringify(listed.body)).not.toMatch(/token/i);
    const first = sessions.find(({ isThisOne }) => !isThisOne)!;
    expect((await other.send(`${A}/sessions/${first.sessionId}`, {}, 'DELETE')).status).toBe(204);
    expect((await browser.get(`${A}/me`)).status).toBe(401);

    const third = await signedIn(email, secret);
    const changed = { current: PASSWORD, wanted: 'delapan kapal hijau cepat' };
    expect((await third.send(`${A}/password`, { ...changed, current: 'bukan ini sandinya' })).status).toBe(
      422,
    );
    expect((await other.get(`${A}/me`)).status).toBe(200);
    expect((await third.send(`${A}/password`, changed)).status).toBe(200);
    expect((await other.get(`${A}/me`)).status).toBe(401);
    expect((await third.get(`${A}/me`)).body.hasSecondFactor).toBe(true);
    const back = { current: changed.wanted, wanted: PASSWORD };
    expect((await third.send(`${A}/password`, back)).status).toBe(200);

    const kept = new Map(third.cookies);
    expect((await third.send(`${A}/sign-out`)).status).toBe(204);
    third.cookies.clear();
    for (const [name, value] of kept) third.cookies.set(name, value);
    expect((await third.get(`${A}/me`)).status).toBe(401);

    const [fourth, fifth] = [await signedIn(email, secret), await signedIn(email, secret)];
    expect((await fourth.send(`${A}/sessions`, {}, 'DELETE')).status).toBe(204);
    expect((await fifth.get(`${A}/me`)).status).toBe(401);
  });

  it('over https every cookie is bound to this host, and no script reads it', async () => {
    await newcomer('https@example.go.id', ['auditor']);
    await forgetTries();
    const settings = { ...http, isHttps: true, publicUrl: 'https://peta.example.go.id' };
    const secure = anApp(database.sql, { keys, clock, http: settings });
    const response = await secure.request(`https://peta.example.go.id${A}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://peta.example.go.id' },
      body: JSON.stringify({ email: 'https@example.go.id', password: PASSWORD }),
    });
    expect(response.status).toBe(200);
    const cookies = response.headers.getSetCookie().filter((cookie) => !/max-age=0/i.test(cookie));
    expect(cookies.length).toBe(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-one-map\./);
      for (const attribute of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/i, /; Path=\/(;|$)/])
        expect(cookie).toMatch(attribute);
      expect(cookie).not.toMatch(/Domain=/i);
    }
    const foreign = await secure.request(`https://peta.example.go.id${A}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ email: 'https@example.go.id', password: PASSWORD }),
    });
    expect([foreign.status, (await foreign.json()).code]).toEqual([403, 'otherOrigin']);
  });

  it('nobody ends or sees the sessions of somebody else', async () => {
    const one = await newcomer('satu@example.go.id', ['auditor']);
    const two = await newcomer('dua@example.go.id', ['auditor']);
    const { body } = await one.browser.get(`${A}/sessions`);
    const [{ sessionId }] = body.sessions as [{ sessionId: string }];
    expect((await two.browser.send(`${A}/sessions/${sessionId}`, {}, 'DELETE')).status).toBe(404);
    expect((await one.browser.get(`${A}/me`)).status).toBe(200);
  });
});

describe('guessing', () => {
  const guess = (email: string, place: string, password = 'bukan ini sandinya') =>
    aBrowser(app, fromPlace(place)).send(`${A}/sign-in`, { email, password });

  it('AUT05: a wrong password, an unknown address and a closed account are one answer', async () => {
    await newcomer('tertutup@example.go.id', ['auditor']);
    await newcomer('terbuka@example.go.id', ['auditor']);
    await database.sql`update account set disabled_at = now() where email = 'tertutup@example.go.id'`;
    await forgetTries();
    const answers = [
      await guess('terbuka@example.go.id', '198.51.100.1'),
      await guess('tidakada@example.go.id', '198.51.100.2'),
      await guess('tertutup@example.go.id', '198.51.100.3', PASSWORD),
      await guess('bukan surel', '198.51.100.4'),
    ].map(({ status, body: { requestId: _, ...body } }) => ({ status, body }));
    expect(answers[0]).toMatchObject({ status: 422, body: { code: 'signInRefused' } });
    for (const one of answers) expect(one).toEqual(answers[0]);
  });

  it('AUT04: a stranger is slowed down; the owner, a colleague at the same place and everybody else are not', async () => {
    const email = 'sasaran@example.go.id';
    const { browser: home } = await newcomer(email, ['auditor']);
    await newcomer('rekan@example.go.id', ['auditor']);
    await forgetTries();
    const place = '198.51.100.50';
    const rush = await Promise.all(Array.from({ length: 30 }, () => guess(email, place)));
    const statuses = rush.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
    const slowed = rush.find(({ status }) => status === 429)!;
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    // The right password is not let through either: who is told "wait" learns nothing.
    expect((await guess(email, place, PASSWORD)).status).toBe(429);
    // Another place, the same place and another account, and the browser that knows the account.
    expect((await guess(email, '198.51.100.51', PASSWORD)).status).toBe(200);
    expect((await guess('rekan@example.go.id', place, PASSWORD)).status).toBe(200);
    const owner = aBrowser(app, fromPlace(place));
    for (const [name, value] of home.cookies) if (name.endsWith('.device')) owner.cookies.set(name, value);
    expect((await owner.send(`${A}/sign-in`, { email, password: PASSWORD })).status).toBe(200);
    // A written X-Forwarded-For is another place only behind a trusted proxy.
    const forged = aBrowser(app, { ...fromPlace(place), 'x-forwarded-for': '192.0.2.9' });
    expect((await forged.send(`${A}/sign-in`, { email, password: PASSWORD })).status).toBe(429);
    const mapped = await guess(email, `::ffff:${place}`);
    expect(mapped.status).toBe(429);
    laterMs = 16 * 60_000;
    expect((await guess(email, place, PASSWORD)).status).toBe(200);
    laterMs = 0;
  });

  it('AUT04: many accounts from one place are slowed down there; IPv6 counts by its network', async () => {
    await forgetTries();
    const rush = [];
    for (let no = 0; no < 70; no += 1)
      rush.push(await guess(`orang${no}@example.go.id`, `2001:db8:1:2::${no.toString(16)}`));
    expect(rush.filter(({ status }) => status === 422)).toHaveLength(60);
    expect(rush.slice(60).every(({ status }) => status === 429)).toBe(true);
    expect((await guess('orang1@example.go.id', '2001:db8:1:3::1')).status).toBe(422);
    const [stored] = await database.sql<
      { text: string }[]
    >`select string_agg(f::text, ' ') as text from account_failure f`;
    // Digits alone stand in a hash by chance.
    expect(stored?.text).not.toMatch(/orang|2001:/);
    await forgetTries();
  });

  it('ten wrong codes shut an account for whoever has its password, and not its open sessions', async () => {
    const email = 'kunci@example.go.id';
    const { browser, secret } = await newcomer(email, ['auditor']);
    for (let round = 0; round < 3; round += 1) {
      const thief = aBrowser(app, fromPlace(`198.51.100.${60 + round}`));
      await thief.send(`${A}/sign-in`, { email, password: PASSWORD });
      for (let no = 0; no < 4; no += 1) await thief.send(`${A}/second-factor`, { code: '000000' });
    }
    await forgetCodes();
    const late = aBrowser(app, fromPlace('198.51.100.70'));
    await late.send(`${A}/sign-in`, { email, password: PASSWORD });
    expect((await late.send(`${A}/second-factor`, { code: oneTimeCode(secret) })).body.code).toBe(
      'codeRefused',
    );
    expect((await browser.get(`${A}/me`)).status).toBe(200);
  });
});

describe('managing people', () => {
  let administrator: Browser;
  beforeAll(async () => {
    await forgetTries();
    ({ browser: administrator } = await newcomer('kepala@example.go.id', ['administrator']));
  });
  const personOf = async (email: string) => {
    const { body } = await administrator.get(PEOPLE);
    return (body.people as { accountId: string; email: string; roles: string[] }[]).find(
      (one) => one.email === email,
    )!;
  };

  it('agencies are a list of the walidata, and whoever is invited is given one of it', async () => {
    const walidata = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const send = (method: string, path: string, json: object, more: object = {}) =>
      app.request(`/api/v1/staff/producers${path}`, {
        method,
        headers: { ...walidata.headers, 'content-type': 'application/json', ...more },
        body: JSON.stringify(json),
      });
    const code = async (asked: Promise<Response> | Response) => (await (await asked).json()).code;
    const wish = { email: 'pu@example.go.id', roles: ['produsenData'], kelurahanCode: null, language: 'id' };
    const inviteTo = async (producerId: string) =>
      await administrator.send(`${PEOPLE}/invitations`, { ...wish, producerId });
    // A slip of a letter keeps nothing and says so, with nothing written.
    expect((await inviteTo('dinas-pu')).body.code).toBe('producerUnknown');
    expect((await send('POST', '', { producerId: 'dinas-pu', name: 'CONTOH Dinas PU' })).status).toBe(201);
    expect(await code(send('POST', '', { producerId: 'dinas-pu', name: 'Lain' }))).toBe('producerExists');
    for (const producerId of ['Dinas PU', 'dinas_pu', '-pu', '', 'a'.repeat(61)])
      expect(await code(send('POST', '', { producerId, name: 'Uji' })), producerId).toBe('invalidField');
    for (const name of ['', ' ', 'a\r\nb', 'x'.repeat(201)])
      expect(await code(send('POST', '', { producerId: 'uji', name })), name).toBe('invalidField');
    expect((await inviteTo('DINAS-PU')).body.code).toBe('producerUnknown');
    expect((await inviteTo('dinas-pu')).status).toBe(201);

    // Two who change it at once: the second is shown what the first has saved.
    const change = (revision: number, json: object) =>
      send('PATCH', '/dinas-pu', json, { 'if-match': `"r${revision}"` });
    expect((await send('PATCH', '/dinas-pu', { name: 'x' })).status).toBe(428);
    expect((await change(1, { name: 'CONTOH Pekerjaan Umum' })).status).toBe(200);
    const late = await change(1, { isClosed: true });
    expect([late.status, (await late.json()).current.name]).toEqual([409, 'CONTOH Pekerjaan Umum']);
    expect((await send('PATCH', '/tidak-ada', { name: 'x' }, { 'if-match': '"r1"' })).status).toBe(404);

    // Closed: nothing new is given to it, and what it has stays.
    const person = await aPerson(database.sql, keys, { roles: ['produsenData'], producerId: 'dinas-pu' });
    expect((await change(2, { isClosed: true })).status).toBe(200);
    expect((await inviteTo('dinas-pu')).body.code).toBe('producerUnknown');
    const standing = { roles: ['produsenData', 'analis'], producerId: 'dinas-pu', kelurahanCode: null };
    const at = `${PEOPLE}/${person.accountId}/standing`;
    expect((await administrator.send(at, standing, 'PUT')).status).toBe(200);
    const read = await administrator.get('/api/v1/staff/producers');
    expect(
      (read.body.producers as object[]).find((one) => 'producerId' in one && one.producerId === 'dinas-pu'),
    ).toMatchObject({ name: 'CONTOH Pekerjaan Umum', isClosed: true, revision: 3, peopleCount: 1 });
    const events = await database.sql`
      select facts->>'revision' as revision, facts->>'isNew' as new, facts->>'isClosed' as closed
      from log_event where kind = 'producer.described' order by recorded_at`;
    expect(events.map((one) => ({ ...one }))).toEqual([
      { revision: '1', new: 'true', closed: 'false' },
      { revision: '2', new: 'false', closed: 'false' },
      { revision: '3', new: 'false', closed: 'true' },
    ]);
    // Who may choose one may not make one.
    const refused = await administrator.send('/api/v1/staff/producers', { producerId: 'x', name: 'x' });
    expect(refused.status).toBe(403);
  });

  it('invites by mail; the link stands in the mail alone', async () => {
    const wish = {
      email: 'Baru@Example.go.id',
      roles: ['produsenData'],
      producerId: 'dppr',
      kelurahanCode: null,
    };
    const made = await administrator.send(`${PEOPLE}/invitations`, { ...wish, language: 'en' });
    expect(made.status).toBe(201);
    expect(Object.keys(made.body)).toEqual(['invitationId']);
    const before = await database.sql<{ text: string }[]>`select m::text as text from outbox_message m`;
    expect(JSON.stringify(before)).not.toMatch(/undangan\?|baru@/i);
    const sent: { recipient: string; body: string }[] = [];
    const email = {
      send: async (message: { recipient: string; body: string }) => {
        sent.push(message);
        return { kind: 'sent', providerId: 'uji' } as const;
      },
    };
    await drainOutbox({
      sql: database.sql,
      keys,
      clock,
      log: pino({ level: 'silent' }),
      channels: { email },
    });
    expect(sent.at(-1)).toMatchObject({ recipient: 'baru@example.go.id' });
    const token = /undangan\?lang=en#(\S+)/.exec(sent.at(-1)?.body ?? '')?.[1];
    const read = await aBrowser(app).send(`${A}/invitations/read`, { token });
    expect(read.body).toMatchObject({
      email: 'baru@example.go.id',
      roles: ['produsenData'],
      producer: 'CONTOH DPPR',
    });
    expect(sent.at(-1)?.body).toContain('CONTOH DPPR');
    const taken = await administrator.send(`${PEOPLE}/invitations/${made.body.invitationId}`, {}, 'DELETE');
    expect(taken.status).toBe(204);
    expect((await aBrowser(app).send(`${A}/invitations/read`, { token })).status).toBe(404);
  });

  it('refuses a role without what it needs, an address twice, an unknown field and an unknown role', async () => {
    const wish = {
      email: 'x@example.go.id',
      roles: ['lurah'],
      producerId: null,
      kelurahanCode: null,
      language: 'id',
    };
    const send = async (given: object) =>
      (await administrator.send(`${PEOPLE}/invitations`, { ...wish, ...given })).body.code;
    expect(await send({})).toBe('roleIncomplete');
    expect(await send({ roles: ['auditor'], email: 'kepala@example.go.id' })).toBe('accountExists');
    expect(await send({ isAdmin: true })).toBe('unknownField');
    expect(await send({ roles: ['dewa'] })).toBe('invalidField');
    expect(await send({ email: 'a@b.c\r\nBcc: x@y.z', roles: ['auditor'] })).toBe('invalidField');
  });

  it('IDO03: a lurah is given a kelurahan of the borders in force, by its whole code, and no other', async () => {
    const { sql } = database;
    expect((await administrator.get(`${PEOPLE}/kelurahan`)).body).toEqual({ kelurahan: [] });
    await sql`insert into layer (layer_id, kind, title, is_demo) values ('batas', 'admin', 'CONTOH Batas', true)`;
    await sql`
      insert into layer_version (version_id, layer_id, label, source_name, source_sha256, source_format, feature_count, report,
                                 is_demo)
      values ('10000000000000aa', 'batas', 'uji', 'uji', ${'a'.repeat(64)}, 'GeoJSON', 3, '{}', true)`;
    await sql`
      insert into admin_area (version_id, feature_no, level, code, name, parent_name, area_m2, geom)
      select '10000000000000aa', no, level, code, name, 'CONTOH Kecamatan', 1,
             st_multi(st_makeenvelope(116.8 + no / 100.0, -1.2, 116.805 + no / 100.0, -1.19, 4326))
      from (values (1, 'kelurahan', '64.71.99.1', 'CONTOH Barat'), (2, 'kelurahan', '64.71.99.10', 'CONTOH Baru'),
                   (3, 'kecamatan', '64.71.99', 'CONTOH Kecamatan')) a (no, level, code, name)`;
    const wish = { email: 'lurah@example.go.id', roles: ['lurah'], producerId: null, language: 'id' };
    const inviteTo = async (kelurahanCode: string) =>
      await administrator.send(`${PEOPLE}/invitations`, { ...wish, kelurahanCode });
    // A draft is in force nowhere.
    expect((await inviteTo('64.71.99.1')).body.code).toBe('kelurahanUnknown');
    await sql`
      insert into publication (layer_id, version_id, valid_from, decree)
      values ('batas', '10000000000000aa', '2026-01-01', 'CONTOH')`;
    expect((await administrator.get(`${PEOPLE}/kelurahan`)).body).toEqual({
      kelurahan: [
        { code: '64.71.99.1', name: 'CONTOH Barat', kecamatan: 'CONTOH Kecamatan' },
        { code: '64.71.99.10', name: 'CONTOH Baru', kecamatan: 'CONTOH Kecamatan' },
      ],
    });
    for (const slip of [
      '64.71.99',
      '64.71.99.',
      '64.71.99.2',
      '64.71.99.1 OR 1=1',
      '64.71.99.100',
      'CONTOH Barat',
    ])
      expect((await inviteTo(slip)).body.code, slip).toBe('kelurahanUnknown');
    expect((await inviteTo('64.71.99.1')).status).toBe(201);

    const person = await aPerson(sql, keys, { roles: ['lurah'], kelurahanCode: '64.71.98.1' });
    const change = async (kelurahanCode: string) =>
      (
        await administrator.send(
          `${PEOPLE}/${person.accountId}/standing`,
          { roles: ['lurah', 'auditor'], producerId: null, kelurahanCode },
          'PUT',
        )
      ).body;
    expect((await change('64.71.99.3')).code).toBe('kelurahanUnknown');
    // What somebody has may stay, also when the borders name it no more.
    expect((await change('64.71.98.1')).kelurahanCode).toBe('64.71.98.1');
    expect((await change('64.71.99.10')).kelurahanCode).toBe('64.71.99.10');
  });

  it('changes roles, closes and opens, ends sessions, takes a lost second factor away; never the last administrator', async () => {
    await database.sql`delete from account_role where role = 'administrator' and account_id <> ${(await personOf('kepala@example.go.id')).accountId}`;
    const { browser } = await newcomer('staf@example.go.id', ['auditor']);
    const { accountId } = await personOf('staf@example.go.id');
    const at = `${PEOPLE}/${accountId}`;
    const standing = { roles: ['produsenData'], producerId: 'dppr', kelurahanCode: null };
    const changed = await administrator.send(`${at}/standing`, standing, 'PUT');
    expect(changed.body).toMatchObject({ roles: ['produsenData'], producerId: 'dppr' });
    expect((await browser.get('/api/v1/staff/audit')).status).toBe(403);
    expect((await administrator.send(`${at}/close`)).body.isClosed).toBe(true);
    expect((await browser.get(`${A}/me`)).status).toBe(401);
    expect((await administrator.send(`${at}/open`)).body.isClosed).toBe(false);
    expect((await administrator.send(`${at}/second-factor`, {}, 'DELETE')).body.hasSecondFactor).toBe(false);
    const secrets = await database.sql`select from account_second_factor where account_id = ${accountId}`;
    expect(secrets).toHaveLength(0);
    const again = await aBrowser(app).send(`${A}/sign-in`, {
      email: 'staf@example.go.id',
      password: PASSWORD,
    });
    expect(again.body).toEqual({ next: 'setUpSecondFactor' });
    expect((await administrator.send(`${at}/new-password`)).status).toBe(201);

    // Whoever audits is told of a role that decides, and not of one that does not.
    const auditor = await aPerson(database.sql, keys, { roles: ['auditor'] });
    const told = async (): Promise<number> =>
      (
        await database.sql`
          select from outbox_message where template = 'account.rolesGiven' and dedupe_key like ${`%:${auditor.accountId}`}`
      ).length;
    for (const [role, count] of [
      ['surveyor', 0],
      ['pejabatPenandatangan', 1],
    ] as const) {
      const given = { roles: [role], producerId: null, kelurahanCode: null };
      expect((await administrator.send(`${at}/standing`, given, 'PUT')).status).toBe(200);
      expect(await told()).toBe(count);
    }

    const self = (await personOf('kepala@example.go.id')).accountId;
    const lost = await administrator.send(
      `${PEOPLE}/${self}/standing`,
      { ...standing, roles: ['auditor'] },
      'PUT',
    );
    expect(lost.body.code).toBe('lastAdministrator');
    expect((await administrator.send(`${PEOPLE}/${self}/close`)).body.code).toBe('lastAdministrator');
    // Nobody gives themselves more than they have; the second lock says the same.
    for (const more of [
      { roles: ['administrator', 'pejabatPenandatangan'], producerId: null, kelurahanCode: null },
      { roles: ['administrator'], producerId: 'dppr', kelurahanCode: null },
    ])
      expect((await administrator.send(`${PEOPLE}/${self}/standing`, more, 'PUT')).body.code).toBe(
        'secondPersonNeeded',
      );
    const alone = await aPerson(database.sql, keys, { roles: ['administrator', 'lurah'] });
    const giving = (whom: string) =>
      inTheNameOf(
        database.sql,
        alone,
        (tx) => tx`insert into account_role (account_id, role) values (${whom}, 'pejabatPenghubung')`,
      );
    await expect(giving(alone.accountId)).rejects.toMatchObject({ code: '42501' });
    await giving(accountId);
    const less = { roles: ['administrator'], producerId: null, kelurahanCode: null };
    const given = await app.request(`${PEOPLE}/${alone.accountId}/standing`, {
      method: 'PUT',
      headers: { ...alone.headers, 'content-type': 'application/json' },
      body: JSON.stringify(less),
    });
    expect([given.status, ((await given.json()) as { roles: string[] }).roles]).toEqual([
      200,
      ['administrator'],
    ]);
    await database.sql`delete from account_role where account_id = ${alone.accountId}`;
    expect((await administrator.send(`${PEOPLE}/${self}/second-factor`, {}, 'DELETE')).body.code).toBe(
      'secondPersonNeeded',
    );
    expect((await administrator.send(`${PEOPLE}/${crypto.randomUUID()}/close`)).status).toBe(404);
    expect((await administrator.send(`${PEOPLE}/1/close`)).status).toBe(400);
  });

  it('CON: of two administrators who close each other at once one stays', async () => {
    const one = await newcomer('adm1@example.go.id', ['administrator']);
    const two = await newcomer('adm2@example.go.id', ['administrator']);
    await database.sql`
      delete from account_role where role = 'administrator'
        and account_id not in (select id from account where email in ('adm1@example.go.id', 'adm2@example.go.id'))`;
    const idOf = async (email: string) =>
      (await database.sql<{ id: string }[]>`select id from account where email = ${email}`)[0]!.id;
    const [first, second] = [await idOf('adm1@example.go.id'), await idOf('adm2@example.go.id')];
    await Promise.all([
      one.browser.send(`${PEOPLE}/${second}/close`),
      two.browser.send(`${PEOPLE}/${first}/close`),
    ]);
    const left = await database.sql`
      select from account_role r join account a on a.id = r.account_id
      where role = 'administrator' and disabled_at is null`;
    expect(left).toHaveLength(1);
    await database.sql`
      insert into account_role (account_id, role)
      select id, 'administrator' from account where email = 'kepala@example.go.id' on conflict do nothing`;
  });
});

describe('an invitation', () => {
  it('holds no longer than whoever gave it could give it, and opens no closed account', async () => {
    await forgetTries();
    const giver = await newcomer('pemberi@example.go.id', ['administrator']);
    const other = await newcomer('pengganti@example.go.id', ['administrator']);
    const given = await giver.browser.send(`${PEOPLE}/invitations`, {
      email: 'menyusul@example.go.id',
      roles: ['administrator'],
      producerId: null,
      kelurahanCode: null,
      language: 'id',
    });
    expect(given.status).toBe(201);
    const idOf = async (email: string) =>
      (await database.sql<{ id: string }[]>`select id from account where email = ${email}`)[0]!.id;
    await newcomer('lupa@example.go.id', ['analis']);
    const forgetful = await idOf('lupa@example.go.id');
    expect((await other.browser.send(`${PEOPLE}/${forgetful}/new-password`)).status).toBe(201);
    const links = await linksOf();
    const read = async (email: string) =>
      (await aBrowser(app).send(`${A}/invitations/read`, { token: tokenOf(links.get(email) ?? '') })).body
        .code;
    const giverId = await idOf('pemberi@example.go.id');
    expect([await read('menyusul@example.go.id'), await read('lupa@example.go.id')]).toEqual([
      undefined,
      undefined,
    ]);

    expect((await other.browser.send(`${PEOPLE}/${forgetful}/close`)).status).toBe(200);
    expect(await read('lupa@example.go.id')).toBe('invitationGone');
    // Opened again, an account does not bring its old links back.
    expect((await other.browser.send(`${PEOPLE}/${forgetful}/open`)).status).toBe(200);
    expect(await read('lupa@example.go.id')).toBe('invitationGone');

    const standing = { roles: ['auditor'], producerId: null, kelurahanCode: null };
    expect((await other.browser.send(`${PEOPLE}/${giverId}/standing`, standing, 'PUT')).status).toBe(200);
    expect(await read('menyusul@example.go.id')).toBe('invitationGone');
    const people = (await other.browser.get(PEOPLE)).body as { invitations: { email: string }[] };
    expect(people.invitations.map(({ email }) => email)).not.toContain('menyusul@example.go.id');
    // Also where only the account of who gave it says so: written by another program, restored from a backup.
    await database.sql`update account_invitation set withdrawn_at = null where email = 'menyusul@example.go.id'`;
    expect(await read('menyusul@example.go.id')).toBe('invitationGone');
  });
});

describe('the auditor', () => {
  it('reads who did what with filters, page by page, and that is an entry too', async () => {
    await forgetTries();
    const { browser } = await newcomer('pengawas@example.go.id', ['auditor']);
    const all = await browser.get('/api/v1/staff/audit');
    const entries = all.body.entries as { index: number; kind: string; actorName: string | null }[];
    expect(entries).toHaveLength(50);
    const next = await browser.get(`/api/v1/staff/audit?before=${all.body.next}`);
    const [older] = next.body.entries as { index: number }[];
    expect(older!.index).toBeLessThan(entries.at(-1)!.index);
    const me = await browser.get(`${A}/me`);
    const read = await browser.get(`/api/v1/staff/audit?kind=log.read&actor=account:${me.body.accountId}`);
    expect((read.body.entries as unknown[]).length).toBe(2);
    const accounts = await browser.get('/api/v1/staff/audit?kind=account&from=2020-01-01&to=2020-01-02');
    expect(accounts.body.entries).toEqual([]);
    for (const bad of ['?kind=a;b', '?actor=x', '?before=-1', '?limit=1e9', '?from=2026-13-01'])
      expect((await browser.get(`/api/v1/staff/audit${bad}`)).status, bad).toBe(400);
  });

  it('XSS05: takes it away as CSV in which no cell is a formula', async () => {
    const { browser } = await newcomer('ekspor@example.go.id', ['auditor']);
    await database.sql`update account set name = '=HYPERLINK("http://evil.example")' where email = 'ekspor@example.go.id'`;
    const file = await browser.get('/api/v1/staff/audit.csv?kind=account');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const { records } = parseCsv(String(file.body.text).replace(/^\ufeff/, ''));
    expect(records[0]?.cells).toContain('actor_name');
    expect(records.length).toBeGreaterThan(10);
    const cells = records.flatMap((record) => record.cells);
    expect(cells).toContain(`'=HYPERLINK("http://evil.example")`);
    expect(cells.filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
  });

  it('takes all of it away, part by part, as it was when it was asked for', async () => {
    const { browser } = await newcomer('lengkap@example.go.id', ['auditor']);
    const [actor] = await database.sql<{ accountId: string; sessionId: string }[]>`
      select a.id as "accountId", s.id as "sessionId"
      from account a join account_session s on s.account_id = a.id where email = 'lengkap@example.go.id'`;
    const deps = { sql: database.sql, clock, city: readCityProfile('balikpapan') };
    const filter = { kind: null, actor: null, about: null, from: null, to: null, before: null };
    const count = async () =>
      (await database.sql<{ count: number }[]>`select count(*)::int as count from log_leaf`)[0]!.count;
    const before = await count();
    const parts: string[] = [];
    for await (const part of await writeAuditFile(deps, actor as Actor & typeof actor, filter, 7)) {
      parts.push(part);
      // What happens meanwhile is not in it.
      if (parts.length === 2) await browser.get('/api/v1/staff/audit');
    }
    const { records } = parseCsv(parts.join(''));
    const indexes = records.slice(1).map(({ cells }) => Number(cells[0]));
    expect(parts.length).toBe(1 + Math.ceil(before / 7));
    expect(indexes).toEqual(Array.from({ length: before }, (_, i) => before - 1 - i));
    const [told] = await database.sql<{ facts: { events: number; isExport: boolean } }[]>`
      select facts from log_event where kind = 'log.read' and (facts->>'isExport')::boolean order by recorded_at desc limit 1`;
    expect(told?.facts).toMatchObject({ events: before, isExport: true });
  });
});

describe('the people of the demo city', () => {
  it('are one per role, are called CONTOH, and stand in a file that its owner alone reads', async () => {
    const deps = { sql: database.sql, keys, clock, log: pino({ level: 'silent' }) };
    const path = (await makeDemoAccounts(deps, folder.path)) ?? '';
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^CONTOH – BUKAN AKUN RESMI/);
    const found = [
      ...text.matchAll(/ {2}(\S+@contoh\.example)\n {2}(\S+)\n {2}otpauth:\S+secret=([A-Z2-7]+)/g),
    ];
    expect(found).toHaveLength(ROLES.length + 1);
    for (const [, email, password, secret = ''] of found.slice(-2)) {
      await forgetTries();
      const browser = aBrowser(app);
      expect((await browser.send(`${A}/sign-in`, { email, password })).body).toEqual({
        next: 'secondFactor',
      });
      const shown = await browser.send(`${A}/second-factor`, { code: oneTimeCode(secret) });
      expect(shown.body).toEqual({ next: 'signedIn' });
      expect((await browser.get(`${A}/me`)).body).toMatchObject({ isDemo: true });
    }
    expect(await makeDemoAccounts(deps, folder.path)).toBeUndefined();
    const [named] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from account where is_demo and name not like 'CONTOH %'`;
    expect(named?.count).toBe(0);
  });

  it('are never on a server of DATABASE_URL', async () => {
    const environment = { DATABASE_URL: 'postgres://x' } as Environment;
    expect(await ensureDemoAccounts(environment, {} as OpenedDatabase)).toBeUndefined();
  });
});
