import * as z from 'zod/mini';

const day = z.iso.date();

/** “RDTR sedang direvisi”: a planning area (KODWP of the plan; null = the whole layer) is under revision from a day on. */
export const revisionNoticeSchema = z.object({
  noticeId: z.string(),
  layerId: z.string(),
  planningArea: z.nullable(z.string()),
  since: day,
  /** First day on which it no longer holds; null: open. */
  until: z.nullable(day),
  text: z.object({ id: z.string(), en: z.string() }),
});
export type RevisionNotice = z.infer<typeof revisionNoticeSchema>;

/** `POST /api/v1/staff/layers/:id/revision-notices`. */
export const newRevisionNoticeSchema = z.strictObject({
  planningArea: z._default(z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(60))), null),
  since: day,
  until: z._default(z.nullable(day), null),
});
export type NewRevisionNotice = z.output<typeof newRevisionNoticeSchema>;

export const revisionNoticeListSchema = z.object({ notices: z.array(revisionNoticeSchema) });
