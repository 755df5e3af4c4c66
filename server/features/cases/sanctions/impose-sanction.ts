import { randomUUID } from 'node:crypto';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { nextWarningLevel, refuseSanction } from '#domain/violation-case/sanctions';
import { dayAt, today } from '../../../platform/city-day.ts';
import type { StaffMover } from '../../accounts/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { assessmentsOf, closedRounds } from '../facts/queries.ts';
import { type LetterObject, sanctionLetter } from '../letters/compose-letter.ts';
import { sendLetter } from '../letters/send-letter.ts';
import type { CaseSeen } from '../move-case.ts';
import { findCase } from '../queries.ts';
import { kelurahanNames } from '../queue/queries.ts';
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
  const object = await objectOf(deps, seen.caseId);
  let level: number | null = null;
  return sendLetter(deps, mover, seen, step, body, {
    kind: 'sanction',
    async refuse(tx, { caseId }) {
      const earlier = await warningsOf(tx, caseId);
      level = sanction.kind === 'peringatanTertulis' ? nextWarningLevel(earlier) : null;
      return refuseSanction(sanction, earlier, today(deps));
    },
    write: (basis) => sanctionLetter(deps, basis, body, level, broken, object),
    async keep({ tx, row }, letterId) {
      await insertSanction(tx, {
        ...sanction,
        sanctionId: randomUUID(),
        caseId: row.caseId,
        level,
        article,
        letterId,
        accountId: mover.accountId,
        now: deps.clock.now(),
      });
      return ok({ isObjectable: true });
    },
  });
}

async function objectOf(deps: CaseWorkDeps, caseId: string): Promise<LetterObject> {
  const row = await findCase(deps.sql, caseId);
  const code = row?.kelurahanCode ?? null;
  const names = code === null ? undefined : await kelurahanNames(deps.sql, [code], today(deps));
  const inspected = (await closedRounds(deps.sql, caseId)).filter(({ isReached }) => isReached).at(-1);
  return {
    place: row?.place ?? null,
    kelurahan: code === null ? null : (names?.get(code) ?? code),
    inspectedOn: inspected === undefined ? null : dayAt(inspected.closedAt, deps),
  };
}
