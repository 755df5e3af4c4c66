import { randomUUID } from 'node:crypto';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { nextWarningLevel, refuseSanction } from '#domain/violation-case/sanctions';
import { today } from '../../../platform/city-day.ts';
import type { StaffMover } from '../../accounts/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { assessmentsOf } from '../facts/queries.ts';
import { sanctionLetter } from '../letters/compose-letter.ts';
import { objectOfLetter } from '../letters/object-of-letter.ts';
import { sendLetter } from '../letters/send-letter.ts';
import type { CaseSeen } from '../move-case.ts';
import { insertSanction, warningsOf } from './queries.ts';

/** Gives a sanction by a numbered letter. Sanctions can be combined; of warnings there are three, each after the other's term. */
export async function imposeSanction(
  deps: CaseWorkDeps,
  mover: StaffMover,
  seen: CaseSeen,
  step: 'impose' | 'enforce',
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  const { sanction, article } = body;
  if (sanction === undefined || article === undefined)
    return fail(problem('stepIncomplete', { names: ['sanction', 'article'] }));
  const assessment = (await assessmentsOf(deps.sql, seen.caseId)).at(-1);
  const broken = assessment?.entry.findings.filter(({ isBroken }) => isBroken) ?? [];
  const object = await objectOfLetter(deps, seen.caseId);
  let level: number | null = null;
  let objectDays = 0;
  return sendLetter(deps, mover, seen, step, body, {
    kind: 'sanction',
    async refuse(tx, { caseId }) {
      const earlier = await warningsOf(tx, caseId);
      level = sanction.kind === 'peringatanTertulis' ? nextWarningLevel(earlier) : null;
      return refuseSanction(sanction, earlier, today(deps));
    },
    write(basis) {
      objectDays = basis.settings.policy.objectWithinDays;
      return sanctionLetter(deps, basis, body, level, broken, object);
    },
    async keep({ tx, row }, letterId) {
      await insertSanction(tx, {
        ...sanction,
        sanctionId: randomUUID(),
        caseId: row.caseId,
        level,
        article,
        objectDays,
        letterId,
        accountId: mover.accountId,
        now: deps.clock.now(),
      });
      return ok({ isObjectable: true });
    },
  });
}
