import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Thing } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { compareRelease, groundOfRelease } from './compare-release.ts';

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
 * out). `GET …/comparison/ground?on`: the ground that changes, as GeoJSON, layer by layer.
 */
export function compareRoutes(deps: CompareDeps, { needs }: Pick<Access, 'needs'>) {
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const guard = needs('layer.read', async (c) => (await deps.findCompared(c.req.param('id') ?? ''))?.thing);
  const draftsOf = async (releaseId: string): Promise<readonly string[]> =>
    (await deps.findCompared(releaseId))?.versionIds ?? [];
  return new Hono<AccessEnv>()
    .use(`${PATH}/comparison`, cachePolicy('noStore'))
    .use(`${PATH}/comparison/*`, cachePolicy('noStore'))
    .get(`${PATH}/comparison`, guard, validateQuery(onQuery), async (c) => {
      const drafts = await draftsOf(c.req.param('id'));
      if (drafts.length === 0) return problemResponse(c, problem('notFound'));
      return c.json(await compareRelease(deps, drafts, c.req.valid('query').on ?? today()));
    })
    .all(`${PATH}/comparison`, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/comparison/ground`, guard, validateQuery(onQuery), async (c) => {
      const ground = await groundOfRelease(
        deps,
        await draftsOf(c.req.param('id')),
        c.req.valid('query').on ?? today(),
      );
      // What the database wrote as GeoJSON is passed on as it is.
      const layers = Object.entries(ground).map(([id, geojson]) => `${JSON.stringify(id)}:${geojson}`);
      return c.body(`{${layers.join()}}`, 200, { 'content-type': 'application/json' });
    })
    .all(`${PATH}/comparison/ground`, methodNotAllowed('GET', 'HEAD'));
}
