import type { CaseStep } from './states.ts';

/** A step as far as answers go: who was left without one, where the step says so. */
export interface AnswerMove {
  readonly step: CaseStep | 'open';
  readonly unanswered: readonly string[] | null;
}

/**
 * Reports of a case that no answer has gone to since it was verified or opened again: all of them from then on, and afterwards
 * as the last answer or join has left them.
 * @param moves in their order
 * @param reports all of the case as it is now
 */
export function unansweredIn(moves: readonly AnswerMove[], reports: readonly string[]): readonly string[] {
  const last = moves.findLast(
    ({ step, unanswered }) =>
      step === 'verify' || step === 'reopen' || step === 'reply' || unanswered !== null,
  );
  // Before it was kept whom an answer was for, it was for everybody.
  if (last?.step === 'reply') return last.unanswered ?? [];
  return last?.unanswered ?? reports;
}
