import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { sanctionTitle } from '#domain/violation-case/sanctions';
import type { StaffMover } from '../../accounts/index.ts';
import { assign, readAssignment } from '../assignment.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import type { CaseSeen } from '../move-case.ts';
import { findUnit } from '../people/queries.ts';
import { sanctionsOf } from '../sanctions/queries.ts';
import { handOverLetter } from './compose-letter.ts';
import { sendLetter } from './send-letter.ts';

/** A case goes to Satpol PP or PPNS, by a numbered letter and to a unit of theirs. */
export async function handOverCase(
  deps: CaseWorkDeps,
  mover: StaffMover,
  seen: CaseSeen,
  body: CaseStepBody,
): Promise<Result<null, Problem>> {
  const unit = body.unitId === undefined ? undefined : await findUnit(deps.sql, body.unitId);
  const given = (await sanctionsOf(deps.sql, seen.caseId)).filter(({ isCancelled }) => !isCancelled);
  return sendLetter(deps, mover, seen, 'handOver', body, {
    kind: 'handOver',
    async refuse(tx, row) {
      const assignment = await readAssignment(tx, row, mover, body, 'enforcement');
      return assignment.ok ? null : assignment.problem;
    },
    write: (basis) =>
      handOverLetter(deps, basis, {
        recipient: unit?.name ?? '',
        reason: body.reason ?? '',
        sanctions: given.map(({ kind, level, number }) => `${sanctionTitle(kind, level)} (${number})`),
      }),
    keep: (held) => assign(deps, held, mover, body, 'enforcement'),
  });
}
