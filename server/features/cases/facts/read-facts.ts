import { stateOn } from '#domain/document/document';
import type { CaseFacts } from '#domain/violation-case/case-answers';
import { today } from '../../../platform/city-day.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import type { CaseRow } from '../queries.ts';
import { earlierCases } from './queries.ts';

/**
 * “Fakta objek”: what the plan says at the place today, documents that were given out for that ground, and earlier cases. A
 * place that is not known has no facts, and that is said: it is never “no rule”.
 */
export async function readFacts(
  deps: CaseWorkDeps,
  { caseId, place }: Pick<CaseRow, 'caseId' | 'place'>,
  accountId: string,
): Promise<CaseFacts> {
  const askedOn = today(deps);
  if (place === null) return { askedOn, answer: null, documents: [], earlier: [] };
  const [answer, documents, earlier] = await Promise.all([
    deps.answerAt(place, askedOn),
    deps.documentsAt(deps.sql, place),
    earlierCases(deps.sql, caseId, place, accountId),
  ]);
  const asOfToday = documents.map((one) => ({ ...one, state: stateOn(one, askedOn) }));
  return { askedOn, answer, documents: asOfToday, earlier };
}
