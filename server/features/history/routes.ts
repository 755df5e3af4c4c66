import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { CACHE_POLICIES, cachePolicy, entityTag, withEntityTag } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import { degreesProblem, type LookupDeps, stateOf, versionsInForce } from '../lookup/index.ts';
import { comparePlace, readHistory } from './read-history.ts';
import { compareQuerySchema, historyQuerySchema } from './schema.ts';

/**
 * `GET /api/v1/history?lon&lat`: which versions decided about a point over time.
 * `GET /api/v1/compare?lon&lat&from&to`: what the answers on two days say differently; `to` is today when left out.
 */
export function historyRoutes(deps: LookupDeps & Pick<Deps, 'clock'>) {
  return new Hono()
    .get('/api/v1/history', cachePolicy('publicShort'), validateQuery(historyQuerySchema), async (c) => {
      const { lon, lat } = c.req.valid('query');
      const wrong = degreesProblem(lon, lat, deps.city);
      if (wrong !== null) return problemResponse(c, wrong);
      const body = JSON.stringify(await readHistory(deps, [lon, lat]));
      const tag = entityTag(createHash('sha256').update(body).digest('base64url').slice(0, 22));
      return withEntityTag(c, tag, () => c.body(body, 200, { 'content-type': 'application/json' }));
    })
    .all('/api/v1/history', methodNotAllowed('GET'))
    .get('/api/v1/compare', cachePolicy('publicShort'), validateQuery(compareQuerySchema), async (c) => {
      const { lon, lat, from, to = calendarDay(deps.clock.now(), deps.city.timeZone) } = c.req.valid('query');
      const wrong = degreesProblem(lon, lat, deps.city);
      if (wrong !== null) return problemResponse(c, wrong);
      const inForce = await Promise.all([versionsInForce(deps.sql, from), versionsInForce(deps.sql, to)]);
      const tag = entityTag(stateOf(inForce.flat(), JSON.stringify(['compare', lon, lat, from, to])), 'weak');
      return withEntityTag(c, tag, async () => {
        const { comparison } = await comparePlace(deps, [lon, lat], { from, to });
        // What a failed source leaves out must not outlive the failure.
        if (comparison.isComplete) return c.json(comparison);
        const response = c.json(comparison, 200, { 'cache-control': CACHE_POLICIES.noStore });
        response.headers.delete('etag');
        return response;
      });
    })
    .all('/api/v1/compare', methodNotAllowed('GET'));
}
