import * as z from 'zod/mini';
import { draftSchema, groundSchema, plannedUseSchema } from './application.ts';
import { serviceSettingsSchema } from './settings.ts';
import { sheetSchema } from './sheet.ts';
import { APPLICATION_STATES, APPLICATION_STEPS } from './states.ts';
import { usesSaidSchema } from './use-verdicts.ts';

const state = z.enum(APPLICATION_STATES);
const step = z.enum(APPLICATION_STEPS);
const day = z.nullable(z.iso.date());

export const clockSchema = z.object({
  state: z.enum(['notSet', 'notStarted', 'running', 'stopped']),
  dueOn: day,
  usedDays: z.int(),
  leftDays: z.nullable(z.int()),
  /** Years without decreed holidays that the due day leans on. */
  missingYears: z.array(z.int()),
});

const moveSchema = z.object({
  step,
  from: state,
  to: state,
  isHeld: z.boolean(),
  at: z.string(),
  /** As the office tells it to the applicant. */
  reason: z.nullable(z.string()),
  article: z.nullable(z.string()),
});

const paperSchema = z.object({
  paperId: z.string(),
  kind: z.string(),
  name: z.string(),
  byteCount: z.int(),
  sha256: z.string(),
  check: z.enum(['waiting', 'accepted', 'refused']),
  note: z.nullable(z.string()),
});

/** What everybody may know who has the ticket: nothing about people, nothing about the plot. */
export const publicStatusSchema = z.object({
  ticket: z.string(),
  state,
  isHeld: z.boolean(),
  submittedOn: day,
  clock: clockSchema,
  isTrial: z.boolean(),
});
export type PublicStatus = z.infer<typeof publicStatusSchema>;

/** What the codes of the planned use mean, by code; one that KBLI 2020 does not have is missing. */
const kbliTitles = z.record(z.string(), z.string());

const document = z.nullable(
  z.object({ number: z.string(), issuedAt: z.string(), verificationPath: z.string() }),
);

/** The application whose document this one is to take the place of. */
const replaces = z.nullable(
  z.object({ ticket: z.string(), number: z.nullable(z.string()), as: z.enum(['correction', 'extension']) }),
);

/** What its holder sees: with the secret of the link, or signed in. */
export const ownApplicationSchema = z.extend(publicStatusSchema, {
  revision: z.int(),
  content: draftSchema,
  kbliTitles,
  papers: z.array(paperSchema),
  moves: z.array(moveSchema),
  steps: z.array(step),
  document,
  replaces,
  /** A correction or an extension of its document can be asked for. */
  mayReplace: z.boolean(),
});
export type OwnApplication = z.infer<typeof ownApplicationSchema>;

/** What a step is told. */
export const stepBodySchema = z.strictObject({
  reason: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000))),
  article: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
  /** What an official types to sign, where the signer asks for it: handed on, and kept nowhere. */
  signing: z.optional(
    z.strictObject({
      identity: z.string().check(z.trim(), z.minLength(1), z.maxLength(254)),
      passphrase: z.string().check(z.minLength(1), z.maxLength(200)),
    }),
  ),
});
export type StepBody = z.infer<typeof stepBodySchema>;

/** A line of the queue of staff. */
const queueRowSchema = z.object({
  applicationId: z.string(),
  ticket: z.string(),
  state,
  isHeld: z.boolean(),
  revision: z.int(),
  submittedAt: z.nullable(z.string()),
  kelurahan: z.nullable(z.string()),
  areaM2: z.nullable(z.number()),
  clock: clockSchema,
  isOverdue: z.boolean(),
  isTrial: z.boolean(),
});
export type QueueRow = z.infer<typeof queueRowSchema>;
export const queueSchema = z.object({
  applications: z.array(queueRowSchema),
  /** Of all that are open: how many stand in which state, and how many of them are overdue. */
  counts: z.array(z.object({ state, count: z.int(), overdue: z.int() })),
  next: z.nullable(z.string()),
  /** The year whose holidays nobody has loaded. */
  calendarAlarm: z.nullable(z.int()),
});
export type Queue = z.infer<typeof queueSchema>;

/** What staff see of one application; who the applicant is stands elsewhere. */
export const staffApplicationSchema = z.extend(queueRowSchema, {
  ground: z.nullable(groundSchema),
  plannedUse: z.nullable(plannedUseSchema),
  kbliTitles,
  landProofKind: z.nullable(z.string()),
  papers: z.array(paperSchema),
  sheet: sheetSchema,
  /** What the matrix says about each use; null where the plan could not be asked. */
  said: z.nullable(usesSaidSchema),
  blockers: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      about: z.string(),
      parts: z.array(z.int()),
      isResolved: z.boolean(),
      /** Who answered it, and when; null while nobody has. */
      resolvedBy: z.nullable(z.string()),
      resolvedOn: day,
    }),
  ),
  moves: z.array(z.extend(moveSchema, { by: z.nullable(z.string()) })),
  /** What the person who asks can do now: the table, rights and four eyes together. */
  steps: z.array(step),
  /** Settings that a step lacks, by step. */
  missingSettings: z.record(z.string(), z.array(z.string())),
  mayReadPerson: z.boolean(),
  mayEditSheet: z.boolean(),
  /** A number is reserved and its document is not out yet. */
  reservedNumber: z.nullable(z.string()),
  /** Whose signature its document will bear; `asksPassphrase`: a step `sign` without `signing` is refused. */
  signer: z.object({ name: z.string(), asksPassphrase: z.boolean() }),
  document,
  replaces,
});
export type StaffApplication = z.infer<typeof staffApplicationSchema>;

const polygons = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))));

/** The plot with its outlines, WGS 84, longitude first. */
export const drawnGroundSchema = z.object({
  outline: polygons,
  parts: z.array(
    z.object({ key: z.string(), zone: z.string(), color: z.nullable(z.string()), outline: polygons }),
  ),
  roads: z.array(
    z.object({ name: z.nullable(z.string()), axis: z.array(z.array(z.tuple([z.number(), z.number()]))) }),
  ),
});
export type DrawnGround = z.infer<typeof drawnGroundSchema>;

/** Who the applicant is, the NIK masked. */
export const maskedPersonSchema = z.object({
  kind: z.enum(['self', 'proxy', 'legalBody']),
  people: z.array(
    z.object({
      as: z.enum(['person', 'principal']),
      name: z.string(),
      nik: z.string(),
      address: z.string(),
      phone: z.string(),
      email: z.nullable(z.string()),
    }),
  ),
  bodyName: z.nullable(z.string()),
});
export type MaskedPerson = z.infer<typeof maskedPersonSchema>;
export const revealedSchema = z.object({
  niks: z.array(z.object({ as: z.enum(['person', 'principal']), nik: z.string() })),
});

/** `GET` and `PUT /api/v1/staff/service-settings/krk`. */
export const settingsAnswerSchema = z.object({
  settings: serviceSettingsSchema,
  revision: z.int(),
  /** Nobody has set anything, and the demonstration works with its own. */
  isDemo: z.boolean(),
  setBy: z.nullable(z.string()),
  setAt: z.nullable(z.string()),
});
export type SettingsAnswer = z.infer<typeof settingsAnswerSchema>;

/** The holidays of one year as the office has loaded them. */
export const holidayYearSchema = z.strictObject({
  source: z.string().check(z.trim(), z.minLength(5), z.maxLength(300)),
  days: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
      }),
    )
    .check(z.minLength(1), z.maxLength(60)),
});
export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** `GET /api/v1/staff/holidays`: every year that is known, the newest first. */
export const holidaysAnswerSchema = z.object({
  /** The year whose holidays are missing and needed now or soon. */
  alarm: z.nullable(z.int()),
  /** In every year, `MM-DD`. */
  everyYear: z.array(z.object({ day: z.string(), name: z.string() })),
  years: z.array(
    z.object({
      year: z.int(),
      source: z.string(),
      days: z.array(z.object({ day: z.string(), name: z.string() })),
      /** Null: nobody has loaded it, it comes with the product. */
      setBy: z.nullable(z.string()),
      setAt: z.nullable(z.string()),
      /** For `If-Match`. */
      tag: z.string(),
    }),
  ),
});
export type HolidaysAnswer = z.infer<typeof holidaysAnswerSchema>;
