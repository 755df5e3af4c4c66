import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isLanguage, type Language, preferredLanguage } from '#domain/language';

const COOKIE = 'lang';
const ONE_YEAR = 31_536_000;

/**
 * The reader's language: `?lang=` before the cookie before `Accept-Language`. An explicit choice is remembered,
 * as nothing but two letters.
 */
export function readLanguage(c: Context): Language {
  const chosen = c.req.query('lang');
  if (chosen !== undefined && isLanguage(chosen)) {
    setCookie(c, COOKIE, chosen, { path: '/', maxAge: ONE_YEAR, sameSite: 'Lax', httpOnly: true });
    return chosen;
  }
  const remembered = getCookie(c, COOKIE);
  if (remembered !== undefined && isLanguage(remembered)) return remembered;
  return preferredLanguage(c.req.header('accept-language'));
}
