import type { Problem } from '#domain/problem';
import { ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { sanctionTitle } from '#domain/violation-case/sanctions';
import type { StaffMover } from '../../accounts/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import type { CaseSeen } from '../move-case.ts';
import { objectionsOf } from '../objections/queries.ts';
import { cancelSanctions, sanctionsOf } from '../sanctions/queries.ts';
import { objectionLetter } from './compose-letter.ts';
import { objectOfLetter } from './object-of-letter.ts';
import { sendLetter } from './send-letter.ts';

/**
 * Decides on an objection by a numbered letter with outcome and reason. Granted, it takes every sanction out of force: without
 * the violation none of them stands.
 */
export async function decideObjection(
  deps: CaseWorkDeps,
  mover: StaffMover,
  seen: CaseSeen,
  step: 'grantObjection' | 'dismissObjection',
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  const isGranted = step === 'grantObjection';
  const objection = (await objectionsOf(deps.sql, seen.caseId)).at(-1);
  const given = (await sanctionsOf(deps.sql, seen.caseId)).filter(({ isCancelled }) => !isCancelled);
  const object = await objectOfLetter(deps, seen.caseId);
  return sendLetter(deps, mover, seen, step, body, {
    kind: 'objection',
    refuse: async () => null,
    write: (basis) =>
      objectionLetter(
        deps,
        basis,
        {
          isGranted,
          datedOn: objection?.datedOn ?? null,
          reason: body.reason ?? '',
          article: body.article ?? '',
          sanctions: given.map(({ kind, level, number }) => `${sanctionTitle(kind, level)} (${number})`),
        },
        object,
      ),
    async keep({ tx, row }) {
      if (isGranted) await cancelSanctions(tx, row.caseId, deps.clock.now());
      return ok(isGranted ? { isObjectable: false } : {});
    },
  });
}
