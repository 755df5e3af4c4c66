import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(4000));
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
} as const;
