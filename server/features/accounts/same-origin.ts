import type { Context } from 'hono';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True for a request that only reads, and for a write that no page of another site can have sent. A browser says where
 * a write comes from; a program that is none sends neither header and holds the cookie by itself.
 *
 * @param publicUrl the address that people use; without it, the one that was asked
 */
export function isOfThisOrigin(c: Context, publicUrl: string | undefined): boolean {
  if (READING.has(c.req.method)) return true;
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = c.req.header('origin');
  return origin === undefined || origin === new URL(publicUrl ?? c.req.url).origin;
}
