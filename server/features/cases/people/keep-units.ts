import type { Actor } from '#domain/accounts/actor';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { caseStepsFrom } from '#domain/violation-case/states';
import type { WorkUnitBody } from '#domain/violation-case/work-unit';
import { staffMover } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { CaseStepDeps, CaseWorkDeps } from '../case-deps.ts';
import { writeCaseStep } from '../move-case.ts';
import { lockCase } from '../queries.ts';
import {
  casesOfUnit,
  closeUnit,
  countStaff,
  findUnit,
  insertUnit,
  listUnits,
  renameUnit,
  setMembers,
  type UnitRow,
} from './queries.ts';

/** Makes a unit, or changes it as it was seen. @param revision 0: it is to be made */
export async function keepUnit(
  deps: CaseWorkDeps,
  actor: Actor,
  { unitId, revision }: { readonly unitId: string; readonly revision: number },
  { name, kind, members }: WorkUnitBody,
): Promise<Result<null, Problem>> {
  const known = await findUnit(deps.sql, unitId);
  if (revision > 0 && known === undefined) return fail(problem('notFound'));
  // What a unit is for is not changed under cases that were handed over to it.
  if (known !== undefined && known.kind !== kind) return fail(problem('unitGone'));
  if (isOwn(known, actor)) return fail(problem('ownUnit'));
  if ((await countStaff(deps.sql, members)) !== new Set(members).size) return fail(problem('officerGone'));
  const mover = staffMover(deps, actor);
  let isKept = false;
  await mover.within(async (tx) => {
    isKept =
      revision === 0
        ? await insertUnit(tx, { unitId, name, kind, now: deps.clock.now() })
        : await renameUnit(tx, unitId, name, revision);
    if (!isKept) return;
    await setMembers(tx, unitId, members);
    const facts = {
      unitId,
      revision: revision + 1,
      members: new Set(members).size,
      isGone: false,
      ...changeOf(known, members),
    };
    await audit(tx, { kind: 'unit.changed', actor: mover.actor, facts }, deps.clock);
  });
  return isKept ? ok(null) : fail(problem('changedMeanwhile'));
}

/** Who came in and who went out: what is withheld opens to those who are in. */
const changeOf = (unit: UnitRow | undefined, members: readonly string[]) => {
  const before = (unit?.members ?? []).map(({ accountId }) => accountId);
  return {
    added: [...new Set(members)].filter((one) => !before.includes(one)),
    removed: before.filter((one) => !members.includes(one)),
  };
};

/** Nobody changes a unit that they are in: what it is closed out of would open to them. */
const isOwn = (unit: UnitRow | undefined, { accountId }: Actor): boolean =>
  unit?.members.some((member) => member.accountId === accountId) === true;

/** Ends a unit: nothing is given to it any more, and its open cases are with nobody until they are reassigned. */
export async function endUnit(
  deps: CaseWorkDeps,
  actor: Actor,
  unitId: string,
  revision: number,
): Promise<Result<null, Problem>> {
  if (isOwn(await findUnit(deps.sql, unitId), actor)) return fail(problem('ownUnit'));
  const mover = staffMover(deps, actor);
  let isEnded = false;
  await mover.within(async (tx) => {
    isEnded = await closeUnit(tx, unitId, revision, deps.clock.now());
    if (!isEnded) return;
    const facts = { unitId, revision: revision + 1, members: 0, isGone: true };
    await audit(tx, { kind: 'unit.changed', actor: mover.actor, facts }, deps.clock);
  });
  if (!isEnded) return fail(problem('changedMeanwhile'));
  await releaseCases(deps, unitId);
  return ok(null);
}

/** Cases that are still with a unit that is gone: left behind by whoever was killed while it ended. */
export async function releaseGoneUnits(deps: CaseStepDeps): Promise<void> {
  for (const { unitId, isGone, openCases } of await listUnits(deps.sql, null))
    if (isGone && openCases > 0) await releaseCases(deps, unitId);
}

/** Cases of a unit that is gone, each in its own transaction: killed in between, the next sweep goes on. */
async function releaseCases(deps: CaseStepDeps, unitId: string): Promise<void> {
  for (const caseId of await casesOfUnit(deps.sql, unitId))
    await deps.sql.begin(async (tx) => {
      const row = await lockCase(tx, caseId);
      if (row === undefined || row.unitId !== unitId) return;
      const isPossible = caseStepsFrom(row).some(({ step }) => step === 'unassign');
      if (!isPossible) return;
      const change = { unitId: null, officerId: null };
      await writeCaseStep(deps, { actor: 'system', accountId: null }, { tx, row }, 'unassign', {}, change);
    });
}
