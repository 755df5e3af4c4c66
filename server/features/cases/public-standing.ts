import { disputeUntil, dueNext } from '#domain/violation-case/clock';
import type { PublicStanding } from '#domain/violation-case/public-standing';
import { caseStepsFrom } from '#domain/violation-case/states';
import { dayAt } from '../../platform/city-day.ts';
import type { Queryable } from '../../platform/db.ts';
import type { CaseDeps } from './case-deps.ts';
import { isEscalated } from './clock/queries.ts';
import { type CaseRow, findCase, type MoveRow, movesOf } from './queries.ts';
import { type ClockBasis, clocksOf, readBasis } from './read-clock.ts';

/** Joins that are followed to the case that goes on: each was joined into an open one, so there is no circle. */
const LONGEST_CHAIN = 100;

/** The case in which this one goes on: itself, unless it was joined. */
export async function goesOnIn(sql: Queryable, caseId: string): Promise<CaseRow | undefined> {
  let found = await findCase(sql, caseId);
  for (let length = 0; found?.joinedInto != null && length < LONGEST_CHAIN; length += 1)
    found = await findCase(sql, found.joinedInto);
  return found;
}

/** Until when a reporter can say that it is not done; null where nobody can. */
export function disputableUntil(
  deps: Pick<CaseDeps, 'city'>,
  row: CaseRow,
  { calendar, policy, today }: Pick<ClockBasis, 'calendar' | 'policy' | 'today'>,
): string | null {
  if (row.endedAt === null || !caseStepsFrom(row).some(({ step }) => step === 'dispute')) return null;
  const until = disputeUntil(calendar, dayAt(row.endedAt, deps), policy);
  return until < today ? null : until;
}

/** States and days of a case for whoever has a ticket of it; that of the case that it was joined into. */
export async function publicStanding(
  deps: Pick<CaseDeps, 'clock' | 'city'>,
  sql: Queryable,
  caseId: string,
): Promise<PublicStanding | undefined> {
  const row = await goesOnIn(sql, caseId);
  if (row === undefined) return undefined;
  const moves = await movesOf(sql, [row.caseId]);
  const basis = await readBasis(deps, sql);
  const clocks = clocksOf(deps, moves, basis);
  const due = dueNext(clocks);
  const { state, outcome, closing, forwardTo, isPaused, pauseReason, recomputedOn } = row;
  return {
    state,
    outcome,
    closing,
    // Of a recommendation that nobody has looked at yet it is nobody's to know.
    forwardTo: outcome === 'bukanKewenangan' ? forwardTo : null,
    moves: statesOf(deps, moves),
    dueOn: due?.reading.dueOn ?? null,
    dueStage: due?.stage ?? null,
    isOverdue: due !== undefined && (due.reading.leftDays ?? 0) < 0,
    isPaused,
    pauseReason,
    isEscalated: await isEscalated(sql, row.caseId),
    ended: row.endedAt === null ? null : dayAt(row.endedAt, deps),
    mayDisputeUntil: disputableUntil(deps, row, basis),
    missingYears: [...new Set(clocks.flatMap(({ isOwed, reading }) => (isOwed ? reading.missingYears : [])))],
    recomputedOn,
  };
}

/** Changes of state, each with its day: how often somebody else took it on is the office's own. */
function statesOf(deps: Pick<CaseDeps, 'city'>, moves: readonly MoveRow[]): PublicStanding['moves'] {
  const changed = moves.filter(({ step, from, to }) => step === 'open' || from !== to);
  return changed.map(({ to, at }) => ({ state: to, on: dayAt(at, deps) }));
}
