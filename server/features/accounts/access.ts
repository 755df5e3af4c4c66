import type { Context, MiddlewareHandler } from 'hono';
import type { Actor } from '#domain/accounts/actor';
import { type Action, demandsSecondFactor, may, reachOf, type Thing } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import type { Deps } from '../../platform/deps.ts';
import { problemResponse } from '../../platform/http/problem-json.ts';
import { idleSinceOf, isToNote } from './idle.ts';
import { findActor, touchSession } from './queries.ts';
import { isOfThisOrigin } from './same-origin.ts';
import { readSessionToken } from './session-cookie.ts';

type AccessDeps = Pick<Deps, 'sql' | 'clock' | 'keys' | 'http'>;

/** What `needs` leaves for the handler. */
export interface AccessEnv {
  Variables: { actor: Actor };
}

/** A middleware that says which action it guards: the walk over all routes reads it. */
export type Guard = MiddlewareHandler<AccessEnv> & { readonly action: Action };

export interface Access {
  /**
   * Lets through who may do the action, and leaves the actor in `c.var.actor`. Put it before everything else of a route:
   * what a request says is of no interest before.
   *
   * @param readThing whose the thing of this request is; undefined when there is no such thing. Left out for lists and
   *   for what is yet to be made: then the handler filters by `reachOf`, or asks `may` once it knows.
   */
  needs(action: Action, readThing?: (c: Context<AccessEnv>) => Promise<Thing | undefined>): Guard;
  /** Who is asking, when somebody is; nobody as long as the second factor of the account was not shown. */
  readActor(c: Context): Promise<Actor | undefined>;
}

/** The first lock: who is asking, and may they? A database that does not answer is a 503, never a yes. */
export function createAccess(deps: AccessDeps): Access {
  const readSession = async (c: Context): Promise<(Actor & { owesSecondFactor: boolean }) | undefined> => {
    const token = await readSessionToken(deps, c);
    if (token === undefined) return undefined;
    const now = deps.clock.now();
    const found = await findActor(deps.sql, token, now, idleSinceOf(now));
    if (found === undefined) return undefined;
    const { usedAt, ...actor } = found;
    if (isToNote(usedAt, now)) await touchSession(deps.sql, actor.sessionId, now);
    return actor;
  };
  return {
    async readActor(c) {
      const { owesSecondFactor, ...actor } = (await readSession(c)) ?? { owesSecondFactor: true };
      return owesSecondFactor ? undefined : (actor as Actor);
    },
    needs(action, readThing) {
      const guard: MiddlewareHandler<AccessEnv> = async (c, next) => {
        if (!isOfThisOrigin(c, deps.http?.publicUrl)) return problemResponse(c, problem('otherOrigin'));
        const session = await readSession(c);
        if (session === undefined) return problemResponse(c, problem('signInNeeded'));
        const { owesSecondFactor, ...actor } = session;
        // Whoever comes by the single sign-on has a session before the second factor was shown. Were the own account open
        // to it, that session would make itself backup codes, or change the password.
        if (owesSecondFactor && action !== 'account.enter')
          return problemResponse(c, problem('secondFactorNeeded'));
        // One's own account stays open to who has no second factor yet: there it is set up.
        const isOwnAccount = action === 'account.enter' || action === 'account.keep';
        if (!isOwnAccount && demandsSecondFactor(actor.roles) && !actor.hasSecondFactor)
          return problemResponse(c, problem('secondFactorNeeded'));
        if (!isOwnAccount && reachOf(actor, action).length === 0)
          return problemResponse(c, problem('notAllowed'));
        if (readThing !== undefined) {
          const thing = await readThing(c);
          const isHidden = thing?.hiddenFrom?.includes(actor.accountId) === true;
          if (!isHidden && thing?.closedTo?.includes(actor.accountId) === true)
            return problemResponse(c, problem('secondPersonNeeded'));
          // What lies out of reach is not even said to be there.
          if (thing === undefined || !may(actor, action, thing))
            return problemResponse(c, problem('notFound'));
        }
        c.set('actor', actor);
        return next();
      };
      return Object.assign(guard, { action });
    },
  };
}
