import { workOnJob } from './features/jobs/index.ts';
import { createHandlers } from './features/releases/index.ts';
import type { Deps } from './platform/deps.ts';
import { standBack } from './platform/stand-back.ts';

/** First argument of a process that does one job of the queue instead of answering requests. */
export const WORK = 'work';

/**
 * Does one job and ends. A check takes only what readers of the map leave; for a publication a person is waiting. When
 * the process that started it has gone, it leaves too: the job goes back to the queue.
 */
export async function workInThisProcess(
  deps: Deps & { readonly dataDirectory: string },
  [jobId = '', worker = '', kind = '']: readonly string[],
): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  if (kind === 'check') standBack();
  await workOnJob(deps, createHandlers(deps), jobId, worker);
}
