import { Hono } from 'hono';
import { problem } from '#domain/problem';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy, entityTag, withEntityTag } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import type { LookupDeps } from '../lookup/index.ts';
import { suggestActivities } from './answer-where.ts';
import type { AskWhere } from './kept-answers.ts';
import { activitiesQuerySchema, whereQuerySchema } from './schema.ts';

/** `GET /api/v1/where?activity&on`: where an activity may be done, by zone and by kelurahan, overlays included.
 * `GET /api/v1/activities?q&on`: activities that words could mean. */
export function whereRoutes(deps: LookupDeps & Pick<Deps, 'clock'>, ask: AskWhere) {
  return new Hono()
    .get('/api/v1/where', cachePolicy('publicShort'), validateQuery(whereQuerySchema), async (c) => {
      const { activity, on = calendarDay(deps.clock.now(), deps.city.timeZone) } = c.req.valid('query');
      const answer = await ask(activity, on);
      if (answer === null) return problemResponse(c, problem('activityUnknown', { input: activity }));
      const { state, json } = answer;
      return withEntityTag(c, entityTag(state, 'weak'), () =>
        c.body(json, 200, { 'content-type': 'application/json' }),
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
