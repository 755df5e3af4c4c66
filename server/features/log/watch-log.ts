import type { Deps } from '../../platform/deps.ts';
import { inspectLog } from './inspect-log.ts';
import { currentCheckpoint } from './sign-checkpoint.ts';

const CHECKPOINT_EVERY_MS = 10 * 60_000;
const INSPECT_EVERY_MS = 24 * 60 * 60_000;

/**
 * Signs a checkpoint every ten minutes when the log has grown, and inspects the whole log once a day. What is wrong
 * goes to the server's log as an error; it is never mended.
 * @returns how to stop it
 */
export function watchLog(deps: Pick<Deps, 'sql' | 'keys' | 'log'>): () => void {
  const sign = (): void => {
    currentCheckpoint(deps).catch((err: unknown) => deps.log.error({ err }, 'no checkpoint was signed'));
  };
  const inspect = (): void => {
    inspectLog(deps).then(
      ({ size, damage }) => {
        if (damage === null) deps.log.info({ size }, 'the log is whole');
        else deps.log.error({ damage }, 'the log is damaged');
      },
      (err: unknown) => deps.log.error({ err }, 'the log could not be inspected'),
    );
  };
  sign();
  const timers = [setInterval(sign, CHECKPOINT_EVERY_MS), setInterval(inspect, INSPECT_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
