import { createHmac, randomBytes } from 'node:crypto';
import type { Deps } from '../../../platform/deps.ts';
import type { KeyStore } from '../../../platform/keys.ts';

/** What somebody without an account has tried, from one place. */
export interface Count {
  readonly tries: number;
  readonly lastMs: number;
}

/** What is known of places on the network: in the memory of this process alone, and for this hour alone. */
interface PassingHour {
  readonly hour: number;
  readonly key: Uint8Array;
  readonly counts: Map<string, Count>;
}

type HourDeps = Pick<Deps, 'keys' | 'clock'>;

const HOUR_MS = 3_600_000;
/** Each takes some 150 bytes; whoever has more addresses than this is met by the counts of neighbourhoods. */
const MOST_COUNTS = 100_000;
/** The first tries over the free ones wait this long, each further one twice as long as the one before … */
const FIRST_WAIT_MS = 15_000;
/** … up to this. */
const LONGEST_WAIT_MS = 900_000;

const hours = new WeakMap<KeyStore, PassingHour>();

function hourOf({ keys, clock }: HourDeps): PassingHour {
  const hour = Math.floor(clock.now().getTime() / HOUR_MS);
  const known = hours.get(keys);
  if (known?.hour === hour) return known;
  const begun: PassingHour = { hour, key: randomBytes(32), counts: new Map() };
  hours.set(keys, begun);
  return begun;
}

/**
 * A word for a place on the network that nobody can ask back for: its key lies in the memory of this process alone and is another
 * one every hour. With a key on the disk, four thousand million tries would say from where an anonymous report came.
 */
export const passingHash = (deps: HourDeps, parts: readonly string[]): string =>
  createHmac('sha256', hourOf(deps).key).update(JSON.stringify(parts)).digest('base64url');

/**
 * Takes a try. Beyond the free ones each waits twice as long as the one before, at most a quarter of an hour after the last.
 * @param hash of {@link passingHash}
 * @param cost tries that it counts as
 * @returns milliseconds that it has to wait: then it was not taken; 0 when it was
 */
export function takePassingTry(deps: HourDeps, hash: string, free: number, cost = 1): number {
  const { counts } = hourOf(deps);
  const nowMs = deps.clock.now().getTime();
  const count = counts.get(hash);
  if (count !== undefined && count.tries >= free) {
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count.tries - free));
    if (count.lastMs + waitMs > nowMs) return count.lastMs + waitMs - nowMs;
  }
  counts.delete(hash);
  // A map keeps the order in which things came: the first one is the one that was not seen for longest.
  const [oldest] = counts.keys();
  if (counts.size >= MOST_COUNTS && oldest !== undefined) counts.delete(oldest);
  counts.set(hash, { tries: (count?.tries ?? 0) + cost, lastMs: nowMs });
  return 0;
}

/** Forgets what was counted: tests begin anew. */
export const forgetPassingTries = (keys: KeyStore): void => hours.get(keys)?.counts.clear();
