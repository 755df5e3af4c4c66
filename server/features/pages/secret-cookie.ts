import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const DAY_SECONDS = 86_400;

export interface SecretCookie {
  read(c: Context, ticket: string): string | undefined;
  remember(c: Context, ticket: string, secret: string): void;
  forget(c: Context, ticket: string): void;
}

/**
 * The secret of something that somebody follows without an account, for its page alone; no script reads it.
 * @param folder path above the page, such as `/laporan`
 * @param seconds how long it is kept; a day, if nothing is said
 * @param sameSite `Lax` where the secret comes in a link of a mail, whose redirect must bring it along
 */
export function secretCookie(
  prefix: string,
  folder: string,
  {
    sameSite,
    isHttps,
    seconds = DAY_SECONDS,
  }: { readonly sameSite: 'Lax' | 'Strict'; readonly isHttps: boolean; readonly seconds?: number },
): SecretCookie {
  const nameOf = (ticket: string): string => `${prefix}-${ticket.replace(/[^A-Z0-9-]/g, '')}`;
  const pathOf = (ticket: string): string => `${folder}/${ticket}`;
  return {
    read: (c, ticket) => getCookie(c, nameOf(ticket)),
    remember: (c, ticket, secret) =>
      setCookie(c, nameOf(ticket), secret, {
        path: pathOf(ticket),
        httpOnly: true,
        sameSite,
        secure: isHttps,
        maxAge: seconds,
      }),
    forget(c, ticket) {
      deleteCookie(c, nameOf(ticket), { path: pathOf(ticket) });
    },
  };
}
