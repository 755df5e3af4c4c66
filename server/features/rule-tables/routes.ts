import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Thing } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import { csvOfTable, TABLE_NAMES } from '#domain/rules/write-rule-tables';
import type { Deps } from '../../platform/deps.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse, readerLanguage } from '../../platform/http/problem-json.ts';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { type Refusal, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import { writeWorkbook } from '../../platform/write-workbook.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import { selectKbliCodes } from '../rules/index.ts';
import { TABLES_LIMIT } from './check-body.ts';
import { openCheckDesk } from './check-desk.ts';
import type { CheckRequest } from './check-job.ts';
import { draftTables, readTables, tablesOfCsv, tablesOfWorkbook } from './edit-tables.ts';
import { layerOfVersion } from './queries.ts';

export type RuleTableDeps = Pick<Deps, 'sql'> & {
  /** Whose a layer is; undefined when there is no such layer. */
  readonly layerThing: (layerId: string) => Promise<Thing | undefined>;
};

const PATH = '/api/v1/staff/rules';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';
const JSON_TEXT = 'application/json';

const tableQuery = z.object({ table: z.optional(z.enum(TABLE_NAMES as [string, ...string[]])) });

const refuse = (c: Context, { problem: refused, errors }: Refusal): Response =>
  problemResponse(c, refused, { errors });

/** The bytes of a body with tables: what is in them is read in the process beside this one. */
async function readTablesBody(c: Context): Promise<Result<Uint8Array, Response>> {
  if (!hasMediaType(c, [JSON_TEXT]))
    return fail(problemResponse(c, problem('unsupportedMediaType', { accepted: [JSON_TEXT] })));
  const body = await readBody(c, TABLES_LIMIT.limitBytes);
  return body.ok ? body : fail(problemResponse(c, body.problem, { headers: { connection: 'close' } }));
}

/**
 * Rules as tables: read, exported as CSV and XLSX, checked row by row, read back from a file, drafted as a version that
 * a release publishes. Nothing here changes what is in force.
 */
export function ruleTableRoutes(deps: RuleTableDeps, { needs }: Pick<Access, 'needs'>) {
  const { sql } = deps;
  const desk = openCheckDesk();
  const ofVersion = async (c: Context<AccessEnv>): Promise<Thing | undefined> => {
    const layerId = await layerOfVersion(sql, c.req.param('version') ?? '');
    return layerId === undefined ? undefined : await deps.layerThing(layerId);
  };
  const ofLayer = (c: Context<AccessEnv>) => deps.layerThing(c.req.param('layer') ?? '');
  const attach = (c: Context, name: string): void =>
    c.header('content-disposition', `attachment; filename="${name}"`);
  return new Hono<AccessEnv>()
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .get(`${PATH}/versions/:version`, needs('layer.read', ofVersion), withoutQuery, async (c) => {
      const found = await readTables(sql, c.req.param('version'));
      return found === undefined ? problemResponse(c, problem('notFound')) : c.json(found);
    })
    .all(`${PATH}/versions/:version`, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/versions/:version/tables.xlsx`, needs('layer.read', ofVersion), withoutQuery, async (c) => {
      const found = await readTables(sql, c.req.param('version'));
      if (found === undefined) return problemResponse(c, problem('notFound'));
      attach(c, `${found.layerId}-${found.versionId}.xlsx`);
      const bytes = writeWorkbook(Object.entries(found.tables));
      return c.body(new Uint8Array(bytes), 200, { 'content-type': WORKBOOK });
    })
    .get(`${PATH}/versions/:version/:file`, needs('layer.read', ofVersion), withoutQuery, async (c) => {
      const [, name = ''] = /^([a-z-]+)\.csv$/.exec(c.req.param('file')) ?? [];
      const found = await readTables(sql, c.req.param('version'));
      const table = found !== undefined && Object.hasOwn(found.tables, name) ? found.tables[name] : undefined;
      if (table === undefined) return problemResponse(c, problem('notFound'));
      attach(c, `${name}.csv`);
      return c.body(csvOfTable(table), 200, { 'content-type': 'text/csv; charset=utf-8' });
    })
    .post(`${PATH}/check`, needs('rules.edit'), withoutQuery, async (c) => {
      const body = await readTablesBody(c);
      if (!body.ok) return body.problem;
      const kbli = await selectKbliCodes(sql);
      const checked = await desk.ask<CheckRequest>({
        what: 'check',
        bytes: body.value,
        knownKbli: kbli.size > 0 ? [...kbli] : null,
        language: readerLanguage(c),
      });
      if (!checked.ok || checked.value === null) return problemResponse(c, problem('busy'));
      if (checked.value.kind === 'refusal') return refuse(c, checked.value.refusal);
      return c.body(checked.value.json, 200, { 'content-type': JSON_TEXT });
    })
    .all(`${PATH}/check`, methodNotAllowed('POST'))
    .post(`${PATH}/read`, needs('rules.edit'), validateQuery(tableQuery), async (c) => {
      const isWorkbook = hasMediaType(c, [WORKBOOK]);
      if (!isWorkbook && !hasMediaType(c, [CSV]))
        return problemResponse(c, problem('unsupportedMediaType', { accepted: [WORKBOOK, CSV] }));
      const { table } = c.req.valid('query');
      if (!isWorkbook && table === undefined)
        return problemResponse(c, problem('missingParameter', { name: 'table' }));
      const body = await readBody(c, TABLES_LIMIT.limitBytes);
      if (!body.ok) return problemResponse(c, body.problem, { headers: { connection: 'close' } });
      if (isWorkbook) {
        const read = await tablesOfWorkbook(body.value, readerLanguage(c));
        return read.ok ? c.json(read.value) : problemResponse(c, problem('busy'));
      }
      return c.json(tablesOfCsv(table ?? '', body.value, readerLanguage(c)));
    })
    .all(`${PATH}/read`, methodNotAllowed('POST'))
    .post(`${PATH}/layers/:layer/drafts`, needs('rules.edit', ofLayer), withoutQuery, async (c) => {
      const body = await readTablesBody(c);
      if (!body.ok) return body.problem;
      const outcome = await draftTables(sql, desk, {
        layerId: c.req.param('layer'),
        bytes: body.value,
        actor: `account:${c.var.actor.accountId}`,
        language: readerLanguage(c),
      });
      if (outcome.kind === 'unknown') return problemResponse(c, problem('notFound'));
      if (outcome.kind === 'busy') return problemResponse(c, problem('busy'));
      if (outcome.kind === 'refusal') return refuse(c, outcome.refusal);
      const status = { drafted: 201, unchanged: 200, refused: 422, conflict: 409 } as const;
      return c.json(outcome, status[outcome.kind]);
    })
    .all(`${PATH}/layers/:layer/drafts`, methodNotAllowed('POST'));
}
