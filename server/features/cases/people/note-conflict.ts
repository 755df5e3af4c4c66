import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { colleagues, staffMover } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { type CaseSeen, holdCase } from '../move-case.ts';
import { bumpCase } from '../sanctions/queries.ts';
import { findUnit, insertConflict } from './queries.ts';

/**
 * Notes that a case is about a person of the office, or about a unit: from then on it is not there for them. Whoever notes it
 * about themselves loses sight of it with everybody else whom it is about.
 */
export function noteConflict(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  { accountId, unitId }: { readonly accountId?: string | undefined; readonly unitId?: string | undefined },
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  return holdCase(mover, seen, async (tx, { caseId }) => {
    if ((accountId === undefined) === (unitId === undefined))
      return problem('stepIncomplete', { names: ['accountId', 'unitId'] });
    if (unitId !== undefined && (await findUnit(tx, unitId)) === undefined) return problem('unitGone');
    if (accountId !== undefined && (await colleagues(tx, [accountId])).length === 0)
      return problem('officerGone');
    // Before: afterwards the case may be out of reach.
    await bumpCase(tx, caseId);
    const facts = { caseId, about: accountId === undefined ? ('unit' as const) : ('person' as const) };
    await audit(tx, { kind: 'case.conflictNoted', actor: mover.actor, facts }, deps.clock);
    const noted = { accountId: accountId ?? null, unitId: unitId ?? null, by: mover.actor };
    await insertConflict(tx, { ...noted, caseId, now: deps.clock.now() });
    return null;
  });
}
