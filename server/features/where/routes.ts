import { Hono } from 'hono';
import { problem } from '#domain/problem';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy, entityTag, withEntityTag } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import { type LookupDeps, stateOf, versionsInForce } from '../lookup/index.ts';
import { answerWhere, suggestActivities } from './answer-where.ts';
import { activitiesQuerySchema, whereQuerySchema } from './schema.ts';

/** Answers kept as text, about 60 kB each; an answer depends on the versions in force and its question only. */
const KEPT = 100;

/** `GET /api/v1/where?activity&on`: where an activity may be done, by zone and by kelurahan, overlays included.
 * `GET /api/v1/activities?q&on`: activities that words could mean. */
export function whereRoutes(deps: LookupDeps & Pick<Deps, 'clock'>) {
  const kept = new Map<string, string>();

  return new Hono()
    .get('/api/v1/where', cachePolicy('publicShort'), validateQuery(whereQuerySchema), async (c) => {
      const { activity, on = calendarDay(deps.clock.now(), deps.city.timeZone) } = c.req.valid('query');
      const versions = await versionsInForce(deps.sql, on);
      const state = stateOf(versions, JSON.stringify(['where', activity, on]));
      const known = kept.get(state);
      const answer = known === undefined ? await answerWhere(deps, activity, on, versions) : null;
      if (known === undefined && answer === null)
        return problemResponse(c, problem('activityUnknown', { input: activity }));
      const body = known ?? JSON.stringify(answer);
      kept.delete(state);
      kept.set(state, body);
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest);
      return withEntityTag(c, entityTag(state, 'weak'), () =>
        c.body(body, 200, { 'content-type': 'application/json' }),
      );
    })
    .all('/api/v1/where', methodNotAllowed('GET'))
    .get(
      '/api/v1/activities',
      cachePolicy('publicShort'),
      validateQuery(activitiesQuerySchema),
      async (c) => {
        const { q, on = calendarDay(deps.clock.now(), deps.city.timeZone) } = c.req.valid('query');
        return c.json(await suggestActivities(deps, q, on));
      },
    )
    .all('/api/v1/activities', methodNotAllowed('GET'));
}
