import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Deps } from '../../../platform/deps.ts';
import { aroundOf, keyedHash, networkOf, readAddress } from '../client.ts';
import { readWait, takeTry } from './queries.ts';

/**
 * Takes one of the things that anybody may do without an account, counted for the place that it comes from and for nothing
 * else: whoever signs in from there does not wait for it. The place itself is not stored, only a keyed hash.
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
  const now = deps.clock.now();
  const place = networkOf(readAddress(deps, c));
  const scopes = [{ hash: keyedHash(deps, ['public', what, place]), free }];
  if (freeAround !== undefined)
    scopes.push({ hash: keyedHash(deps, ['public', what, 'around', aroundOf(place)]), free: freeAround });
  for (const scope of scopes)
    if (!(await takeTry(deps.sql, scope, now)))
      return fail(problem('tooManyTries', { waitSeconds: await readWait(deps.sql, scope, now) }));
  return ok(undefined);
}
