import type { Context } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import type { Deps } from '../../platform/deps.ts';

type CookieDeps = Pick<Deps, 'keys' | 'http'>;

/**
 * What the names of our cookies begin with. Over https that is `__Host-`: no other host of the domain and no plain http
 * can set such a cookie (RFC 6265bis).
 */
export const cookiePrefix = (isHttps: boolean): string => `${isHttps ? '__Host-' : ''}one-map`;

/** The session cookie has the name and the form that the library gives it: token and HMAC-SHA-256 of it. */
const sessionCookieName = (isHttps: boolean): string => `${cookiePrefix(isHttps)}.session_token`;

/** What the session cookie of a request says, when its signature is ours. */
export async function readSessionToken({ keys, http }: CookieDeps, c: Context): Promise<string | undefined> {
  const name = sessionCookieName(http?.isHttps === true);
  // Without a cookie no key is read: a citizen's request never makes one.
  if (!(c.req.header('cookie') ?? '').includes(`${name}=`)) return undefined;
  const [secret = ''] = keys.secrets('account');
  return (await getSignedCookie(c, secret, name)) || undefined;
}
