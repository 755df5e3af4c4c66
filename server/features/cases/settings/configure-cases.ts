import { createHash } from 'node:crypto';
import type { Actor } from '#domain/accounts/actor';
import { canonicalJson, type Json } from '#domain/log/canonical-json';
import type { Actor as LogActor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseSettings } from '#domain/violation-case/settings';
import { today } from '../../../platform/city-day.ts';
import { audit } from '../../log/index.ts';
import { setService } from '../../service/index.ts';
import type { CaseDeps } from '../case-deps.ts';
import { lockCase, movesOf } from '../queries.ts';
import { daysComputedBy, openCaseIds, setDaysComputed, setRecomputed } from '../queue/queries.ts';
import { type ClockBasis, clocksOf, keepDues, readBasis } from '../read-clock.ts';
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
 * Computes anew until when each open case is owed, one after the other and none held longer than it takes, and says in the log
 * how many moved. Where a day moved the page of the case says since when; nothing about the case itself has changed.
 */
export async function computeCaseDays(deps: CaseDeps, actor: LogActor): Promise<number> {
  const basis = hashOf(await readBasis(deps, deps.sql));
  let moved = 0;
  for (const caseId of await openCaseIds(deps.sql)) if (await computeDaysOf(deps, caseId)) moved += 1;
  await deps.sql.begin(async (tx) => {
    if (moved > 0) await audit(tx, { kind: 'case.dueDaysComputed', actor, facts: { moved } }, deps.clock);
    await setDaysComputed(tx, { basis, now: deps.clock.now() });
  });
  return moved;
}

/**
 * The same where terms or holidays are others than those by which it was done last: whoever set them was killed before it was,
 * or two did at once.
 */
export async function computeOutdatedDays(deps: CaseDeps): Promise<number> {
  const basis = hashOf(await readBasis(deps, deps.sql));
  return (await daysComputedBy(deps.sql)) === basis ? 0 : await computeCaseDays(deps, 'system');
}

/** @returns whether the day that comes first is another one now */
async function computeDaysOf(deps: CaseDeps, caseId: string): Promise<boolean> {
  let isMoved = false;
  await deps.sql.begin(async (tx) => {
    if ((await lockCase(tx, caseId)) === undefined) return;
    const clocks = await clocksOf(deps, tx, caseId, await movesOf(tx, [caseId]), await readBasis(deps, tx));
    isMoved = await keepDues(tx, caseId, clocks);
    if (isMoved) await setRecomputed(tx, caseId, today(deps));
  });
  return isMoved;
}

/** Names terms and holidays, whatever day it is. */
function hashOf({ policy, calendar: { everyYear, years } }: ClockBasis): string {
  const days = [...years].map(([year, held]) => [year, [...held].sort()] as const);
  const said = {
    policy,
    everyYear: [...everyYear].sort(),
    years: days.sort(([one], [other]) => one - other),
  };
  return createHash('sha256')
    .update(canonicalJson(said as unknown as Json))
    .digest('hex');
}
