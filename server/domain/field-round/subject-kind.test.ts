import { expect, it } from 'vitest';
import { closingBodySchema } from './round.ts';
import { kindOfSegment, ROUND_DECISIONS, SUBJECT_KINDS, SUBJECTS } from './subject-kind.ts';
import { SUBJECT_WORDS } from './words.ts';

it('names every kind of subject by an address of its own, and by words', () => {
  for (const kind of SUBJECT_KINDS) {
    expect(kindOfSegment(SUBJECTS[kind].segment)).toBe(kind);
    expect(SUBJECTS[kind].segment).toMatch(/^[a-z]{1,20}$/);
    for (const { id, en } of Object.values(SUBJECT_WORDS[kind])) expect([id, en]).not.toContain('');
  }
  expect(kindOfSegment('constructor')).toBeUndefined();
});

it('ends a round only as its kind can end', () => {
  for (const kind of SUBJECT_KINDS)
    for (const decision of [...ROUND_DECISIONS, 'anythingElse'])
      expect(
        closingBodySchema(kind).safeParse({ decision, outlineItemId: null, reason: 'Jelas (uji).' }).success,
      ).toBe((SUBJECTS[kind].decisions as readonly string[]).includes(decision));
});
