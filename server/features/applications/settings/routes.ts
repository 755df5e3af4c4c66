import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { type HolidaysAnswer, holidayYearSchema, type SettingsAnswer } from '#domain/krk/application-answers';
import { serviceSettingsSchema } from '#domain/krk/settings';
import { problem } from '#domain/problem';
import { calendarAlarm } from '#domain/work-days/working-days';
import { today } from '../../../platform/city-day.ts';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../../platform/http/precondition.ts';
import { problemResponse } from '../../../platform/http/problem-json.ts';
import { validateJson, withoutQuery } from '../../../platform/http/validate.ts';
import { type Access, type AccessEnv, colleagues } from '../../accounts/index.ts';
import { holidayYears, listedDays, readWorkCalendar } from '../../service/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { configureService, loadHolidays } from '../configure-service.ts';
import { heldSettings, readOwnSettings } from './held-settings.ts';

const SETTINGS = '/api/v1/staff/service-settings/krk';
const HOLIDAYS = '/api/v1/staff/holidays';

/** What the office sets about its service: empty until it does. `If-Match: "r0"` for the first time. */
export function settingsRoutes(deps: ApplicationDeps, { needs }: Pick<Access, 'needs'>) {
  const tell = async (): Promise<SettingsAnswer> => {
    const { settings, revision, setBy, setAt } = await readOwnSettings(deps);
    const { isDemo } = await heldSettings(deps);
    const names = await nameFinder(deps, [setBy]);
    return { settings, revision, isDemo, setBy: names(setBy), setAt: setAt?.toISOString() ?? null };
  };
  return new Hono<AccessEnv>()
    .use(SETTINGS, cachePolicy('noStore'))
    .use(`${HOLIDAYS}/*`, cachePolicy('noStore'))
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
    .get(HOLIDAYS, needs('service.configure'), withoutQuery, async (c) => c.json(await tellHolidays(deps)))
    .put(
      `${HOLIDAYS}/:year`,
      needs('service.configure'),
      withoutQuery,
      validateJson(holidayYearSchema, { limitBytes: 20_000 }),
      async (c) => {
        const year = z.coerce
          .number()
          .check(z.int(), z.gte(2000), z.lte(2200))
          .safeParse(c.req.param('year'));
        if (!year.success) return problemResponse(c, problem('notFound'));
        const seenAt = readSeenAt(c);
        if (seenAt === undefined) return problemResponse(c, problem('preconditionMissing', { tag: NEVER }));
        const loaded = await loadHolidays(deps, c.var.actor, year.data, c.req.valid('json'), seenAt);
        if (loaded.ok)
          return c.json({
            year: year.data,
            days: c.req.valid('json').days.length,
            moved: loaded.value.moved,
          });
        const isConflict = loaded.problem.code === 'changedMeanwhile';
        return problemResponse(c, loaded.problem, isConflict ? { current: await tellHolidays(deps) } : {});
      },
    );
}

/** A year that nobody has loaded yet; any other is tagged with the millisecond of its loading. */
const NEVER = revisionTag(0);
const tagOf = (setAt: Date): string => `"t${setAt.getTime()}"`;

/** When the year was loaded last, as its reader saw it; undefined when the request does not say. */
function readSeenAt(c: Context): Date | null | undefined {
  const tag = c.req.header('if-match')?.trim();
  if (tag === NEVER) return null;
  const found = /^"t(\d{1,15})"$/.exec(tag ?? '');
  return found === null ? undefined : new Date(Number(found[1]));
}

async function tellHolidays(deps: ApplicationDeps): Promise<HolidaysAnswer> {
  const loaded = await holidayYears(deps.sql);
  const names = await nameFinder(
    deps,
    loaded.map(({ setBy }) => setBy),
  );
  const own = new Set(loaded.map(({ year }) => year));
  const listed = new Map<number, HolidaysAnswer['years'][number]>();
  for (const { year, day, name, source } of listedDays()) {
    if (year === null || own.has(year)) continue;
    const found = listed.get(year) ?? { year, source, days: [], setBy: null, setAt: null, tag: NEVER };
    found.days.push({ day, name });
    listed.set(year, found);
  }
  const years = [
    ...listed.values(),
    ...loaded.map(({ year, source, days, setBy, setAt }) => ({
      year,
      source,
      days,
      setBy: names(setBy),
      setAt: setAt.toISOString(),
      tag: tagOf(setAt),
    })),
  ];
  return {
    alarm: calendarAlarm(await readWorkCalendar(deps.sql), today(deps)),
    everyYear: listedDays()
      .filter(({ year }) => year === null)
      .map(({ day, name }) => ({ day, name })),
    years: years.sort((one, other) => other.year - one.year),
  };
}

/** Names of colleagues behind `account:<id>`. */
async function nameFinder(deps: ApplicationDeps, actors: readonly (string | null)[]) {
  const ids = actors.flatMap((actor) => (actor?.startsWith('account:') === true ? [actor.slice(8)] : []));
  const names = new Map((await colleagues(deps.sql, ids)).map(({ accountId, name }) => [accountId, name]));
  return (actor: string | null): string | null => names.get(actor?.slice(8) ?? '') ?? null;
}
