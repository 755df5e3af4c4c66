import { BlockList, isIP } from 'node:net';

/**
 * Finds who is really calling. `remote` is the peer of the socket; `forwardedFor` the header X-Forwarded-For.
 * @returns an IP address without the IPv4-in-IPv6 prefix, or null when it cannot be known
 */
export type ReadClientAddress = (
  remote: string | undefined,
  forwardedFor: string | undefined,
) => string | null;

/**
 * @param trusted "loopback", addresses, or networks (10.0.0.0/8) whose X-Forwarded-For is believed. The list is
 *   walked from the right, past trusted proxies only: what a client writes on the left proves nothing.
 */
export function trustProxies(trusted: readonly string[]): ReadClientAddress {
  const list = new BlockList();
  for (const entry of trusted.flatMap((one) => (one === 'loopback' ? ['127.0.0.0/8', '::1'] : [one]))) {
    addTo(list, entry);
  }
  const isTrusted = (address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (remote, forwardedFor) => {
    let address = plainAddress(remote ?? '');
    let isWritten = false;
    const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()));
    while (address !== null && isTrusted(address) && forwardedFor !== undefined && hops.length > 0) {
      address = hops.pop() ?? null;
      isWritten = true;
    }
    // All hops trusted: the leftmost is what a caller wrote, and "127.0.0.1" there would make anyone this machine.
    return isWritten && address !== null && isTrusted(address) ? null : address;
  };
}

function addTo(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(bits), family);
}

function plainAddress(text: string): string | null {
  const plain = text.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) === 0 ? null : plain;
}
