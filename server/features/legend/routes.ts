import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import type { Legend } from '#domain/zoning/legend';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy, entityTag, withEntityTag } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed } from '../../platform/http/problem-json.ts';
import { validateQuery } from '../../platform/http/validate.ts';
import { adminExtent, adminNames, layersInForce } from './queries.ts';
import { legendQuerySchema } from './schema.ts';

/** `GET /api/v1/legend?on=&layer=`: what the map shows on a day, with the prescribed colours and their names. */
export function legendRoutes(deps: Deps) {
  return new Hono()
    .get('/api/v1/legend', cachePolicy('publicShort'), validateQuery(legendQuerySchema), async (c) => {
      const { on, layer } = c.req.valid('query');
      const legend = await readLegend(deps, on, layer);
      const body = JSON.stringify(legend);
      const tag = entityTag(createHash('sha256').update(body).digest('base64url').slice(0, 22));
      return withEntityTag(c, tag, () => c.body(body, 200, { 'content-type': 'application/json' }));
    })
    .all('/api/v1/legend', methodNotAllowed('GET'));
}

/**
 * The legend of a day.
 *
 * @param on calendar day `YYYY-MM-DD`; today where the city lies when left out
 * @param layerId only this layer; every layer when left out
 */
export async function readLegend(
  deps: Pick<Deps, 'sql' | 'clock' | 'city'>,
  on: string | undefined,
  layerId: string | undefined,
): Promise<Legend> {
  const day = on ?? calendarDay(deps.clock.now(), deps.city.timeZone);
  const [layers, names, extent] = await Promise.all([
    layersInForce(deps.sql, day),
    adminNames(deps.sql, day),
    adminExtent(deps.sql, day),
  ]);
  const wanted = layerId === undefined ? layers : layers.filter((layer) => layer.layerId === layerId);
  return { on: day, isDemo: wanted.some((layer) => layer.isDemo), layers: wanted, extent, names };
}
