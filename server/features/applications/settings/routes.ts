import { Hono } from 'hono';
import * as z from 'zod/mini';
import { holidayYearSchema } from '#domain/krk/application-answers';
import { serviceSettingsSchema } from '#domain/krk/settings';
import { problem } from '#domain/problem';
import { readIfMatch, revisionTag } from '../../../platform/http/precondition.ts';
import { problemResponse } from '../../../platform/http/problem-json.ts';
import { validateJson, withoutQuery } from '../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { configureService, loadHolidays } from '../configure-service.ts';
import { heldSettings, readOwnSettings } from './held-settings.ts';

const SETTINGS = '/api/v1/staff/service-settings/krk';

/** What the office sets about its service: empty until it does. `If-Match: "r0"` for the first time. */
export function settingsRoutes(deps: ApplicationDeps, { needs }: Pick<Access, 'needs'>) {
  const tell = async () => {
    const { settings, revision } = await readOwnSettings(deps);
    return { settings, revision, isDemo: (await heldSettings(deps)).isDemo };
  };
  return new Hono<AccessEnv>()
    .get(SETTINGS, needs('service.configure'), withoutQuery, async (c) => {
      const told = await tell();
      c.header('etag', revisionTag(told.revision));
      return c.json(told);
    })
    .put(
      SETTINGS,
      needs('service.configure'),
      withoutQuery,
      validateJson(serviceSettingsSchema, { limitBytes: 50_000 }),
      async (c) => {
        const revision = readIfMatch(c);
        if (!revision.ok) return problemResponse(c, revision.problem);
        const set = await configureService(deps, c.var.actor, revision.value, c.req.valid('json'));
        if (!set.ok) return problemResponse(c, set.problem, { current: await tell() });
        const told = await tell();
        c.header('etag', revisionTag(told.revision));
        return c.json(told);
      },
    )
    .put(
      '/api/v1/staff/holidays/:year',
      needs('service.configure'),
      withoutQuery,
      validateJson(holidayYearSchema, { limitBytes: 20_000 }),
      async (c) => {
        const year = z.coerce
          .number()
          .check(z.int(), z.gte(2000), z.lte(2200))
          .safeParse(c.req.param('year'));
        if (!year.success) return problemResponse(c, problem('notFound'));
        const loaded = await loadHolidays(deps, c.var.actor, year.data, c.req.valid('json'));
        return loaded.ok
          ? c.json({ year: year.data, days: c.req.valid('json').days.length, moved: loaded.value.moved })
          : problemResponse(c, loaded.problem);
      },
    );
}
