import { type Problem, problem } from '../problem.ts';
import { CASE_STATE_WORDS, CASE_STEP_WORDS } from './state-words.ts';
import type { CaseState, CaseStep } from './states.ts';

/** A step that a case does not allow as it stands, in the words of whoever reads it. */
export const stepNotPossible = (state: CaseState, step: CaseStep): Problem =>
  problem('stepNotPossible', {
    state,
    step,
    stateName: CASE_STATE_WORDS[state].name,
    stepName: CASE_STEP_WORDS[step],
  });
