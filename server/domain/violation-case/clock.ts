import { type ClockReading, type Running, readClock, setRunning } from '../work-days/read-clock.ts';
import { addWorkingDays, countWorkingDays, type Day, type WorkCalendar } from '../work-days/working-days.ts';
import type { CasePolicy, ServiceClass } from './policy.ts';
import { type StandingSanction, sanctionsDueOn } from './sanction-due.ts';
import type { CaseState, CaseStep } from './states.ts';

/** What is owed within a time: each has a clock of its own. */
export const STAGES = [
  'verify',
  'followUp',
  'reply',
  'resolve',
  'review',
  'enforce',
  'sanction',
  'objection',
  'pause',
] as const;
export type Stage = (typeof STAGES)[number];

/** What was owed to the reporters of a case when it was joined into another one: it is owed to them on. */
export type Carried = {
  readonly stage: Stage;
  /** Working days that were left; below zero when it was overdue. */
  readonly leftDays: number;
  /** The day that it was due on; null while it stood still. */
  readonly dueOn: Day | null;
};

/** A step as the clock sees it: its number, the day, and how the case stood afterwards. */
export interface CaseClockMove {
  readonly moveNo: number;
  readonly on: Day;
  readonly step: CaseStep | 'open';
  readonly state: CaseState;
  readonly isPaused: boolean;
  /** Of the case after the step; null before it was verified. */
  readonly serviceClass: ServiceClass | null;
  /** Of a pause: its last day. */
  readonly pauseUntil?: Day | null;
  /** Of a join into this case. */
  readonly carried?: readonly Carried[];
  /** Of an answer: it went to some of the reports, and others are left who have had none. */
  readonly leavesUnanswered?: boolean;
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

/** States in which no term of a sanction is looked after: none stands yet, it is heard, or the case is over. */
const WITHOUT_TERMS: readonly CaseState[] = ['diterima', 'keberatan', 'ditutup', 'peninjauan'];

/** Whether a stage is owed as the case stands after a move, and was before it. */
function isOwed(
  stage: Stage,
  { step, state, isPaused, carried, leavesUnanswered = false }: CaseClockMove,
  wasOwed: boolean,
): boolean {
  switch (stage) {
    case 'verify':
      return state === 'diterima';
    case 'followUp':
      return state === 'terverifikasi';
    case 'resolve':
      return BEFORE_OUTCOME.includes(state);
    case 'reply':
      if (step === 'verify' || step === 'reopen') return true;
      // Whoever came along was not answered yet.
      if (carried?.some((one) => one.stage === 'reply') === true && state !== 'peninjauan') return true;
      if (step === 'reply' && !leavesUnanswered) return false;
      return wasOwed && state !== 'ditutup' && state !== 'peninjauan';
    case 'review':
      return state === 'peninjauan';
    case 'enforce':
      // Whoever it was handed to has acted once they say what they did, or a further sanction was given.
      return (
        state === 'penindakan' ||
        (state === 'dilimpahkan' &&
          (step === 'handOver' ||
            step === 'reopen' ||
            (wasOwed && step !== 'enforce' && step !== 'carryOut')))
      );
    case 'sanction':
      // Wherever the office works on it, whatever is doubted: a term that was served runs on.
      return !isPaused && !WITHOUT_TERMS.includes(state);
    case 'objection':
      return state === 'keberatan';
    case 'pause':
      return isPaused;
  }
}

const limitOf = (stage: Stage, policy: CasePolicy, serviceClass: ServiceClass | null): number | null => {
  if (stage === 'verify') return policy.verifyDays;
  if (stage === 'followUp') return policy.followUpDays;
  if (stage === 'objection') return policy.objectionDays;
  if (stage === 'enforce') return policy.enforceDays;
  if (stage === 'pause' || stage === 'sanction') return null;
  if (stage === 'resolve') return serviceClass === null ? null : policy.classDays[serviceClass];
  return policy.replyDays;
};

interface Owed {
  since: number;
  isOwed: boolean;
  times: Running[];
}

/**
 * The clocks of a case, out of its moves and of sanctions that stand: messages, photos and notes do not exist here. A
 * pause stops the clock that runs, and has a last day of its own; a stage that begins again (an objection granted, a case
 * opened again) begins anew. What was owed to reporters who came along by a join is owed on: the earlier day holds.
 * @param moves in their order; the first opens the case
 */
export function readCaseClock(
  calendar: WorkCalendar,
  moves: readonly CaseClockMove[],
  policy: CasePolicy,
  today: Day,
  sanctions: readonly StandingSanction[] = [],
): StageClock[] {
  const serviceClass = moves.at(-1)?.serviceClass ?? null;
  return STAGES.flatMap((stage): StageClock[] => {
    const owed = follow(stage, moves);
    if (owed === null) return [];
    const { since, times } = owed;
    if (stage === 'pause')
      return owed.isOwed
        ? [{ stage, since, isOwed: true, reading: readPause(calendar, moves, owed, today) }]
        : [];
    if (stage === 'sanction') {
      return owed.isOwed ? readSanctions(calendar, moves, since, sanctions, policy, today) : [];
    }
    const own = readClock(calendar, times, limitOf(stage, policy, serviceClass), today);
    const carried = owed.isOwed ? carriedInto(moves, stage, since) : [];
    const reading = carried.reduce((least, [move, one]) => {
      const other = readCarried(calendar, moves, move, one, today);
      return (least.leftDays ?? 0) <= (other.leftDays ?? 0) ? least : { ...least, ...other };
    }, own);
    return [{ stage, since, isOwed: owed.isOwed, reading }];
  });
}

/** What sanctions that stand are due on; one that was served without a term has no day, and says so. */
function readSanctions(
  calendar: WorkCalendar,
  moves: readonly CaseClockMove[],
  begun: number,
  sanctions: readonly StandingSanction[],
  policy: CasePolicy,
  today: Day,
): StageClock[] {
  const stage = 'sanction';
  if (sanctions.length === 0) return [];
  const since = lastGiven(moves, begun);
  const [from = today, begunOn = today] = [since, begun].map(
    (no) => moves.find(({ moveNo }) => moveNo === no)?.on,
  );
  const times: Running[] = [{ started: from, stopped: null }];
  const dueOn = sanctionsDueOn(calendar, sanctions, policy, begunOn);
  if (dueOn !== null)
    return [{ stage, since, isOwed: true, reading: readDay(calendar, dueOn, { times }, today) }];
  const usedDays = countWorkingDays(calendar, from, today);
  const reading: ClockReading = { usedDays, missingYears: [], state: 'notSet', dueOn: null, leftDays: null };
  return [{ stage, since, isOwed: true, reading }];
}

/** A pause has no days to work off but a last day, which nothing moves. */
function readPause(
  calendar: WorkCalendar,
  moves: readonly CaseClockMove[],
  { since, times }: Owed,
  today: Day,
): ClockReading {
  const until = moves.find(({ moveNo }) => moveNo === since)?.pauseUntil ?? null;
  if (until !== null) return readDay(calendar, until, { times }, today);
  const usedDays = countWorkingDays(calendar, times[0]?.started ?? today, today);
  return { usedDays, missingYears: [], state: 'notSet', dueOn: null, leftDays: null };
}

/** What is due on a day that something else has set. */
function readDay(
  calendar: WorkCalendar,
  dueOn: Day,
  { times }: Pick<Owed, 'times'>,
  today: Day,
): ClockReading {
  const usedDays = countWorkingDays(calendar, times[0]?.started ?? today, today);
  const leftDays =
    today <= dueOn ? countWorkingDays(calendar, today, dueOn) : -countWorkingDays(calendar, dueOn, today);
  return { usedDays, missingYears: [], state: 'running', dueOn, leftDays };
}

/** The move that gave the last sanction: what is told of it is told anew with the next one. */
const lastGiven = (moves: readonly CaseClockMove[], since: number): number =>
  Math.max(
    since,
    ...moves.flatMap(({ step, moveNo }) => (step === 'impose' || step === 'enforce' ? moveNo : [])),
  );

/** Stages in which a case is taken on: the one that is further has done what the other still owed. */
const TAKING_ON: ReadonlySet<Stage> = new Set(['verify', 'followUp']);

/** What joins have brought that is still owed under this stage, each with the move that brought it. */
function carriedInto(
  moves: readonly CaseClockMove[],
  stage: Stage,
  since: number,
): (readonly [CaseClockMove, Carried])[] {
  return moves.flatMap((move) => {
    const isWithin =
      since <= move.moveNo ||
      // It waited for its verification until the stage began.
      (stage === 'resolve' &&
        moves.every((one) => one.moveNo < move.moveNo || one.moveNo >= since || one.state === 'diterima'));
    if (!isWithin || move.carried === undefined) return [];
    return move.carried
      .filter((one) => one.stage === stage || (TAKING_ON.has(stage) && TAKING_ON.has(one.stage)))
      .map((one) => [move, one] as const);
  });
}

/** What was carried along, as it runs on in the case that goes on. */
function readCarried(
  calendar: WorkCalendar,
  moves: readonly CaseClockMove[],
  { moveNo, on }: CaseClockMove,
  carried: Carried,
  today: Day,
): Pick<ClockReading, 'dueOn' | 'leftDays'> {
  const times: Running[] = [];
  for (const move of moves) if (move.moveNo >= moveNo) setRunning(times, move.on, !move.isPaused);
  const { dueOn, usedDays } = readClock(calendar, times, Math.max(carried.leftDays, 0), today);
  return {
    dueOn: carried.leftDays < 0 ? (carried.dueOn ?? on) : dueOn,
    leftDays: carried.leftDays - usedDays,
  };
}

function follow(stage: Stage, moves: readonly CaseClockMove[]): Owed | null {
  let owed: Owed | null = null;
  for (const move of moves) {
    const wasOwed = owed?.isOwed === true;
    const now = isOwed(stage, move, wasOwed);
    if (now && !wasOwed) owed = { since: move.moveNo, isOwed: true, times: [] };
    if (owed === null) continue;
    setRunning(owed.times, move.on, now && (stage === 'pause' || !move.isPaused));
    owed.isOwed = now;
  }
  return owed;
}

/** Whether a day has passed on which something was due, for whoever asks; days of rest do not put that off. */
export const isPastDue = (dueOn: Day | null, today: Day): boolean => dueOn !== null && dueOn < today;

/** What is owed next: the clock that runs out first. Undefined while nothing is owed, or everything stands still. */
export const dueNext = (clocks: readonly StageClock[]): StageClock | undefined =>
  clocks
    .filter(({ isOwed, reading }) => isOwed && reading.state === 'running' && reading.dueOn !== null)
    .sort((one, other) => (one.reading.dueOn ?? '').localeCompare(other.reading.dueOn ?? ''))[0];

/** The last day on which a reporter can say that a closed case is not done. */
export const disputeUntil = (calendar: WorkCalendar, closedOn: Day, { disputeDays }: CasePolicy): Day =>
  addWorkingDays(calendar, closedOn, disputeDays);
