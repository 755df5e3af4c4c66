import type { Actor } from '#domain/accounts/actor';
import type { HolidayYear } from '#domain/krk/application-answers';
import type { ServiceSettings } from '#domain/krk/settings';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { setService, writeHolidayYear } from '../service/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { computeDueDays } from './compute-due-days.ts';
import { readOwnSettings } from './settings/held-settings.ts';

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
