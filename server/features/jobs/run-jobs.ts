import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Deps } from '../../platform/deps.ts';
import { dueJobs, type JobKind, requeueJob } from './queries.ts';

/** How often the queue is looked at. One row by an index: it costs nothing that could be measured. */
const LOOK_MS = 500;

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

/**
 * Looks after the queue: for each kind of work one process at a time, so that a publication never waits for a check.
 * A process that ends without ending its job (killed, out of memory, database gone) gives it back to the queue.
 * @param onDone is told of every job that came to its end
 * @returns how to stop: running workers are ended, their jobs are taken up again by the next start
 */
export function runJobs(
  deps: Pick<Deps, 'sql' | 'log'>,
  startWorker: StartWorker,
  onDone: (kind: JobKind) => void = () => {},
): () => Promise<void> {
  const workers = new Map<JobKind, ChildProcess>();
  let isStopping = false;
  let looking: Promise<void> = Promise.resolve();

  const start = (jobId: string, kind: JobKind): void => {
    const worker = randomUUID();
    const child = startWorker({ jobId, kind, worker });
    workers.set(kind, child);
    child.once('error', (err) => {
      deps.log.error({ err, jobId, pid: child.pid }, 'a worker could not be started or reached');
      // One that was never there does not end: its place is free, and its job, which it has not claimed, is looked at again.
      if (child.pid === undefined) workers.delete(kind);
    });
    child.once('exit', (code, signal) => {
      workers.delete(kind);
      if (code === 0) {
        onDone(kind);
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
  const timer = setInterval(() => {
    looking = look().catch((err: unknown) => {
      deps.log.debug({ err }, 'the queue could not be read');
    });
  }, LOOK_MS);
  timer.unref();

  return async () => {
    isStopping = true;
    clearInterval(timer);
    await looking;
    const ended = [...workers.values()].map(
      (child) => new Promise<void>((resolve) => child.once('exit', () => resolve())),
    );
    for (const child of workers.values()) child.kill('SIGTERM');
    await Promise.all(ended);
  };
}
