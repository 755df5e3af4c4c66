import type { KelurahanChoice } from '#domain/accounts/account-answers';
import type { Role } from '#domain/accounts/role';
import type { Language } from '#domain/language';
import type { Queryable } from '../../../platform/db.ts';

/** What somebody is: roles, and the office or kelurahan that they reach. */
export interface Standing {
  readonly roles: readonly Role[];
  readonly producerId: string | null;
  readonly kelurahanCode: string | null;
}

export interface NewInvitation extends Standing {
  readonly invitationId: string;
  readonly tokenHash: Uint8Array;
  /** Somebody who is there already and needs a new password. */
  readonly accountId: string | null;
  readonly email: string;
  readonly language: Language;
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

/** Those of the same address hold no more. */
export async function insertInvitation(sql: Queryable, invitation: NewInvitation): Promise<void> {
  await sql`
    update account_invitation set withdrawn_at = ${invitation.invitedAt}
    where email = ${invitation.email} and accepted_at is null and withdrawn_at is null`;
  await sql`
    insert into account_invitation (invitation_id, token_hash, account_id, email, roles, producer_id, kelurahan_code,
                                    language, invited_by, invited_at, expires_at)
    values (${invitation.invitationId}, ${invitation.tokenHash}, ${invitation.accountId}, ${invitation.email},
            ${[...invitation.roles]}, ${invitation.producerId}, ${invitation.kelurahanCode}, ${invitation.language},
            ${invitation.invitedBy}, ${invitation.invitedAt}, ${invitation.expiresAt})`;
}

export interface OpenInvitation extends Standing {
  readonly invitationId: string;
  readonly accountId: string | null;
  readonly email: string;
  readonly language: Language;
  /** Name of the agency. */
  readonly producer: string | null;
  /** Of the account that gets a new password. */
  readonly name: string | null;
  /** Who invites; null: the operator on the server. */
  readonly inviter: string | null;
  readonly expiresAt: Date;
}

/**
 * Of an invitation `i`: it was not used or taken back, it is not over, the account that it renews is open, and whoever
 * gave it could still give it.
 */
const holds = (sql: Queryable, now: Date) => sql`
  i.accepted_at is null and i.withdrawn_at is null and i.expires_at > ${now}
  and not exists (select from account o where o.id = i.account_id and o.disabled_at is not null)
  and (i.invited_by = 'operator' or exists (
    select from account g join account_role r on r.account_id = g.id and r.role = 'administrator'
    where 'account:' || g.id::text = i.invited_by and g.disabled_at is null))`;

/** The invitation of a token, as long as it holds. */
export async function findInvitation(
  sql: Queryable,
  tokenHash: Uint8Array,
  now: Date,
): Promise<OpenInvitation | undefined> {
  const [row] = await sql<OpenInvitation[]>`
    select invitation_id as "invitationId", account_id as "accountId", i.email, i.language, i.roles, a.name,
           i.producer_id as "producerId", i.kelurahan_code as "kelurahanCode",
           i.expires_at as "expiresAt", (select p.name from producer p where p.producer_id = i.producer_id) as producer,
           (select by.name from account by where 'account:' || by.id::text = i.invited_by) as inviter
    from account_invitation i left join account a on a.id = i.account_id
    where token_hash = ${tokenHash} and ${holds(sql, now)}`;
  return row;
}

/** @returns false when somebody else was faster */
export async function acceptInvitation(sql: Queryable, invitationId: string, now: Date): Promise<boolean> {
  const { count } = await sql`
    update account_invitation set accepted_at = ${now}
    where invitation_id = ${invitationId} and accepted_at is null and withdrawn_at is null`;
  return count > 0;
}

/** @returns false when there is none that holds */
export async function withdrawInvitation(sql: Queryable, invitationId: string, now: Date): Promise<boolean> {
  const { count } = await sql`
    update account_invitation set withdrawn_at = ${now}
    where invitation_id = ${invitationId} and accepted_at is null and withdrawn_at is null`;
  return count > 0;
}

/** Takes back what was given by an account, and links for its own password. @returns their ids */
export async function withdrawInvitationsAround(
  sql: Queryable,
  accountId: string,
  which: 'given' | 'givenOrOwn',
  now: Date,
): Promise<string[]> {
  const rows = await sql<{ invitationId: string }[]>`
    update account_invitation set withdrawn_at = ${now}
    where accepted_at is null and withdrawn_at is null
      and (invited_by = ${`account:${accountId}`} or (${which === 'givenOrOwn'} and account_id = ${accountId}))
    returning invitation_id as "invitationId"`;
  return rows.map(({ invitationId }) => invitationId);
}

export interface NewAccount {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isDemo?: boolean;
}

/** An address that was reached by a message is a verified one. */
export async function insertAccount(
  sql: Queryable,
  account: NewAccount & Standing,
  now: Date,
): Promise<void> {
  await sql`
    insert into account (id, name, email, email_verified, language, producer_id, kelurahan_code, is_demo, created_at,
                         updated_at)
    values (${account.accountId}, ${account.name}, ${account.email}, true, ${account.language}, ${account.producerId},
            ${account.kelurahanCode}, ${account.isDemo ?? false}, ${now}, ${now})`;
  await giveRoles(sql, account.accountId, account.roles);
}

/** Exactly these roles, and none besides. */
export async function giveRoles(sql: Queryable, accountId: string, roles: readonly Role[]): Promise<void> {
  await sql`delete from account_role where account_id = ${accountId} and role <> all(${[...roles]})`;
  await sql`
    insert into account_role (account_id, role)
    select ${accountId}, given.role from unnest(${[...roles]}::text[]) as given (role)
    where not exists (select from account_role r where r.account_id = ${accountId} and r.role = given.role)
    on conflict do nothing`;
}

export async function updateStanding(
  sql: Queryable,
  accountId: string,
  { producerId, kelurahanCode, roles }: Standing,
  now: Date,
): Promise<void> {
  await sql`
    update account set producer_id = ${producerId}, kelurahan_code = ${kelurahanCode}, updated_at = ${now}
    where id = ${accountId}`;
  await giveRoles(sql, accountId, roles);
}

/** @returns false when it was so already */
export async function setClosed(
  sql: Queryable,
  accountId: string,
  isClosed: boolean,
  now: Date,
): Promise<boolean> {
  const { count } = await sql`
    update account set disabled_at = ${isClosed ? now : null}, updated_at = ${now}
    where id = ${accountId} and (disabled_at is null) = ${isClosed}`;
  return count > 0;
}

/** Takes the second factor away; a trigger takes its secret. @returns false when there was none */
export async function removeSecondFactor(sql: Queryable, accountId: string, now: Date): Promise<boolean> {
  const { count } = await sql`
    update account set has_second_factor = false, updated_at = ${now}
    where id = ${accountId} and has_second_factor`;
  return count > 0;
}

export interface PersonRow extends Standing {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly isClosed: boolean;
  readonly isDemo: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Date;
  readonly lastSignedInAt: Date | null;
}

/** People by name; one of them when an id is given. */
export async function listPeople(sql: Queryable, accountId: string | null = null): Promise<PersonRow[]> {
  return await sql<PersonRow[]>`
    select a.id as "accountId", a.name, a.email, a.disabled_at is not null as "isClosed", a.is_demo as "isDemo",
           a.has_second_factor as "hasSecondFactor", a.producer_id as "producerId",
           a.kelurahan_code as "kelurahanCode", a.created_at as "createdAt",
           array(select role from account_role r where r.account_id = a.id order by role) as roles,
           (select max(s.created_at) from account_session s where s.account_id = a.id) as "lastSignedInAt"
    from account a
    where ${accountId}::uuid is null or a.id = ${accountId}
    order by a.name, a.id limit 1000`;
}

/** Whoever audits and can sign in, with where and in which language to reach them. */
export async function listAuditors(
  sql: Queryable,
): Promise<{ accountId: string; email: string; language: Language }[]> {
  return await sql<{ accountId: string; email: string; language: Language }[]>`
    select a.id as "accountId", a.email, a.language from account a join account_role r on r.account_id = a.id
    where r.role = 'auditor' and a.disabled_at is null order by a.id`;
}

/** Nobody else changes this person until the transaction ends. */
export async function lockPerson(tx: Queryable, accountId: string): Promise<void> {
  await tx`select from account where id = ${accountId} for update`;
}

export interface InvitationRow extends Standing {
  readonly invitationId: string;
  readonly email: string;
  readonly isNewPassword: boolean;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

/** Invitations that hold. */
export async function listInvitations(sql: Queryable, now: Date): Promise<InvitationRow[]> {
  return await sql<InvitationRow[]>`
    select invitation_id as "invitationId", email, roles, producer_id as "producerId",
           kelurahan_code as "kelurahanCode", account_id is not null as "isNewPassword", invited_at as "invitedAt",
           expires_at as "expiresAt"
    from account_invitation i
    where ${holds(sql, now)}
    order by invited_at desc limit 500`;
}

/**
 * Keeps everybody else from changing administrators until the end of the transaction, and counts those who can sign in.
 */
export async function countAdministrators(tx: Queryable): Promise<number> {
  await tx`select pg_advisory_xact_lock(hashtext('one-map-one-data administrators'))`;
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from account_role r join account a on a.id = r.account_id
    where r.role = 'administrator' and a.disabled_at is null`;
  return row?.count ?? 0;
}

/** Names of colleagues, and whether they are still there. */
export async function colleagues(
  sql: Queryable,
  accountIds: readonly string[],
): Promise<{ accountId: string; name: string; isGone: boolean }[]> {
  return await sql<{ accountId: string; name: string; isGone: boolean }[]>`
    select id::text as "accountId", name, disabled_at is not null as "isGone" from account
    where id::text = any(${[...accountIds]})`;
}

/** Kelurahan of the borders in force on a day, by kecamatan and name; or the one of a code. */
export async function kelurahanChoices(
  sql: Queryable,
  today: string,
  code: string | null = null,
): Promise<KelurahanChoice[]> {
  return await sql<KelurahanChoice[]>`
    select distinct on (a.parent_name, a.name, a.code) a.code, a.name, a.parent_name as kecamatan
    from version_in_force(${today}::date) f join admin_area a on a.version_id = f.version_id
    where f.kind = 'admin' and a.level = 'kelurahan' and a.code is not null and (${code}::text is null or a.code = ${code})
    order by a.parent_name, a.name, a.code`;
}
