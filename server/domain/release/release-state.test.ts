import { expect, test } from 'vitest';
import { mayApprove, RELEASE_STATES, stepsFrom } from './release-state.ts';

test('nothing is approved that was not submitted, and nothing is changed that was published', () => {
  expect(RELEASE_STATES.filter((state) => stepsFrom(state).includes('approve'))).toEqual(['diajukan']);
  expect(RELEASE_STATES.filter((state) => stepsFrom(state).length === 0)).toEqual([
    'disetujui',
    'terbit',
    'ditarik',
  ]);
});

test('whoever made or submitted a release never approves it', () => {
  const hands = { createdBy: 'a', submittedBy: 'b' };
  expect(['a', 'b', 'c'].map((account) => mayApprove(hands, account))).toEqual([false, false, true]);
  expect(mayApprove({ createdBy: null, submittedBy: 'b' }, 'c')).toBe(true);
});
