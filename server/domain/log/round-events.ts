import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(4000));
const count = z.int().check(z.gte(0));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const none = z.strictObject({});
const round = { roundId: z.uuid(), subjectKind: text, subjectId: z.uuid() };

/** Events of rounds on site. */
export const ROUND_EVENTS = {
  'round.opened': { facts: z.strictObject(round), personal: none },
  /** The hash proves what was brought home; words and places stay with the round. */
  'round.itemAdded': {
    facts: z.strictObject({
      roundId: z.uuid(),
      itemId: z.uuid(),
      kind: text,
      contentSha256: sha256,
      photoSha256: z.nullable(sha256),
    }),
    personal: none,
  },
  'round.closed': {
    facts: z.strictObject({
      ...round,
      decision: text,
      revision: count,
      items: count,
      closingSha256: sha256,
    }),
    personal: none,
  },
} as const;
