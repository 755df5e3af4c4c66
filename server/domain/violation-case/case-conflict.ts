import * as z from 'zod/mini';

const reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(4_000));

/** Whom of the office a case is about, as the others read it. */
export const conflictSchema = z.object({
  conflictId: z.int(),
  kind: z.enum(['person', 'unit']),
  name: z.string(),
  reason: z.nullable(z.string()),
  by: z.nullable(z.string()),
  at: z.string(),
  /** False: it is about somebody who supervises or audits, and waits for a second person. */
  holds: z.boolean(),
  /** What the person who asks can do about it. */
  mayAgree: z.boolean(),
  mayTakeBack: z.boolean(),
});

/** `POST …/conflicts`: one of both, and why. */
export const conflictBodySchema = z.strictObject({
  accountId: z.optional(z.uuid()),
  unitId: z.optional(z.uuid()),
  reason,
});
/** `POST …/conflicts/:conflictId/end`, and `POST …/disclose`. */
export const conflictEndSchema = z.strictObject({ reason });
