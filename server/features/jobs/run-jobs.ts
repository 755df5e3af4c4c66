import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Deps, JobQueue } from '../../platform/deps.ts';
import { keepReady } from './keep-ready.ts';
import { dueJobs, type JobKind, requeueJob } from './queries.ts';

/** How often the queue is looked at by itself: for what another process has put into it, or what had to wait. */
const LOOK_MS = 500;

/** What a worker says when its job has come to its end. */
export const DONE = 'done';

/** Starts a process that claims this job under this name, and ends with it. */
export type StartWorker = (job: { jobId: string; kind: JobKind; worker: string }) => ChildProcess;

/**
 * Starts the program as a worker: `work <job> <worker> <kind>`. It leaves when this process has gone.
 * @param environment of the worker, when it is not this process's own
 */
export const forkWorker =
  (file: string, command: string, environment?: NodeJS.ProcessEnv): StartWorker =>
  ({ jobId, kind, worker }) =>
    fork(file, [command, jobId, worker, kind], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      ...(environment === undefined ? {} : { env: environment }),
    });

/** Starts the program as a worker that is told its job later: what takes time at a start is behind it by then. */
export const forkWaitingWorker = (file: string, command: string): (() => ChildProcess) => {
  return () => fork(file, [command], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
};

export interface JobRunner extends JobQueue {
  /** Running workers are ended; their jobs are taken up again by the next start. */
  stop(): Promise<void>;
}

interface Options {
  /** Is told of every job that came to its end. */
  readonly onDone?: (kind: JobKind) => void;
  /** Starts a worker that waits; without it none is started ahead. */
  readonly startWaiting?: () => ChildProcess;
}

/**
 * Looks after the queue: for each kind of work one process at a time, so that a publication never waits for a check.
 * A process that ends without ending its job (killed, out of memory, database gone) gives it back to the queue.
 */
export function runJobs(
  deps: Pick<Deps, 'sql' | 'log'>,
  startWorker: StartWorker,
  { onDone = () => {}, startWaiting }: Options = {},
): JobRunner {
  const workers = new Map<JobKind, ChildProcess>();
  const ahead = startWaiting === undefined ? undefined : keepReady(startWaiting);
  let isStopping = false;
  let looking: Promise<void> = Promise.resolve();

  const start = (jobId: string, kind: JobKind): void => {
    const worker = randomUUID();
    const job = { jobId, kind, worker };
    const child = (kind === 'publish' ? ahead?.give(job) : undefined) ?? startWorker(job);
    workers.set(kind, child);
    child.once('error', (err) => {
      deps.log.error({ err, jobId, pid: child.pid }, 'a worker could not be started or reached');
      // One that was never there does not end: its place is free, and its job, which it has not claimed, is looked at again.
      if (child.pid === undefined) workers.delete(kind);
    });
    // A process takes a while to end: that its work is done it says before.
    let isDone = false;
    child.on('message', (message) => {
      if (message !== DONE || isDone) return;
      isDone = true;
      onDone(kind);
    });
    child.once('exit', (code, signal) => {
      workers.delete(kind);
      if (code === 0) {
        if (!isDone) onDone(kind);
        return;
      }
      deps.log.warn({ jobId, code, signal }, 'a worker ended before its job');
      // Without a database the lease runs out by itself.
      requeueJob(deps.sql, jobId, worker).catch(() => {});
    });
  };

  const look = async (): Promise<void> => {
    const due = await dueJobs(deps.sql);
    for (const { jobId, kind } of due) if (!isStopping && !workers.has(kind)) start(jobId, kind);
  };
  const lookNow = (): void => {
    const before = looking;
    looking = Promise.all([
      before,
      look().catch((err: unknown) => {
        deps.log.debug({ err }, 'the queue could not be read');
      }),
    ]).then(() => {});
  };
  const timer = setInterval(lookNow, LOOK_MS);
  timer.unref();

  return {
    look: () => {
      if (!isStopping) lookNow();
    },
    expectPublication: () => {
      if (!isStopping && !workers.has('publish')) ahead?.expect();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await looking;
      ahead?.dismiss();
      const ended = [...workers.values()].map(
        (child) => new Promise<void>((resolve) => child.once('exit', () => resolve())),
      );
      for (const child of workers.values()) child.kill('SIGTERM');
      await Promise.all(ended);
    },
  };
}
