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

test('nobody approves what their own hands have touched', () => {
  const release = { hands: ['a', 'b'] };
  expect(['a', 'b', 'c'].map((account) => mayApprove(release, account))).toEqual([false, false, true]);
});
