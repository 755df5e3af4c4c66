import { createHmac, randomBytes } from 'node:crypto';
import type { Deps } from '../../../platform/deps.ts';
import type { KeyStore } from '../../../platform/keys.ts';

const HOUR_MS = 3_600_000;
const passing = new WeakMap<KeyStore, { readonly hour: number; readonly key: Uint8Array }>();

/**
 * A word for a place on the network that nobody can ask back for: its key lies in the memory of this process alone and is another
 * one every hour. With a key on the disk, four thousand million tries would say from where an anonymous report came.
 */
export function passingHash(
  { keys, clock }: Pick<Deps, 'keys' | 'clock'>,
  parts: readonly string[],
): Uint8Array {
  const hour = Math.floor(clock.now().getTime() / HOUR_MS);
  const known = passing.get(keys);
  const { key } = known?.hour === hour ? known : { key: randomBytes(32) };
  if (known?.hour !== hour) passing.set(keys, { hour, key });
  return new Uint8Array(createHmac('sha256', key).update(JSON.stringify(parts)).digest());
}
