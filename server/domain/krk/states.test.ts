import { expect, it } from 'vitest';
import { RIGHTS } from '../accounts/rights.ts';
import { describeStates } from './state-table.ts';
import { STATE_WORDS, STEP_WORDS } from './state-words.ts';
import {
  APPLICATION_STATES,
  closedTo,
  handOf,
  isOver,
  STEP_ROWS,
  stateAfter,
  stepRow,
  stepsFrom,
} from './states.ts';

const standing = { isHeld: false, hasObjected: false };

it('every step of staff is an action of the table of rights, with somebody who may take it', () => {
  const actions = STEP_ROWS.map(({ by }) => by).filter((by) => by !== 'applicant' && by !== 'system');
  expect(actions.length).toBeGreaterThan(15);
  expect(actions.filter((by) => !(by in RIGHTS) || Object.keys(RIGHTS[by]).length === 0)).toEqual([]);
});

it('the page of the states is made from the table', async () => {
  await expect(describeStates()).toMatchFileSnapshot('STATES.md');
});

it('every state can be reached from a draft, and every state that is not over can be left', () => {
  const reached = new Set(['draf']);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to } of STEP_ROWS)
      if (to !== 'same' && from.some((state) => reached.has(state))) reached.add(to);
  }
  expect([...reached].sort()).toEqual([...APPLICATION_STATES].sort());
  for (const state of APPLICATION_STATES) {
    const leaves = stepsFrom({ state, ...standing }).some((one) => one.to !== 'same');
    expect(leaves, state).toBe(!isOver(state) || state === 'terbit' || state === 'ditolak');
  }
});

it('held work is resumed or withdrawn, nothing else', () => {
  for (const state of ['verifikasiBerkas', 'survei', 'analisis', 'verifikasi'] as const)
    expect(stepsFrom({ state, isHeld: true, hasObjected: false }).map(({ step }) => step)).toEqual([
      'withdraw',
      'resume',
    ]);
  expect(stateAfter('analisis', 'hold')).toBe('analisis');
});

it('an objection is heard once', () => {
  const steps = (hasObjected: boolean) =>
    stepsFrom({ state: 'ditolak', isHeld: false, hasObjected }).map(({ step }) => step);
  expect(steps(false)).toEqual(['object']);
  expect(steps(true)).toEqual([]);
});

it('whoever prepared neither verifies nor signs, and whoever decided does not hear the objection', () => {
  const hands = { accountId: null, preparedBy: ['a'], verifiedBy: ['v'], decidedBy: ['d'] };
  expect(closedTo(stepRow('confirm'), hands)).toEqual(['a']);
  for (const step of ['sign', 'reject', 'decline'] as const)
    expect(closedTo(stepRow(step), hands)).toEqual(['a', 'v']);
  for (const step of ['grantObjection', 'dismissObjection'] as const)
    expect(closedTo(stepRow(step), hands)).toEqual(['a', 'v', 'd']);
  expect(handOf('sign')).toBe('decidedBy');
  expect(handOf('reject')).toBe('decidedBy');
  expect(handOf('decline')).toBeNull();
  expect(closedTo(stepRow('takeUp'), hands)).toEqual([]);
  for (const step of ['confirm', 'sign', 'reject', 'grantObjection', 'dismissObjection'] as const)
    expect(closedTo(stepRow(step), { ...hands, accountId: 'applicant' })).toContain('applicant');
});

it('a no always says why, and by which article', () => {
  for (const step of ['reject', 'revoke', 'dismissObjection'] as const)
    expect(stepRow(step).needs).toEqual(['reason', 'article']);
});

it('states and steps have names in both languages, and no two buttons of one state are called the same', () => {
  for (const language of ['id', 'en'] as const) {
    expect(new Set(Object.values(STATE_WORDS).map(({ name }) => name[language])).size).toBe(15);
    for (const state of APPLICATION_STATES) {
      const names = stepsFrom({ state, ...standing }).map(({ step }) => STEP_WORDS[step][language]);
      expect(new Set(names).size, state).toBe(names.length);
    }
  }
});
