import { Hono } from 'hono';
import type { CaseSettingsAnswer } from '#domain/violation-case/case-answers';
import { caseSettingsFor, caseSettingsSchema } from '#domain/violation-case/settings';
import { today } from '../../../platform/city-day.ts';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../../platform/http/problem-json.ts';
import { validateJson, withoutQuery } from '../../../platform/http/validate.ts';
import { type Access, type AccessEnv, colleagues } from '../../accounts/index.ts';
import { readSettings } from '../../service/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { configureCases } from './configure-cases.ts';
import { heldSettings } from './held-settings.ts';

const PATH = '/api/v1/staff/service-settings/laporan';

/** Terms and letters of cases, as the office sets them. `If-Match: "r0"` for the first time. */
export function caseSettingsRoutes(deps: CaseWorkDeps, { needs }: Pick<Access, 'needs'>) {
  const tell = async (): Promise<CaseSettingsAnswer> => {
    const [row, settings] = [await readSettings(deps.sql, 'laporan'), await heldSettings(deps.sql)];
    const isDemo = (await deps.holdsDemo(today(deps))) && caseSettingsFor(settings, true) !== settings;
    const [setter] =
      row === undefined ? [] : await colleagues(deps.sql, [row.setBy.slice('account:'.length)]);
    return {
      settings,
      revision: row?.revision ?? 0,
      isDemo,
      setBy: setter?.name ?? null,
      setAt: row?.setAt.toISOString() ?? null,
    };
  };
  return new Hono<AccessEnv>()
    .use(PATH, cachePolicy('noStore'))
    .get(PATH, needs('service.configure'), withoutQuery, async (c) => {
      const told = await tell();
      c.header('etag', revisionTag(told.revision));
      return c.json(told);
    })
    .put(
      PATH,
      needs('service.configure'),
      withoutQuery,
      validateJson(caseSettingsSchema, { limitBytes: 10_000 }),
      async (c) => {
        const revision = readIfMatch(c);
        if (!revision.ok) return problemResponse(c, revision.problem);
        const set = await configureCases(deps, c.var.actor, revision.value, c.req.valid('json'));
        if (!set.ok) return problemResponse(c, set.problem, { current: await tell() });
        const told = await tell();
        c.header('etag', revisionTag(told.revision));
        return c.json(told);
      },
    )
    .all(PATH, methodNotAllowed('GET', 'HEAD', 'PUT'));
}
