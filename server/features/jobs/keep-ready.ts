import type { ChildProcess } from 'node:child_process';
import type { JobKind } from './queries.ts';

/** How long a worker waits for the decision that somebody has begun to make. */
const WAITS_MS = 10 * 60_000;

/** What a waiting worker is told. */
export interface WorkOrder {
  readonly jobId: string;
  readonly worker: string;
  readonly kind: JobKind;
}

/**
 * Keeps at most one worker ready. A person stands in front of the screen when a publication is ordered, and half of what
 * they would wait for is the start of a process.
 */
export function keepReady(startWaiting: () => ChildProcess) {
  let waiting: { readonly child: ChildProcess; readonly timer: NodeJS.Timeout } | undefined;
  const take = (): ChildProcess | undefined => {
    const child = waiting?.child;
    clearTimeout(waiting?.timer);
    waiting = undefined;
    return child;
  };
  const dismiss = (): void => {
    take()?.kill('SIGTERM');
  };
  return {
    /** A publication is about to be ordered; the next hint begins the time anew. */
    expect(): void {
      const child = take() ?? start();
      const timer = setTimeout(dismiss, WAITS_MS);
      timer.unref();
      waiting = { child, timer };
    },
    /** Gives the job to the worker that waits. @returns undefined when none does */
    give(order: WorkOrder): ChildProcess | undefined {
      const child = take();
      if (child?.connected !== true) return undefined;
      child.send(order);
      return child;
    },
    dismiss,
  };

  function start(): ChildProcess {
    const child = startWaiting();
    const forget = (): void => {
      if (waiting?.child === child) take();
    };
    child.once('exit', forget);
    child.once('error', forget);
    return child;
  }
}
