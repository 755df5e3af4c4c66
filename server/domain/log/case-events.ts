import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(4000));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const day = z.iso.date();
const count = z.int().check(z.gte(0));
const none = z.strictObject({});
const caseId = z.uuid();

/** Events of cases of violations: where it is, what was reported and why somebody decided stays with the case. */
export const CASE_EVENTS = {
  'case.opened': {
    facts: z.strictObject({ caseId, ticket: text, track: text, category: text, isDemo: z.boolean() }),
    personal: none,
  },
  /** A step of a case; why stands in its own record, which can hold words about people. */
  'case.moved': {
    facts: z.strictObject({
      caseId,
      step: text,
      from: text,
      to: text,
      revision: count,
      outcome: z.nullable(text),
      /** The case that it was joined into. */
      target: z.exactOptional(z.uuid()),
    }),
    personal: none,
  },
  /** Somebody noted that a case is about a colleague or a unit. */
  'case.conflictNoted': {
    facts: z.strictObject({ caseId, about: z.enum(['person', 'unit']) }),
    /** Whose account or which unit, and why. Missing before reasons were asked for. */
    personal: z.strictObject({ whom: z.exactOptional(text), reason: z.exactOptional(text) }),
  },
  /** A second person agreed: it is about somebody who supervises or audits. */
  'case.conflictSeconded': {
    facts: z.strictObject({ caseId, about: z.enum(['person', 'unit']) }),
    personal: z.strictObject({ whom: text }),
  },
  /** A conflict was taken back: whoever it was about sees the case again. */
  'case.conflictEnded': {
    facts: z.strictObject({ caseId, about: z.enum(['person', 'unit']) }),
    personal: z.strictObject({ whom: text, reason: text }),
  },
  /** A case that is about somebody of the government, or of the office, was given to others. */
  'case.assignmentChecked': {
    facts: z.strictObject({ caseId, unitId: z.uuid(), officerId: z.nullable(z.uuid()) }),
    /** How whoever gave it away knows that it is not about them. */
    personal: z.strictObject({ reason: text }),
  },
  /** A case about somebody of the government was opened for the rest of the office. */
  'case.disclosed': { facts: z.strictObject({ caseId }), personal: z.strictObject({ reason: text }) },
  /** While one reporter is heard another says that it is not done, too. */
  'case.disputeAdded': { facts: z.strictObject({ caseId }), personal: none },
  'case.photoAdded': { facts: z.strictObject({ caseId, photoId: z.uuid(), sha256 }), personal: none },
  'case.numberReserved': {
    facts: z.strictObject({ caseId, series: text, year: count, sequence: count, number: text }),
    personal: none,
  },
  'case.numberVoided': { facts: z.strictObject({ caseId, number: text }), personal: none },
  'case.letterSent': {
    facts: z.strictObject({ caseId, letterId: z.uuid(), number: text, letterKind: text, sha256 }),
    personal: none,
  },
  'case.sanctionServed': {
    facts: z.strictObject({
      caseId,
      sanctionId: z.uuid(),
      servedOn: day,
      how: text,
      dueOn: z.nullable(day),
    }),
    personal: none,
  },
  'case.sanctionFulfilled': {
    facts: z.strictObject({ caseId, sanctionId: z.uuid(), fulfilledOn: day }),
    personal: none,
  },
  /** What the Ombudsman asks the office to do was written down or changed; in which words stays in the register. */
  /** Somebody took the register away as a file. */
  'lahp.exported': { facts: z.strictObject({ rows: count }), personal: none },
  'lahp.kept': {
    facts: z.strictObject({ lahpId: z.uuid(), revision: count, dueOn: day, doneOn: z.nullable(day) }),
    personal: none,
  },
  /** Something is about to run out, and whoever works on it was told. */
  'case.reminded': { facts: z.strictObject({ caseId, stage: text, dueOn: day }), personal: none },
  /** Something ran out, and whoever looks after it was told. */
  'case.escalated': { facts: z.strictObject({ caseId, stage: text, dueOn: day }), personal: none },
  'case.sp4nLinked': { facts: z.strictObject({ caseId, hasTicket: z.boolean() }), personal: none },
  /** Everything of a case went into one file for the Ombudsman. */
  'case.dossierMade': {
    facts: z.strictObject({ caseId, reports: count, letters: count, proofs: count }),
    personal: none,
  },
  'case.exported': { facts: z.strictObject({ from: day, to: day, rows: count }), personal: none },
  /** `moved` counts the cases that are due on another day now: of other holidays, or other terms. */
  'case.dueDaysComputed': { facts: z.strictObject({ moved: count }), personal: none },
  'unit.changed': {
    facts: z.strictObject({
      unitId: z.uuid(),
      revision: count,
      members: count,
      isGone: z.boolean(),
      /** Accounts that came in and went out: missing before they were written down. */
      added: z.exactOptional(z.array(z.uuid())),
      removed: z.exactOptional(z.array(z.uuid())),
    }),
    personal: none,
  },
} as const;
