import { randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#domain/accounts/actor';
import { missingFor } from '#domain/accounts/standing';
import type { Language, Text } from '#domain/language';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { sha256 } from '../../../platform/crypto.ts';
import type { Queryable } from '../../../platform/db.ts';
import { audit } from '../../log/index.ts';
import { queueMessage } from '../../outbox/index.ts';
import type { AccountDeps } from '../account-deps.ts';
import { inTheNameOf } from '../in-the-name-of.ts';
import { refuseProducer } from '../producers/keep-producers.ts';
import { readProducers } from '../producers/queries.ts';
import { findAccountByEmail } from '../queries.ts';
import { insertInvitation, listPeople, type Standing } from './queries.ts';
import { refuseKelurahan } from './refuse-kelurahan.ts';
import { tellAuditors, titlesOf } from './tell-auditors.ts';

type InviteDeps = Pick<AccountDeps, 'sql' | 'keys' | 'clock' | 'city'> & {
  /** The address that people use: links are never made from what a request says its host is. */
  readonly origin: string;
};

const HOURS = 72;

/** What an invitation's link is made of. What stands behind # is sent to no server and stands in no log. */
export const invitationLink = (origin: string, token: string, language: Language): string =>
  `${origin}/konsol/undangan?lang=${language}#${token}`;

/** Only this is stored: who reads the database cannot open an invitation. */
export const hashToken = (token: string): Uint8Array => sha256(new TextEncoder().encode(token));

export interface InvitationOrder extends Standing {
  readonly email: string;
  readonly language: Language;
}

/**
 * Invites somebody by mail.
 * @param by an administrator, or 'operator' at the command line, who is told the link instead of it being sent
 * @returns the link for the operator
 */
export async function invite(
  deps: InviteDeps,
  by: Actor | 'operator',
  order: InvitationOrder,
): Promise<Result<{ invitationId: string; link: string }, Problem>> {
  const email = order.email.trim().toLowerCase();
  const missing = missingFor(order);
  if (missing !== undefined) return fail(problem('roleIncomplete', { ...missing }));
  return await begin(deps, by, async (tx) => {
    const unknown = await refuseProducer(tx, order.producerId);
    if (unknown !== null) return fail(unknown);
    const elsewhere = await refuseKelurahan(deps, tx, order.kelurahanCode);
    if (elsewhere !== null) return fail(elsewhere);
    if ((await findAccountByEmail(tx, email)) !== undefined) return fail(problem('accountExists'));
    return ok(await writeInvitation(deps, tx, by, { ...order, email, accountId: null }));
  });
}

/** A link for a new password, to somebody who is there: by id, or by address at the command line. */
export async function inviteToNewPassword(
  deps: InviteDeps,
  by: Actor | 'operator',
  whom: { readonly accountId: string } | { readonly email: string },
): Promise<Result<{ invitationId: string; link: string }, Problem>> {
  return await begin(deps, by, async (tx) => {
    const account =
      'email' in whom
        ? await findAccountByEmail(tx, whom.email.trim().toLowerCase())
        : (await listPeople(tx, whom.accountId))[0];
    if (account === undefined || account.isClosed) return fail(problem('notFound'));
    const standing = { roles: account.roles, producerId: null, kelurahanCode: null };
    const { accountId } = account;
    return ok(
      await writeInvitation(deps, tx, by, { ...standing, email: account.email, language: 'id', accountId }),
    );
  });
}

async function begin<T>(
  { sql }: InviteDeps,
  by: Actor | 'operator',
  work: (tx: Queryable) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  if (by !== 'operator') return await inTheNameOf(sql, by, work);
  const outcome = await sql.begin(async (tx) => ({ value: await work(tx) }));
  return outcome.value;
}

function momentIn(moment: Date, timeZone: string): Text {
  const write = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'long', timeZone }).format(moment);
  return { id: write('id-ID'), en: write('en-GB') };
}

async function writeInvitation(
  deps: InviteDeps,
  tx: Queryable,
  by: Actor | 'operator',
  { accountId, ...order }: InvitationOrder & { readonly accountId: string | null },
): Promise<{ invitationId: string; link: string }> {
  const invitationId = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  const actor = by === 'operator' ? by : (`account:${by.accountId}` as const);
  await insertInvitation(tx, {
    ...order,
    accountId,
    invitationId,
    tokenHash: hashToken(token),
    invitedBy: actor,
    invitedAt: now,
    expiresAt,
  });
  const { email, roles, producerId, kelurahanCode } = order;
  const eventId = await audit(
    tx,
    {
      kind: 'account.invited',
      actor,
      facts: { invitationId, accountId, roles: [...roles], producerId, kelurahanCode },
      personal: { email },
    },
    deps.clock,
  );
  if (accountId === null) await tellAuditors(deps, tx, eventId, roles);
  const [agency] = producerId === null ? [] : await readProducers(tx, producerId);
  const link = invitationLink(new URL(deps.origin).origin, token, order.language);
  if (by !== 'operator')
    await queueMessage(deps, tx, {
      dedupeKey: `account.invitation:${invitationId}`,
      channel: 'email',
      recipient: email,
      language: order.language,
      template: 'account.invitation',
      parameters: {
        link,
        hours: HOURS,
        city: deps.city.name,
        until: momentIn(expiresAt, deps.city.timeZone),
        ...(roles.length === 0 ? {} : { roles: titlesOf(roles) }),
        ...(agency === undefined ? {} : { agency: agency.name }),
      },
      isSecret: true,
    });
  return { invitationId, link };
}
