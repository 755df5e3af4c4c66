import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(4000));
const count = z.int().check(z.gte(0));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const none = z.strictObject({});

/** Events of reports of violations: words, places and people stay with the report. */
export const REPORT_EVENTS = {
  /** A report came in. What it says, where and by whom stays with the report; its content is proven by the hash. */
  'report.received': {
    facts: z.strictObject({
      reportId: z.uuid(),
      ticket: text,
      caseId: z.uuid(),
      track: text,
      category: text,
      photos: count,
      isAnonymous: z.boolean(),
      isDemo: z.boolean(),
    }),
    /** Of the canonical content, photos among it: it goes when the words of the report go. */
    personal: z.strictObject({ contentSha256: sha256 }),
  },
  /** A message between reporter and office; its words stay with the report. */
  'report.messageAdded': {
    facts: z.strictObject({ reportId: z.uuid(), messageId: z.uuid(), photos: count }),
    personal: none,
  },
  /** Somebody of the office looked at who sent a report. */
  'report.personRead': {
    facts: z.strictObject({ reportId: z.uuid(), isKnown: z.boolean() }),
    /** Why, in the words of who looked. */
    personal: z.strictObject({ reason: text }),
  },
  /** The office asked a reporter whether what they wrote may go to the Ombudsman; its words stand in the thread. */
  'report.consentAsked': {
    facts: z.strictObject({ reportId: z.uuid(), messageId: z.uuid() }),
    personal: none,
  },
  /** Whoever holds the secret agreed to that, or took it back. */
  'report.consentChanged': {
    facts: z.strictObject({ reportId: z.uuid(), mayPassOn: z.boolean() }),
    personal: none,
  },
  'report.exported': { facts: z.strictObject({ reportId: z.uuid() }), personal: none },
  'report.personErased': {
    facts: z.strictObject({ reportId: z.uuid(), by: z.enum(['person', 'operator', 'retention']) }),
    personal: none,
  },
  /** What a reporter had written beside the report was taken away. */
  'report.wordsErased': {
    facts: z.strictObject({
      reportId: z.uuid(),
      by: z.enum(['person', 'operator', 'retention']),
      messages: count,
      photos: count,
      disputes: count,
    }),
    personal: none,
  },
  /** Whoever holds the secret of a report asked for another: from now on the old link opens nothing. */
  'report.secretChanged': { facts: z.strictObject({ reportId: z.uuid() }), personal: none },
  /** Somebody asked whose data something has touched (UU 27/2022 Pasal 46). */
  'report.affectedListed': { facts: z.strictObject({ reports: count }), personal: none },
} as const;
