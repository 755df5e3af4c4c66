import type { Actor } from '#domain/accounts/actor';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { staffMover } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { type CaseSeen, holdCase } from './move-case.ts';
import { setSp4nTicket } from './queue/queries.ts';

/** The number under which SP4N-LAPOR! knows a case. It moves no clock. */
export function setTicketOfSp4n(
  deps: CaseWorkDeps,
  actor: Actor,
  seen: CaseSeen,
  ticket: string | null,
): Promise<Result<null, Problem>> {
  const mover = staffMover(deps, actor);
  return holdCase(mover, seen, async (tx, { caseId }) => {
    await setSp4nTicket(tx, caseId, ticket);
    const facts = { caseId, hasTicket: ticket !== null };
    await audit(tx, { kind: 'case.sp4nLinked', actor: mover.actor, facts }, deps.clock);
    return null;
  });
}
