import type { Context } from 'hono';
import { renderSVG } from 'uqr';
import type { Actor } from '#domain/accounts/actor';
import { isEasyPassword, LEAST_PASSWORD_LENGTH } from '#domain/accounts/password';
import { demandsSecondFactor } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { audit } from '../log/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { commonPasswords } from './common-passwords.ts';
import { idleSinceOf } from './idle.ts';
import { inTheNameOf } from './in-the-name-of.ts';
import { askLibrary, headersForLibrary, passCookies } from './library/ask-library.ts';
import { within } from './library/current-transaction.ts';
import { withPasswordTurn } from './library/password.ts';
import { TooManyPasswords } from './library/too-many-passwords.ts';
import { endSession, endSessions, listSessions, readOwnAccount } from './queries.ts';
import { spendTry } from './tries/spend-try.ts';

/** Who is signed in, as their own screens show it. */
export async function describeSelf(deps: AccountDeps, actor: Actor) {
  const own = await readOwnAccount(deps.sql, actor.accountId);
  return {
    ...actor,
    email: own?.email ?? '',
    producer: own?.producer ?? null,
    isDemo: own?.isDemo ?? false,
    isSecondFactorSet: own?.isSecondFactorSet ?? false,
    isPasswordSet: own?.isPasswordSet ?? false,
    isSecondFactorDemanded: demandsSecondFactor(actor.roles),
  };
}

/** The sessions of the actor, this one marked. */
export async function listOwnSessions(deps: AccountDeps, actor: Actor) {
  const sessions = await inTheNameOf(deps.sql, actor, (tx) =>
    listSessions(tx, actor.accountId, deps.clock.now(), idleSinceOf(deps.clock.now())),
  );
  return sessions.map((session) => ({ ...session, isThisOne: session.sessionId === actor.sessionId }));
}

/** Ends one session of the actor, or all of them. @returns false when there is none of that id */
export async function endOwnSessions(
  deps: AccountDeps,
  actor: Actor,
  sessionId: string | 'all',
): Promise<boolean> {
  return await deps.sql.begin(async (tx) => {
    const sessions =
      sessionId === 'all'
        ? await endSessions(tx, actor.accountId)
        : await endSession(tx, actor.accountId, sessionId);
    if (sessions === 0) return false;
    await audit(
      tx,
      { kind: 'account.signedOut', actor: `account:${actor.accountId}`, facts: { sessions } },
      deps.clock,
    );
    return true;
  });
}

/** Begins a second factor: what the phone reads, and the backup codes, shown this once. */
export async function beginSecondFactor(
  deps: AccountDeps,
  c: Context,
  actor: Actor,
  password: string | undefined,
) {
  const tried = await spendTry(deps, c, 'own password', actor.accountId);
  if (!tried.ok) return tried;
  const headers = headersForLibrary(deps, c);
  const library = await deps.libraries.own();
  const body = { method: 'totp' as const, ...(password === undefined ? {} : { password }) };
  const answer = await asking(() =>
    deps.sql.begin((tx) =>
      askLibrary(tx, () => library.api.enableTwoFactor({ body, headers, returnHeaders: true })),
    ),
  );
  if (!answer.ok) return answer;
  if (answer.value.kind === 'refused') {
    const isSet = answer.value.code === 'TOTP_ALREADY_ENABLED';
    return fail(problem(isSet ? 'secondFactorSet' : 'signInRefused'));
  }
  const { response } = answer.value;
  if (!('totpURI' in response)) return fail(problem('internal'));
  await tried.value.wentWell();
  const { totpURI: uri, backupCodes } = response;
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return ok({ uri, secret, backupCodes, picture: renderSVG(uri, { border: 2 }) });
}

/** New backup codes; the ones before hold no more. */
export async function renewBackupCodes(
  deps: AccountDeps,
  c: Context,
  actor: Actor,
  password: string | undefined,
): Promise<Result<{ backupCodes: string[] }, Problem>> {
  const tried = await spendTry(deps, c, 'own password', actor.accountId);
  if (!tried.ok) return tried;
  const headers = headersForLibrary(deps, c);
  const library = await deps.libraries.own();
  const body = password === undefined ? {} : { password };
  const answer = await asking(() =>
    deps.sql.begin(async (tx) => {
      const said = await askLibrary(tx, () =>
        library.api.generateBackupCodes({ body, headers, returnHeaders: true }),
      );
      if (said.kind === 'answered')
        await audit(
          tx,
          { kind: 'account.backupCodesRenewed', actor: `account:${actor.accountId}`, facts: {} },
          deps.clock,
        );
      return said;
    }),
  );
  if (!answer.ok) return answer;
  if (answer.value.kind === 'refused') return fail(problem('signInRefused'));
  await tried.value.wentWell();
  return ok({ backupCodes: answer.value.response.backupCodes });
}

/** Another password; every other session of the account ends. */
export async function changePassword(
  deps: AccountDeps,
  c: Context,
  actor: Actor,
  given: { readonly current: string; readonly wanted: string },
): Promise<Result<{ sessionsEnded: number }, Problem>> {
  const own = await readOwnAccount(deps.sql, actor.accountId);
  if (isEasyPassword(given.wanted, [actor.name, own?.email ?? ''], commonPasswords()))
    return fail(problem('passwordTooEasy', { least: LEAST_PASSWORD_LENGTH }));
  const tried = await spendTry(deps, c, 'own password', actor.accountId);
  if (!tried.ok) return tried;
  const headers = headersForLibrary(deps, c);
  const library = await deps.libraries.own();
  const answer = await asking(() =>
    withPasswordTurn(() =>
      deps.sql.begin(async (tx) => {
        const said = await askLibrary(tx, () =>
          library.api.verifyPassword({ body: { password: given.current }, headers, returnHeaders: true }),
        );
        if (said.kind === 'refused') return undefined;
        const context = await library.$context;
        const hash = await context.password.hash(given.wanted);
        await within(tx, () => context.internalAdapter.updatePassword(actor.accountId, hash));
        const sessionsEnded = await endSessions(tx, actor.accountId, actor.sessionId);
        await audit(
          tx,
          { kind: 'account.passwordChanged', actor: `account:${actor.accountId}`, facts: { sessionsEnded } },
          deps.clock,
        );
        passCookies(c, said.cookies);
        return { sessionsEnded };
      }),
    ),
  );
  if (!answer.ok) return answer;
  if (answer.value === undefined) return fail(problem('signInRefused'));
  await tried.value.wentWell();
  return ok(answer.value);
}

async function asking<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof TooManyPasswords) return fail(problem('busy'));
    throw error;
  }
}
