import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLE_TITLES, ROLES, type Role } from '#domain/accounts/role';
import type { AccountDeps } from './account-deps.ts';
import { within } from './library/current-transaction.ts';
import { openLibraries } from './library/libraries.ts';
import type { LibraryDeps } from './library/open-library.ts';
import { insertAccount } from './people/queries.ts';
import { findFirstKelurahan, giveDemoLayers, isWithoutDemoAccounts } from './queries.ts';

type DemoDeps = LibraryDeps & Pick<AccountDeps, 'clock'>;

/** Name of the file in DATA_DIRECTORY that says how to sign in with them. */
export const DEMO_ACCOUNTS_FILE = 'demo-accounts.txt';

/** The made-up office that keeps the layers of the demo city. */
const DEMO_OFFICE = 'contoh';
const DEMO_OFFICE_NAME = 'CONTOH Dinas Contoh';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const randomBase32 = (length: number): string =>
  [...randomBytes(length)].map((byte) => BASE32[byte & 31]).join('');

/** One made-up person per role, and a second custodian: somebody else decides on what the first has prepared. */
const PEOPLE: readonly { readonly role: Role; readonly suffix: string }[] = [
  ...ROLES.map((role) => ({ role, suffix: '' })),
  { role: 'walidata', suffix: '2' },
];

/**
 * Makes the accounts of the demo city, once: passwords and second factors are of this installation alone and stand in one
 * file that its owner reads. Only for the private cluster, never for a server of DATABASE_URL: who calls it sees to that.
 * @returns the path of the file; undefined when they were made before
 */
export async function makeDemoAccounts(deps: DemoDeps, dataDirectory: string): Promise<string | undefined> {
  if (!(await isWithoutDemoAccounts(deps.sql))) return undefined;
  const library = await openLibraries(deps).own();
  const context = await library.$context;
  const { symmetricEncrypt } = await import('better-auth/crypto');
  const lines = [
    'CONTOH – BUKAN AKUN RESMI / DEMONSTRATION – NO OFFICIAL ACCOUNTS',
    'Akun kota contoh, di komputer ini saja. / Accounts of the demo city, on this computer alone.',
    '',
  ];
  const path = join(dataDirectory, DEMO_ACCOUNTS_FILE);
  await deps.sql.begin(async (tx) => {
    await giveDemoLayers(tx, DEMO_OFFICE, DEMO_OFFICE_NAME);
    const kelurahanCode = (await findFirstKelurahan(tx)) ?? 'contoh';
    for (const { role, suffix } of PEOPLE) {
      const accountId = randomUUID();
      const email = `${role.toLowerCase()}${suffix}@contoh.example`;
      const password = randomBytes(12).toString('base64url');
      const secret = randomBase32(32);
      await insertAccount(
        tx,
        {
          accountId,
          name: `CONTOH ${ROLE_TITLES[role].id}${suffix === '' ? '' : ` ${suffix}`}`,
          email,
          language: 'id',
          isDemo: true,
          roles: [role],
          producerId: role === 'produsenData' ? DEMO_OFFICE : null,
          kelurahanCode: role === 'lurah' ? kelurahanCode : null,
        },
        deps.clock.now(),
      );
      await within(tx, async () => {
        await context.internalAdapter.createAccount({
          userId: accountId,
          providerId: 'credential',
          accountId,
          password: await context.password.hash(password),
        });
        await context.adapter.create({
          model: 'twoFactor',
          data: {
            userId: accountId,
            secret: await symmetricEncrypt({ key: context.secretConfig, data: `base32:${secret}` }),
            backupCodes: await symmetricEncrypt({ key: context.secretConfig, data: '[]' }),
            verified: true,
          },
        });
        await context.internalAdapter.updateUser(accountId, { twoFactorEnabled: true });
      });
      lines.push(
        `${ROLE_TITLES[role].id} / ${ROLE_TITLES[role].en}`,
        `  ${email}`,
        `  ${password}`,
        `  otpauth://totp/One%20Map%20One%20Data:${email}?secret=${secret}&issuer=One%20Map%20One%20Data`,
        '',
      );
    }
    // Before the commit: accounts that nobody can sign in with would never be made again.
    writeFileSync(path, lines.join('\n'), { mode: 0o600 });
    chmodSync(path, 0o600);
  });
  return path;
}
