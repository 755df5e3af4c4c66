import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { may } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import { csvOfTable, type TextTable } from '#domain/rules/write-rule-tables';
import { type LahpList, lahpBodySchema } from '#domain/violation-case/lahp';
import { today } from '../../../platform/city-day.ts';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { readIfMatch } from '../../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../../platform/http/problem-json.ts';
import { validateJson, withoutQuery } from '../../../platform/http/validate.ts';
import { writeWorkbook } from '../../../platform/write-workbook.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { casesClosedTo } from '../people/queries.ts';
import { lahpTable } from './export-lahp.ts';
import { keepLahp } from './keep-lahp.ts';
import { listLahp } from './queries.ts';

const PATH = '/api/v1/staff/lahp';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The register of what the Ombudsman asks the office to do. An id is made by the device; `If-Match: "r0"` for the first time. */
export function lahpRoutes(deps: CaseWorkDeps, { needs }: Pick<Access, 'needs'>) {
  /** With the case that each is about, for whom it is there at all. */
  const tell = async ({ var: { actor } }: Context<AccessEnv, string>): Promise<LahpList> => {
    const rows = await listLahp(deps.sql);
    const closed = await casesClosedTo(deps.sql, actor.accountId);
    return {
      reports: rows.map(({ caseId, ticket, kelurahanCode, ...report }) => {
        const isThere =
          caseId !== null && !closed.has(caseId) && may(actor, 'report.read', { kelurahanCode });
        return { ...report, about: isThere && ticket !== null ? { caseId, ticket } : null };
      }),
    };
  };
  /** The register as it is taken away: the log keeps who did. */
  const takeRegister = async (c: Context<AccessEnv, string>): Promise<TextTable> => {
    const { reports } = await tell(c);
    const on = today(deps);
    const actor = `account:${c.var.actor.accountId}` as const;
    await audit(deps.sql, { kind: 'lahp.exported', actor, facts: { rows: reports.length } }, deps.clock);
    return lahpTable(reports, on, await deps.holdsDemo(on));
  };
  return new Hono<AccessEnv>()
    .use(PATH, cachePolicy('noStore'))
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .get(PATH, needs('report.supervise'), withoutQuery, async (c) => c.json(await tell(c)))
    .all(PATH, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/register.csv`, needs('report.supervise'), withoutQuery, async (c) => {
      c.header('content-disposition', 'attachment; filename="register-lahp.csv"');
      return c.body(csvOfTable(await takeRegister(c)), 200, { 'content-type': 'text/csv; charset=utf-8' });
    })
    .get(`${PATH}/register.xlsx`, needs('report.supervise'), withoutQuery, async (c) => {
      c.header('content-disposition', 'attachment; filename="register-lahp.xlsx"');
      return c.body(Buffer.from(writeWorkbook([['Register LAHP', await takeRegister(c)]])), 200, {
        'content-type': WORKBOOK,
      });
    })
    .put(
      `${PATH}/:lahpId`,
      needs('report.supervise'),
      withoutQuery,
      validateJson(lahpBodySchema, { limitBytes: 20_000 }),
      async (c) => {
        const lahpId = z.uuid().safeParse(c.req.param('lahpId'));
        if (!lahpId.success) return problemResponse(c, problem('notFound'));
        const revision = readIfMatch(c);
        if (!revision.ok) return problemResponse(c, revision.problem);
        const seen = { lahpId: lahpId.data, revision: revision.value };
        const kept = await keepLahp(deps, c.var.actor, seen, c.req.valid('json'));
        if (kept.ok) return c.json(await tell(c));
        const isConflict = kept.problem.code === 'changedMeanwhile';
        return problemResponse(c, kept.problem, isConflict ? { current: await tell(c) } : {});
      },
    );
}
