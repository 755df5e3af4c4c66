import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { RIGHTS } from '../accounts/rights.ts';
import { OUTCOMES, type Outcome, RECOMMENDABLE } from './outcomes.ts';
import { describeCases } from './state-table.ts';
import { CASE_STATE_WORDS, CASE_STEP_WORDS } from './state-words.ts';
import {
  CASE_RULES,
  CASE_STATES,
  CASE_STEPS,
  type CaseStanding,
  type CaseState,
  type CaseStep,
  caseClosedTo,
  caseHandOf,
  caseRule,
  caseStateAfter,
  caseStepsFrom,
  isOpenCase,
} from './states.ts';

const fresh: CaseStanding = {
  state: 'diterima',
  isPaused: false,
  outcome: null,
  recommended: null,
  isObjectable: false,
  hasSanctions: false,
};
const stepsAt = (standing: Partial<CaseStanding>): CaseStep[] =>
  caseStepsFrom({ ...fresh, ...standing }).map(({ step }) => step);

it('every step of staff is an action of the table of rights, with somebody who may take it', () => {
  const actions = CASE_RULES.map(({ by }) => by).filter((by) => by !== 'reporter' && by !== 'system');
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((by) => !(by in RIGHTS) || Object.keys(RIGHTS[by]).length === 0)).toEqual([]);
});

it('the page of the states is made from the table', async () => {
  await expect(describeCases()).toMatchFileSnapshot('CASES.md');
});

it('every state can be reached from what was received, and every open one can be left', () => {
  const reached = new Set(['diterima']);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { from, to } of CASE_RULES)
      if (to !== 'same' && to !== 'back' && from.some((state) => reached.has(state))) reached.add(to);
  }
  expect([...reached].sort()).toEqual([...CASE_STATES].sort());
  for (const state of CASE_STATES)
    expect(
      CASE_RULES.some(({ from, to }) => (from as readonly string[]).includes(state) && to !== 'same'),
      state,
    ).toBe(true);
  expect(CASE_STATES.filter((state) => !isOpenCase(state))).toEqual(['ditutup']);
});

it('WFL04: nothing is sanctioned before a violation was confirmed by a second person', () => {
  for (const state of CASE_STATES) {
    const sanctions = stepsAt({ state }).filter((step) => step === 'impose' || step === 'enforce');
    expect(sanctions.length > 0, state).toBe(['penindakan', 'pemulihan', 'dilimpahkan'].includes(state));
  }
  const ways = CASE_RULES.filter(({ to, from }) => to === 'penindakan' && !from.includes('penindakan'));
  expect(ways.map(({ step }) => step)).toEqual(['confirmViolation']);
  expect(caseRule('confirmViolation').closedTo).toBe('preparer');
});

it('WFL02: nothing is closed without a reason and an answer, and what is confirmed not without saying how it ended', () => {
  const closing = CASE_RULES.filter(({ to }) => to === 'ditutup');
  const without = (need: string) =>
    closing.filter(({ needs }) => !(needs as readonly string[]).includes(need)).map(({ step }) => step);
  expect(without('reason')).toEqual([]);
  // Those of a joined case are answered where it goes on.
  expect(without('answer')).toEqual(['join']);
  expect(caseRule('close').needs).toContain('closing');
});

it('a reviewer confirms what was recommended and nothing else', () => {
  for (const recommended of RECOMMENDABLE) {
    const steps = stepsAt({ state: 'telaah', recommended }).filter((step) => step.startsWith('confirm'));
    expect(steps).toEqual([recommended === 'terbukti' ? 'confirmViolation' : 'confirmOutcome']);
  }
  expect(stepsAt({ state: 'telaah' }).filter((step) => step.startsWith('confirm'))).toEqual([]);
});

it('what pauses is resumed, reassigned, answered or joined, and nothing else', () => {
  expect(stepsAt({ state: 'diterima', isPaused: true })).toEqual(['join', 'takeIn']);
  expect(stepsAt({ state: 'penilaian', isPaused: true })).toEqual([
    'join',
    'takeIn',
    'reassign',
    'unassign',
    'reply',
    'resume',
  ]);
});

it('an objection needs a sanction, and what was joined is not disputed', () => {
  expect(stepsAt({ state: 'pemulihan' })).not.toContain('object');
  expect(stepsAt({ state: 'pemulihan', isObjectable: true })).toContain('object');
  const closed = { state: 'ditutup', outcome: 'tidakTerbukti' } as const;
  expect(stepsAt(closed)).toEqual(['dispute']);
  expect(stepsAt({ ...closed, outcome: 'duplikat' })).toEqual([]);
});

it('a sanction that stands is neither dismissed with its case nor joined into another one', () => {
  const opened = { state: 'terverifikasi', hasSanctions: true } as const;
  expect(stepsAt(opened)).not.toContain('dismiss');
  expect(stepsAt(opened)).not.toContain('join');
  expect(stepsAt({ ...opened, hasSanctions: false })).toEqual(expect.arrayContaining(['dismiss', 'join']));
});

it('a case that was opened again goes on where a violation had been confirmed, and otherwise begins anew', () => {
  for (const state of CASE_STATES)
    expect(caseStateAfter('peninjauan', 'reopen', state), state).toBe(
      ['penindakan', 'pemulihan', 'dilimpahkan'].includes(state) ? state : 'terverifikasi',
    );
});

it('a dismissed objection leads back to where the case stood, in the office or with whom it was handed to', () => {
  expect(caseStateAfter('keberatan', 'dismissObjection', 'dilimpahkan')).toBe('dilimpahkan');
  expect(caseStateAfter('keberatan', 'dismissObjection', 'pemulihan')).toBe('pemulihan');
});

const hasSanctionsAfter = (step: CaseStep, { hasSanctions }: CaseStanding): boolean =>
  step === 'impose' ||
  step === 'enforce' ||
  (hasSanctions && step !== 'grantObjection' && step !== 'confirmOutcome');

describe('four eyes', () => {
  const hands = { preparedBy: ['a'], reviewedBy: ['r'], decidedBy: ['d'] };

  it('whoever recommended neither confirms nor sanctions, and no hand hears what is said against it', () => {
    for (const step of [
      'confirmViolation',
      'confirmOutcome',
      'sendBack',
      'impose',
      'enforce',
      'dismiss',
      'join',
    ] as const)
      expect(caseClosedTo(caseRule(step), hands), step).toEqual(['a']);
    for (const step of ['grantObjection', 'dismissObjection', 'uphold', 'reopen', 'close'] as const)
      expect(caseClosedTo(caseRule(step), hands), step).toEqual(['a', 'r', 'd']);
    expect(caseClosedTo(caseRule('verify'), hands)).toEqual([]);
  });

  it('whoever ends a case in any way has had a hand in it', () => {
    for (const { step, to, by } of CASE_RULES)
      if (to === 'ditutup' && by !== 'system') expect(caseHandOf(step), step).not.toBeNull();
  });

  it('whatever is done in whatever order, nobody confirms their own recommendation', () => {
    const person = fc.constantFrom('a', 'b', 'c');
    const act = fc.record({ who: person, pick: fc.nat(), outcome: fc.constantFrom(...RECOMMENDABLE) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let standing: CaseStanding = fresh;
        const now = { preparedBy: [] as string[], reviewedBy: [] as string[], decidedBy: [] as string[] };
        let recommender = '';
        let objectedIn: CaseState = 'pemulihan';
        let closedIn: CaseState = 'diterima';
        for (const { who, pick, outcome } of acts) {
          const possible = caseStepsFrom(standing).filter((one) => !caseClosedTo(one, now).includes(who));
          if (possible.length === 0) continue;
          const { step } = possible[pick % possible.length]!;
          if (step.startsWith('confirm')) expect(who).not.toBe(recommender);
          if (step === 'impose' || step === 'enforce') expect(now.reviewedBy.length).toBeGreaterThan(0);
          if (step === 'recommend') recommender = who;
          if (step === 'object') objectedIn = standing.state;
          const stoodIn = step === 'reopen' ? closedIn : objectedIn;
          const state = caseStateAfter(standing.state, step, stoodIn);
          if (state === 'ditutup' && step !== 'uphold') closedIn = standing.state;
          // Nothing throws a sanction back to where nobody looks after it.
          if (step === 'reopen' && standing.hasSanctions)
            expect(['penindakan', 'pemulihan', 'dilimpahkan']).toContain(state);
          const hand = caseHandOf(step);
          if (hand !== null) now[hand] = [...now[hand], who];
          standing = {
            ...standing,
            state,
            isPaused: step === 'pause' || (standing.isPaused && step !== 'resume'),
            recommended: step === 'recommend' ? outcome : standing.recommended,
            isObjectable: step === 'impose' || (step !== 'object' && standing.isObjectable),
            hasSanctions: hasSanctionsAfter(step, standing),
          };
          expect(CASE_STATES).toContain(standing.state);
        }
      }),
    );
  });
});

it('an outcome is given by the steps that the table names, and each outcome by one of them', () => {
  const given = new Set<Outcome>(CASE_RULES.flatMap(({ outcomes }) => [...outcomes]));
  expect([...given].sort()).toEqual([...OUTCOMES].sort());
});

it('states and steps have names in both languages, and no two buttons of one state are called the same', () => {
  for (const language of ['id', 'en'] as const) {
    expect(new Set(Object.values(CASE_STATE_WORDS).map(({ name }) => name[language])).size).toBe(
      CASE_STATES.length,
    );
    expect(CASE_STEPS.filter((step) => CASE_STEP_WORDS[step][language] === '')).toEqual([]);
    for (const state of CASE_STATES) {
      const names = stepsAt({ state, isObjectable: true }).map((step) => CASE_STEP_WORDS[step][language]);
      expect(new Set(names).size, state).toBe(names.length);
    }
  }
});
