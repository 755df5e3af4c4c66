import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy, entityTag, withEntityTag } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, readerLanguage } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import { searchQuerySchema } from './schema.ts';
import { type SearchDeps, searchPlaces } from './search-places.ts';

const DEFAULT_LIMIT = 10;

/** `GET /api/v1/search?q&limit&on`: names, parcel numbers and coordinates as people write them. */
export function searchRoutes(deps: SearchDeps & Pick<Deps, 'clock'>) {
  return new Hono()
    .get('/api/v1/search', cachePolicy('publicShort'), validateQuery(searchQuerySchema), async (c) => {
      const {
        q,
        limit = DEFAULT_LIMIT,
        on = calendarDay(deps.clock.now(), deps.city.timeZone),
      } = c.req.valid('query');
      const language = readerLanguage(c);
      const answer = await searchPlaces(deps, { text: q, on, limit, language });
      const body = JSON.stringify(answer);
      const tag = entityTag(createHash('sha256').update(body).digest('hex').slice(0, 16), 'weak');
      return withEntityTag(c, tag, () => {
        c.header('vary', 'Accept-Language');
        return c.json(answer);
      });
    })
    .all('/api/v1/search', methodNotAllowed('GET'));
}
