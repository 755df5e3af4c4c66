import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { redacted } from '#domain/violation-case/redact';
import type { CaseWorkDeps } from './case-deps.ts';
import type { Change, HeldCase } from './move-case.ts';

/**
 * Whether an answer may go to the reports that it is for. Of a joined case they are chosen, for among its reporters can be whom
 * it is about; and then nothing is in it that reaches or names somebody: it is refused with what that is, and never rewritten.
 */
export async function mayReply(
  deps: Pick<CaseWorkDeps, 'reports'>,
  { tx, row }: HeldCase,
  { reason = '', reportIds }: CaseStepBody,
): Promise<Result<Change, Problem>> {
  const known = await deps.reports.idsOf(tx, row.caseId);
  const isChosen = reportIds === undefined ? known.length === 1 : reportIds.every((id) => known.includes(id));
  if (!isChosen) return fail(problem('stepIncomplete', { names: ['reportIds'] }));
  const parts = known.length === 1 ? [] : redacted(reason);
  return parts.length === 0 ? ok({}) : fail(problem('replyNames', { parts }));
}
