import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { may, type Thing } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { compareRelease, groundOfRelease, pairsOfRelease } from './compare-release.ts';
import { openComparisonQueue } from './comparison-queue.ts';
import { documentsOnRelease } from './touched-documents.ts';

/** What a release says of itself to whoever compares it. */
export interface ComparedRelease {
  readonly thing: Thing;
  /** Drafts of its layers; those that could not be read have none. */
  readonly versionIds: readonly string[];
}

export type CompareDeps = Pick<LookupDeps, 'sql' | 'loadRuleSet'> &
  Pick<Deps, 'clock' | 'city'> & {
    /** Undefined when there is no such release. */
    readonly findCompared: (releaseId: string) => Promise<ComparedRelease | undefined>;
  };

const PATH = '/api/v1/staff/releases/:id';
const onQuery = z.object({ on: z.optional(z.iso.date()) });

/**
 * `GET …/comparison?on`: what a release changes and what that means, against what is in force on a day (today when left
 * out). `GET …/comparison/ground?on`: the ground that changes, as GeoJSON, layer by layer. The check has compared with
 * what is in force today; for another day it is done when it is asked for, and until then the answer is 202.
 * `GET …/comparison/documents?on`: documents in force that it would touch.
 */
export function compareRoutes(deps: CompareDeps, { needs }: Pick<Access, 'needs'>) {
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const guard = needs('layer.read', async (c) => (await deps.findCompared(c.req.param('id') ?? ''))?.thing);
  const draftsOf = async (releaseId: string): Promise<readonly string[]> =>
    (await deps.findCompared(releaseId))?.versionIds ?? [];
  const prepare = openComparisonQueue(deps.sql);
  /** Null once everything is compared: then it is only read. */
  const notYet = async (c: Context, drafts: readonly string[], on: string): Promise<Response | null> => {
    const outcome = await prepare(await pairsOfRelease(deps, drafts, on));
    if (!outcome.ok) return problemResponse(c, outcome.problem);
    if (outcome.value === 'there') return null;
    c.header('retry-after', '1');
    return c.json({ state: 'underWay' }, 202);
  };
  return new Hono<AccessEnv>()
    .use(`${PATH}/comparison`, cachePolicy('noStore'))
    .use(`${PATH}/comparison/*`, cachePolicy('noStore'))
    .get(`${PATH}/comparison`, guard, validateQuery(onQuery), async (c) => {
      const drafts = await draftsOf(c.req.param('id'));
      if (drafts.length === 0) return problemResponse(c, problem('notFound'));
      const on = c.req.valid('query').on ?? today();
      return (await notYet(c, drafts, on)) ?? c.json(await compareRelease(deps, drafts, on));
    })
    .all(`${PATH}/comparison`, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/comparison/ground`, guard, validateQuery(onQuery), async (c) => {
      const drafts = await draftsOf(c.req.param('id'));
      const on = c.req.valid('query').on ?? today();
      const waiting = await notYet(c, drafts, on);
      if (waiting !== null) return waiting;
      const ground = await groundOfRelease(deps, drafts, on);
      // What the database wrote as GeoJSON is passed on as it is.
      const layers = Object.entries(ground).map(([id, geojson]) => `${JSON.stringify(id)}:${geojson}`);
      return c.body(`{${layers.join()}}`, 200, { 'content-type': 'application/json' });
    })
    .all(`${PATH}/comparison/ground`, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/comparison/documents`, guard, validateQuery(onQuery), async (c) => {
      const drafts = await draftsOf(c.req.param('id'));
      if (drafts.length === 0) return problemResponse(c, problem('notFound'));
      const on = c.req.valid('query').on ?? today();
      const waiting = await notYet(c, drafts, on);
      if (waiting !== null) return waiting;
      const told = await documentsOnRelease(deps, drafts, { on, today: today() });
      // Who works on layers alone is not led to applications.
      const mayFollow = may(c.var.actor, 'application.read', {});
      const documents = told.documents.map((one) =>
        mayFollow ? one : { ...one, applicationId: null, ticket: null },
      );
      return c.json({ ...told, documents });
    })
    .all(`${PATH}/comparison/documents`, methodNotAllowed('GET', 'HEAD'));
}
