import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Deps } from '../../../platform/deps.ts';
import { aroundOf, networkOf, readAddress } from '../client.ts';
import { passingHash, takePassingTry } from './passing-hour.ts';

type TryDeps = Pick<Deps, 'keys' | 'clock'>;

/** Tries of one scope: how many are free, before each further one has to wait. */
interface PassingScope {
  readonly hash: string;
  readonly free: number;
}

/**
 * Takes one of the things that anybody may do without an account, counted for the place that it comes from and for nothing
 * else: whoever signs in from there does not wait for it. Of the place nothing is stored: the count lies in memory, under a
 * hash whose key ends within the hour, so that nothing on a disk leads from a report to where it came from, and counting
 * costs no transaction.
 *
 * @param free how many before each further one has to wait
 * @param freeAround the same for the whole neighbourhood of that place, where many addresses can be one person
 * @param cost tries that it counts as
 */
export function spendPublicTry(
  deps: TryDeps & Pick<Deps, 'http'>,
  c: Context,
  what: string,
  free: number,
  freeAround?: number,
  cost = 1,
): Result<void, Problem> {
  const place = networkOf(readAddress(deps, c));
  const scopes = [{ hash: passingHash(deps, [what, place]), free }];
  if (freeAround !== undefined)
    scopes.push({ hash: passingHash(deps, [what, 'around', aroundOf(place)]), free: freeAround });
  return spend(deps, scopes, cost);
}

/** The same for one thing, wherever it is asked for from. */
export const spendTryOf = (
  deps: TryDeps,
  what: string,
  subject: string,
  free: number,
): Result<void, Problem> => spend(deps, [{ hash: passingHash(deps, [what, 'of', subject]), free }]);

function spend(deps: TryDeps, scopes: readonly PassingScope[], cost = 1): Result<void, Problem> {
  for (const { hash, free } of scopes) {
    const waitMs = takePassingTry(deps, hash, free, cost);
    if (waitMs > 0) return fail(problem('tooManyTries', { waitSeconds: Math.ceil(waitMs / 1_000) }));
  }
  return ok(undefined);
}

/** A word for the neighbourhood of a place for what is kept in memory alone; another one in the next hour. */
export const neighbourhoodOf = (deps: TryDeps & Pick<Deps, 'http'>, c: Context): string =>
  passingHash(deps, ['around', aroundOf(networkOf(readAddress(deps, c)))]);
