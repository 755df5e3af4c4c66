import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { staffMover } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { type CaseSeen, holdCase } from './move-case.ts';
import { discloseCase as setDisclosed } from './queries.ts';

/**
 * Opens a case about somebody of the government for the rest of the office: whoever it is about was closed out before, or is
 * nobody who works on cases. It moves no clock, and is never taken back: what was read was read.
 */
export function discloseCase(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  reason: string,
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  return holdCase(mover, seen, async (tx, { caseId, isWithheld }) => {
    if (!isWithheld) return problem('changedMeanwhile');
    await setDisclosed(tx, caseId);
    const facts = { caseId };
    await audit(tx, { kind: 'case.disclosed', actor: mover.actor, facts, personal: { reason } }, deps.clock);
    return null;
  });
}
