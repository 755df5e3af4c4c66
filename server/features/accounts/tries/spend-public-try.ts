import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Deps } from '../../../platform/deps.ts';
import { aroundOf, networkOf, readAddress } from '../client.ts';
import { passingHash } from './passing-hash.ts';
import { readWait, type Scope, takeTry } from './queries.ts';

const MINUTE_MS = 60_000;

/**
 * Takes one of the things that anybody may do without an account, counted for the place that it comes from and for nothing
 * else: whoever signs in from there does not wait for it. Of the place only a hash is stored whose key ends within the hour and
 * lies on no disk, and the minute: neither it nor the moment leads from a report to where it came from.
 *
 * @param free how many before each further one has to wait
 * @param freeAround the same for the whole neighbourhood of that place, where many addresses can be one person
 */
export async function spendPublicTry(
  deps: Pick<Deps, 'sql' | 'keys' | 'http' | 'clock'>,
  c: Context,
  what: string,
  free: number,
  freeAround?: number,
): Promise<Result<void, Problem>> {
  const place = networkOf(readAddress(deps, c));
  const scopes = [{ hash: passingHash(deps, [what, place]), free }];
  if (freeAround !== undefined)
    scopes.push({ hash: passingHash(deps, [what, 'around', aroundOf(place)]), free: freeAround });
  return await spend(deps, scopes);
}

/** The same for one thing, wherever it is asked for from. */
export const spendTryOf = (
  deps: Pick<Deps, 'sql' | 'keys' | 'clock'>,
  what: string,
  subject: string,
  free: number,
): Promise<Result<void, Problem>> => spend(deps, [{ hash: passingHash(deps, [what, 'of', subject]), free }]);

async function spend(
  deps: Pick<Deps, 'sql' | 'clock'>,
  scopes: readonly Scope[],
): Promise<Result<void, Problem>> {
  const now = deps.clock.now();
  const minute = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  for (const scope of scopes) {
    if (await takeTry(deps.sql, scope, minute)) continue;
    // Counted by minutes, a try is taken when the minute begins in which its time has come.
    const minutes = Math.ceil(((await readWait(deps.sql, scope, minute)) * 1_000) / MINUTE_MS);
    const waitSeconds = Math.ceil((minute.getTime() + minutes * MINUTE_MS - now.getTime()) / 1_000);
    return fail(problem('tooManyTries', { waitSeconds }));
  }
  return ok(undefined);
}

/** A word for the neighbourhood of a place for what is kept in memory alone; another one in the next hour. */
export const neighbourhoodOf = (deps: Pick<Deps, 'keys' | 'http' | 'clock'>, c: Context): string =>
  Buffer.from(passingHash(deps, ['around', aroundOf(networkOf(readAddress(deps, c)))])).toString('base64url');
