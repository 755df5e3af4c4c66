import { distanceM } from '#domain/geo/measure';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import type { Carried } from '#domain/violation-case/clock';
import { isOpenCase } from '#domain/violation-case/states';
import type { Queryable } from '../../platform/db.ts';
import type { StaffMover } from '../accounts/index.ts';
import { endRoundWithSubject } from '../field-rounds/index.ts';
import { audit } from '../log/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { type CaseSeen, takeCaseStep, writeCaseStep } from './move-case.ts';
import { conflictsOf, isSupervisedWithout } from './people/queries.ts';
import { goesOnIn } from './public-standing.ts';
import { type CaseRow, findByTicket, lockCase, lockJoining, movesOf } from './queries.ts';
import { clocksOf, readBasis } from './read-clock.ts';
import { unansweredOf } from './reply-to-reporters.ts';

/** A report that goes along from case to case is told once that it was joined. */
const JOINED = 'joined';
/** Metres between two cases that one handler may join. */
const NEAR_M = 250;

/**
 * The reports of a case go on in another one that is open; its own ends. A ticket of a case that was joined itself leads on
 * to where that one goes on, so that no circle can close.
 */
export async function joinCase(
  deps: CaseWorkDeps,
  mover: StaffMover,
  seen: CaseSeen,
  body: CaseStepBody,
  mayJoinFar: boolean,
): Promise<Result<null, Problem>> {
  // Joins take turns: two that are joined into each other at once find each other, and one is refused.
  const inTurn: StaffMover = {
    ...mover,
    within: (work) =>
      mover.within(async (tx) => {
        await lockJoining(tx);
        await work(tx);
      }),
  };
  return takeCaseStep(deps, inTurn, seen, 'join', body, async ({ tx, row }) => {
    const named = await findByTicket(tx, body.target ?? '');
    const goesOn = named === undefined ? undefined : await goesOnIn(tx, named.caseId);
    if (goesOn === undefined || goesOn.caseId === row.caseId) return fail(problem('joinRefused'));
    const target = await lockCase(tx, goesOn.caseId);
    if (target === undefined || !isOpenCase(target.state) || target.joinedInto !== null)
      return fail(problem('joinRefused'));
    // Whoever does not read it now would read it there.
    if (row.isWithheld && !target.isWithheld) return fail(problem('caseWithheld'));
    // What could bury a case, where nobody looks for it, is a superior's to decide.
    if (!(isNear(row, target) && target.isPaused <= row.isPaused) && !mayJoinFar)
      return fail(problem('joinTooFar', { metres: NEAR_M }));
    // Who is closed out of either is closed out of what goes on: somebody who supervises sees it still.
    if (!(await isSupervisedWithout(tx, [row.caseId, target.caseId], [])))
      return fail(problem('nobodySupervises'));
    const carried = await owedOf(deps, tx, row.caseId);
    const unanswered = [
      ...(await unansweredOf(deps, tx, target.caseId)),
      ...(await unansweredOf(deps, tx, row.caseId)),
    ];
    const ended = {
      state: 'ditutup',
      outcome: 'duplikat',
      closing: null,
      pause: null,
      words: null,
      to: null,
    } as const;
    // Before they go along: afterwards nobody would be left here to be told.
    await deps.reports.tell(tx, row.caseId, { ...ended, kind: 'joined', eventId: JOINED });
    await endRoundWithSubject(deps, tx, 'report', row.caseId, mover.actor);
    await deps.reports.move(tx, row.caseId, target.caseId);
    await sayWhomItIsAbout(deps, mover, tx, row.caseId, target.caseId);
    await writeCaseStep(deps, mover, { tx, row: target }, 'takeIn', {}, {}, { carried, unanswered });
    return ok({ outcome: 'duplikat', joinedInto: target.caseId });
  });
}

/** What is owed to the reporters of a case now: it is owed to them where it goes on, by the same day. */
async function owedOf(deps: CaseWorkDeps, tx: Queryable, caseId: string): Promise<Carried[]> {
  const clocks = await clocksOf(deps, tx, caseId, await movesOf(tx, [caseId]), await readBasis(deps, tx));
  return clocks.flatMap(({ stage, isOwed, reading: { leftDays, dueOn } }) =>
    isOwed && stage !== 'pause' && leftDays !== null ? [{ stage, leftDays, dueOn }] : [],
  );
}

/** Whether two cases can be about one thing by where they are. */
const isNear = (one: Pick<CaseRow, 'place'>, other: Pick<CaseRow, 'place'>): boolean =>
  one.place !== null && other.place !== null && distanceM(one.place, other.place) <= NEAR_M;

/**
 * What was reported goes on in another case, and stays hidden from whom it is about: the database takes each conflict there as
 * it was noted, by whom it was noted (`conflicts_go_along`). Here the log says so, before.
 */
async function sayWhomItIsAbout(
  deps: Pick<CaseWorkDeps, 'clock'>,
  { actor }: StaffMover,
  tx: Queryable,
  from: string,
  to: string,
): Promise<void> {
  const known = await conflictsOf(tx, to);
  for (const { kind, accountId, unitId, reason } of await conflictsOf(tx, from)) {
    if (known.some((one) => one.accountId === accountId && one.unitId === unitId)) continue;
    const facts = { caseId: to, about: kind };
    const personal = { whom: accountId ?? unitId ?? '', ...(reason === null ? {} : { reason }) };
    await audit(tx, { kind: 'case.conflictNoted', actor, facts, personal }, deps.clock);
  }
}
