import { dueNext, readCaseClock, type StageClock } from '#domain/violation-case/clock';
import type { CasePolicy } from '#domain/violation-case/policy';
import type { Day, WorkCalendar } from '#domain/work-days/working-days';
import { dayAt, today } from '../../platform/city-day.ts';
import type { Queryable } from '../../platform/db.ts';
import { readWorkCalendar } from '../service/index.ts';
import type { CaseDeps } from './case-deps.ts';
import { type DueRow, setDueOn, writeDues } from './clock/queries.ts';
import { type MoveRow, movesOf } from './queries.ts';
import { standingSanctions } from './sanctions/queries.ts';
import { heldSettings } from './settings/held-settings.ts';

/** What the clocks of cases are read by. */
export interface ClockBasis {
  readonly calendar: WorkCalendar;
  readonly policy: CasePolicy;
  readonly today: Day;
}

export const readBasis = async (
  deps: Pick<CaseDeps, 'clock' | 'city'>,
  sql: Queryable,
): Promise<ClockBasis> => ({
  calendar: await readWorkCalendar(sql),
  policy: (await heldSettings(sql)).policy,
  today: today(deps),
});

/** The clocks of a case, out of its moves and of sanctions that stand. */
export async function clocksOf(
  deps: Pick<CaseDeps, 'city'>,
  sql: Queryable,
  caseId: string,
  moves: readonly Pick<
    MoveRow,
    'moveNo' | 'at' | 'step' | 'to' | 'isPaused' | 'serviceClass' | 'pauseUntil' | 'carried' | 'unanswered'
  >[],
  basis: ClockBasis,
): Promise<StageClock[]> {
  const sanctions = await standingSanctions(sql, caseId);
  return readCaseClock(
    basis.calendar,
    moves.map(({ moveNo, at, step, to, isPaused, serviceClass, pauseUntil, carried, unanswered }) => ({
      moveNo,
      on: dayAt(at, deps),
      step,
      state: to,
      isPaused,
      serviceClass,
      pauseUntil,
      ...(carried === null ? {} : { carried }),
      leavesUnanswered: unanswered !== null && unanswered.length > 0,
    })),
    basis.policy,
    basis.today,
    sanctions.map(({ imposedAt, ...one }) => ({ ...one, imposedOn: dayAt(imposedAt, deps) })),
  );
}

/** Writes down what is owed and until when. @returns whether the day that comes first is another one now */
export async function keepDues(
  tx: Queryable,
  caseId: string,
  clocks: readonly StageClock[],
): Promise<boolean> {
  const dues = clocks.flatMap(({ stage, since, isOwed, reading }): DueRow[] =>
    isOwed && reading.state === 'running' && reading.dueOn !== null
      ? [{ stage, since, dueOn: reading.dueOn }]
      : [],
  );
  await writeDues(tx, caseId, dues);
  return await setDueOn(tx, caseId, dueNext(clocks)?.reading.dueOn ?? null);
}

/** Reads the clocks of a case anew where something else than a move has changed what is due. */
export async function computeDues(
  deps: Pick<CaseDeps, 'clock' | 'city'>,
  tx: Queryable,
  caseId: string,
): Promise<void> {
  const moves = await movesOf(tx, [caseId]);
  await keepDues(tx, caseId, await clocksOf(deps, tx, caseId, moves, await readBasis(deps, tx)));
}
