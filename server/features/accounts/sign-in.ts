import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { demandsSecondFactor } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { sha256 } from '../../platform/crypto.ts';
import { audit } from '../log/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { keyedHash, readAddress, rememberDevice } from './client.ts';
import { askLibrary, headersForLibrary, passCookies, sessionTokenIn } from './library/ask-library.ts';
import { withPasswordTurn } from './library/password.ts';
import { TooManyPasswords } from './library/too-many-passwords.ts';
import {
  type AccountRow,
  endHalfwaySessions,
  findAccountByEmail,
  findAccountBySession,
  markSecondFactor,
  rememberCode,
} from './queries.ts';
import { cookiePrefix, readSessionToken } from './session-cookie.ts';
import { forgetTries, readWait, type Scope, takeTry } from './tries/queries.ts';
import { spendTry } from './tries/spend-try.ts';

/** What has to be done next: nothing, show the second factor, set one up. */
export type SignInStep = 'signedIn' | 'secondFactor' | 'setUpSecondFactor';

/** Undoes what the library has done in this transaction. */
class Refused extends Error {}

/** The next step of an account whose password was right and that shows no second factor. */
const stepAfterPassword = ({ roles }: AccountRow): SignInStep =>
  demandsSecondFactor(roles) ? 'setUpSecondFactor' : 'signedIn';

/**
 * First step: address and password. A wrong password, an unknown address and a closed account are told apart by nothing:
 * not by words, not by status, and as long is computed for each.
 */
export async function signIn(
  deps: AccountDeps,
  c: Context,
  given: { readonly email: string; readonly password: string },
): Promise<Result<SignInStep, Problem>> {
  const email = given.email.trim().toLowerCase();
  const tried = await spendTry(deps, c, 'password', email);
  if (!tried.ok) return tried;
  const headers = headersForLibrary(deps, c);
  // What this browser was signed in to before is not mixed up with it.
  headers.delete('cookie');
  const library = await deps.libraries.own();
  try {
    const { cookies, step } = await withPasswordTurn(() =>
      deps.sql.begin(async (tx) => {
        const body = { email, password: given.password };
        const answer = await askLibrary(tx, () =>
          library.api.signInEmail({ body, headers, returnHeaders: true }),
        );
        const account = await findAccountByEmail(tx, email);
        if (answer.kind === 'refused' || account === undefined || account.isClosed) throw new Refused();
        if ('twoFactorRedirect' in answer.response)
          return { cookies: answer.cookies, step: 'secondFactor' as const };
        await audit(
          tx,
          {
            kind: 'account.signedIn',
            actor: `account:${account.accountId}`,
            facts: { by: 'password' },
            personal: { address: readAddress(deps, c) },
          },
          deps.clock,
        );
        return { cookies: answer.cookies, step: stepAfterPassword(account) };
      }),
    );
    await tried.value.wentWell();
    passCookies(c, cookies);
    await rememberDevice(deps, c, email);
    return ok(step);
  } catch (error) {
    if (error instanceof TooManyPasswords) return fail(problem('busy'));
    if (error instanceof Refused) return fail(problem('signInRefused'));
    throw error;
  }
}

/** Wrong codes of sessions that have yet to show the second factor, from wherever they come. */
const HALFWAY_TRIES = 10;
const halfwayScope = (deps: AccountDeps, accountId: string): Scope => ({
  hash: keyedHash(deps, ['code', 'halfway', accountId]),
  free: HALFWAY_TRIES,
});

/**
 * The library locks an account of which ten codes were wrong only as long as there is no session. Whoever has the single
 * sign-on alone has one, and can guess from as many places as can be rented. Counted by account all the same: a stranger
 * has no such session, and locks nobody out. Once the tries are used up these sessions end, and the log says so.
 */
async function spendHalfwayTry(deps: AccountDeps, accountId: string): Promise<Result<void, Problem>> {
  const [scope, now] = [halfwayScope(deps, accountId), deps.clock.now()];
  if (await takeTry(deps.sql, scope, now)) return ok(undefined);
  await deps.sql.begin(async (tx) => {
    const sessions = await endHalfwaySessions(tx, accountId);
    if (sessions === 0) return;
    await audit(
      tx,
      { kind: 'account.codesRefused', actor: 'system', facts: { accountId, sessionsEnded: sessions } },
      deps.clock,
    );
  });
  return fail(problem('tooManyTries', { waitSeconds: await readWait(deps.sql, scope, now) }));
}

/**
 * Second step: a code of the phone or a backup code, for a sign-in that waits for it, for a session that has not shown
 * one yet, or for a second factor that is being set up. A code holds once.
 */
export async function showSecondFactor(
  deps: AccountDeps,
  c: Context,
  given: { readonly code: string } | { readonly backupCode: string },
): Promise<Result<SignInStep, Problem>> {
  const isBackup = 'backupCode' in given;
  const code = isBackup ? given.backupCode.trim() : given.code.replace(/\s/g, '');
  const current = await readSessionToken(deps, c);
  const known = current === undefined ? undefined : await findAccountBySession(deps.sql, current);
  // A sign-in that waits counts by itself; the library locks an account of which ten codes were wrong, for which one needs
  // its password.
  const waiting = getCookie(c, `${cookiePrefix(deps.http?.isHttps === true)}.two_factor`);
  const tried = await spendTry(deps, c, 'code', known?.accountId ?? waiting ?? '');
  if (!tried.ok) return tried;
  if (known?.hasSecondFactor === true) {
    const left = await spendHalfwayTry(deps, known.accountId);
    if (!left.ok) return left;
  }
  const headers = headersForLibrary(deps, c);
  const library = await deps.libraries.own();
  try {
    const outcome = await deps.sql.begin(async (tx) => {
      const answer = isBackup
        ? await askLibrary(tx, () =>
            library.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }),
          )
        : await askLibrary(tx, () =>
            library.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
          );
      // What the library has counted about a wrong code stays.
      if (answer.kind === 'refused') return undefined;
      const token = sessionTokenIn(answer.cookies) ?? current;
      const account = token === undefined ? undefined : await findAccountBySession(tx, token);
      if (token === undefined || account === undefined || account.isClosed) throw new Refused();
      const hash = sha256(new TextEncoder().encode(code));
      if (!(await rememberCode(tx, account.accountId, hash, deps.clock.now()))) throw new Refused();
      await markSecondFactor(tx, token);
      const actor = `account:${account.accountId}` as const;
      const isNew = known !== undefined && !known.hasSecondFactor;
      if (isNew) await audit(tx, { kind: 'account.secondFactorSet', actor, facts: {} }, deps.clock);
      else
        await audit(
          tx,
          {
            kind: 'account.signedIn',
            actor,
            facts: { by: isBackup ? 'backupCode' : 'code' },
            personal: { address: readAddress(deps, c) },
          },
          deps.clock,
        );
      return answer.cookies;
    });
    if (outcome === undefined) return fail(problem('codeRefused'));
    await tried.value.wentWell();
    if (known !== undefined) await forgetTries(deps.sql, halfwayScope(deps, known.accountId));
    passCookies(c, outcome);
    return ok('signedIn');
  } catch (error) {
    if (error instanceof Refused) return fail(problem('codeRefused'));
    throw error;
  }
}
