import type { Job } from '#domain/release/job';
import { jobSchema } from '#domain/release/job';
import type { JobRow } from './queries.ts';

/** A job as staff see it. */
export const describeJob = (row: JobRow): Job =>
  jobSchema.parse({
    jobId: row.jobId,
    kind: row.kind,
    state: row.state,
    step: row.step,
    share: row.share,
    rows: row.rowsRead === null ? null : { read: row.rowsRead, expected: row.rowsExpected },
    releaseId: row.releaseId,
    attempt: row.attempt,
    interruptions: row.interruptions,
    failure: row.failure,
    queuedAt: row.queuedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  });
