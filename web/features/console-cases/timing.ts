import type { CaseLine } from '#domain/violation-case/case-answers';

/** How a case stands before its clock. `none`: nothing is due. */
export type Timing = 'ended' | 'paused' | 'overdue' | 'soon' | 'inTime' | 'none';

/** Days before the last one in which a case is called urgent. */
const SOON_DAYS = 2;

/** How a case stands, by the city's day today: never worse than the server says, and never better. */
export function timingOf(
  { endedAt, isPaused, isOverdue, dueOn }: Pick<CaseLine, 'endedAt' | 'isPaused' | 'isOverdue' | 'dueOn'>,
  today: string,
): Timing {
  if (endedAt !== null) return 'ended';
  if (isOverdue) return 'overdue';
  if (isPaused) return 'paused';
  if (dueOn === null) return 'none';
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'soon' : 'inTime';
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
