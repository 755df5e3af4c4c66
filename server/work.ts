import { DONE, readWorkOrder, workOnJob } from './features/jobs/index.ts';
import { createHandlers } from './features/releases/index.ts';
import { warmConnections } from './platform/db.ts';
import type { Deps } from './platform/deps.ts';
import { standBack } from './platform/stand-back.ts';

/** First argument of a process that does one job of the queue instead of answering requests. */
export const WORK = 'work';

/** One for the work, one for its lease. */
const CONNECTIONS = 2;

/**
 * Does one job and ends. A check takes only what readers of the map leave; for a publication a person is waiting. When
 * the process that started it has gone, it leaves too: the job goes back to the queue.
 */
export async function workInThisProcess(
  deps: Deps & { readonly dataDirectory: string },
  named: readonly string[],
): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  const [jobId = '', worker = '', kind = ''] = named.length > 0 ? named : await waitForOrder(deps);
  if (kind === 'check') standBack();
  await workOnJob(deps, createHandlers(deps), jobId, worker);
  process.send?.(DONE);
}

/** Told ahead: what a start takes is done before anybody waits. */
async function waitForOrder(deps: Pick<Deps, 'sql'>): Promise<readonly string[]> {
  const order = readWorkOrder();
  // A database that is away now may be back by then.
  await warmConnections(deps.sql, CONNECTIONS).catch(() => {});
  const { jobId, worker, kind } = await order;
  return [jobId, worker, kind];
}
