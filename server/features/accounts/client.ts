import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import type { Deps } from '../../platform/deps.ts';
import { trustProxies } from '../../platform/http/client-address.ts';
import { cookiePrefix } from './session-cookie.ts';

type ClientDeps = Pick<Deps, 'keys' | 'http'>;

/** The address that a request comes from, as far as it can be known. */
export function readAddress({ http }: ClientDeps, c: Context): string | null {
  const remote: string | undefined = c.env?.incoming?.socket?.remoteAddress;
  return trustProxies(http?.trustedProxies ?? [])(remote, c.req.header('x-forwarded-for'));
}

/** Of an IPv6 address the half that one customer of a network has to choose from counts as one. */
export function networkOf(address: string | null): string {
  if (address === null) return 'unknown';
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The networks around one: 256 addresses of IPv4, 65,536 customers of IPv6. */
export const aroundOf = (network: string): string =>
  network.includes(':') ? network.split(':').slice(0, 3).join(':') : network.split('.').slice(0, 3).join('.');

/** Says nothing to who does not have the key: a word for something that is not to be stored. */
export function keyedHash({ keys }: Pick<Deps, 'keys'>, parts: readonly string[]): Uint8Array {
  const [secret = ''] = keys.secrets('account');
  return new Uint8Array(createHmac('sha256', secret).update(JSON.stringify(parts)).digest());
}

const deviceCookie = (deps: ClientDeps): string => `${cookiePrefix(deps.http?.isHttps === true)}.device`;
const ownerMark = (deps: ClientDeps, email: string): string =>
  Buffer.from(keyedHash(deps, ['device', email]))
    .toString('base64url')
    .slice(0, 22);

/** A browser in which somebody has signed in to this account before: strangers do not share its count of tries. */
export async function readDevice(deps: ClientDeps, c: Context, email: string): Promise<string | undefined> {
  const name = deviceCookie(deps);
  if (!(c.req.header('cookie') ?? '').includes(`${name}=`)) return undefined;
  const [secret = ''] = deps.keys.secrets('account');
  const value = (await getSignedCookie(c, secret, name)) || '';
  const [owner, device] = value.split('.');
  return owner === ownerMark(deps, email) ? device : undefined;
}

const DEVICE_SECONDS = 180 * 86_400;

/** From now on this browser is known for this account. */
export async function rememberDevice(deps: ClientDeps, c: Context, email: string): Promise<void> {
  if ((await readDevice(deps, c, email)) !== undefined) return;
  const [secret = ''] = deps.keys.secrets('account');
  const value = `${ownerMark(deps, email)}.${randomBytes(16).toString('base64url')}`;
  await setSignedCookie(c, deviceCookie(deps), value, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.http?.isHttps === true,
    maxAge: DEVICE_SECONDS,
  });
}
