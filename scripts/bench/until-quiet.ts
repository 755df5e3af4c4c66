import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './progress.ts';

const QUIET_SHARE = 0.15;
const QUIET_SECONDS = 4;
const LONGEST_SECONDS = 180;

/**
 * Waits until the machine has had nothing to do for some seconds. A product that has just loaded its city cuts ground in advance
 * and its database tidies the new tables: work of the first minutes, once, and no part of what is measured.
 */
export async function untilQuiet(): Promise<void> {
  let quiet = 0;
  for (let second = 0; second < LONGEST_SECONDS; second += 1) {
    const before = busy();
    await wait(1_000);
    const after = busy();
    const share = (after.busy - before.busy) / Math.max(1, after.all - before.all);
    quiet = share <= QUIET_SHARE ? quiet + 1 : 0;
    if (quiet === QUIET_SECONDS) return;
  }
  say('the machine did not become quiet: figures hold other work, too');
}

/** Milliseconds of all processors. */
function busy(): { busy: number; all: number } {
  let [idle, all] = [0, 0];
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.idle + times.irq;
  }
  return { busy: all - idle, all };
}
