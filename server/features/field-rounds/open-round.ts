import type { Actor } from '#domain/accounts/actor';
import { SUBJECTS } from '#domain/field-round/subject-kind';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { allOrNothing } from '../../platform/all-or-nothing.ts';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { findRound, insertRound, type RoundRow, roundsAbout } from './queries.ts';
import type { RoundDeps } from './round-deps.ts';
import type { RoundSubjects } from './subject.ts';

/**
 * Begins a round, with the ground as it is applied for now. Whoever comes second, or sends twice, is given the round that
 * goes on already.
 */
export async function openRound(
  deps: RoundDeps,
  subjects: RoundSubjects,
  actor: Actor,
  { roundId, subjectId }: { readonly roundId: string; readonly subjectId: string },
): Promise<Result<RoundRow, Problem>> {
  const { kind } = subjects;
  const goesOn = (await roundsAbout(deps.sql, kind, subjectId)).find(
    (round) => round.state === 'open' || round.roundId === roundId,
  );
  if (goesOn !== undefined) return ok(goesOn);
  const subject = await subjects.find(subjectId);
  if (subject === undefined) return fail(problem('notFound'));
  const tooLate = problem('stepNotPossible', { state: '', step: 'openRound' });
  if (!subject.isWaiting) return fail(tooLate);
  const open = async (tx: Queryable): Promise<Problem | null> => {
    // Of a subject that was taken back since, it would go on for ever: nothing ends it.
    if (!(await subjects.hold(tx, subjectId))) return tooLate;
    const isNew = await insertRound(tx, {
      roundId,
      subjectKind: kind,
      subjectId,
      title: subject.title,
      kelurahan: subject.kelurahan,
      applied: subject.ground,
      tasks: SUBJECTS[kind].tasks,
      isDemo: subject.isDemo,
      openedBy: actor.accountId,
      now: deps.clock.now(),
    });
    if (!isNew) return null;
    const facts = { roundId, subjectKind: kind, subjectId };
    await audit(tx, { kind: 'round.opened', actor: `account:${actor.accountId}`, facts }, deps.clock);
    return null;
  };
  const refused = await allOrNothing((work) => inTheNameOf(deps.sql, actor, work), open);
  if (refused !== null) return fail(refused);
  const found =
    (await findRound(deps.sql, kind, roundId)) ??
    (await roundsAbout(deps.sql, kind, subjectId)).find(({ state }) => state === 'open');
  return found === undefined ? fail(problem('changedMeanwhile')) : ok(found);
}
