import type { Actor } from '#domain/accounts/actor';
import { missingFor } from '#domain/accounts/standing';
import type { LogEvent } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import { audit } from '../../log/index.ts';
import type { AccountDeps } from '../account-deps.ts';
import { inTheNameOf } from '../in-the-name-of.ts';
import { refuseProducer } from '../producers/keep-producers.ts';
import { endSessions } from '../queries.ts';
import {
  countAdministrators,
  type InvitationRow,
  listInvitations,
  listPeople,
  lockPerson,
  type PersonRow,
  removeSecondFactor,
  type Standing,
  setClosed,
  updateStanding,
  withdrawInvitation,
  withdrawInvitationsAround,
} from './queries.ts';
import { refuseKelurahan } from './refuse-kelurahan.ts';
import { tellAuditors } from './tell-auditors.ts';

type PeopleDeps = Pick<AccountDeps, 'sql' | 'clock' | 'city' | 'keys' | 'origin'>;
type Outcome = Result<PersonRow, Problem>;

/** Everybody who has an account or an invitation. That somebody looked at names and addresses is an event. */
export async function readPeople(
  deps: PeopleDeps,
  actor: Actor,
): Promise<{ people: PersonRow[]; invitations: InvitationRow[] }> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const people = await listPeople(tx);
    const invitations = await listInvitations(tx, deps.clock.now());
    await tell(deps, tx, actor, { kind: 'account.listed', facts: { accounts: people.length } });
    return { people, invitations };
  });
}

/** Exactly these roles, this office, this kelurahan from now on; they hold with the person's next click. */
export async function changeStanding(
  deps: PeopleDeps,
  actor: Actor,
  accountId: string,
  { was, ...standing }: Standing & { readonly was?: Standing | undefined },
): Promise<Outcome> {
  const missing = missingFor(standing);
  if (missing !== undefined) return fail(problem('roleIncomplete', { ...missing }));
  return await withPerson(deps, actor, accountId, async (tx, person) => {
    if (was !== undefined && !isSame(was, person)) return problem('changedMeanwhile');
    if (!standing.roles.includes('administrator') && (await isLastAdministrator(tx, person)))
      return problem('lastAdministrator');
    // Whoever gives roles could sign and read everything with the next click: that takes somebody else.
    if (accountId === actor.accountId && isMore(standing, person)) return problem('secondPersonNeeded');
    // What somebody has already may stay; only what is new must be of the list.
    const unknown =
      standing.producerId === person.producerId ? null : await refuseProducer(tx, standing.producerId);
    if (unknown !== null) return unknown;
    const elsewhere =
      standing.kelurahanCode === person.kelurahanCode
        ? null
        : await refuseKelurahan(deps, tx, standing.kelurahanCode);
    if (elsewhere !== null) return elsewhere;
    await updateStanding(tx, accountId, standing, deps.clock.now());
    if (isSame(person, standing)) return undefined;
    const eventId = await tell(deps, tx, actor, {
      kind: 'account.standingChanged',
      facts: { accountId, before: standingOf(person), after: standingOf(standing) },
    });
    const given = standing.roles.filter((role) => !person.roles.includes(role));
    await tellAuditors(deps, tx, eventId, given);
    if (person.roles.includes('administrator') && !standing.roles.includes('administrator'))
      await withdrawAround(deps, tx, actor, accountId, 'given');
    return undefined;
  });
}

/** Closes an account, with all its sessions, or opens it again. */
export async function closeAccount(
  deps: PeopleDeps,
  actor: Actor,
  accountId: string,
  isClosed: boolean,
): Promise<Outcome> {
  return await withPerson(deps, actor, accountId, async (tx, person) => {
    if (isClosed && (await isLastAdministrator(tx, person))) return problem('lastAdministrator');
    // With one's own account the right to write it down would end.
    if (isClosed && accountId === actor.accountId) return problem('secondPersonNeeded');
    if (!(await setClosed(tx, accountId, isClosed, deps.clock.now()))) return undefined;
    if (isClosed) await endSessions(tx, accountId);
    await tell(deps, tx, actor, {
      kind: isClosed ? 'account.closed' : 'account.opened',
      facts: { accountId },
    });
    if (isClosed) await withdrawAround(deps, tx, actor, accountId, 'givenOrOwn');
    return undefined;
  });
}

/** Links that somebody gave who may give none any more, and links into an account that is closed. */
async function withdrawAround(
  deps: PeopleDeps,
  tx: Queryable,
  actor: Actor,
  accountId: string,
  which: 'given' | 'givenOrOwn',
): Promise<void> {
  for (const invitationId of await withdrawInvitationsAround(tx, accountId, which, deps.clock.now()))
    await tell(deps, tx, actor, { kind: 'account.invitationWithdrawn', facts: { invitationId } });
}

/** Ends every session of somebody: a lost phone, a borrowed computer. */
export async function endSessionsOf(deps: PeopleDeps, actor: Actor, accountId: string): Promise<Outcome> {
  return await withPerson(deps, actor, accountId, async (tx) => {
    const keep = accountId === actor.accountId ? actor.sessionId : null;
    const sessions = await endSessions(tx, accountId, keep);
    await tell(deps, tx, actor, { kind: 'account.sessionsEnded', facts: { accountId, sessions } });
    return undefined;
  });
}

/** For a lost phone: the next sign-in sets a new second factor up. */
export async function takeSecondFactor(deps: PeopleDeps, actor: Actor, accountId: string): Promise<Outcome> {
  return await withPerson(deps, actor, accountId, async (tx) => {
    if (accountId === actor.accountId) return problem('secondPersonNeeded');
    if (!(await removeSecondFactor(tx, accountId, deps.clock.now()))) return undefined;
    await endSessions(tx, accountId);
    await tell(deps, tx, actor, { kind: 'account.secondFactorRemoved', facts: { accountId } });
    return undefined;
  });
}

/** @returns false when there is no such invitation */
export async function takeBackInvitation(
  deps: PeopleDeps,
  actor: Actor,
  invitationId: string,
): Promise<boolean> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    if (!(await withdrawInvitation(tx, invitationId, deps.clock.now()))) return false;
    await tell(deps, tx, actor, { kind: 'account.invitationWithdrawn', facts: { invitationId } });
    return true;
  });
}

/** Does something to one person and reads them again. A problem is found before anything is written. */
async function withPerson(
  { sql }: PeopleDeps,
  actor: Actor,
  accountId: string,
  work: (tx: Queryable, person: PersonRow) => Promise<Problem | undefined>,
): Promise<Outcome> {
  return await inTheNameOf(sql, actor, async (tx) => {
    // Two administrators at once: the second one reads what the first one has written.
    await lockPerson(tx, accountId);
    const [person] = await listPeople(tx, accountId);
    if (person === undefined) return fail(problem('notFound'));
    const refused = await work(tx, person);
    if (refused !== undefined) return fail(refused);
    const [after] = await listPeople(tx, accountId);
    return ok(after ?? { ...person, isClosed: true });
  });
}

const standingOf = ({ roles, producerId, kelurahanCode }: Standing) => ({
  roles: [...roles].sort(),
  producerId,
  kelurahanCode,
});

const isSame = (one: Standing, other: Standing): boolean =>
  JSON.stringify(standingOf(one)) === JSON.stringify(standingOf(other));

/** Whether somebody could do anything with it that they could not before. */
const isMore = (standing: Standing, before: Standing): boolean =>
  standing.roles.some((role) => !before.roles.includes(role)) ||
  ![null, before.producerId].includes(standing.producerId) ||
  ![null, before.kelurahanCode].includes(standing.kelurahanCode);

async function isLastAdministrator(tx: Queryable, { roles, isClosed }: PersonRow): Promise<boolean> {
  return roles.includes('administrator') && !isClosed && (await countAdministrators(tx)) < 2;
}

type Told = LogEvent extends infer E ? (E extends LogEvent ? Omit<E, 'actor'> : never) : never;

const tell = (deps: PeopleDeps, tx: Queryable, actor: Actor, event: Told): Promise<string> =>
  audit(tx, { ...event, actor: `account:${actor.accountId}` } as LogEvent, deps.clock);
