import type { Actor } from '#domain/accounts/actor';
import type { HolidayYear } from '#domain/krk/application-answers';
import type { ServiceSettings } from '#domain/krk/settings';
import type { Actor as LogActor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { setService, writeHolidayYear } from '../service/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { lockApplication, movesOf } from './queries.ts';
import { openIds, setDueOn } from './queue/queries.ts';
import { clockOf } from './read-clock.ts';
import { readOwnSettings } from './settings/held-settings.ts';
import { readBasis } from './tell-applications.ts';

/** Sets what the office decides about its service; days that follow from it are computed anew. */
export async function configureService(
  deps: ApplicationDeps,
  actor: Actor,
  revision: number,
  settings: ServiceSettings,
): Promise<Result<null, Problem>> {
  const before = (await readOwnSettings(deps)).settings;
  const isSet = await setService(deps, actor, 'krk', { revision, before, settings });
  if (!isSet) return fail(problem('changedMeanwhile'));
  await computeDueDays(deps, `account:${actor.accountId}`);
  return ok(null);
}

/**
 * Loads the holidays of a year; due days that lean on it move, and the log says how many did.
 * @param seenAt when the year was loaded last, as its reader saw it; null = never
 */
export async function loadHolidays(
  deps: ApplicationDeps,
  actor: Actor,
  year: number,
  { source, days }: HolidayYear,
  seenAt: Date | null,
): Promise<Result<{ readonly moved: number }, Problem>> {
  if (days.some(({ day }) => !day.startsWith(`${year}-`)))
    return fail(problem('invalidField', { name: 'days', reason: `${year}-…` }));
  const by = `account:${actor.accountId}` as const;
  const isLoaded = await inTheNameOf(deps.sql, actor, async (tx) => {
    const written = { seenAt, by, now: deps.clock.now() };
    if (!(await writeHolidayYear(tx, { year, source, days }, written))) return false;
    const facts = { year, source, days: days.length };
    await audit(tx, { kind: 'holidays.loaded', actor: by, facts }, deps.clock);
    return true;
  });
  if (!isLoaded) return fail(problem('changedMeanwhile'));
  const moved = await computeDueDays(deps, by);
  await deps.onHolidays?.(by);
  return ok({ moved });
}

/**
 * Computes anew when each open application is due, all of them or none, and says in the log how many moved. Nothing about
 * the applications themselves has changed.
 */
async function computeDueDays(deps: ApplicationDeps, actor: LogActor): Promise<number> {
  const basis = await readBasis(deps);
  return await deps.sql.begin(async (tx) => {
    let moved = 0;
    for (const applicationId of await openIds(tx)) {
      const row = await lockApplication(tx, applicationId);
      if (row === undefined) continue;
      const { dueOn } = clockOf(deps, row.state, await movesOf(tx, [applicationId]), basis);
      if (await setDueOn(tx, applicationId, dueOn)) moved += 1;
    }
    if (moved > 0)
      await audit(tx, { kind: 'application.dueDaysComputed', actor, facts: { moved } }, deps.clock);
    return moved;
  });
}
