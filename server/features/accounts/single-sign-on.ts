import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { audit } from '../log/index.ts';
import type { AccountDeps } from './account-deps.ts';
import { readAddress } from './client.ts';
import { askLibrary, headersForLibrary, passCookies, sessionTokenIn } from './library/ask-library.ts';
import { LIBRARY_PATH, SINGLE_SIGN_ON } from './library/names.ts';
import { endSessions, findAccountBySession } from './queries.ts';

/** Where the browser is sent after the single sign-on, and where when it failed. */
const INSIDE = '/konsol';
const FAILED = '/konsol/masuk?sso=gagal';

/** The provider's page on which somebody signs in. */
export async function beginSingleSignOn(
  deps: AccountDeps,
  c: Context,
): Promise<Result<{ url: string }, Problem>> {
  if (deps.singleSignOn === undefined) return fail(problem('singleSignOnUnavailable'));
  const library = await deps.libraries.withSingleSignOn();
  const headers = headersForLibrary(deps, c);
  const body = {
    provider: SINGLE_SIGN_ON,
    callbackURL: INSIDE,
    errorCallbackURL: FAILED,
    disableRedirect: true,
  };
  const answer = await askLibrary(deps.sql, () =>
    library.api.signInSocial({ body, headers, returnHeaders: true }),
  );
  if (answer.kind === 'refused' || answer.response.url === undefined)
    return fail(problem('singleSignOnUnavailable'));
  passCookies(c, answer.cookies);
  return ok({ url: answer.response.url });
}

/**
 * The way back. Who has no account here comes in nowhere: an invitation decides, and the address that the provider vouches
 * for must be the invited one. A second factor of ours is still asked for.
 */
export async function endSingleSignOn(deps: AccountDeps, c: Context): Promise<Response> {
  if (deps.singleSignOn === undefined) return c.redirect(FAILED);
  const base = deps.http?.publicUrl ?? deps.http?.localUrl ?? 'http://127.0.0.1';
  const address = new URL(`${LIBRARY_PATH}/callback/${SINGLE_SIGN_ON}${new URL(c.req.url).search}`, base);
  const headers = headersForLibrary(deps, c);
  // No transaction is held open while the provider is asked: the session counts for nothing before it is written down.
  const library = await deps.libraries.withSingleSignOn();
  const response = await library.handler(new Request(address, { headers }));
  const token = sessionTokenIn(response.headers.getSetCookie());
  if (response.status !== 302 || token === undefined) return c.redirect(FAILED);
  const isIn = await deps.sql.begin(async (tx) => {
    const account = await findAccountBySession(tx, token);
    if (account === undefined) return false;
    if (account.isClosed) {
      await endSessions(tx, account.accountId);
      return false;
    }
    await audit(
      tx,
      {
        kind: 'account.signedIn',
        actor: `account:${account.accountId}`,
        facts: { by: 'singleSignOn' },
        personal: { address: readAddress(deps, c) },
      },
      deps.clock,
    );
    return true;
  });
  if (!isIn) return c.redirect(FAILED);
  passCookies(c, response.headers.getSetCookie());
  return c.redirect(INSIDE);
}
