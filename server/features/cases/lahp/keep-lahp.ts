import type { Actor } from '#domain/accounts/actor';
import { may } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { LahpBody } from '#domain/violation-case/lahp';
import { allOrNothing } from '../../../platform/all-or-nothing.ts';
import { staffMover } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { thingOfCase } from '../case-finder.ts';
import { type CaseRow, findByTicket, findCase } from '../queries.ts';
import { insertLahp, listLahp, updateLahp } from './queries.ts';

/** Writes a report of the Ombudsman into the register, or changes it as it was seen. @param revision 0: it is to be made */
export async function keepLahp(
  deps: CaseWorkDeps,
  actor: Actor,
  { lahpId, revision }: { readonly lahpId: string; readonly revision: number },
  { caseTicket, ...body }: LahpBody,
): Promise<Result<null, Problem>> {
  const isSeen = async (row: CaseRow | undefined): Promise<boolean> =>
    row !== undefined && may(actor, 'report.supervise', await thingOfCase(deps, row));
  const named = caseTicket === null ? undefined : await findByTicket(deps.sql, caseTicket);
  // A case that is not there for this person is not found by guessing either.
  if (caseTicket !== null && !(await isSeen(named)))
    return fail(problem('stepIncomplete', { names: ['caseTicket'] }));
  const before = (await listLahp(deps.sql)).find((one) => one.lahpId === lahpId);
  const linked = before?.caseId == null ? undefined : await findCase(deps.sql, before.caseId);
  // Whoever does not see the case that it is about does not take it away either.
  const kept = linked !== undefined && !(await isSeen(linked)) ? linked : named;
  const mover = staffMover(deps, actor);
  const now = deps.clock.now();
  const given = { ...body, lahpId, caseId: kept?.caseId ?? null };
  const refused = await allOrNothing<Problem>(mover.within, async (tx) => {
    const isKept =
      revision === 0 ? await insertLahp(tx, given, now) : await updateLahp(tx, given, revision, now);
    if (!isKept) return problem('changedMeanwhile');
    const facts = { lahpId, revision: revision + 1, dueOn: body.dueOn, doneOn: body.doneOn };
    await audit(tx, { kind: 'lahp.kept', actor: mover.actor, facts }, deps.clock);
    return null;
  });
  return refused === null ? ok(null) : fail(refused);
}
