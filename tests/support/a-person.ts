import { randomBytes, randomUUID } from 'node:crypto';
import { generateSignedCookie } from 'hono/cookie';
import type { Role } from '#domain/accounts/role';
import type { Database } from '../../server/platform/db.ts';
import type { KeyStore } from '../../server/platform/keys.ts';

export interface Person {
  readonly accountId: string;
  readonly sessionId: string;
  /** For `app.request`: the session of this person. */
  readonly headers: { readonly cookie: string };
}

export interface PersonWishes {
  readonly roles: readonly Role[];
  readonly name?: string;
  readonly email?: string;
  readonly producerId?: string;
  readonly kelurahanCode?: string;
  /** False: has shown a password alone. */
  readonly hasSecondFactor?: boolean;
}

/** An account with a session, as signing in over http leaves them. */
export async function aPerson(sql: Database, keys: KeyStore, wishes: PersonWishes): Promise<Person> {
  const { roles, producerId = null, kelurahanCode = null, hasSecondFactor = true } = wishes;
  const [accountId, sessionId, token] = [randomUUID(), randomUUID(), randomBytes(24).toString('base64url')];
  const { name = `CONTOH ${roles.join(' ')}`, email = `${accountId}@example.go.id` } = wishes;
  if (producerId !== null)
    await sql`
      insert into producer (producer_id, name) values (${producerId}, ${`CONTOH ${producerId}`})
      on conflict (producer_id) do nothing`;
  await sql`
    insert into account (id, name, email, has_second_factor, producer_id, kelurahan_code)
    values (${accountId}, ${name}, ${email}, ${hasSecondFactor}, ${producerId}, ${kelurahanCode})`;
  for (const role of roles)
    await sql`insert into account_role (account_id, role) values (${accountId}, ${role})`;
  await sql`
    insert into account_session (id, token, account_id, expires_at, updated_at, has_second_factor)
    values (${sessionId}, ${token}, ${accountId}, '2100-01-01', '2100-01-01', ${hasSecondFactor})`;
  const [secret = ''] = keys.secrets('account');
  const cookie = await generateSignedCookie('one-map.session_token', token, secret);
  return { accountId, sessionId, headers: { cookie: cookie.split(';')[0] ?? '' } };
}
