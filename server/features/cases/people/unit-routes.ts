import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { type WorkUnits, workUnitBodySchema } from '#domain/violation-case/work-unit';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { readIfMatch } from '../../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../../platform/http/problem-json.ts';
import { validateJson, withoutQuery } from '../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { reachOfCases } from '../case-finder.ts';
import { endUnit, keepUnit } from './keep-units.ts';
import { listUnits } from './queries.ts';

const PATH = '/api/v1/staff/work-units';

/** Units that cases are given to. Its id is made by whoever makes it; `If-Match: "r0"` for the first time. */
export function workUnitRoutes(deps: CaseWorkDeps, { needs }: Pick<Access, 'needs'>) {
  const tell = async (c: Context<AccessEnv, string>): Promise<WorkUnits> => {
    const { actor } = c.var;
    const reach = reachOfCases(actor, 'report.read') ?? { accountId: actor.accountId, kelurahanCode: null };
    return { units: await listUnits(deps.sql, reach) };
  };
  const change = async (
    c: Context<AccessEnv, string>,
    act: (unitId: string, revision: number) => Promise<Result<null, Problem>>,
  ): Promise<Response> => {
    const unitId = z.uuid().safeParse(c.req.param('unitId'));
    if (!unitId.success) return problemResponse(c, problem('notFound'));
    const revision = readIfMatch(c);
    if (!revision.ok) return problemResponse(c, revision.problem);
    const outcome = await act(unitId.data, revision.value);
    if (outcome.ok) return c.json(await tell(c));
    const isConflict = outcome.problem.code === 'changedMeanwhile';
    return problemResponse(c, outcome.problem, isConflict ? { current: await tell(c) } : {});
  };
  return new Hono<AccessEnv>()
    .use(PATH, cachePolicy('noStore'))
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .get(PATH, needs('unit.read'), withoutQuery, async (c) => c.json(await tell(c)))
    .all(PATH, methodNotAllowed('GET', 'HEAD'))
    .put(
      `${PATH}/:unitId`,
      needs('service.configure'),
      withoutQuery,
      validateJson(workUnitBodySchema, { limitBytes: 20_000 }),
      (c) =>
        change(c, (unitId, revision) =>
          keepUnit(deps, c.var.actor, { unitId, revision }, c.req.valid('json')),
        ),
    )
    .delete(`${PATH}/:unitId`, needs('service.configure'), withoutQuery, (c) =>
      change(c, (unitId, revision) => endUnit(deps, c.var.actor, unitId, revision)),
    );
}
