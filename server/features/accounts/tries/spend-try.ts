import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Deps } from '../../../platform/deps.ts';
import { keyedHash, networkOf, readAddress, readDevice } from '../client.ts';
import { forgetTries, giveTryBack, readWait, type Scope, takeTry } from './queries.ts';

type TryDeps = Pick<Deps, 'sql' | 'keys' | 'http' | 'clock'>;

/** Wrong passwords of one account from one place, before it gets slower there. */
const FREE_OF_ACCOUNT = 5;
/** Tries at all from one place, however many accounts: an office behind one address signs in in the morning. */
const FREE_OF_PLACE = 60;

/**
 * What a try counts against. Never an account alone: whoever knows somebody's address could lock them out. A stranger
 * slows down an account from the stranger's own place; a browser in which somebody has signed in before has a count of its
 * own, so that not even a colleague behind the same address reaches it.
 */
async function scopesOf(deps: TryDeps, c: Context, what: string, subject: string): Promise<Scope[]> {
  const device = await readDevice(deps, c, subject);
  const place = networkOf(readAddress(deps, c));
  const one = (parts: readonly string[], free: number): Scope => ({ hash: keyedHash(deps, parts), free });
  if (device !== undefined) return [one([what, subject, 'device', device], FREE_OF_ACCOUNT)];
  return [one([what, subject, 'place', place], FREE_OF_ACCOUNT), one(['place', place], FREE_OF_PLACE)];
}

/**
 * Takes a try at something secret.
 * @param what 'password', 'code', 'invitation'
 * @param subject the account that is tried: an address or an id; '' when it is not known
 * @returns how to say that it went well, or `tooManyTries` with the seconds to wait
 */
export async function spendTry(
  deps: TryDeps,
  c: Context,
  what: string,
  subject: string,
): Promise<Result<{ wentWell(): Promise<void> }, Problem>> {
  const now = deps.clock.now();
  const scopes = await scopesOf(deps, c, what, subject);
  for (const scope of scopes) {
    if (await takeTry(deps.sql, scope, now)) continue;
    return fail(problem('tooManyTries', { waitSeconds: await readWait(deps.sql, scope, now) }));
  }
  return ok({
    async wentWell() {
      const [own, ...others] = scopes;
      if (own !== undefined) await forgetTries(deps.sql, own);
      for (const scope of others) await giveTryBack(deps.sql, scope);
    },
  });
}
