const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The origin that a page must be allowed to ask for these tiles; null for an address that is none or is not safe: plain
 * http is for this machine only, and a place-holder may not stand in the name of the host.
 */
export function hostOfTiles(url: unknown): string | null {
  if (typeof url !== 'string' || url.length > 2000) return null;
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return null;
  }
  if (address.username !== '' || address.password !== '' || /[^a-z0-9.:[\]-]/i.test(address.host))
    return null;
  const isSafe =
    address.protocol === 'https:' || (address.protocol === 'http:' && LOOPBACK.has(address.hostname));
  return isSafe ? address.origin : null;
}
