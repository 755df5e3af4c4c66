import { caseStepsFrom } from '#domain/violation-case/states';
import type { CaseStepDeps } from '../case-deps.ts';
import { writeCaseStep } from '../move-case.ts';
import { lockCase } from '../queries.ts';
import { givenToConcerned } from './queries.ts';

/**
 * Takes cases from whom they are about: from the officer, or from the whole unit, so that they are with nobody until somebody
 * reassigns them, and are listed so. Each in its own transaction, and by the product: what was noted may be out of reach of
 * whoever noted it. Killed in between, or where the state does not allow it yet, the next sweep goes on.
 * @param only one case; null: all
 */
export async function releaseFromConcerned(deps: CaseStepDeps, only: string | null = null): Promise<void> {
  for (const { caseId } of await givenToConcerned(deps.sql, only))
    await deps.sql.begin(async (tx) => {
      const row = await lockCase(tx, caseId);
      const [given] = await givenToConcerned(tx, caseId);
      if (row === undefined || given === undefined) return;
      if (!caseStepsFrom(row).some(({ step }) => step === 'unassign')) return;
      const change = given.isUnit ? { unitId: null, officerId: null } : { officerId: null };
      await writeCaseStep(deps, { actor: 'system', accountId: null }, { tx, row }, 'unassign', {}, change);
    });
}
