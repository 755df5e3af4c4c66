import { type Problem, problem } from '#domain/problem';
import { caseStateAfter } from '#domain/violation-case/states';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import type { CaseDeps } from './case-deps.ts';
import { disputableUntil, goesOnIn } from './public-standing.ts';
import { insertDispute, lockCase, setMoved } from './queries.ts';
import { readBasis } from './read-clock.ts';
import { recordMove } from './record-move.ts';

/**
 * “Belum selesai”: a closed case goes to a superior, and not back to who closed it. Once for each closing, and within the
 * days that the policy gives.
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
  if (disputableUntil(deps, row, await readBasis(deps, tx)) === null)
    return problem('stepNotPossible', { state: row.state, step: 'dispute' });
  const to = caseStateAfter(row.state, 'dispute');
  await setMoved(tx, row.caseId, { ...row, state: to, hasDisputed: true, endedAt: null });
  await insertDispute(tx, { caseId: row.caseId, reportId, words, now: deps.clock.now() });
  await recordMove(deps, tx, row.caseId, {
    step: 'dispute',
    from: row.state,
    to,
    isPaused: false,
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
