import * as z from 'zod/mini';
import { RULES_BROKEN } from '../violation-case/assessment.ts';
import { comparisonSchema } from './compare-ground.ts';
import { itemContentSchema, TASKS } from './item.ts';
import { ROUND_DECISIONS, SUBJECT_KINDS, SUBJECTS, type SubjectKind } from './subject-kind.ts';

const text = z.string().check(z.trim(), z.minLength(5), z.maxLength(2_000));
const position = z.tuple([z.number(), z.number()]);
const polygons = z.array(z.array(z.array(position)));

/** How a round about one kind of subject is ended: only as that kind can end. */
export const closingBodySchema = (kind: SubjectKind) =>
  z.strictObject({
    decision: z.enum(SUBJECTS[kind].decisions),
    /** The outline that was decided on; null where none was measured. */
    outlineItemId: z.nullable(z.uuid()),
    reason: text,
  });
export type ClosingBody = z.infer<ReturnType<typeof closingBodySchema>>;

/** What was decided at the end, as it stays. */
export const closingSchema = z.strictObject({
  schema: z.literal('field-round/1'),
  decision: z.enum(ROUND_DECISIONS),
  outlineItemId: z.nullable(z.uuid()),
  comparison: z.nullable(comparisonSchema),
  /** Null where nobody decided on site: see `withdrawn`. */
  reason: z.nullable(text),
});
export type Closing = z.infer<typeof closingSchema>;

const photoFile = z.strictObject({
  widthPx: z.int(),
  heightPx: z.int(),
  byteCount: z.int(),
  sha256: z.string(),
});

/** What a round is about, as whoever goes out may know it: the ground, never who asks or reports. */
export const roundSubjectSchema = z.strictObject({
  kind: z.enum(SUBJECT_KINDS),
  id: z.uuid(),
  /** What people call it: a ticket. */
  title: z.string(),
  kelurahan: z.nullable(z.string()),
});

/** What somebody who goes out looks for: what was seen, and the rule that may be broken there. Never who reported it. */
export const roundBriefSchema = z.strictObject({
  /** Kinds of violation, see server/domain/report/category.ts. */
  categories: z.array(z.string()),
  descriptions: z.array(z.string()),
  landmarks: z.array(z.string()),
  /** As reporters name it. */
  rules: z.array(z.string()),
  /** Of an earlier assessment: what is held to be broken. */
  findings: z.array(z.strictObject({ rule: z.enum(RULES_BROKEN), stated: z.string() })),
});
export type RoundBrief = z.infer<typeof roundBriefSchema>;

/** One round, whole. */
export const roundSchema = z.strictObject({
  schema: z.literal('field-round/1'),
  roundId: z.uuid(),
  subject: roundSubjectSchema,
  state: z.enum(['open', 'closed']),
  revision: z.int(),
  /** The ground that was applied for when the round began; null where there is none. */
  applied: z.nullable(polygons),
  /** Where to go when no ground was applied for: one place, longitude first. */
  place: z.nullable(position),
  /** Null where the subject says everything itself; rounds that a device kept from before lack it. */
  brief: z._default(z.nullable(roundBriefSchema), null),
  tasks: z.array(z.enum(TASKS)),
  openedAt: z.string(),
  openedBy: z.nullable(z.string()),
  items: z.array(
    z.strictObject({
      itemId: z.uuid(),
      recordedAt: z.string(),
      receivedAt: z.string(),
      by: z.nullable(z.string()),
      content: itemContentSchema,
      photo: z.nullable(photoFile),
    }),
  ),
  closing: z.nullable(closingSchema),
  closedAt: z.nullable(z.string()),
  closedBy: z.nullable(z.string()),
  /** Whether who asks may add to it and end it now. */
  mayWork: z.boolean(),
  isDemo: z.boolean(),
});
export type Round = z.infer<typeof roundSchema>;
export type RoundItem = Round['items'][number];

/** Rounds that can be gone on, and subjects that wait for one. */
export const roundListSchema = z.strictObject({
  rounds: z.array(
    z.strictObject({
      subject: roundSubjectSchema,
      areaM2: z.nullable(z.number()),
      roundId: z.nullable(z.uuid()),
      openedBy: z.nullable(z.string()),
      /** Who asks has begun it or added to it. */
      isMine: z.boolean(),
      itemCount: z.int(),
      waitingSince: z.nullable(z.string()),
    }),
  ),
});
export type RoundList = z.infer<typeof roundListSchema>;

/** Begins a round; its id is made by the device. */
export const openingSchema = z.strictObject({ subjectId: z.uuid() });
/** What the server answers to an item that it has kept. */
export const receiptSchema = z.strictObject({ itemId: z.uuid(), receivedAt: z.string(), revision: z.int() });
/** What the server has kept of a picture. */
export const photoReceiptSchema = photoFile;

/** Why a round cannot be ended like this; null when it can. */
export function closingFault(
  { decision, outlineItemId }: ClosingBody,
  outlineNow: string | null,
): 'outlineMissing' | 'outlineChanged' | null {
  if (outlineItemId !== outlineNow) return 'outlineChanged';
  return decision === 'takeMeasured' && outlineItemId === null ? 'outlineMissing' : null;
}
