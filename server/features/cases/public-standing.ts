import { disputeUntil, dueNext, isPastDue } from '#domain/violation-case/clock';
import type { PublicStanding } from '#domain/violation-case/public-standing';
import { caseStepsFrom } from '#domain/violation-case/states';
import { dayAt } from '../../platform/city-day.ts';
import type { Queryable } from '../../platform/db.ts';
import type { CaseDeps } from './case-deps.ts';
import { isEscalated } from './clock/queries.ts';
import { type CaseRow, findCase, hasDisputed, type MoveRow, movesOf } from './queries.ts';
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

/** The move that decided that a case is over; that a superior upheld it is no new decision. */
export const closingOf = (moves: readonly Pick<MoveRow, 'moveNo' | 'to' | 'step'>[]): number | null =>
  moves.findLast(({ to, step }) => to === 'ditutup' && step !== 'uphold')?.moveNo ?? null;

/** Until when reporters can say that it is not done, also while another one is heard; null where nobody can. */
export function disputableUntil(
  deps: Pick<CaseDeps, 'city'>,
  row: CaseRow,
  moves: readonly Pick<MoveRow, 'at' | 'to'>[],
  { calendar, policy, today }: Pick<ClockBasis, 'calendar' | 'policy' | 'today'>,
): string | null {
  const isHeard = row.state === 'peninjauan';
  if (!isHeard && !caseStepsFrom(row).some(({ step }) => step === 'dispute')) return null;
  const ended = moves.findLast(({ to }) => to === 'ditutup')?.at;
  const until = ended === undefined ? '' : disputeUntil(calendar, dayAt(ended, deps), policy);
  return until < today ? null : until;
}

/**
 * States and days of a case for whoever has a ticket of it; that of the case that it was joined into.
 * @param reportId whose ticket it is: who has said that it is not done does not say so twice
 */
export async function publicStanding(
  deps: Pick<CaseDeps, 'clock' | 'city'>,
  sql: Queryable,
  caseId: string,
  reportId?: string,
): Promise<PublicStanding | undefined> {
  const row = await goesOnIn(sql, caseId);
  if (row === undefined) return undefined;
  const moves = await movesOf(sql, [row.caseId]);
  const basis = await readBasis(deps, sql);
  const clocks = await clocksOf(deps, sql, row.caseId, moves, basis);
  const next = dueNext(clocks);
  // A pause has a last day of its own: nothing else is due then.
  const due = next?.stage === 'pause' ? undefined : next;
  const { outcome, closing, forwardTo, isPaused, pauseReason, pauseUntil, recomputedOn } = row;
  const states = statesOf(deps, moves);
  const closed = closingOf(moves);
  const isHeard = reportId !== undefined && closed !== null && (await hasDisputed(sql, reportId, closed));
  return {
    state: states.at(-1)?.state ?? row.state,
    outcome,
    closing,
    // Of a recommendation that nobody has looked at yet it is nobody's to know.
    forwardTo: outcome === 'bukanKewenangan' ? forwardTo : null,
    moves: states,
    dueOn: due?.reading.dueOn ?? null,
    dueStage: due?.stage ?? null,
    isOverdue: isPastDue(next?.reading.dueOn ?? null, basis.today),
    isPaused,
    pauseReason,
    pauseUntil,
    isEscalated: await isEscalated(sql, row.caseId),
    ended: row.endedAt === null ? null : dayAt(row.endedAt, deps),
    mayDisputeUntil: isHeard ? null : disputableUntil(deps, row, moves, basis),
    missingYears: [...new Set(clocks.flatMap(({ isOwed, reading }) => (isOwed ? reading.missingYears : [])))],
    recomputedOn,
  };
}

/**
 * Changes of state, each with its day: how often somebody else took it on is the office's own. That somebody goes out is told
 * when they were there: whoever is inspected can have sent a report, too.
 */
function statesOf(deps: Pick<CaseDeps, 'city'>, moves: readonly MoveRow[]): PublicStanding['moves'] {
  const changed = moves.filter(({ step, from, to }) => step === 'open' || from !== to);
  const seen = changed.findLastIndex(({ step }) => step === 'recordInspection');
  const told = changed.filter(
    ({ to, step }, at) => at < seen || (to !== 'pemeriksaan' && step !== 'notReached'),
  );
  return told.map(({ to, at }) => ({ state: to, on: dayAt(at, deps) }));
}
