import type { Actor } from '#domain/accounts/actor';
import type { Role } from '#domain/accounts/role';
import type { Queryable } from '../../platform/db.ts';
import { idleSinceOf } from './idle.ts';

export type FoundActor = Actor & {
  readonly usedAt: Date;
  /** A second factor is set up, and it was not shown here. */
  readonly owesSecondFactor: boolean;
};

/**
 * The actor behind a session that holds at a moment; undefined once it has ended, nobody has used it since `idleSince`, or
 * its account is closed.
 */
export async function findActor(
  sql: Queryable,
  token: string,
  now: Date,
  idleSince: Date,
): Promise<FoundActor | undefined> {
  const [row] = await sql<FoundActor[]>`
    select s.updated_at as "usedAt", a.id as "accountId", a.name, a.producer_id as "producerId", a.kelurahan_code as "kelurahanCode",
           s.id as "sessionId", a.has_second_factor and s.has_second_factor as "hasSecondFactor",
           a.has_second_factor and not s.has_second_factor as "owesSecondFactor",
           array(select role from account_role r where r.account_id = a.id order by role) as roles
    from account_session s join account a on a.id = s.account_id
    where s.token = ${token} and s.expires_at > ${now} and s.updated_at > ${idleSince} and a.disabled_at is null`;
  return row;
}

/** A session is in use. */
export async function touchSession(sql: Queryable, sessionId: string, now: Date): Promise<void> {
  await sql`update account_session set updated_at = ${now} where id = ${sessionId} and updated_at < ${now}`;
}

/** From here to the end of the transaction the second lock holds, where the server has it. */
export async function actAsStaff(tx: Queryable, sessionId: string): Promise<void> {
  await tx`select act_as_staff(${sessionId})`;
}

/** Ends {@link actAsStaff}: what follows in the transaction is the work of the program itself. */
export async function actAsProgram(tx: Queryable): Promise<void> {
  await tx`select set_config('role', 'none', true), set_config('omod.session_id', '', true)`;
}

export interface AccountRow {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly isClosed: boolean;
  readonly hasSecondFactor: boolean;
  readonly roles: readonly Role[];
}

/** An account by the address that it signs in with. */
export async function findAccountByEmail(sql: Queryable, email: string): Promise<AccountRow | undefined> {
  const [row] = await sql<AccountRow[]>`
    select id as "accountId", name, email, disabled_at is not null as "isClosed", has_second_factor as "hasSecondFactor",
           array(select role from account_role r where r.account_id = a.id order by role) as roles
    from account a where email = ${email}`;
  return row;
}

/** An account by one of its sessions. */
export async function findAccountBySession(sql: Queryable, token: string): Promise<AccountRow | undefined> {
  const [row] = await sql<AccountRow[]>`
    select a.id as "accountId", name, email, disabled_at is not null as "isClosed",
           a.has_second_factor as "hasSecondFactor",
           array(select role from account_role r where r.account_id = a.id order by role) as roles
    from account_session s join account a on a.id = s.account_id where s.token = ${token}`;
  return row;
}

/** A session has shown the second factor. */
export async function markSecondFactor(sql: Queryable, token: string): Promise<void> {
  await sql`update account_session set has_second_factor = true where token = ${token}`;
}

/** @returns false when this code was shown by this account before, while it still holds */
export async function rememberCode(
  sql: Queryable,
  accountId: string,
  codeHash: Uint8Array,
  now: Date,
): Promise<boolean> {
  await sql`delete from account_used_code where used_at < ${now}::timestamptz - interval '5 minutes'`;
  const { count } = await sql`
    insert into account_used_code (account_id, code_hash, used_at) values (${accountId}, ${codeHash}, ${now})
    on conflict do nothing`;
  return count > 0;
}

/** Ends the sessions of an account, but one. @returns how many ended */
export async function endSessions(
  sql: Queryable,
  accountId: string,
  exceptSessionId: string | null = null,
): Promise<number> {
  const { count } = await sql`
    delete from account_session where account_id = ${accountId} and id is distinct from ${exceptSessionId}::uuid`;
  return count;
}

/** Ends the sessions of an account that have not shown its second factor. @returns how many ended */
export async function endHalfwaySessions(sql: Queryable, accountId: string): Promise<number> {
  const { count } = await sql`
    delete from account_session where account_id = ${accountId} and not has_second_factor`;
  return count;
}

/** @returns how many there were of that id and account */
export async function endSession(sql: Queryable, accountId: string, sessionId: string): Promise<number> {
  const { count } = await sql`
    delete from account_session where account_id = ${accountId} and id = ${sessionId}`;
  return count;
}

export interface SessionRow {
  readonly sessionId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** The sessions of an account that hold, the newest first. */
export async function listSessions(
  sql: Queryable,
  accountId: string,
  now: Date,
  idleSince: Date,
): Promise<SessionRow[]> {
  return await sql<SessionRow[]>`
    select id as "sessionId", created_at as "createdAt", expires_at as "expiresAt",
           nullif(ip_address, '') as address, nullif(user_agent, '') as "userAgent"
    from account_session
    where account_id = ${accountId} and expires_at > ${now} and updated_at > ${idleSince}
    order by created_at desc`;
}

/** What an account tells its owner beside the actor. */
export interface OwnAccountRow {
  readonly email: string;
  readonly isSecondFactorSet: boolean;
  /** False for who comes by the single sign-on alone. */
  readonly isPasswordSet: boolean;
  readonly isDemo: boolean;
  /** Name of the agency. */
  readonly producer: string | null;
}

export async function readOwnAccount(sql: Queryable, accountId: string): Promise<OwnAccountRow | undefined> {
  const [row] = await sql<OwnAccountRow[]>`
    select email, has_second_factor as "isSecondFactorSet", is_demo as "isDemo",
           exists (select from account_credential c where c.account_id = a.id and c.password is not null)
             as "isPasswordSet",
           (select p.name from producer p where p.producer_id = a.producer_id) as producer
    from account a where id = ${accountId}`;
  return row;
}

/** Which tries there were is forgotten once nobody waits for them any more. */
export async function sweepAccounts(sql: Queryable, now: Date, idleSince = idleSinceOf(now)): Promise<void> {
  await sql`delete from account_failure where expires_at < ${now}`;
  await sql`delete from account_challenge where expires_at < ${now}`;
  await sql`delete from account_session where expires_at < ${now} or updated_at < ${idleSince}`;
}

/** True as long as no demonstration accounts were made. */
export async function isWithoutDemoAccounts(sql: Queryable): Promise<boolean> {
  const rows = await sql`select from account where is_demo limit 1`;
  return rows.length === 0;
}

/** Layers of the demo city that belong to nobody get a made-up office, so that its made-up producer can keep them. */
export async function giveDemoLayers(sql: Queryable, producerId: string, name: string): Promise<void> {
  await sql`
    insert into producer (producer_id, name) values (${producerId}, ${name}) on conflict (producer_id) do nothing`;
  await sql`update layer set producer_id = ${producerId} where is_demo and producer_id is null`;
}

/** A kelurahan for the made-up lurah. */
export async function findFirstKelurahan(sql: Queryable): Promise<string | undefined> {
  const [row] = await sql<{ code: string | null }[]>`
    select min(code) as code from admin_area where level = 'kelurahan'`;
  return row?.code ?? undefined;
}
