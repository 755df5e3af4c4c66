import * as z from 'zod/mini';

export const JOB_KINDS = ['check', 'publish'] as const;
export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
/** What a job is doing, in order: a check goes up to `findings`, a publication has the last three. */
export const JOB_STEPS = [
  'waiting',
  'reading',
  'storing',
  'checking',
  'findings',
  'tiles',
  'publishing',
  'finished',
] as const;

/** `GET /api/v1/staff/jobs/:id`. A job survives the process that works on it: `interruptions` says how often one ended. */
export const jobSchema = z.object({
  jobId: z.string(),
  kind: z.enum(JOB_KINDS),
  state: z.enum(JOB_STATES),
  step: z.enum(JOB_STEPS),
  /** 0 to 1, never falling within one attempt. */
  share: z.number(),
  /** Rows read so far, and how many the file says it has; null where neither is known. */
  rows: z.nullable(z.object({ read: z.int(), expected: z.nullable(z.int()) })),
  releaseId: z.string(),
  attempt: z.int(),
  /** How often the process at work on it ended (killed, restarted, database gone) and the job was taken up again. */
  interruptions: z.int(),
  /** Why it failed, in a sentence; `interrupted` after the last attempt: nothing of it is left then. */
  failure: z.nullable(z.object({ code: z.string(), text: z.object({ id: z.string(), en: z.string() }) })),
  queuedAt: z.string(),
  startedAt: z.nullable(z.string()),
  endedAt: z.nullable(z.string()),
});
export type Job = z.infer<typeof jobSchema>;
