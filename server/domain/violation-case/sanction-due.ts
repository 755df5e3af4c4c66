import { addWorkingDays, type Day, type WorkCalendar } from '../work-days/working-days.ts';
import type { CasePolicy } from './policy.ts';

/** A sanction that stands, as the clock sees it. */
export interface StandingSanction {
  readonly imposedOn: Day;
  readonly servedOn: Day | null;
  /** Of its term; null while it was not served, or where it has none. */
  readonly dueOn: Day | null;
  readonly fulfilledOn: Day | null;
}

/**
 * Until when somebody looks at the sanctions of a case again: the letter is served, the earliest open term ends, or all is
 * fulfilled and the case can be closed. A term that had run out was answered by the sanction that came after it.
 * @param begunOn since when they are looked after: that all is fulfilled counts anew once the case was opened again
 * @returns null where nothing has a day: no sanction stands, or what is open has no term
 */
export function sanctionsDueOn(
  calendar: WorkCalendar,
  sanctions: readonly StandingSanction[],
  { enforceDays }: Pick<CasePolicy, 'enforceDays'>,
  begunOn: Day = '',
): Day | null {
  const lastGiven = latest(sanctions.map(({ imposedOn }) => imposedOn));
  const fulfilledOn = latest(sanctions.flatMap(({ fulfilledOn: on }) => on ?? []));
  if (lastGiven === undefined) return null;
  const open = sanctions.filter((one) => one.fulfilledOn === null);
  if (open.length === 0)
    return addWorkingDays(calendar, latest([fulfilledOn ?? lastGiven, begunOn]) ?? lastGiven, enforceDays);
  const days = open.flatMap(({ imposedOn, servedOn, dueOn }) => {
    if (servedOn === null) return addWorkingDays(calendar, imposedOn, enforceDays);
    return dueOn === null || dueOn < lastGiven ? [] : dueOn;
  });
  return days.sort()[0] ?? null;
}

const latest = (days: readonly Day[]): Day | undefined => [...days].sort().at(-1);
