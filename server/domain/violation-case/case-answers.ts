import * as z from 'zod/mini';
import { documentStateSchema } from '../document/document.ts';
import { clockSchema } from '../krk/application-answers.ts';
import { answerSchema } from '../zoning/answer.ts';
import { assessmentEntrySchema } from './assessment.ts';
import { conflictSchema } from './case-conflict.ts';
import { caseMoveSchema } from './case-move.ts';
import { STAGES } from './clock.ts';
import { CLOSING_NAMES, DISMISSALS, OUTCOMES, PAUSE_NAMES } from './outcomes.ts';
import { SERVICE_CLASSES } from './policy.ts';
import { SANCTION_KINDS, SERVED_HOW, sanctionEntrySchema } from './sanctions.ts';
import { caseSettingsSchema } from './settings.ts';
import { CASE_STATES, CASE_STEPS } from './states.ts';

const state = z.enum(CASE_STATES);
const step = z.enum(CASE_STEPS);
const day = z.iso.date();
const position = z.tuple([z.number(), z.number()]);
const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(4_000));

/** What a step is told: only what its row of the table needs; see `needs` in states.ts. */
export const caseStepBodySchema = z.strictObject({
  /** Whom an answer is for; of a case with one report that one, if nothing is said. */
  reportIds: z.optional(z.array(z.uuid()).check(z.minLength(1), z.maxLength(1_000))),
  reason: z.optional(reason),
  article: z.optional(text(500)),
  /** Of a closing: what its reporters read, each in the thread of their report. */
  answer: z.optional(reason),
  serviceClass: z.optional(z.enum(SERVICE_CLASSES)),
  unitId: z.optional(z.uuid()),
  officerId: z.optional(z.nullable(z.uuid())),
  /** How it is known that unit and officer are not whom the case is about; see `mustSayWhy` in assignment.ts. */
  assignmentCheck: z.optional(reason),
  outcome: z.optional(z.enum(DISMISSALS)),
  forwardTo: z.optional(text(300)),
  pause: z.optional(z.enum(PAUSE_NAMES)),
  /** The last day of the pause; who still waits then pauses again. */
  pauseUntil: z.optional(day),
  /** The letter of whoever objects, as a photo or scan that was brought in for this case, and its day. */
  objection: z.optional(z.strictObject({ photoId: z.uuid(), datedOn: day })),
  /** The ticket of the case that goes on. */
  target: z.optional(text(40)),
  assessment: z.optional(assessmentEntrySchema),
  sanction: z.optional(sanctionEntrySchema),
  closing: z.optional(z.enum(CLOSING_NAMES)),
  /** A photo that was brought in for this case, where `closing` says that it is fixed. */
  photoId: z.optional(z.uuid()),
});
export type CaseStepBody = z.infer<typeof caseStepBodySchema>;

const named = z.nullable(z.string());
const unit = z.nullable(z.object({ unitId: z.uuid(), name: z.string(), isGone: z.boolean() }));
const officer = z.nullable(z.object({ accountId: z.uuid(), name: z.string(), isGone: z.boolean() }));

/** A line of the queue. */
const caseRowSchema = z.object({
  caseId: z.uuid(),
  ticket: z.string(),
  track: z.enum(['ruang', 'bangunan']),
  category: z.string(),
  serviceClass: z.nullable(z.enum(SERVICE_CLASSES)),
  state,
  isPaused: z.boolean(),
  pauseReason: z.nullable(z.enum(PAUSE_NAMES)),
  pauseUntil: z.nullable(day),
  outcome: z.nullable(z.enum(OUTCOMES)),
  closing: z.nullable(z.enum(CLOSING_NAMES)),
  revision: z.int(),
  /** Exact, longitude first: staff alone. */
  place: z.nullable(position),
  kelurahanCode: named,
  /** What it is called today. */
  kelurahan: named,
  isDemo: z.boolean(),
  unit,
  officer,
  openedAt: z.string(),
  endedAt: z.nullable(z.string()),
  /** The clock that runs out first; null while nothing is owed, or everything stands still. */
  dueOn: z.nullable(day),
  isOverdue: z.boolean(),
  isEscalated: z.boolean(),
  /** Reported is somebody of the government: it is there for who watches over cases, and for whom they gave it to. */
  isWithheld: z.boolean(),
  reportCount: z.int(),
});
export type CaseLine = z.infer<typeof caseRowSchema>;

/** `GET /api/v1/staff/cases`. */
export const caseQueueSchema = z.object({
  cases: z.array(caseRowSchema),
  /** Of all open ones that the person may see: how many stand in which state, and how many of them are pressing. */
  counts: z.array(
    z.object({ state, count: z.int(), overdue: z.int(), unassigned: z.int(), escalated: z.int() }),
  ),
  /** In which of them cases are open. */
  kelurahan: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Who works on them. */
  officers: z.array(z.object({ accountId: z.uuid(), name: z.string() })),
  next: z.nullable(z.string()),
  /** The year whose holidays nobody has loaded. */
  calendarAlarm: z.nullable(z.int()),
});

export type CaseQueue = z.infer<typeof caseQueueSchema>;

/** `GET /api/v1/staff/case-places`: the same cases as the queue for the map of staff, with the same filters. */
export const casePlacesSchema = z.object({
  places: z.array(
    z.object({ caseId: z.uuid(), ticket: z.string(), state, place: position, isOverdue: z.boolean() }),
  ),
  /** Some were left out: there are more than one map shows. */
  isCut: z.boolean(),
});
export type CasePlaces = z.infer<typeof casePlacesSchema>;

const photo = z.object({ photoId: z.uuid(), widthPx: z.int(), heightPx: z.int(), byteCount: z.int() });
const caseReportSchema = z.object({
  reportId: z.uuid(),
  ticket: z.string(),
  category: z.string(),
  receivedAt: z.string(),
  channel: z.string(),
  description: z.string(),
  about: named,
  /** As the reporter says. */
  isAboutOffice: z.boolean(),
  seenOn: named,
  isGoingOn: z.nullable(z.boolean()),
  place: z.nullable(position),
  accuracyM: z.nullable(z.number()),
  landmark: named,
  brokenRule: named,
  isAnonymous: z.boolean(),
  supports: named,
  mayPassOn: z.boolean(),
  /** When the reporter was asked for that, and has not answered. */
  consentAskedAt: z.nullable(z.string()),
  /** An answer is owed, and none has gone to this one yet. */
  isAwaitingReply: z.boolean(),
  photos: z.array(photo),
});

const sanctionSchema = z.object({
  sanctionId: z.uuid(),
  kind: z.enum(SANCTION_KINDS),
  /** Of a warning: 1, 2 or 3. */
  level: z.nullable(z.int()),
  obligation: z.string(),
  article: z.string(),
  termDays: z.nullable(z.int()),
  amountRupiah: z.nullable(z.number()),
  fprNote: named,
  imposedAt: z.string(),
  imposedBy: named,
  servedOn: z.nullable(day),
  servedHow: z.nullable(z.enum(SERVED_HOW)),
  /** Among the photos of the case: that the letter was served. */
  servedPhotoId: z.nullable(z.uuid()),
  dueOn: z.nullable(day),
  fulfilledOn: z.nullable(day),
  /** How whoever wrote it down knows. */
  fulfilledWhy: named,
  isCancelled: z.boolean(),
  isOverdue: z.boolean(),
  /** Working days in which it can be objected to, as its letter says; null of a letter that named none. */
  objectDays: z.nullable(z.int()),
  /** Their last day, once the letter was served. */
  objectUntil: z.nullable(day),
  letter: z.object({ letterId: z.uuid(), number: z.string(), isTrial: z.boolean() }),
});
export type CaseSanction = z.infer<typeof sanctionSchema>;

/** What an object is, as of a day: what the plan says there, documents given out for that ground, and earlier cases. */
export const caseFactsSchema = z.object({
  askedOn: day,
  /** Null: the place is not known, or the plan could not be asked. */
  answer: z.nullable(answerSchema),
  documents: z.array(
    z.object({
      documentId: z.string(),
      kind: z.string(),
      number: named,
      state: documentStateSchema,
      issuedAt: z.string(),
      validUntil: z.nullable(day),
      /** Earlier facts lack it. */
      isTrial: z._default(z.boolean(), false),
    }),
  ),
  earlier: z.array(
    z.object({
      caseId: z.uuid(),
      ticket: z.string(),
      state,
      outcome: z.nullable(z.enum(OUTCOMES)),
      openedAt: z.string(),
      distanceM: z.number(),
    }),
  ),
});
export type CaseFacts = z.infer<typeof caseFactsSchema>;

/** `GET /api/v1/staff/cases/:id`: what staff see of one case; who reported stands elsewhere. */
export const staffCaseSchema = z.extend(caseRowSchema, {
  clocks: z.array(z.object({ stage: z.enum(STAGES), isOwed: z.boolean(), clock: clockSchema })),
  recomputedOn: z.nullable(day),
  forwardTo: named,
  sp4nTicket: named,
  recommended: z.nullable(z.enum(OUTCOMES)),
  /** The case that it was joined into, and those that were joined into it. */
  joinedInto: z.nullable(z.object({ caseId: z.uuid(), ticket: z.string() })),
  joined: z.array(z.object({ caseId: z.uuid(), ticket: z.string() })),
  reports: z.array(caseReportSchema),
  moves: z.array(caseMoveSchema),
  escalations: z.array(z.object({ stage: z.enum(STAGES), dueOn: day, at: z.string() })),
  /**
   * “Belum selesai”, in the words of reporters, also of cases that were joined into this one; null where they were erased, and
   * for whoever does not answer reporters.
   */
  disputes: z.array(z.object({ at: z.string(), words: named, reportId: z.uuid() })),
  assessments: z.array(
    z.object({
      entry: assessmentEntrySchema,
      facts: caseFactsSchema,
      by: named,
      at: z.string(),
    }),
  ),
  sanctions: z.array(sanctionSchema),
  /** What was said against a sanction: the letter is among the photos. `isLate`: its day is behind every term to object. */
  objections: z.array(
    z.object({ photoId: z.uuid(), datedOn: day, at: z.string(), by: named, isLate: z.boolean() }),
  ),
  /** Letters of sanctions, hand-overs and decisions on objections. */
  letters: z.array(
    z.object({
      letterId: z.uuid(),
      kind: z.enum(['sanction', 'handOver', 'objection']),
      number: z.string(),
      isTrial: z.boolean(),
      madeAt: z.string(),
    }),
  ),
  /** Rounds that have ended: each has its berita acara. */
  inspections: z.array(
    z.object({
      roundId: z.uuid(),
      closedAt: z.string(),
      by: named,
      isReached: z.boolean(),
    }),
  ),
  photos: z.array(z.extend(photo, { at: z.string(), by: named, isClosing: z.boolean() })),
  /** Whom it is about: they see nothing of it, and nobody is told of a conflict that is about themselves. */
  conflicts: z.array(conflictSchema),
  /** It is withheld, and the person who asks may open it for the rest of the office. */
  mayDisclose: z.boolean(),
  /** What the person who asks can do now: the table, rights and four eyes together. */
  steps: z.array(step),
  /** Settings that a step lacks, by step. */
  missingSettings: z.record(z.string(), z.array(z.string())),
});
export type StaffCase = z.infer<typeof staffCaseSchema>;

/** `POST …/sanctions/:sanctionId/served`. */
export const servedBodySchema = z.strictObject({
  servedOn: day,
  how: z.enum(SERVED_HOW),
  /** A photo or scan that was brought in for this case. */
  photoId: z.uuid(),
});
/** `POST …/sanctions/:sanctionId/fulfilled`. */
export const fulfilledBodySchema = z.strictObject({ fulfilledOn: day, reason });
/** `PUT …/sp4n`: the number under which SP4N-LAPOR! knows it; null takes it away. */
export const sp4nBodySchema = z.strictObject({
  sp4nTicket: z.nullable(z.string().check(z.trim(), z.regex(/^[0-9A-Za-z-]{3,40}$/))),
});

/** `GET` and `PUT /api/v1/staff/service-settings/laporan`. */
export const caseSettingsAnswerSchema = z.object({
  settings: caseSettingsSchema,
  revision: z.int(),
  /** Letters of the demo city are numbered by settings of the demonstration. */
  isDemo: z.boolean(),
  setBy: named,
  setAt: z.nullable(z.string()),
});
export type CaseSettingsAnswer = z.infer<typeof caseSettingsAnswerSchema>;
