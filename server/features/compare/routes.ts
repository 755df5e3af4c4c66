import { type Context, Hono } from 'hono';
import { may, reachOf, type Thing } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import type { ReleaseComparison } from '#domain/publication/comparison';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { groundOfComparison } from './compare-release.ts';
import { openComparisonQueue } from './comparison-queue.ts';
import { onQuery } from './operations.ts';
import { casesOnRelease, documentsOnRelease } from './touched-things.ts';

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

/**
 * `GET …/comparison?on`: what a release changes and what that means, against what is in force on a day (today when left
 * out). `GET …/comparison/ground?on`: the ground that changes, as GeoJSON, layer by layer. The check has compared with
 * what is in force today; for another day it is done when it is asked for, and until then the answer is 202.
 * `GET …/comparison/documents?on`: documents in force that it would touch. `GET …/comparison/cases?on`: open cases of
 * violations that it would touch.
 */
export function compareRoutes(deps: CompareDeps, { needs }: Pick<Access, 'needs'>) {
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const guard = needs('layer.read', async (c) => (await deps.findCompared(c.req.param('id') ?? ''))?.thing);
  const compare = openComparisonQueue(deps);
  /** Answers out of the comparison of the release, once it is there. */
  const answer = async (
    c: Context<AccessEnv, string>,
    on: string | undefined,
    tell: (comparison: ReleaseComparison) => Promise<Response> | Response,
  ): Promise<Response> => {
    const drafts = (await deps.findCompared(c.req.param('id') ?? ''))?.versionIds ?? [];
    if (drafts.length === 0) return problemResponse(c, problem('notFound'));
    const comparison = await compare(drafts, on ?? today());
    if (comparison !== null) return await tell(comparison);
    c.header('retry-after', '1');
    return c.json({ state: 'underWay' }, 202);
  };
  return new Hono<AccessEnv>()
    .use(`${PATH}/comparison`, cachePolicy('noStore'))
    .use(`${PATH}/comparison/*`, cachePolicy('noStore'))
    .get(`${PATH}/comparison`, guard, validateQuery(onQuery), (c) =>
      answer(c, c.req.valid('query').on, (comparison) => c.json(comparison)),
    )
    .all(`${PATH}/comparison`, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/comparison/ground`, guard, validateQuery(onQuery), (c) =>
      answer(c, c.req.valid('query').on, async (comparison) => {
        const ground = await groundOfComparison(deps, comparison);
        // What the database wrote as GeoJSON is passed on as it is.
        const layers = Object.entries(ground).map(([id, geojson]) => `${JSON.stringify(id)}:${geojson}`);
        return c.body(`{${layers.join()}}`, 200, { 'content-type': 'application/json' });
      }),
    )
    .all(`${PATH}/comparison/ground`, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/comparison/documents`, guard, validateQuery(onQuery), (c) =>
      answer(c, c.req.valid('query').on, async (comparison) => {
        const { actor } = c.var;
        const told = await documentsOnRelease(deps, comparison, today());
        // Another agency learns how many: a draft over the whole city is no way to a list of documents.
        if (!reachOf(actor, 'layer.read').includes('any')) return c.json({ ...told, documents: [] });
        // Who works on layers alone is not led to applications.
        const mayFollow = may(actor, 'application.read', {});
        const documents = told.documents.map((one) =>
          mayFollow ? one : { ...one, applicationId: null, ticket: null },
        );
        return c.json({ ...told, documents });
      }),
    )
    .all(`${PATH}/comparison/documents`, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/comparison/cases`, guard, validateQuery(onQuery), (c) =>
      answer(c, c.req.valid('query').on, async (comparison) =>
        c.json(await casesOnRelease(deps, comparison, { actor: c.var.actor, today: today() })),
      ),
    )
    .all(`${PATH}/comparison/cases`, methodNotAllowed('GET', 'HEAD'));
}
