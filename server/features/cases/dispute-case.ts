import { type Problem, problem } from '#domain/problem';
import { caseStateAfter } from '#domain/violation-case/states';
import { stepNotPossible } from '#domain/violation-case/step-not-possible';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import type { CaseDeps } from './case-deps.ts';
import { closingOf, disputableUntil, goesOnIn } from './public-standing.ts';
import { hasDisputed, insertDispute, lockCase, movesOf, setMoved } from './queries.ts';
import { readBasis } from './read-clock.ts';
import { recordMove } from './record-move.ts';

/**
 * “Belum selesai”: a closed case goes to a superior, and not back to who closed it. Once for each report and closing, and within
 * the days that the policy gives: while one is heard, others are added to it, so that nobody uses up what is another's.
 */
export async function disputeCase(
  deps: Pick<CaseDeps, 'clock' | 'city'>,
  tx: Queryable,
  caseId: string,
  { reportId, words }: { readonly reportId: string; readonly words: string },
): Promise<Problem | null> {
  const now = await goesOnIn(tx, caseId);
  const row = now === undefined ? undefined : await lockCase(tx, now.caseId);
  if (row === undefined) return problem('notFound');
  const moves = await movesOf(tx, [row.caseId]);
  const closing = closingOf(moves);
  if (
    closing === null ||
    disputableUntil(deps, row, moves, await readBasis(deps, tx)) === null ||
    (await hasDisputed(tx, reportId, closing))
  )
    return stepNotPossible(row.state, 'dispute');
  await insertDispute(tx, { caseId: row.caseId, reportId, closing, words, now: deps.clock.now() });
  if (row.state === 'peninjauan') {
    await audit(
      tx,
      { kind: 'case.disputeAdded', actor: 'public', facts: { caseId: row.caseId } },
      deps.clock,
    );
    return null;
  }
  const to = caseStateAfter(row.state, 'dispute', row.state);
  await setMoved(tx, row.caseId, { ...row, state: to, endedAt: null });
  await recordMove(deps, tx, row.caseId, {
    step: 'dispute',
    from: row.state,
    to,
    isPaused: false,
    pauseUntil: null,
    carried: null,
    serviceClass: row.serviceClass,
    pauseReason: null,
    outcome: row.outcome,
    actor: 'public',
    // In their own words it stands with the dispute, from where it can be erased.
    reason: null,
    article: null,
  });
  const facts = {
    caseId: row.caseId,
    step: 'dispute',
    from: row.state,
    to,
    revision: row.revision + 1,
    outcome: row.outcome,
  };
  await audit(tx, { kind: 'case.moved', actor: 'public', facts }, deps.clock);
  return null;
}
