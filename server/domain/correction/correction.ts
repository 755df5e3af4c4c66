import * as z from 'zod/mini';
import { ROW_KINDS } from './answer-rows.ts';

/** Longest that somebody may write. */
export const MESSAGE_LENGTH = 2000;
export const CONTACT_LENGTH = 120;

export const OUTCOMES = ['diterima', 'ditolak', 'diperbaiki'] as const;
export const outcomeSchema = z.enum(OUTCOMES);
export type Outcome = (typeof OUTCOMES)[number];

/** `baru`: nobody has answered yet. */
export const CASE_STATES = ['baru', ...OUTCOMES] as const;
export const caseStateSchema = z.enum(CASE_STATES);
export type CaseState = (typeof CASE_STATES)[number];

const said = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The row of a case with what it said when the case was opened, and the version that it stood in. */
export const caseRowSchema = z.object({
  key: z.string(),
  kind: z.enum(ROW_KINDS),
  layerId: z.string(),
  layerTitle: z.string(),
  versionId: z.string(),
  /** First day of that version, and by what decree. */
  validFrom: z.iso.date(),
  decree: z.string(),
  isDemo: z.boolean(),
  zoneCode: z.nullable(z.string()),
  code: z.string(),
  name: z.nullable(z.string()),
  says: z.record(z.string(), said),
  basis: z.nullable(
    z.object({
      regulationTitle: z.string(),
      numberText: z.nullable(z.string()),
      article: z.string(),
      url: z.nullable(z.string()),
      isDemo: z.boolean(),
    }),
  ),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

const text = (shortest: number, longest: number) =>
  z.string().check(z.trim(), z.minLength(shortest), z.maxLength(longest));

/** `POST /api/v1/corrections`. */
export const newCorrectionSchema = z.strictObject({
  lon: z.number(),
  lat: z.number(),
  on: z.optional(z.iso.date()),
  /** Key of the row: `GET /api/v1/corrections/rows` names them. */
  row: text(1, 400),
  /** What is wrong, in the words of who says so. It is not published. */
  message: text(10, MESSAGE_LENGTH),
  /** Address or number, if an answer is wanted there. */
  contact: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(CONTACT_LENGTH)))),
  /** Hidden from people; whatever fills it in is none. */
  website: z.optional(z.string().check(z.maxLength(400))),
});
export type NewCorrection = z.output<typeof newCorrectionSchema>;

export const openedCorrectionSchema = z.object({
  ticket: z.string(),
  /** With it, and only with it, the whole case can be read. It is not kept here: whoever loses it has the ticket. */
  secret: z.string(),
  /** Path of the page that follows the case. */
  path: z.string(),
});

export type OpenedCorrection = z.infer<typeof openedCorrectionSchema>;

const noteSchema = z.object({ id: z.string(), en: z.nullable(z.string()) });

export const correctionAnswerSchema = z.object({
  outcome: outcomeSchema,
  note: noteSchema,
  /** `diperbaiki`: the version that says it right. */
  mended: z.nullable(z.object({ versionId: z.string(), validFrom: z.iso.date(), decree: z.string() })),
  answeredAt: z.string(),
});
export type CorrectionAnswer = z.infer<typeof correctionAnswerSchema>;

/** A case as its ticket shows it; `detail` only to who has the secret too. */
export const publicCaseSchema = z.object({
  ticket: z.string(),
  state: caseStateSchema,
  openedOn: z.iso.date(),
  detail: z.nullable(
    z.object({
      row: caseRowSchema,
      point: z.tuple([z.number(), z.number()]),
      message: z.string(),
      hasContact: z.boolean(),
      answers: z.array(correctionAnswerSchema),
    }),
  ),
});
export type PublicCase = z.infer<typeof publicCaseSchema>;

/** Everything that is kept about a person in a case, as they may take it away (UU 27/2022). */
export type ExportedCorrection = PublicCase & { readonly contact: string | null };

export const rowListSchema = z.object({ rows: z.array(caseRowSchema) });

/** A line of the list of staff. */
export const caseLineSchema = z.object({
  correctionId: z.uuid(),
  ticket: z.string(),
  state: caseStateSchema,
  revision: z.int(),
  openedAt: z.string(),
  areaName: z.nullable(z.string()),
  row: caseRowSchema,
  hasContact: z.boolean(),
});
export type CaseLine = z.infer<typeof caseLineSchema>;

export const caseListSchema = z.object({ cases: z.array(caseLineSchema), next: z.nullable(z.uuid()) });

const staffAnswerSchema = z.extend(correctionAnswerSchema, {
  answeredBy: z.object({ accountId: z.string(), name: z.nullable(z.string()) }),
});

/** A case as staff see it: beside the row as it was stands what the plan says there today. */
export const staffCaseSchema = z.extend(caseLineSchema, {
  point: z.tuple([z.number(), z.number()]),
  askedOn: z.iso.date(),
  message: z.string(),
  /** The same row in what is in force today; null when the answer there has none any more. */
  rowToday: z.nullable(caseRowSchema),
  answers: z.array(staffAnswerSchema),
  /** Versions of the layer that were published, the newest first: one of them may have mended it. */
  versions: z.array(z.object({ versionId: z.string(), validFrom: z.iso.date(), decree: z.string() })),
});
export type StaffCase = z.infer<typeof staffCaseSchema>;

/** `POST /api/v1/staff/corrections/:id/answer`. The note is public; who asked is not named in it. */
export const newAnswerSchema = z.strictObject({
  outcome: outcomeSchema,
  note: z.strictObject({
    id: text(5, 600),
    en: z._default(z.nullable(z.string().check(z.trim(), z.maxLength(600))), null),
  }),
  /** Needed for `diperbaiki`, and only there. */
  mendedVersionId: z._default(z.nullable(z.string().check(z.regex(/^[0-9a-f]{16}$/))), null),
});
export type NewAnswer = z.output<typeof newAnswerSchema>;

export const contactSchema = z.object({ contact: z.nullable(z.string()) });
