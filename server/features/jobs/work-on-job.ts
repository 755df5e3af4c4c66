import { randomUUID } from 'node:crypto';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { problemOfError } from '../../platform/http/problem-json.ts';
import {
  claimJob,
  endJob,
  type JobFailure,
  type JobKind,
  type JobProgress,
  type JobRow,
  noteFailure,
  renewLease,
} from './queries.ts';

const LEASE_SECONDS = 30;
/** Between two renewals: the progress that people see, and the longest that a cancelled job goes on. */
const BEAT_MS = 1_000;
/**
 * Attempts of a job before it is given up: a file that kills its reader is not read for ever, and an approved publication
 * outlives a database that is away for some minutes.
 */
const ATTEMPTS: Readonly<Record<JobKind, number>> = { check: 3, publish: 7 };

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

function interrupted({ kind, failure }: JobRow): JobFailure {
  const attempts = ATTEMPTS[kind];
  const cause = failure?.text;
  return {
    code: 'interrupted',
    text: {
      id: `Pekerjaan ini ${attempts} kali terhenti di tengah jalan dan dihentikan; tidak ada yang tersisa darinya.${cause === undefined ? '' : ` Sebab terakhir: ${cause.id}`}`,
      en: `This job was interrupted ${attempts} times and has been given up; nothing of it is left.${cause === undefined ? '' : ` Last cause: ${cause.en}`}`,
    },
  };
}

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
    if (job.attempt > ATTEMPTS[job.kind]) await handler.giveUp(context, interrupted(job));
    else await handler.work(context);
  } catch (error) {
    if (!(error instanceof JobLost) && !abort.signal.aborted) {
      await noteFailure(deps.sql, job.jobId, worker, causeOf(error)).catch(() => {});
      throw error;
    }
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

/** What a person may know of an error: never its message, which can name a directory of the server. */
function causeOf(error: unknown): JobFailure {
  const { code } = problemOfError(error);
  const name = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  if (code === 'sourceUnavailable')
    return {
      code,
      text: {
        id: `basis data tidak dapat dihubungi (${name}).`,
        en: `the database could not be reached (${name}).`,
      },
    };
  const told = name ?? (error instanceof Error ? error.name : 'Error');
  return { code, text: { id: `kesalahan pada sistem (${told}).`, en: `a fault of the system (${told}).` } };
}
