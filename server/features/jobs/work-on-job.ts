import { randomUUID } from 'node:crypto';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import {
  claimJob,
  endJob,
  type JobFailure,
  type JobKind,
  type JobProgress,
  type JobRow,
  renewLease,
} from './queries.ts';

const LEASE_SECONDS = 30;
/** Between two renewals: the progress that people see, and the longest that a cancelled job goes on. */
const BEAT_MS = 1_000;
/** Ends of workers that a job survives; then it is given up, so that a file that kills its reader is not read for ever. */
const ATTEMPTS = 3;

/** What a job is given to work with. */
export interface JobContext {
  readonly job: JobRow;
  /** Ends what it does: cancelled, or taken over by another worker. */
  readonly signal: AbortSignal;
  report(progress: JobProgress): void;
  /** Call it in the transaction of the result: then both are there or neither. @throws JobLost */
  end(tx: Queryable, failure?: JobFailure): Promise<void>;
}

/** Does the work and calls `end`. `giveUp` is what is left to do when no attempt came to its end. */
export interface JobHandler {
  work(context: JobContext): Promise<void>;
  giveUp(context: JobContext, failure: JobFailure): Promise<void>;
}
export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;

/** The job is somebody else's by now, or cancelled: what was done for it is rolled back. */
export class JobLost extends Error {}

const INTERRUPTED: JobFailure = {
  code: 'interrupted',
  text: {
    id: `Pekerjaan ini ${ATTEMPTS} kali terhenti di tengah jalan dan dihentikan; tidak ada yang tersisa darinya.`,
    en: `This job was interrupted ${ATTEMPTS} times and has been given up; nothing of it is left.`,
  },
};

/**
 * Claims one job and does it. Progress and lease are written every second on connections of their own, so that they are
 * seen while the work's transaction is open.
 * @returns false when there was nothing to claim
 */
export async function workOnJob(
  deps: Pick<Deps, 'sql' | 'log'>,
  handlers: JobHandlers,
  jobId: string,
  worker: string = randomUUID(),
): Promise<boolean> {
  const job = await claimJob(deps.sql, jobId, worker, LEASE_SECONDS);
  if (job === undefined) return false;
  const abort = new AbortController();
  let progress: JobProgress = { step: 'waiting', share: 0, rowsRead: null, rowsExpected: null };
  const context: JobContext = {
    job,
    signal: abort.signal,
    report: (told) => {
      progress = told;
    },
    end: async (tx, failure) => {
      if (!(await endJob(tx, job.jobId, worker, failure ?? null))) throw new JobLost();
    },
  };
  const beat = startBeat(async () => {
    if (await renewLease(deps.sql, job.jobId, worker, progress, LEASE_SECONDS)) return;
    abort.abort(new JobLost());
  });
  const handler = handlers[job.kind];
  try {
    if (job.attempt > ATTEMPTS) await handler.giveUp(context, INTERRUPTED);
    else await handler.work(context);
  } catch (error) {
    if (!(error instanceof JobLost) && !abort.signal.aborted) throw error;
    deps.log.info({ jobId: job.jobId }, 'the job was taken away');
  } finally {
    await beat.stop();
  }
  return true;
}

/** A renewal that fails (database restarting) is tried again with the next beat; the lease outlives several. */
function startBeat(renew: () => Promise<void>): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = renew()
      .catch(() => {})
      .finally(() => {
        isBusy = false;
      });
  }, BEAT_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
