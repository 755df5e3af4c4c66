import { isIP } from 'node:net';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Addresses that no tile server of the world has: this machine, a local network, a link, a cloud's own data. */
const PRIVATE = [
  /^(?:0|10|127)\./,
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^169\.254\./,
  /^172\.(?:1[6-9]|2\d|3[01])\./,
  /^192\.(?:0\.0|168)\./,
  /^198\.1[89]\./,
  /^(?:22[4-9]|2[3-5]\d)\./,
  /^(?:::|f[cd]|fe[89ab]|ff|64:ff9b:)/,
];

function isPrivate(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (bare === 'localhost' || bare.endsWith('.localhost')) return true;
  return isIP(bare) !== 0 && PRIVATE.some((range) => range.test(bare));
}

/** The origin of an address that the operator set himself: https, or plain http on this machine. */
export function ownOrigin(url: unknown): string | null {
  const address = readAddress(url);
  if (address === null) return null;
  const isOnThisMachine = address.protocol === 'http:' && LOOPBACK.has(address.hostname);
  return address.protocol === 'https:' || isOnThisMachine ? address.origin : null;
}

/**
 * The origin that a page must be allowed to ask for these tiles; null for an address that is none or is not safe. What a
 * stranger's style names is https and no address of a private network, but for the very origin that the operator set.
 * A place-holder may not stand in the name of the host.
 *
 * @param own origin of the style, as the operator set it; {@link ownOrigin}
 */
export function hostOfTiles(url: unknown, own: string | null): string | null {
  const address = readAddress(url);
  if (address === null) return null;
  if (address.origin === own) return own;
  return address.protocol === 'https:' && !isPrivate(address.hostname) ? address.origin : null;
}

/** Origin and path of an address, for the log: a query can hold the operator's key. */
export const withoutQuery = (url: string): string => {
  const address = readAddress(url);
  return address === null ? 'an address that is none' : address.origin + address.pathname;
};

function readAddress(url: unknown): URL | null {
  if (typeof url !== 'string' || url.length > 2000) return null;
  try {
    const address = new URL(url);
    const isPlain =
      address.username === '' && address.password === '' && !/[^a-z0-9.:[\]-]/i.test(address.host);
    return isPlain ? address : null;
  } catch {
    return null;
  }
}
