import type { Context, MiddlewareHandler } from 'hono';

/**
 * Named cache policies; nothing else in the project writes `Cache-Control` for a success. Seconds.
 * - `immutable`: the address holds a version id, its bytes never change.
 * - `publicShort`: the same for everybody, may be a minute old.
 * - `revalidate`: may be kept, must be asked for again with its ETag.
 * - `noStore`: about one person, or true only now.
 */
export const CACHE_POLICIES = {
  immutable: 'public, max-age=31536000, immutable',
  publicShort: 'public, max-age=60, stale-while-revalidate=300',
  revalidate: 'public, no-cache',
  noStore: 'no-store',
} as const;
export type CachePolicyName = keyof typeof CACHE_POLICIES;

/** Puts the policy on successes and 304; every other response that chose none is `no-store`. */
export function cachePolicy(name: CachePolicyName): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (c.res.headers.has('cache-control')) return;
    const isGood = c.res.status < 300 || c.res.status === 304;
    c.res.headers.set('cache-control', CACHE_POLICIES[isGood ? name : 'noStore']);
  };
}

/** Quotes an opaque value as an entity tag (RFC 9110 §8.8.3); weak for answers that are equal in meaning only. */
export function entityTag(opaque: string, strength: 'strong' | 'weak' = 'strong'): string {
  const safe = opaque.replace(/[^\x21\x23-\x7e]/g, (character) =>
    encodeURIComponent(character).replace('"', '%22'),
  );
  return strength === 'weak' ? `W/"${safe}"` : `"${safe}"`;
}

/** True when an `If-None-Match` header (a list, weak tags, or `*`) names this tag: weak comparison, RFC 9110 §13.1.2. */
export function matchesEntityTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const wanted = tag.replace(/^W\//, '');
  return (ifNoneMatch.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []).some(
    (given) => given.replace(/^W\//, '') === wanted,
  );
}

/**
 * Answers 304 without making the body when the reader already has it; otherwise makes it and tags it.
 *
 * @param tag from {@link entityTag}; must change whenever the body does, the language included.
 */
export async function withEntityTag(
  c: Context,
  tag: string,
  makeResponse: () => Response | Promise<Response>,
): Promise<Response> {
  c.header('etag', tag);
  if (matchesEntityTag(c.req.header('if-none-match'), tag)) return c.body(null, 304);
  const response = await makeResponse();
  if (response.status >= 400) response.headers.delete('etag');
  return response;
}
