import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { reachOf, type Thing } from '#domain/accounts/rights';
import { caseStateSchema, newAnswerSchema, newCorrectionSchema } from '#domain/correction/correction';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import { calendarDay } from '../../platform/clock.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateJson, validateParams, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import {
  type Access,
  type AccessEnv,
  inTheNameOf,
  isOfThisOrigin,
  spendPublicTry,
} from '../accounts/index.ts';
import { degreesProblem } from '../lookup/index.ts';
import { answerCase, revealContact } from './answer-case.ts';
import type { CorrectionDeps } from './correction-deps.ts';
import { type OpenedCase, openCase } from './open-case.ts';
import { rowsQuery, ticketParameter } from './operations.ts';
import { findCase, listCases } from './queries.ts';
import { rowsAt } from './rows-at.ts';
import { tellByTicket, tellCase, tellLine } from './tell-case.ts';

const PUBLIC = '/api/v1/corrections';
const STAFF = '/api/v1/staff/corrections';
const BODY = { limitBytes: 20_000 };
const PAGE = 50;
/** Cases from one place before each further one has to wait: many people can stand behind one address. */
const FREE_CASES = 10;

const listQuery = z.object({
  state: z.optional(caseStateSchema),
  layer: z.optional(z.string().check(z.maxLength(60))),
  q: z.optional(z.string().check(z.maxLength(100))),
  before: z.optional(z.uuid()),
});

/** The page that follows a case; what stands behind `#` comes to no server and into no log. */
const pathOfCase = ({ ticket, secret }: OpenedCase): string => `/keliru/${ticket}#${secret}`;

/** The secret of a case, as a program brings it; null without one. Never part of an address. */
const secretOf = (c: Context): string | null =>
  /^Bearer ([\w-]{1,60})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? null;

/** Opens a case for whoever asks: from this site, not too often from one place. */
export async function openForPublic(
  deps: CorrectionDeps,
  c: Context,
  asked: z.output<typeof newCorrectionSchema>,
): Promise<Result<OpenedCase, Problem>> {
  if (!isOfThisOrigin(c, deps.http?.publicUrl)) return fail(problem('otherOrigin'));
  const spent = spendPublicTry(deps, c, 'correction', FREE_CASES);
  return spent.ok ? await openCase(deps, asked) : spent;
}

/** “Data ini keliru”: open to everybody without an account; the answers are for staff to give. */
export function correctionRoutes(deps: CorrectionDeps, { needs }: Pick<Access, 'needs'>) {
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const thing = async (c: Context<AccessEnv>): Promise<Thing | undefined> => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const found = id.success ? await findCase(deps.sql, id.data) : undefined;
    return found === undefined ? undefined : { producerId: found.producerId };
  };
  const tell = (c: Context<AccessEnv, string>) => tellCase(deps, c.var.actor, c.req.param('id') ?? '');
  const answer = async (c: Context<AccessEnv, string>): Promise<Response> => {
    const told = await tell(c);
    if (told === undefined) return problemResponse(c, problem('notFound'));
    c.header('etag', revisionTag(told.revision));
    return c.json(told);
  };

  return new Hono<AccessEnv>()
    .get(`${PUBLIC}/rows`, cachePolicy('noStore'), validateQuery(rowsQuery), async (c) => {
      const { lon, lat, on = today() } = c.req.valid('query');
      const wrong = degreesProblem(lon, lat, deps.city);
      if (wrong !== null) return problemResponse(c, wrong);
      const { rows } = await rowsAt(deps, [lon, lat], on);
      return c.json({ rows: rows.map(({ told }) => told) });
    })
    .all(`${PUBLIC}/rows`, methodNotAllowed('GET'))
    .post(
      PUBLIC,
      cachePolicy('noStore'),
      withoutQuery,
      validateJson(newCorrectionSchema, BODY),
      async (c) => {
        const asked = c.req.valid('json');
        const wrong = degreesProblem(asked.lon, asked.lat, deps.city);
        if (wrong !== null) return problemResponse(c, wrong);
        const opened = await openForPublic(deps, c, asked);
        if (!opened.ok) return problemResponse(c, opened.problem);
        return c.json({ ...opened.value, path: pathOfCase(opened.value) }, 201);
      },
    )
    .all(PUBLIC, methodNotAllowed('POST'))
    .get(
      `${PUBLIC}/:ticket`,
      cachePolicy('noStore'),
      validateParams(ticketParameter),
      withoutQuery,
      async (c) => {
        const found = await tellByTicket(deps, c.req.valid('param').ticket, secretOf(c));
        return found === undefined ? problemResponse(c, problem('notFound')) : c.json(found);
      },
    )
    .all(`${PUBLIC}/:ticket`, methodNotAllowed('GET'))
    .use(`${STAFF}/*`, cachePolicy('noStore'))
    .get(STAFF, needs('correction.answer'), validateQuery(listQuery), async (c) => {
      const { state = null, layer = null, q = null, before = null } = c.req.valid('query');
      const { actor } = c.var;
      const isEverybodys = reachOf(actor, 'correction.answer').includes('any');
      // Whoever belongs to no agency keeps no layer.
      const producerId = isEverybodys ? null : (actor.producerId ?? '');
      const filter = { state, layerId: layer, producerId, words: q, before, limit: PAGE };
      const cases = await inTheNameOf(deps.sql, actor, (tx) => listCases(tx, filter));
      const next = cases.length === PAGE ? (cases.at(-1)?.correctionId ?? null) : null;
      return c.json({ cases: cases.map(tellLine), next });
    })
    .all(STAFF, methodNotAllowed('GET'))
    .get(`${STAFF}/:id`, needs('correction.answer', thing), withoutQuery, (c) => answer(c))
    .post(
      `${STAFF}/:id/answer`,
      needs('correction.answer', thing),
      withoutQuery,
      validateJson(newAnswerSchema, BODY),
      async (c) => {
        const revision = readIfMatch(c);
        if (!revision.ok) return problemResponse(c, revision.problem);
        const seen = { correctionId: c.req.param('id'), revision: revision.value };
        const done = await answerCase(deps, c.var.actor, seen, c.req.valid('json'));
        if (done.ok) return await answer(c);
        if (done.problem.code !== 'changedMeanwhile') return problemResponse(c, done.problem);
        const current = await tell(c);
        return problemResponse(c, done.problem, {
          headers: { etag: revisionTag(current?.revision ?? 0) },
          current,
        });
      },
    )
    .post(`${STAFF}/:id/contact`, needs('person.read', thing), withoutQuery, async (c) =>
      c.json({ contact: await revealContact(deps, c.var.actor, c.req.param('id')) }),
    );
}
