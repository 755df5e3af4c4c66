import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '../../server/platform/keys.ts';
import { aBrowser, type Browser } from '../support/a-browser.ts';
import { aPerson } from '../support/a-person.ts';
import { anApp } from '../support/an-app.ts';
import { anIdentityProvider, type IdentityProvider } from '../support/an-identity-provider.ts';
import { oneTimeCode } from '../support/one-time-code.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const A = '/api/v1/accounts';
let database: TemporaryDatabase;
let folder: TemporaryFolder;
let provider: IdentityProvider;
let app: ReturnType<typeof anApp>;
const invited = { sub: 'pegawai-1', email: 'pegawai@example.go.id' };

beforeAll(async () => {
  [database, provider] = await Promise.all([createTemporaryDatabase(), anIdentityProvider('peta')]);
  folder = makeTemporaryFolder('single-sign-on');
  const keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, {
    keys,
    clock: { now: () => new Date() },
    singleSignOn: {
      issuer: provider.issuer,
      clientId: 'peta',
      clientSecret: 'rahasia uji',
      name: 'SSO Kota',
    },
  });
  const { accountId } = await aPerson(database.sql, keys, {
    roles: ['auditor'],
    email: invited.email,
    hasSecondFactor: false,
  });
  await database.sql`update account set email_verified = true where id = ${accountId}`;
});
afterAll(async () => {
  await provider.close();
  await database.drop();
  folder.remove();
});

async function begin(browser: Browser): Promise<string> {
  const begun = await browser.send(`${A}/single-sign-on`);
  expect(begun.status).toBe(200);
  return String(begun.body.url);
}
const wayBack = async (browser: Browser, path: string) => (await browser.get(path)).headers.get('location');

describe('single sign-on', () => {
  it('is named where people sign in, and asks for a code with PKCE, state and nonce', async () => {
    const browser = aBrowser(app);
    expect((await browser.get(`${A}/ways`)).body).toEqual({ singleSignOn: 'SSO Kota' });
    const asked = new URL(await begin(browser));
    expect(asked.origin).toBe(provider.issuer);
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)).toBeTruthy();
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked.searchParams.get('scope')).toContain('openid');
    expect(asked.searchParams.get('redirect_uri')).toMatch(/\/api\/v1\/accounts\/callback\/sso$/);
  });

  it('lets in who was invited, who still has to set a second factor up', async () => {
    const browser = aBrowser(app);
    const back = provider.signInAs(await begin(browser), invited);
    expect(await wayBack(browser, back)).toBe('/konsol');
    const me = await browser.get(`${A}/me`);
    expect(me.body).toMatchObject({
      email: invited.email,
      hasSecondFactor: false,
      isSecondFactorDemanded: true,
    });
    expect((await browser.get('/api/v1/staff/audit')).body.code).toBe('secondFactorNeeded');
    // A code of the provider holds once, and its way back only in the browser that set out.
    expect(await wayBack(aBrowser(app), back)).toContain('sso=gagal');
  });

  it('an address that the provider does not vouch for is nobody’s, invited or not', async () => {
    const { accountId } = await aPerson(database.sql, openKeys(join(folder.path, 'keys')), {
      roles: ['auditor'],
      email: 'belum@example.go.id',
      hasSecondFactor: false,
    });
    await database.sql`update account set email_verified = true where id = ${accountId}`;
    for (const email_verified of [false, undefined]) {
      const browser = aBrowser(app);
      const stranger = { sub: 'penyusup-9', email: 'belum@example.go.id', email_verified };
      expect(await wayBack(browser, provider.signInAs(await begin(browser), stranger as never))).toContain(
        'sso=gagal',
      );
      expect((await browser.get(`${A}/me`)).status).toBe(401);
    }
    expect(await database.sql`select from account_credential where account_id = ${accountId}`).toHaveLength(
      0,
    );
  });

  it('an account belongs to the first subject that came with its address, and to no other', async () => {
    const browser = aBrowser(app);
    const heir = { sub: 'pegawai-2', email: invited.email };
    expect(await wayBack(browser, provider.signInAs(await begin(browser), heir))).toContain('sso=gagal');
    expect((await browser.get(`${A}/me`)).status).toBe(401);
    const again = aBrowser(app);
    expect(await wayBack(again, provider.signInAs(await begin(again), invited))).toBe('/konsol');
  });

  it('makes no account for anybody else', async () => {
    const browser = aBrowser(app);
    const stranger = { sub: 'orang-luar', email: 'luar@example.com' };
    expect(await wayBack(browser, provider.signInAs(await begin(browser), stranger))).toContain('sso=gagal');
    expect((await browser.get(`${A}/me`)).status).toBe(401);
    expect(await database.sql`select from account where email = ${stranger.email}`).toHaveLength(0);
  });

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'lain' }],
    ['another nonce', { nonce: 'lain' }],
    ['one that has expired', { exp: 1 }],
  ])('believes no token of %s', async (_, change) => {
    provider.tamper(change);
    const browser = aBrowser(app);
    expect(await wayBack(browser, provider.signInAs(await begin(browser), invited))).toContain('sso=gagal');
    expect((await browser.get(`${A}/me`)).status).toBe(401);
    provider.tamper(null);
  });

  it('until the second factor is shown its account makes no backup codes, changes nothing, and codes are counted', async () => {
    const person = { sub: 'pegawai-3', email: 'dua-langkah@example.go.id' };
    const keys = openKeys(join(folder.path, 'keys'));
    const { accountId } = await aPerson(database.sql, keys, {
      roles: ['auditor'],
      email: person.email,
      hasSecondFactor: false,
    });
    await database.sql`update account set email_verified = true where id = ${accountId}`;
    const come = async () => {
      const browser = aBrowser(app);
      expect(await wayBack(browser, provider.signInAs(await begin(browser), person))).toBe('/konsol');
      return browser;
    };
    const first = await come();
    const setUp = await first.send(`${A}/second-factor/set-up`);
    expect(setUp.status).toBe(200);
    const secret = String(setUp.body.secret);
    expect((await first.send(`${A}/second-factor`, { code: oneTimeCode(secret, -1) })).status).toBe(200);
    expect((await first.send(`${A}/second-factor/backup-codes`)).status).toBe(200);

    const half = await come();
    expect((await half.get(`${A}/me`)).body).toMatchObject({
      isSecondFactorSet: true,
      hasSecondFactor: false,
    });
    for (const path of ['second-factor/backup-codes', 'second-factor/set-up', 'password'])
      expect((await half.send(`${A}/${path}`)).body.code).toBe('secondFactorNeeded');
    expect((await half.get(`${A}/sessions`)).body.code).toBe('secondFactorNeeded');
    expect((await half.send(`${A}/sessions`, {}, 'DELETE')).body.code).toBe('secondFactorNeeded');

    // Ten wrong ones, each from a network of its own; then the session is gone and the log says why.
    let place = 0;
    const roaming = aBrowser({
      request: (path, init) =>
        app.request(path, init, { incoming: { socket: { remoteAddress: `2001:db8:0:${place}::1` } } }),
    });
    for (const [name, value] of half.cookies) roaming.cookies.set(name, value);
    const attempt = async (code: string) => {
      place += 1;
      return (await roaming.send(`${A}/second-factor`, { code })).body.code;
    };
    for (let tries = 0; tries < 10; tries += 1) expect(await attempt('000000')).toBe('codeRefused');
    expect(await attempt(oneTimeCode(secret))).toBe('tooManyTries');
    expect((await half.get(`${A}/me`)).status).toBe(401);
    expect((await first.get(`${A}/me`)).body.hasSecondFactor).toBe(true);
    const said = await database.sql`
      select facts from log_event where kind = 'account.codesRefused' and facts ->> 'accountId' = ${accountId}`;
    expect(said).toHaveLength(1);
  });

  it('a closed account stays closed', async () => {
    await database.sql`update account set disabled_at = now() where email = ${invited.email}`;
    const browser = aBrowser(app);
    expect(await wayBack(browser, provider.signInAs(await begin(browser), invited))).toContain('sso=gagal');
    expect((await browser.get(`${A}/me`)).status).toBe(401);
    expect(
      await database.sql`select from account_session s join account a on a.id = s.account_id
      where a.email = ${invited.email}`,
    ).toHaveLength(0);
  });

  it('a provider that does not answer closes nothing else', async () => {
    const keys = openKeys(join(folder.path, 'other-keys'));
    const without = anApp(database.sql, {
      keys,
      singleSignOn: { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x', name: 'SSO' },
    });
    const browser = aBrowser(without);
    expect((await browser.send(`${A}/single-sign-on`)).body.code).toBe('singleSignOnUnavailable');
    const tried = await browser.send(`${A}/sign-in`, {
      email: 'x@example.go.id',
      password: 'bukan ini sandinya',
    });
    expect(tried.body.code).toBe('signInRefused');
  });
});
