import type { Actor } from '#domain/accounts/actor';
import type { Actor as LogActor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseSettings } from '#domain/violation-case/settings';
import { today } from '../../../platform/city-day.ts';
import { audit } from '../../log/index.ts';
import { setService } from '../../service/index.ts';
import type { CaseDeps } from '../case-deps.ts';
import { lockCase, movesOf } from '../queries.ts';
import { openCaseIds, setRecomputed } from '../queue/queries.ts';
import { clocksOf, keepDues, readBasis } from '../read-clock.ts';
import { heldSettings } from './held-settings.ts';

/** Sets what the office decides about cases; days that follow from it are computed anew. */
export async function configureCases(
  deps: CaseDeps,
  actor: Actor,
  revision: number,
  settings: CaseSettings,
): Promise<Result<null, Problem>> {
  const before = await heldSettings(deps.sql);
  const isSet = await setService(deps, actor, 'laporan', { revision, before, settings });
  if (!isSet) return fail(problem('changedMeanwhile'));
  await computeCaseDays(deps, `account:${actor.accountId}`);
  return ok(null);
}

/**
 * Computes anew until when each open case is owed, all of them or none, and says in the log how many moved. Where a day moved
 * the page of the case says since when; nothing about the case itself has changed.
 */
export async function computeCaseDays(deps: CaseDeps, actor: LogActor): Promise<number> {
  return await deps.sql.begin(async (tx) => {
    const basis = await readBasis(deps, tx);
    let moved = 0;
    for (const caseId of await openCaseIds(tx)) {
      if ((await lockCase(tx, caseId)) === undefined) continue;
      const clocks = await clocksOf(deps, tx, caseId, await movesOf(tx, [caseId]), basis);
      if (!(await keepDues(tx, caseId, clocks))) continue;
      await setRecomputed(tx, caseId, today(deps));
      moved += 1;
    }
    if (moved > 0) await audit(tx, { kind: 'case.dueDaysComputed', actor, facts: { moved } }, deps.clock);
    return moved;
  });
}
