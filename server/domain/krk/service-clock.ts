import { type Running, setRunning } from '../work-days/read-clock.ts';
import type { Day } from '../work-days/working-days.ts';
import type { ApplicationState } from './states.ts';

/** One move of an application as the clock sees it: the day, and how it stood afterwards. */
export interface ClockMove {
  readonly on: Day;
  readonly state: ApplicationState;
  readonly isHeld: boolean;
}

/** States in which the office owes work. A file that came back from its applicant is owed too, once it was complete. */
const OWED: readonly ApplicationState[] = ['survei', 'analisis', 'verifikasi', 'penandatanganan'];

/**
 * When the clock of the service ran. It starts once the file is complete, stands still while the file is with the
 * applicant or held, and begins anew where an objection is granted. Anything that is no move does not touch it.
 */
export function runningTimes(moves: readonly ClockMove[]): Running[] {
  let times: Running[] = [];
  let hasStarted = false;
  let before: ApplicationState = 'draf';
  for (const { on, state, isHeld } of moves) {
    if (before === 'keberatan' && state === 'analisis') times = [];
    if (OWED.includes(state)) hasStarted = true;
    const runs = !isHeld && (OWED.includes(state) || (state === 'verifikasiBerkas' && hasStarted));
    setRunning(times, on, runs);
    before = state;
  }
  return times;
}
