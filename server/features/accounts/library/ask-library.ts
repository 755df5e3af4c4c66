import type { Context } from 'hono';
import type { Queryable } from '../../../platform/db.ts';
import type { AccountDeps } from '../account-deps.ts';
import { readAddress } from '../client.ts';
import { within } from './current-transaction.ts';

/** What the library said: an answer with the cookies that belong to it, or that it refuses. */
export type LibraryAnswer<T> =
  | { readonly kind: 'answered'; readonly response: T; readonly cookies: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string };

/** The part of a request that the library reads. The address is the one that we believe, whatever the request says. */
export function headersForLibrary(deps: AccountDeps, c: Context): Headers {
  const headers = new Headers();
  const cookie = c.req.header('cookie');
  if (cookie !== undefined) headers.set('cookie', cookie);
  headers.set('user-agent', (c.req.header('user-agent') ?? '').slice(0, 300));
  headers.set('x-forwarded-for', readAddress(deps, c) ?? '');
  return headers;
}

/**
 * Calls the library inside a transaction. A refusal is an answer: what it has written about a failed try is kept.
 * @param ask is given to an endpoint of the library with `returnHeaders: true`
 */
export async function askLibrary<T>(
  tx: Queryable,
  ask: () => Promise<{ headers: Headers | undefined; response: T }>,
): Promise<LibraryAnswer<T>> {
  try {
    const { headers, response } = await within(tx, ask);
    return { kind: 'answered', response, cookies: headers?.getSetCookie() ?? [] };
  } catch (error) {
    const { isAPIError } = await import('better-auth/api');
    if (!isAPIError(error)) throw error;
    return { kind: 'refused', code: String(error.body?.code ?? error.status) };
  }
}

/** Hands the library's cookies to the browser. */
export function passCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

/** The token of the session that these cookies begin; undefined when they begin none. */
export function sessionTokenIn(cookies: readonly string[]): string | undefined {
  for (const cookie of cookies) {
    const value = /^[^=]*\.session_token=([^;]+)/.exec(cookie)?.[1];
    if (value !== undefined && value !== '') return decodeURIComponent(value).split('.')[0];
  }
  return undefined;
}
