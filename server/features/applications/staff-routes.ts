import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { may, type Thing } from '#domain/accounts/rights';
import { type StaffApplication, stepBodySchema } from '#domain/krk/application-answers';
import { sheetEntrySchema } from '#domain/krk/sheet';
import {
  APPLICATION_STATES,
  type ApplicationStep,
  closedTo,
  STEP_ROWS,
  type StepRow,
} from '#domain/krk/states';
import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { calendarAlarm } from '#domain/work-days/working-days';
import type { Answer } from '#domain/zoning/answer';
import { today } from '../../platform/city-day.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateJson, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import { staffMover } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { filesDirectory, storedPath } from '../uploads/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { judgeUses } from './judge-uses.ts';
import { holdApplication, type Seen, takeStep } from './move-application.ts';
import { papersOf, setVerdict } from './papers/queries.ts';
import { refuseOpenPapers } from './papers/refuse-open-papers.ts';
import { maskPerson, niksOf, readPerson } from './people/person.ts';
import { type ApplicationRow, findApplication } from './queries.ts';
import { findApplications, openCounts, queueIds } from './queue/queries.ts';
import { groundOf, revokeApplication, signApplication } from './sign-application.ts';
import { readBasis, type Said, tellDrawnGround, tellQueue, tellStaff } from './tell-applications.ts';
import { proposeSheet, writeSheet } from './write-sheet.ts';

const PATH = '/api/v1/staff/applications';
const PAGE = 50;
type StaffContext = Context<AccessEnv, string>;

const queueQuery = z.object({
  state: z.optional(z.enum(APPLICATION_STATES)),
  overdue: z.optional(z.literal('true')),
  after: z.optional(z.uuid()),
});
const verdictSchema = z.strictObject({
  verdict: z.enum(['accepted', 'refused']),
  note: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1_000))),
});
const reasonSchema = z.strictObject({
  reason: z.string().check(z.trim(), z.minLength(5), z.maxLength(1_000)),
});

/**
 * The work on applications. Every step of the table is an address of its own with the right that the table names; a change
 * names the revision that was seen, and somebody else's change in between is a 409 with the present state.
 */
export function staffApplicationRoutes(deps: ApplicationDeps, { needs }: Pick<Access, 'needs'>) {
  const find = async (c: Context<AccessEnv>): Promise<ApplicationRow | undefined> => {
    const id = z.uuid().safeParse(c.req.param('id'));
    const row = id.success ? await findApplication(deps.sql, id.data) : undefined;
    // A draft is its applicant's alone.
    return row?.submittedAt === null ? undefined : row;
  };
  const thing =
    (step?: StepRow) =>
    async (c: Context<AccessEnv>): Promise<Thing | undefined> => {
      const row = await find(c);
      if (row === undefined) return undefined;
      return { accountId: row.accountId, ...(step === undefined ? {} : { closedTo: closedTo(step, row) }) };
    };
  const answerFor = async ({ applicationId }: ApplicationRow): Promise<Answer | null> => {
    const answer = await deps.answerGround(await groundOf(deps, applicationId), today(deps));
    return answer.ok ? answer.value : null;
  };
  const saidFor = async (row: ApplicationRow): Promise<Said | null> => {
    const ground = await groundOf(deps, row.applicationId);
    const [answer, uses] = await Promise.all([
      deps.answerGround(ground, today(deps)),
      judgeUses(deps, ground, today(deps), row, row.sheet),
    ]);
    return answer.ok && uses.ok ? { answer: answer.value, ...uses.value } : null;
  };
  const tell = async (c: StaffContext): Promise<StaffApplication | undefined> => {
    const row = await find(c);
    return row === undefined ? undefined : await tellStaff(deps, c.var.actor, row, await saidFor(row));
  };
  const answer = async (c: StaffContext): Promise<Response> => {
    const told = await tell(c);
    if (told === undefined) return problemResponse(c, problem('notFound'));
    c.header('etag', revisionTag(told.revision));
    return c.json(told);
  };
  /** A change: what was seen, the change itself, and the application as it is afterwards. */
  const change = async (
    c: StaffContext,
    act: (seen: Seen) => Promise<Result<unknown, Problem>>,
  ): Promise<Response> => {
    const revision = readIfMatch(c);
    if (!revision.ok) return problemResponse(c, revision.problem);
    const outcome = await act({ applicationId: c.req.param('id') ?? '', revision: revision.value });
    if (outcome.ok) return await answer(c);
    const isConflict = ['changedMeanwhile', 'stepNotPossible'].includes(outcome.problem.code);
    return problemResponse(c, outcome.problem, isConflict ? { current: await tell(c) } : {});
  };
  const act = async (
    c: StaffContext,
    step: ApplicationStep,
    seen: Seen,
    body: z.infer<typeof stepBodySchema>,
  ): Promise<Result<unknown, Problem>> => {
    if (step === 'propose') return proposeSheet(deps, c.var.actor, seen);
    if (step === 'sign') return signApplication(deps, staffMover(deps, c.var.actor), seen, body);
    const mover = staffMover(deps, c.var.actor);
    if (step === 'acceptFile' || step === 'acceptForSurvey') {
      // Read before: a paper that changes meanwhile changes the revision, and whoever acts in a unit's name sees no uploads.
      const papers = await papersOf(deps.sql, [seen.applicationId]);
      return takeStep(deps, mover, seen, step, body, async ({ settings }) =>
        refuseOpenPapers(papers, settings),
      );
    }
    return step === 'revoke'
      ? revokeApplication(deps, mover, seen, body)
      : takeStep(deps, mover, seen, step, body);
  };

  const routes = new Hono<AccessEnv>()
    .use('/api/v1/staff/*', cachePolicy('noStore'))
    .get(PATH, needs('application.read'), validateQuery(queueQuery), async (c) => {
      const { state = null, overdue, after = null } = c.req.valid('query');
      const basis = await readBasis(deps);
      const filter = { state, isOverdueOnly: overdue === 'true', today: basis.today, after, limit: PAGE };
      const ids = await queueIds(deps.sql, filter);
      return c.json({
        applications: await tellQueue(deps, await findApplications(deps.sql, ids), basis),
        counts: await openCounts(deps.sql, basis.today),
        next: ids.length === PAGE ? (ids.at(-1) ?? null) : null,
        calendarAlarm: calendarAlarm(basis.calendar, basis.today),
      });
    })
    .all(PATH, methodNotAllowed('GET', 'HEAD'))
    .get(`${PATH}/:id`, needs('application.read', thing()), withoutQuery, (c) => answer(c))
    .get(`${PATH}/:id/answer`, needs('application.read', thing()), withoutQuery, async (c) => {
      const row = await find(c);
      const found = row === undefined ? null : await answerFor(row);
      return found === null ? problemResponse(c, problem('sourceUnavailable')) : c.json(found);
    })
    .get(`${PATH}/:id/drawing`, needs('application.read', thing()), withoutQuery, async (c) => {
      const row = await find(c);
      if (row === undefined) return problemResponse(c, problem('notFound'));
      const drawn = await deps.drawGround(await groundOf(deps, row.applicationId), today(deps));
      return drawn.ok ? c.json(tellDrawnGround(drawn.value)) : problemResponse(c, drawn.problem);
    })
    .put(
      `${PATH}/:id/sheet`,
      needs('application.analyse', thing()),
      withoutQuery,
      validateJson(sheetEntrySchema, { limitBytes: 500_000 }),
      (c) => change(c, (seen) => writeSheet(deps, c.var.actor, seen, c.req.valid('json'))),
    )
    .get(`${PATH}/:id/person`, needs('person.read', thing()), withoutQuery, async (c) => {
      const applicationId = c.req.param('id');
      const person = await readPerson(deps, deps.sql, applicationId);
      if (person === null) return problemResponse(c, problem('personErased'));
      if (person.applicant === null) return problemResponse(c, problem('notFound'));
      const event = { kind: 'person.read', actor: `account:${c.var.actor.accountId}` } as const;
      await audit(deps.sql, { ...event, facts: { applicationId, what: 'masked' } }, deps.clock);
      return c.json(maskPerson(person.applicant));
    })
    .post(
      `${PATH}/:id/person/reveal`,
      needs('person.read', thing()),
      withoutQuery,
      validateJson(reasonSchema, { limitBytes: 5_000 }),
      async (c) => {
        const applicationId = c.req.param('id');
        const person = await readPerson(deps, deps.sql, applicationId);
        if (person === null || person.applicant === null) return problemResponse(c, problem('personErased'));
        // Before it is told: what is not written down is not shown.
        const facts = { applicationId, what: 'nik' as const };
        const actor = `account:${c.var.actor.accountId}` as const;
        const personal = c.req.valid('json');
        await audit(deps.sql, { kind: 'person.read', actor, facts, personal }, deps.clock);
        return c.json({ niks: niksOf(person.applicant) });
      },
    )
    .get(`${PATH}/:id/papers/:paperId`, needs('application.read', thing()), withoutQuery, async (c) => {
      const applicationId = c.req.param('id');
      const paper = (await papersOf(deps.sql, [applicationId])).find(
        ({ paperId }) => paperId === c.req.param('paperId'),
      );
      if (paper === undefined) return problemResponse(c, problem('notFound'));
      const { settings } = await readBasis(deps);
      // What nobody has called impersonal shows a person.
      const isPersonal = settings.papers?.find(({ id }) => id === paper.kind)?.isPersonal !== false;
      if (isPersonal) {
        if (!may(c.var.actor, 'person.read', {})) return problemResponse(c, problem('notAllowed'));
        const facts = { applicationId, what: 'paper' as const, paperId: paper.paperId };
        const actor = `account:${c.var.actor.accountId}` as const;
        await audit(deps.sql, { kind: 'person.read', actor, facts }, deps.clock);
      }
      const file = createReadStream(storedPath(filesDirectory(deps.dataDirectory), paper.sha256));
      return c.body(Readable.toWeb(file) as ReadableStream, 200, {
        'content-type': paper.mediaType,
        'content-length': String(paper.byteCount),
        'content-disposition': `attachment; filename="${paper.kind}.${paper.mediaType.split('/')[1]}"`,
      });
    })
    .post(
      `${PATH}/:id/papers/:paperId/verdict`,
      needs('application.check', thing()),
      withoutQuery,
      validateJson(verdictSchema, { limitBytes: 5_000 }),
      (c) => change(c, (seen) => judgePaper(c, seen, c.req.valid('json'))),
    );
  const judgePaper = async (c: StaffContext, seen: Seen, judged: z.infer<typeof verdictSchema>) => {
    const papers = await papersOf(deps.sql, [seen.applicationId]);
    const paper = papers.find(({ paperId }) => paperId === c.req.param('paperId'));
    return await holdApplication(staffMover(deps, c.var.actor), seen, async (tx, row) => {
      const { applicationId } = row;
      if (row.state !== 'verifikasiBerkas')
        return problem('stepNotPossible', { state: row.state, step: 'verdict' });
      if (paper === undefined) return problem('notFound');
      if (judged.verdict === 'refused' && judged.note === undefined)
        return problem('missingField', { name: 'note' });
      await setVerdict(tx, paper.paperId, judged.verdict, judged.note ?? null);
      const facts = { applicationId, paperId: paper.paperId, verdict: judged.verdict };
      const actor = `account:${c.var.actor.accountId}` as const;
      await audit(tx, { kind: 'application.paperChecked', actor, facts }, deps.clock);
      return null;
    });
  };
  for (const row of STEP_ROWS)
    if (row.by !== 'applicant' && row.by !== 'system' && row.through === 'button')
      routes.post(
        `${PATH}/:id/steps/${row.step}`,
        needs(row.by, thing(row)),
        withoutQuery,
        validateJson(stepBodySchema, { limitBytes: 20_000 }),
        (c) => change(c, (seen) => act(c, row.step, seen, c.req.valid('json'))),
      );
  return routes;
}
