import { type ClockReading, type Running, readClock } from '../work-days/read-clock.ts';
import { addWorkingDays, type Day, type WorkCalendar } from '../work-days/working-days.ts';
import type { CasePolicy, ServiceClass } from './policy.ts';
import type { CaseState, CaseStep } from './states.ts';

/** What is owed within a time: each has a clock of its own. */
export const STAGES = ['verify', 'followUp', 'reply', 'resolve', 'review', 'objection'] as const;
export type Stage = (typeof STAGES)[number];

/** A step as the clock sees it: its number, the day, and how the case stood afterwards. */
export interface CaseClockMove {
  readonly moveNo: number;
  readonly on: Day;
  readonly step: CaseStep | 'open';
  readonly state: CaseState;
  readonly isPaused: boolean;
  /** Of the case after the step; null before it was verified. */
  readonly serviceClass: ServiceClass | null;
}

/** The clock of one stage: since which move it is owed, and what it says. */
export interface StageClock {
  readonly stage: Stage;
  readonly since: number;
  readonly isOwed: boolean;
  readonly reading: ClockReading;
}

const BEFORE_OUTCOME: readonly CaseState[] = [
  'terverifikasi',
  'ditugaskan',
  'pemeriksaan',
  'penilaian',
  'telaah',
];

/** Whether a stage is owed as the case stands after a move, and was before it. */
function isOwed(stage: Stage, { step, state }: CaseClockMove, wasOwed: boolean): boolean {
  switch (stage) {
    case 'verify':
      return state === 'diterima';
    case 'followUp':
      return state === 'terverifikasi';
    case 'resolve':
      return BEFORE_OUTCOME.includes(state);
    case 'reply':
      if (step === 'verify' || step === 'reopen') return true;
      return wasOwed && step !== 'reply' && state !== 'ditutup' && state !== 'peninjauan';
    case 'review':
      return state === 'peninjauan';
    case 'objection':
      return state === 'keberatan';
  }
}

const limitOf = (stage: Stage, policy: CasePolicy, serviceClass: ServiceClass | null): number | null => {
  if (stage === 'verify') return policy.verifyDays;
  if (stage === 'followUp') return policy.followUpDays;
  if (stage === 'objection') return policy.objectionDays;
  if (stage === 'resolve') return serviceClass === null ? null : policy.classDays[serviceClass];
  return policy.replyDays;
};

interface Owed {
  since: number;
  isOwed: boolean;
  times: Running[];
}

/**
 * The clocks of a case, out of its moves and nothing else: messages, photos and notes are no moves and do not exist here. A
 * pause stops the clock that runs; a stage that begins again (an objection granted, a case opened again) begins anew.
 * @param moves in their order; the first opens the case
 */
export function readCaseClock(
  calendar: WorkCalendar,
  moves: readonly CaseClockMove[],
  policy: CasePolicy,
  today: Day,
): StageClock[] {
  const serviceClass = moves.at(-1)?.serviceClass ?? null;
  return STAGES.flatMap((stage) => {
    const owed = follow(stage, moves);
    if (owed === null) return [];
    const { since, times } = owed;
    const reading = readClock(calendar, times, limitOf(stage, policy, serviceClass), today);
    return [{ stage, since, isOwed: owed.isOwed, reading }];
  });
}

function follow(stage: Stage, moves: readonly CaseClockMove[]): Owed | null {
  let owed: Owed | null = null;
  for (const move of moves) {
    const wasOwed = owed?.isOwed === true;
    const now = isOwed(stage, move, wasOwed);
    if (now && !wasOwed) owed = { since: move.moveNo, isOwed: true, times: [] };
    if (owed === null) continue;
    const last = owed.times.at(-1);
    const isRunning = last !== undefined && last.stopped === null;
    const runs = now && !move.isPaused;
    if (runs && !isRunning) owed.times.push({ started: move.on, stopped: null });
    if (!runs && isRunning) owed.times[owed.times.length - 1] = { started: last.started, stopped: move.on };
    owed.isOwed = now;
  }
  return owed;
}

/** What is owed next: the clock that runs out first. Undefined while nothing is owed, or everything stands still. */
export const dueNext = (clocks: readonly StageClock[]): StageClock | undefined =>
  clocks
    .filter(({ isOwed, reading }) => isOwed && reading.state === 'running' && reading.dueOn !== null)
    .sort((one, other) => (one.reading.dueOn ?? '').localeCompare(other.reading.dueOn ?? ''))[0];

/** The last day on which a reporter can say that a closed case is not done. */
export const disputeUntil = (calendar: WorkCalendar, closedOn: Day, { disputeDays }: CasePolicy): Day =>
  addWorkingDays(calendar, closedOn, disputeDays);
