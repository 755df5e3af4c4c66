import type { Queryable } from '../../platform/db.ts';

export type JobKind = 'check' | 'publish';

/** Why a job failed: a code with the values of its sentence. */
export interface JobFailure {
  readonly code: string;
  readonly text: { readonly id: string; readonly en: string };
}

export interface JobRow {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly releaseId: string;
  readonly actor: `account:${string}`;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly step: string;
  readonly share: number;
  readonly rowsRead: number | null;
  readonly rowsExpected: number | null;
  readonly attempt: number;
  readonly interruptions: number;
  readonly failure: JobFailure | null;
  readonly queuedAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const columns = (sql: Queryable) => sql`
  job_id as "jobId", kind, release_id as "releaseId", actor, state, step, share, rows_read as "rowsRead",
  rows_expected as "rowsExpected", attempt, interruptions, failure, queued_at as "queuedAt",
  started_at as "startedAt", ended_at as "endedAt"`;

/** Puts work into the queue, in the transaction of what it is for. A release has one job at a time. */
export async function queueJob(
  sql: Queryable,
  job: Pick<JobRow, 'kind' | 'releaseId' | 'actor'>,
): Promise<string> {
  const [row] = await sql<{ jobId: string }[]>`
    insert into job (kind, release_id, actor) values (${job.kind}, ${job.releaseId}, ${job.actor})
    returning job_id as "jobId"`;
  return row?.jobId ?? '';
}

export async function findJob(sql: Queryable, jobId: string): Promise<JobRow | undefined> {
  const [row] = await sql<JobRow[]>`select ${columns(sql)} from job where job_id = ${jobId}`;
  return row;
}

/** The newest job of each of these releases. */
export async function newestJobs(sql: Queryable, releaseIds: readonly string[]): Promise<JobRow[]> {
  return await sql<JobRow[]>`
    select distinct on (release_id) ${columns(sql)}
    from job where release_id = any(${[...releaseIds]}::uuid[])
    order by release_id, queued_at desc`;
}

/** Jobs that somebody should take up: queued and not told to wait, or left by a worker whose lease is over. Publications first. */
export async function dueJobs(sql: Queryable): Promise<{ jobId: string; kind: JobKind }[]> {
  return await sql<{ jobId: string; kind: JobKind }[]>`
    select job_id as "jobId", kind from job
    where (state = 'queued' and coalesce(not_before, '-infinity') <= clock_timestamp())
       or (state = 'running' and lease_until < clock_timestamp())
    order by kind = 'publish' desc, queued_at
    limit 10`;
}

/** Takes a job up, for a while. @returns undefined when somebody else has it, or it has ended */
export async function claimJob(
  sql: Queryable,
  jobId: string,
  worker: string,
  leaseSeconds: number,
): Promise<JobRow | undefined> {
  const [row] = await sql<JobRow[]>`
    update job set state = 'running', worker = ${worker}, attempt = attempt + 1, share = 0, step = 'waiting',
                   interruptions = interruptions + (state = 'running')::int,
                   rows_read = null, rows_expected = null, started_at = clock_timestamp(),
                   lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where job_id = ${jobId}
      and (state = 'queued' or (state = 'running' and lease_until < clock_timestamp()))
    returning ${columns(sql)}`;
  return row;
}

export interface JobProgress {
  readonly step: string;
  readonly share: number;
  readonly rowsRead: number | null;
  readonly rowsExpected: number | null;
}

/** Renews the lease and tells how far it is. @returns false when the job is no longer this worker's */
export async function renewLease(
  sql: Queryable,
  jobId: string,
  worker: string,
  { step, share, rowsRead, rowsExpected }: JobProgress,
  leaseSeconds: number,
): Promise<boolean> {
  const rows = await sql`
    update job set step = ${step}, share = greatest(share, ${share}), rows_read = ${rowsRead},
                   rows_expected = ${rowsExpected},
                   lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where job_id = ${jobId} and worker = ${worker} and state = 'running' returning 1`;
  return rows.length === 1;
}

/** Ends a job of this worker, in the transaction of its result. @returns false when it is no longer this worker's */
export async function endJob(
  sql: Queryable,
  jobId: string,
  worker: string,
  failure: JobFailure | null,
): Promise<boolean> {
  const rows = await sql`
    update job set state = ${failure === null ? 'done' : 'failed'}, step = 'finished', share = 1, lease_until = null,
                   failure = ${failure === null ? null : sql.json({ code: failure.code, text: { ...failure.text } })},
                   ended_at = clock_timestamp()
    where job_id = ${jobId} and worker = ${worker} and state = 'running' returning 1`;
  return rows.length === 1;
}

/** Why this attempt did not come to its end; the next one goes on, and the last one tells it. */
export async function noteFailure(
  sql: Queryable,
  jobId: string,
  worker: string,
  { code, text }: JobFailure,
): Promise<void> {
  await sql`
    update job set failure = ${sql.json({ code, text: { ...text } })}
    where job_id = ${jobId} and worker = ${worker} and state = 'running'`;
}

/**
 * A worker has ended without ending its job: back into the queue, where it waits longer each time (0.5 s, 2 s, 8 s, up to
 * 5 minutes), so that a database that restarts is not given up on.
 */
export async function requeueJob(sql: Queryable, jobId: string, worker: string): Promise<void> {
  await sql`
    update job set state = 'queued', step = 'waiting', share = 0, lease_until = null, interruptions = interruptions + 1,
                   not_before = clock_timestamp() + make_interval(secs => least(300, 0.5 * 4 ^ least(attempt - 1, 6)))
    where job_id = ${jobId} and worker = ${worker} and state = 'running'`;
}

/** Takes the work of a release out of the queue or out of a worker's hands; its next renewal tells the worker. */
export async function cancelJobs(sql: Queryable, releaseId: string): Promise<void> {
  await sql`
    update job set state = 'cancelled', lease_until = null, ended_at = clock_timestamp()
    where release_id = ${releaseId} and state in ('queued', 'running')`;
}
