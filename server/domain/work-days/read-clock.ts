import {
  addWorkingDays,
  countWorkingDays,
  type Day,
  missingYears,
  type WorkCalendar,
} from './working-days.ts';

/** A stretch in which the clock ran; `stopped` null: it runs. The day of a stop counts, the day of a start does not. */
export interface Running {
  readonly started: Day;
  readonly stopped: Day | null;
}

/** Lets the clock run from a day on, or stand still; nothing where it does that already. */
export function setRunning(times: Running[], on: Day, runs: boolean): void {
  const last = times.at(-1);
  const isRunning = last !== undefined && last.stopped === null;
  if (runs && !isRunning) times.push({ started: on, stopped: null });
  if (!runs && isRunning) times[times.length - 1] = { started: last.started, stopped: on };
}

/** What the clock says on a day. */
export interface ClockReading {
  readonly state: 'notSet' | 'notStarted' | 'running' | 'stopped';
  /** Null while it has not started, stands still with days left, or nobody has set how many days there are. */
  readonly dueOn: Day | null;
  readonly usedDays: number;
  /** Days left; below zero when it is overdue. */
  readonly leftDays: number | null;
  /** Years without decreed holidays that the due day leans on: it is provisional. */
  readonly missingYears: readonly number[];
}

/**
 * Reads the clock.
 * @param serviceDays working days of the service; null while nobody has set them: then nothing is due, and that is said
 */
export function readClock(
  calendar: WorkCalendar,
  times: readonly Running[],
  serviceDays: number | null,
  today: Day,
): ClockReading {
  const [first] = times;
  if (first === undefined)
    return { state: 'notStarted', dueOn: null, usedDays: 0, leftDays: serviceDays, missingYears: [] };
  let used = 0;
  let dueOn: Day | null = null;
  for (const { started, stopped } of times) {
    const left = serviceDays === null ? null : serviceDays - used;
    const candidate = left !== null && left >= 0 ? addWorkingDays(calendar, started, left) : null;
    if (dueOn === null && candidate !== null && (stopped === null || candidate <= stopped)) dueOn = candidate;
    used += countWorkingDays(calendar, started, stopped ?? today);
  }
  const isRunning = times.at(-1)?.stopped === null;
  const until = dueOn !== null && dueOn > today ? dueOn : today;
  return {
    state: serviceDays === null ? 'notSet' : isRunning ? 'running' : 'stopped',
    dueOn,
    usedDays: used,
    leftDays: serviceDays === null ? null : serviceDays - used,
    missingYears: missingYears(calendar, first.started, until),
  };
}
