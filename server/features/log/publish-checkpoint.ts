import type { Deps } from '../../platform/deps.ts';
import { currentCheckpoint, type SignedCheckpoint } from './sign-checkpoint.ts';

const HOUR_MS = 3_600_000;

/**
 * The checkpoint that everybody is shown: one for every hour, the one of when it was first asked for. Each report is an entry: a size
 * that anybody could ask for at any moment would tell the second in which somebody has reported something.
 */
export function openPublicCheckpoint(deps: Pick<Deps, 'sql' | 'keys' | 'clock'>) {
  let shown: { readonly hour: number; readonly checkpoint: Promise<SignedCheckpoint> } | undefined;
  return async (): Promise<SignedCheckpoint> => {
    const hour = Math.floor(deps.clock.now().getTime() / HOUR_MS);
    if (shown?.hour !== hour) shown = { hour, checkpoint: currentCheckpoint(deps) };
    const asked = shown;
    try {
      return await asked.checkpoint;
    } catch (error) {
      if (shown === asked) shown = undefined;
      throw error;
    }
  };
}
