import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { unansweredIn } from '#domain/violation-case/answered';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { redacted } from '#domain/violation-case/redact';
import type { Queryable } from '../../platform/db.ts';
import type { StaffMover } from '../accounts/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { type CaseSeen, holdCase, refuseCaseStep, writeCaseStep } from './move-case.ts';
import { movesOf } from './queries.ts';

/**
 * Answers the reports of a case. Of a joined case they are chosen, for among its reporters can be whom it is about; and then
 * nothing is in the answer that reaches or names somebody: it is refused with what that is, and never rewritten. An answer is
 * owed until each report has had one.
 */
export async function replyToReporters(
  deps: Pick<CaseWorkDeps, 'sql' | 'clock' | 'city' | 'reports'>,
  mover: StaffMover,
  seen: CaseSeen,
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  return holdCase(mover, seen, async (tx, row) => {
    const refusal = refuseCaseStep(row, 'reply', mover, body);
    if (refusal !== null) return refusal;
    const known = await deps.reports.idsOf(tx, row.caseId);
    const answers = body.reportIds ?? (known.length === 1 ? known : []);
    if (answers.length === 0 || !answers.every((id) => known.includes(id)))
      return problem('stepIncomplete', { names: ['reportIds'] });
    const parts = known.length === 1 ? [] : redacted(body.reason ?? '');
    if (parts.length > 0) return problem('replyNames', { parts });
    const unanswered = (await unansweredOf(deps, tx, row.caseId)).filter((id) => !answers.includes(id));
    await writeCaseStep(deps, mover, { tx, row }, 'reply', body, {}, { answers, unanswered });
    return null;
  });
}

/** Reports of a case that are owed an answer. */
export const unansweredOf = async (
  { reports }: Pick<CaseWorkDeps, 'reports'>,
  tx: Queryable,
  caseId: string,
): Promise<readonly string[]> => unansweredIn(await movesOf(tx, [caseId]), await reports.idsOf(tx, caseId));
