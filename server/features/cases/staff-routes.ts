import { Hono } from 'hono';
import * as z from 'zod/mini';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import {
  type CaseQueue,
  caseStepBodySchema,
  fulfilledBodySchema,
  type StaffCase,
  servedBodySchema,
  sp4nBodySchema,
} from '#domain/violation-case/case-answers';
import { conflictBodySchema, conflictEndSchema } from '#domain/violation-case/case-conflict';
import { CASE_RULES, CASE_STATES } from '#domain/violation-case/states';
import { calendarAlarm } from '#domain/work-days/working-days';
import { today } from '../../platform/city-day.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateJson, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { CASES, type CaseContext, findCases, reachOfCases } from './case-finder.ts';
import { discloseCase } from './disclose-case.ts';
import { readFacts } from './facts/read-facts.ts';
import { caseFileRoutes } from './file-routes.ts';
import { readJoinTarget } from './join-target.ts';
import type { CaseSeen } from './move-case.ts';
import { passingOnRoutes } from './passing-on/routes.ts';
import { agreeToConflict, noteConflict, takeConflictBack } from './people/note-conflict.ts';
import { casesOf } from './queries.ts';
import {
  type CaseFilter,
  type CaseReach,
  caseIds,
  casePlaces,
  officersOfOpen,
  openCaseCounts,
  openKelurahan,
} from './queue/queries.ts';
import { readBasis } from './read-clock.ts';
import { fulfilSanction, serveSanction } from './sanctions/follow-sanction.ts';
import { setTicketOfSp4n } from './set-sp4n.ts';
import { takeStaffStep } from './steps.ts';
import { answersReporters, tellCase, tellLines } from './tell-cases.ts';

const PAGE = 50;
const MOST_PLACES = 2_000;

const flag = z.optional(z.literal('true'));
const filterQuery = z.object({
  state: z.optional(z.enum(CASE_STATES)),
  overdue: flag,
  unassigned: flag,
  escalated: flag,
  mine: flag,
  officer: z.optional(z.uuid()),
  unit: z.optional(z.uuid()),
  track: z.optional(z.enum(['ruang', 'bangunan'])),
  kelurahan: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  q: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
});
const queueQuery = z.extend(filterQuery, { after: z.optional(z.uuid()) });

const joinTargetQuery = z.object({ ticket: z.string().check(z.minLength(1), z.maxLength(40)) });

/** What is asked for, within what the person may see. */
const filterOf = (
  {
    state,
    overdue,
    unassigned,
    escalated,
    mine,
    officer,
    unit,
    track,
    kelurahan,
    q,
  }: z.infer<typeof filterQuery>,
  reach: CaseReach,
  on: string,
): CaseFilter => ({
  ...reach,
  state: state ?? null,
  isOverdueOnly: overdue === 'true',
  isUnassignedOnly: unassigned === 'true',
  isEscalatedOnly: escalated === 'true',
  officerId: mine === 'true' ? reach.accountId : (officer ?? null),
  unitId: unit ?? null,
  track: track ?? null,
  inKelurahan: kelurahan ?? null,
  text: q ?? null,
  today: on,
});

/**
 * The work on cases. Every step of the table is an address of its own with the right that the table names; a change names the
 * revision that was seen, and somebody else's change in between is a 409 with the present state.
 */
export function staffCaseRoutes(deps: CaseWorkDeps, { needs }: Pick<Access, 'needs'>) {
  const finder = findCases(deps);
  const { find, thing } = finder;
  const tell = async (c: CaseContext): Promise<StaffCase | undefined> => {
    const row = await find(c);
    return row === undefined ? undefined : await tellCase(deps, c.var.actor, row);
  };
  const answer = async (c: CaseContext): Promise<Response> => {
    const told = await tell(c);
    if (told === undefined) return problemResponse(c, problem('notFound'));
    c.header('etag', revisionTag(told.revision));
    return c.json(told);
  };
  /** A change: what was seen, the change itself, and the case as it is afterwards. */
  const change = async (
    c: CaseContext,
    act: (seen: CaseSeen) => Promise<Result<unknown, Problem>>,
  ): Promise<Response> => {
    const revision = readIfMatch(c);
    if (!revision.ok) return problemResponse(c, revision.problem);
    const outcome = await act({ caseId: c.req.param('id') ?? '', revision: revision.value });
    if (outcome.ok) return await answer(c);
    const isConflict = ['changedMeanwhile', 'stepNotPossible'].includes(outcome.problem.code);
    return problemResponse(c, outcome.problem, isConflict ? { current: await tell(c) } : {});
  };
  const sanctionOf = (c: CaseContext): string => z.uuid().safeParse(c.req.param('sanctionId')).data ?? '';

  const routes = new Hono<AccessEnv>()
    .use('/api/v1/staff/*', cachePolicy('noStore'))
    .get(CASES, needs('report.read'), validateQuery(queueQuery), async (c) => {
      const { after = null, ...asked } = c.req.valid('query');
      const reach = reachOfCases(c.var.actor, 'report.read');
      const basis = await readBasis(deps, deps.sql);
      const alarm = calendarAlarm(basis.calendar, basis.today);
      if (reach === null)
        return c.json({
          cases: [],
          counts: [],
          kelurahan: [],
          officers: [],
          next: null,
          calendarAlarm: alarm,
        } satisfies CaseQueue);
      const filter = filterOf(asked, reach, basis.today);
      const ids = await caseIds(deps.sql, filter, { after, limit: PAGE });
      return c.json({
        cases: await tellLines(deps, await casesOf(deps.sql, ids), basis),
        counts: await openCaseCounts(deps.sql, reach, basis.today),
        kelurahan: await openKelurahan(deps.sql, reach, basis.today),
        officers: await officersOfOpen(deps.sql, reach),
        next: ids.length === PAGE ? (ids.at(-1) ?? null) : null,
        calendarAlarm: alarm,
      } satisfies CaseQueue);
    })
    .all(CASES, methodNotAllowed('GET', 'HEAD'))
    .get('/api/v1/staff/case-places', needs('report.read'), validateQuery(filterQuery), async (c) => {
      const reach = reachOfCases(c.var.actor, 'report.read');
      const places =
        reach === null
          ? []
          : await casePlaces(deps.sql, filterOf(c.req.valid('query'), reach, today(deps)), MOST_PLACES + 1);
      return c.json({ places: places.slice(0, MOST_PLACES), isCut: places.length > MOST_PLACES });
    })
    .get(`${CASES}/:id`, needs('report.read', thing()), withoutQuery, (c) => answer(c))
    .get(`${CASES}/:id/facts`, needs('report.read', thing()), withoutQuery, async (c) => {
      const row = await find(c);
      return row === undefined
        ? problemResponse(c, problem('notFound'))
        : c.json(await readFacts(deps, row, c.var.actor.accountId));
    })
    .get(
      `${CASES}/:id/join-target`,
      needs('report.handle', thing()),
      validateQuery(joinTargetQuery),
      async (c) => {
        const row = await find(c);
        if (row === undefined) return problemResponse(c, problem('notFound'));
        const { ticket } = c.req.valid('query');
        const target = await readJoinTarget(deps, row, c.var.actor.accountId, ticket);
        return target.ok ? c.json(target.value) : problemResponse(c, target.problem);
      },
    )
    .post(
      `${CASES}/:id/conflicts`,
      needs('report.handle', thing()),
      withoutQuery,
      validateJson(conflictBodySchema, { limitBytes: 10_000 }),
      (c) => change(c, (seen) => noteConflict(deps, c.var.actor, seen, c.req.valid('json'))),
    )
    .post(`${CASES}/:id/conflicts/:conflictId/agree`, needs('report.read', thing()), withoutQuery, (c) =>
      change(c, async (seen) => {
        const row = await find(c);
        if (row === undefined || !answersReporters(c.var.actor, row)) return fail(problem('notAllowed'));
        return await agreeToConflict(deps, c.var.actor, seen, Number(c.req.param('conflictId')));
      }),
    )
    .post(
      `${CASES}/:id/conflicts/:conflictId/end`,
      needs('report.supervise', thing()),
      withoutQuery,
      validateJson(conflictEndSchema, { limitBytes: 10_000 }),
      (c) => {
        const [conflictId, { reason }] = [Number(c.req.param('conflictId')), c.req.valid('json')];
        return change(c, (seen) => takeConflictBack(deps, c.var.actor, seen, conflictId, reason));
      },
    )
    .post(
      `${CASES}/:id/disclose`,
      needs('report.supervise', thing()),
      withoutQuery,
      validateJson(conflictEndSchema, { limitBytes: 10_000 }),
      (c) => change(c, (seen) => discloseCase(deps, c.var.actor, seen, c.req.valid('json').reason)),
    )
    .put(
      `${CASES}/:id/sp4n`,
      needs('report.handle', thing()),
      withoutQuery,
      validateJson(sp4nBodySchema, { limitBytes: 1_000 }),
      (c) => change(c, (seen) => setTicketOfSp4n(deps, c.var.actor, seen, c.req.valid('json').sp4nTicket)),
    )
    .post(
      `${CASES}/:id/sanctions/:sanctionId/served`,
      needs('report.enforce', thing()),
      withoutQuery,
      validateJson(servedBodySchema, { limitBytes: 5_000 }),
      (c) => change(c, (seen) => serveSanction(deps, c.var.actor, seen, sanctionOf(c), c.req.valid('json'))),
    )
    .post(
      `${CASES}/:id/sanctions/:sanctionId/fulfilled`,
      needs('report.enforce', thing()),
      withoutQuery,
      validateJson(fulfilledBodySchema, { limitBytes: 10_000 }),
      (c) => change(c, (seen) => fulfilSanction(deps, c.var.actor, seen, sanctionOf(c), c.req.valid('json'))),
    )
    .route('/', caseFileRoutes(deps, { needs }, finder))
    .route('/', passingOnRoutes(deps, { needs }, finder));
  for (const rule of CASE_RULES)
    if (rule.by !== 'reporter' && rule.by !== 'system' && rule.through === 'button')
      routes.post(
        `${CASES}/:id/steps/${rule.step}`,
        needs(rule.by, thing(rule)),
        withoutQuery,
        validateJson(caseStepBodySchema, { limitBytes: 100_000 }),
        (c) => change(c, (seen) => takeStaffStep(deps, c.var.actor, seen, rule.step, c.req.valid('json'))),
      );
  return routes;
}
