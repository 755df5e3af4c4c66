import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Thing } from '#domain/accounts/rights';
import { type Access, createAccess, inTheNameOf } from '../../server/features/accounts/index.ts';
import { audit } from '../../server/features/log/index.ts';
import { openDatabase } from '../../server/platform/db.ts';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { hasSecondLock, migrate } from '../../server/platform/migrate.ts';
import { aPerson } from '../support/a-person.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: KeyStore;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('accounts');
  keys = openKeys(join(folder.path, 'keys'));
});
afterAll(async () => {
  await database.drop();
  folder.remove();
});

describe('the first lock', () => {
  const things: Record<string, Thing> = { dppr: { producerId: 'dppr' }, pu: { producerId: 'pu' } };
  const anApp = (http: { isHttps?: boolean; publicUrl?: string } = {}) => {
    const { needs }: Access = createAccess({
      sql: database.sql,
      clock: { now: () => new Date() },
      keys,
      http: { isHttps: false, isDevelopment: false, trustedProxies: [], isStopping: () => false, ...http },
    });
    const ofAddress = async (c: { req: { param(name: string): string | undefined } }) =>
      things[c.req.param('id') ?? ''];
    return new Hono()
      .get('/layers', needs('layer.edit'), (c) => c.json(c.var.actor))
      .post('/layers/:id', needs('layer.edit', ofAddress), (c) => c.text('done'))
      .get('/me', needs('account.keep'), (c) => c.json(c.var.actor))
      .post(
        '/decide',
        needs('release.decide', async () => ({ closedTo: [...secondPersons] })),
        (c) => c.text('done'),
      );
  };
  const secondPersons = new Set<string>();

  it('401 without a session, with a forged one, and with an unsigned one', async () => {
    const person = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const [name = '', value = ''] = person.headers.cookie.split('=');
    const unsigned = `${name}=${decodeURIComponent(value).split('.')[0]}`;
    for (const cookie of ['', `${name}=x`, `${name}=x.${'A'.repeat(43)}=`, unsigned]) {
      const response = await anApp().request('/layers', { headers: { cookie } });
      expect([response.status, await response.json()]).toMatchObject([401, { code: 'signInNeeded' }]);
    }
    expect((await anApp().request('/layers', { headers: person.headers })).status).toBe(200);
  });

  it('403 for a role that the table does not name', async () => {
    const { headers } = await aPerson(database.sql, keys, { roles: ['auditor'] });
    const response = await anApp().request('/layers', { headers });
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'notAllowed' }]);
  });

  it('a password alone opens the own account and nothing else', async () => {
    const { headers } = await aPerson(database.sql, keys, { roles: ['walidata'], hasSecondFactor: false });
    const response = await anApp().request('/layers', { headers });
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'secondFactorNeeded' }]);
    expect((await anApp().request('/me', { headers })).status).toBe(200);
  });

  it('IDO08: a thing of another office and one that is not there are told apart by nothing', async () => {
    const { headers } = await aPerson(database.sql, keys, { roles: ['produsenData'], producerId: 'dppr' });
    const ask = async (id: string) => {
      const response = await anApp().request(`/layers/${id}`, { method: 'POST', headers });
      return [response.status, await response.text()];
    };
    expect(await ask('dppr')).toEqual([200, 'done']);
    expect(await ask('pu')).toEqual(await ask('nirwana'));
    expect((await ask('pu'))[0]).toBe(404);
  });

  it('a second person decides', async () => {
    const preparer = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const decider = await aPerson(database.sql, keys, { roles: ['walidata'] });
    secondPersons.add(preparer.accountId);
    const decide = (person: typeof preparer) =>
      anApp().request('/decide', { method: 'POST', headers: person.headers });
    const refused = await decide(preparer);
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'secondPersonNeeded' }]);
    expect((await decide(decider)).status).toBe(200);
  });

  it('AUT02: a session that was ended, an account that was closed and a role that was taken count at once', async () => {
    const { accountId, sessionId, headers } = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const status = async () => (await anApp().request('/layers', { headers })).status;
    expect(await status()).toBe(200);
    await database.sql`delete from account_role where account_id = ${accountId}`;
    expect(await status()).toBe(403);
    await database.sql`update account set disabled_at = now() where id = ${accountId}`;
    expect(await status()).toBe(401);
    await database.sql`update account set disabled_at = null where id = ${accountId}`;
    await database.sql`delete from account_session where id = ${sessionId}`;
    expect(await status()).toBe(401);
  });

  it('CSR02: a write that a page of another site has sent is refused, whoever is signed in', async () => {
    const { headers } = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const app = anApp({ publicUrl: 'https://peta.example.go.id' });
    const write = async (given: Record<string, string>) =>
      (await app.request('/layers/dppr', { method: 'POST', headers: { ...headers, ...given } })).status;
    for (const origin of ['https://evil.example', 'null', 'https://x.peta.example.go.id', 'http://localhost'])
      expect(await write({ origin })).toBe(403);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect(await write({ 'sec-fetch-site': site })).toBe(403);
    expect(await write({ origin: 'https://peta.example.go.id', 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('AUT12: a database that does not answer is an error, never a yes', async () => {
    const { headers } = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const broken = Object.assign(
      () => Promise.reject(Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' })),
      {},
    );
    const { needs } = createAccess({ sql: broken as never, clock: { now: () => new Date() }, keys });
    const app = new Hono()
      .get('/layers', needs('layer.edit'), (c) => c.text('done'))
      .onError((_, c) => c.text('', 503));
    expect((await app.request('/layers', { headers })).status).toBe(503);
  });

  it('over https the cookie is bound to this host, and a cookie of http is none', async () => {
    const { headers } = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const app = anApp({ isHttps: true });
    expect((await app.request('/layers', { headers })).status).toBe(401);
    const cookie = `__Host-${headers.cookie}`;
    expect((await app.request('/layers', { headers: { cookie } })).status).toBe(200);
  });
});

describe('the second lock', () => {
  it('is there on this server', async () => {
    expect(await hasSecondLock(database.sql)).toBe(true);
  });

  it('keeps secrets from every statement of staff, whatever a route forgets', async () => {
    const administrator = await aPerson(database.sql, keys, { roles: ['administrator'] });
    const closed = [
      'account_credential',
      'account_second_factor',
      'account_challenge',
      'account_used_code',
      'account_failure',
    ];
    for (const table of closed) {
      const asked = inTheNameOf(database.sql, administrator, (tx) => tx`select * from ${tx(table)}`);
      await expect(asked, table).rejects.toThrow('permission denied');
    }
    const tokens = inTheNameOf(database.sql, administrator, (tx) => tx`select token from account_session`);
    await expect(tokens).rejects.toThrow('permission denied');
    const altered = inTheNameOf(
      database.sql,
      administrator,
      (tx) => tx`alter table account disable row level security`,
    );
    await expect(altered).rejects.toThrow('must be owner');
  });

  it('shows citizens to nobody but who manages people or audits', async () => {
    const citizen = await aPerson(database.sql, keys, { roles: ['pemohon'] });
    const seenBy = async (person: { sessionId: string }) =>
      await inTheNameOf(database.sql, person, async (tx) => {
        const rows = await tx`select id from account where id = ${citizen.accountId}`;
        return rows.length;
      });
    for (const role of ['walidata', 'surveyor', 'lurah'] as const)
      expect(await seenBy(await aPerson(database.sql, keys, { roles: [role] })), role).toBe(0);
    for (const role of ['administrator', 'auditor'] as const)
      expect(await seenBy(await aPerson(database.sql, keys, { roles: [role] })), role).toBe(1);
    expect(await seenBy(citizen)).toBe(1);
    expect(await seenBy(await aPerson(database.sql, keys, { roles: ['pemohon'] }))).toBe(0);
  });

  it('lets only an administrator give roles', async () => {
    const walidata = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const give = (person: { sessionId: string }, to = walidata, role = 'administrator') =>
      inTheNameOf(
        database.sql,
        person,
        (tx) => tx`insert into account_role (account_id, role) values (${to.accountId}, ${role})`,
      );
    await expect(give(walidata)).rejects.toThrow('row-level security');
    await give(await aPerson(database.sql, keys, { roles: ['administrator'] }));
    // Now that they may, they may to others, and still not to themselves.
    const other = await aPerson(database.sql, keys, { roles: ['analis'] });
    await give(walidata, other, 'verifikator');
    await expect(give(walidata, other, 'verifikator')).rejects.toThrow('duplicate key');
    await expect(give(walidata, walidata, 'auditor')).rejects.toThrow('row-level security');
  });

  it('is read by an auditor alone, and written by everybody in the own name alone', async () => {
    const walidata = await aPerson(database.sql, keys, { roles: ['walidata'] });
    const auditor = await aPerson(database.sql, keys, { roles: ['auditor'] });
    const facts = { layerId: 'uji', publicationId: '1', validFrom: '2026-01-01', decree: 'CONTOH' };
    const write = (actor: string) =>
      inTheNameOf(database.sql, walidata, (tx) =>
        audit(tx, { kind: 'layer.withdrawn', actor: actor as 'operator', facts }),
      );
    await write(`account:${walidata.accountId}`);
    for (const actor of ['operator', 'system', `account:${auditor.accountId}`])
      await expect(write(actor)).rejects.toThrow('row-level security');
    const count = async (person: { sessionId: string }) =>
      await inTheNameOf(database.sql, person, async (tx) => (await tx`select from log_event`).length);
    expect(await count(walidata)).toBe(0);
    expect(await count(auditor)).toBeGreaterThan(0);
  });

  it('holds nothing once the session has ended, even for a statement that is already under way', async () => {
    const administrator = await aPerson(database.sql, keys, { roles: ['administrator'] });
    await inTheNameOf(database.sql, administrator, async (tx) => {
      expect((await tx`select from account`).length).toBeGreaterThan(0);
      await database.sql`delete from account_session where id = ${administrator.sessionId}`;
      expect((await tx`select from account`).length).toBe(0);
    });
  });
});

describe('a server whose user may not make roles', () => {
  it('works with the first lock alone, is told apart, and gets the second once it is granted', async () => {
    const plain = await createTemporaryDatabase({ migrated: false });
    const name = `omod_plain_${process.pid}`;
    const sql = openDatabase(plain.url, { maxConnections: 1 });
    try {
      await sql`create role ${sql(name)}`;
      await sql`create extension postgis`;
      await sql`create extension pg_trgm`;
      await sql`grant insert on spatial_ref_sys to ${sql(name)}`;
      await sql`grant create on schema public to ${sql(name)}`;
      await sql`set session authorization ${sql(name)}`;
      await migrate(sql);
      expect(await hasSecondLock(sql)).toBe(false);
      const person = await aPerson(sql, keys, { roles: ['walidata'] });
      const seen = await inTheNameOf(sql, person, (tx) => tx`select from account`);
      expect(seen).toHaveLength(1);
      await sql`reset session authorization`;
      await sql`grant omod_staff to ${sql(name)}`;
      await sql`set session authorization ${sql(name)}`;
      await migrate(sql);
      expect(await hasSecondLock(sql)).toBe(true);
      const asked = inTheNameOf(sql, person, (tx) => tx`select from account_credential`);
      await expect(asked).rejects.toThrow('permission denied');
    } finally {
      await sql`reset session authorization`;
      await sql.end({ timeout: 5 });
      await plain.drop();
      await database.sql`drop role if exists ${database.sql(name)}`;
    }
  });
});
