import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { may, reachOf, type Thing } from '#domain/accounts/rights';
import { type Problem, problem } from '#domain/problem';
import {
  approvalSchema,
  newReleaseSchema,
  type Release,
  reasonSchema,
  releaseChangeSchema,
  rollbackSchema,
} from '#domain/release/release';
import type { Result } from '#domain/result';
import { calendarDay } from '../../platform/clock.ts';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse, readerLanguage } from '../../platform/http/problem-json.ts';
import { validateJson, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import { describeJob, findJob } from '../jobs/index.ts';
import { type OnceKey, readOnceKey } from '../once/index.ts';
import { layerThing } from '../registry/index.ts';
import { findingsOf, firstFindingsOf } from './findings/queries.ts';
import { findingsAsCsv, findingsAsGeoJson } from './findings-files.ts';
import { tellMoves } from './history/tell-moves.ts';
import { makeOpening, makeRelease, makeRollback } from './make-release.ts';
import {
  amendRelease,
  approveRelease,
  rejectRelease,
  type Seen,
  submitRelease,
  withdrawRelease,
} from './move-release.ts';
import { BODY, consequencesQuery, listQuery } from './operation-parts.ts';
import { findRelease, itemsOf, listReleases } from './queries.ts';
import type { ReleaseDeps } from './release-deps.ts';
import { tellFindings } from './tell-findings.ts';
import { tellReleases } from './tell-releases.ts';
import { thingOf } from './thing-of.ts';
import { tellTimeline } from './timeline/tell-timeline.ts';
import { tellConsequences } from './weigh-release.ts';

const PATH = '/api/v1/staff/releases';
const PAGE = 50;

type StaffContext = Context<AccessEnv, string>;

/**
 * Releases: made of files and versions, checked by a job, submitted, decided by a second person, published by a job. Every
 * change names the revision that was seen (`If-Match`); somebody else's change in between is a 409 with the present state.
 */
export function releaseRoutes(deps: ReleaseDeps, { needs }: Pick<Access, 'needs'>) {
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const thing =
    (isDecision = false) =>
    async (c: Context<AccessEnv>): Promise<Thing | undefined> => {
      const id = z.uuid().safeParse(c.req.param('id'));
      const release = id.success ? await findRelease(deps.sql, id.data) : undefined;
      if (release === undefined) return undefined;
      return thingOf(release, await itemsOf(deps.sql, [release.releaseId], today()), isDecision);
    };
  const tell = async (c: StaffContext, releaseId: string): Promise<Release | undefined> => {
    const row = await findRelease(deps.sql, releaseId);
    return row === undefined ? undefined : (await tellReleases(deps, c.var.actor, [row]))[0];
  };
  const answer = async (c: StaffContext, releaseId: string, status: 200 | 201 | 202 = 200) => {
    const release = await tell(c, releaseId);
    if (release === undefined) return problemResponse(c, problem('notFound'));
    c.header('etag', revisionTag(release.revision));
    return c.json(release, status);
  };
  const refuse = async (c: StaffContext, refusal: Problem, releaseId: string): Promise<Response> => {
    if (refusal.code !== 'changedMeanwhile' && refusal.code !== 'stepNotPossible')
      return problemResponse(c, refusal);
    const current = await tell(c, releaseId);
    const headers = current === undefined ? {} : { etag: revisionTag(current.revision) };
    return problemResponse(c, refusal, { headers, current });
  };
  /** One step: what was seen, the step itself, and the release as it is afterwards. */
  const step = async (
    c: StaffContext,
    act: (seen: Seen) => Promise<Result<unknown, Problem>>,
    status: 200 | 202 = 200,
  ): Promise<Response> => {
    const revision = readIfMatch(c);
    if (!revision.ok) return problemResponse(c, revision.problem);
    const releaseId = c.req.param('id') ?? '';
    const outcome = await act({ releaseId, revision: revision.value });
    deps.jobs?.look();
    return outcome.ok ? await answer(c, releaseId, status) : await refuse(c, outcome.problem, releaseId);
  };
  /** Something new: once for each key, told as it is now. */
  const make = async (
    c: StaffContext,
    asked: unknown,
    act: (once: OnceKey | null) => Promise<Result<string, Problem>>,
  ): Promise<Response> => {
    const once = readOnceKey(c, c.var.actor, asked);
    if (!once.ok) return problemResponse(c, once.problem);
    const made = await act(once.value);
    if (!made.ok) return problemResponse(c, made.problem);
    deps.jobs?.look();
    c.header('location', `${PATH}/${made.value}`);
    return await answer(c, made.value, 201);
  };
  const findings = async (c: StaffContext) => {
    const releaseId = c.req.param('id') ?? '';
    return tellFindings(releaseId, await findingsOf(deps.sql, releaseId));
  };
  const asFile = (c: StaffContext, text: string, type: string, ending: string): Response =>
    c.body(text, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="temuan-${c.req.param('id')}.${ending}"`,
    });

  return new Hono<AccessEnv>()
    .use('/api/v1/staff/*', cachePolicy('noStore'))
    .get(PATH, needs('layer.read'), validateQuery(listQuery), async (c) => {
      const { state = null, layer = null, before = null } = c.req.valid('query');
      const { actor } = c.var;
      const reaches = reachOf(actor, 'layer.read');
      const rows = await listReleases(deps.sql, {
        state,
        layerId: layer,
        before,
        reach: reaches.includes('any')
          ? null
          : {
              accountId: reaches.includes('own') ? actor.accountId : null,
              producerId: reaches.includes('ownProducer') ? actor.producerId : null,
            },
        limit: PAGE,
      });
      const next = rows.length === PAGE ? (rows.at(-1)?.releaseId ?? null) : null;
      return c.json({ releases: await tellReleases(deps, actor, rows), next });
    })
    .post(PATH, needs('release.prepare'), withoutQuery, validateJson(newReleaseSchema, BODY), async (c) => {
      const asked = c.req.valid('json');
      return await make(c, asked, (once) => makeRelease(deps, c.var.actor, asked, once));
    })
    .all(PATH, methodNotAllowed('GET', 'HEAD', 'POST'))
    .get(`${PATH}/:id`, needs('layer.read', thing()), withoutQuery, (c) => answer(c, c.req.param('id')))
    .patch(
      `${PATH}/:id`,
      needs('release.prepare', thing()),
      withoutQuery,
      validateJson(releaseChangeSchema, BODY),
      (c) => step(c, (seen) => amendRelease(deps, c.var.actor, seen, c.req.valid('json'))),
    )
    .get(`${PATH}/:id/findings`, needs('layer.read', thing()), withoutQuery, async (c) => {
      const releaseId = c.req.param('id');
      return c.json(tellFindings(releaseId, await firstFindingsOf(deps.sql, releaseId)));
    })
    .get(`${PATH}/:id/findings.csv`, needs('layer.read', thing()), withoutQuery, async (c) =>
      asFile(c, findingsAsCsv(await findings(c), readerLanguage(c)), 'text/csv; charset=utf-8', 'csv'),
    )
    .get(`${PATH}/:id/findings.geojson`, needs('layer.read', thing()), withoutQuery, async (c) =>
      asFile(
        c,
        JSON.stringify(findingsAsGeoJson(await findings(c), readerLanguage(c))),
        'application/geo+json',
        'geojson',
      ),
    )
    .get(`${PATH}/:id/history`, needs('layer.read', thing()), withoutQuery, async (c) =>
      c.json({ moves: await tellMoves(deps, c.req.param('id')) }),
    )
    .get(
      `${PATH}/:id/consequences`,
      needs('layer.read', thing()),
      validateQuery(consequencesQuery),
      async (c) => {
        const release = await findRelease(deps.sql, c.req.param('id'));
        if (release === undefined) return problemResponse(c, problem('notFound'));
        // Who may decide asks this while the decision is written.
        if (release.state === 'diajukan' && reachOf(c.var.actor, 'release.decide').length > 0)
          deps.jobs?.expectPublication();
        return c.json(await tellConsequences(deps, release, c.req.valid('query')));
      },
    )
    .post(`${PATH}/:id/check`, needs('release.prepare', thing()), withoutQuery, (c) =>
      step(c, (seen) => amendRelease(deps, c.var.actor, seen, { isCheckedAgain: true }), 202),
    )
    .post(`${PATH}/:id/submit`, needs('release.submit', thing()), withoutQuery, (c) =>
      step(c, (seen) => submitRelease(deps, c.var.actor, seen)),
    )
    .post(
      `${PATH}/:id/approve`,
      needs('release.decide', thing(true)),
      withoutQuery,
      validateJson(approvalSchema, BODY),
      (c) => step(c, (seen) => approveRelease(deps, c.var.actor, seen, c.req.valid('json')), 202),
    )
    .post(
      `${PATH}/:id/reject`,
      needs('release.decide', thing(true)),
      withoutQuery,
      validateJson(reasonSchema, BODY),
      (c) => step(c, (seen) => rejectRelease(deps, c.var.actor, seen, c.req.valid('json').reason)),
    )
    .post(
      `${PATH}/:id/withdraw`,
      needs('release.submit', thing()),
      withoutQuery,
      validateJson(reasonSchema, BODY),
      (c) => step(c, (seen) => withdrawRelease(deps, c.var.actor, seen, c.req.valid('json').reason)),
    )
    .get('/api/v1/staff/jobs/:id', needs('layer.read'), withoutQuery, async (c) => {
      const id = z.uuid().safeParse(c.req.param('id'));
      const job = id.success ? await findJob(deps.sql, id.data) : undefined;
      const release = job === undefined ? undefined : await findRelease(deps.sql, job.releaseId);
      if (job === undefined || release === undefined) return problemResponse(c, problem('notFound'));
      const items = await itemsOf(deps.sql, [job.releaseId], today());
      if (!may(c.var.actor, 'layer.read', thingOf(release, items)))
        return problemResponse(c, problem('notFound'));
      return c.json(describeJob(job));
    })
    .get(
      '/api/v1/staff/layers/:id/timeline',
      needs('layer.read', layerThing(deps)),
      withoutQuery,
      async (c) => {
        const timeline = await tellTimeline(deps, c.req.param('id'));
        return timeline === undefined ? problemResponse(c, problem('notFound')) : c.json(timeline);
      },
    )
    .post(
      '/api/v1/staff/layers/:id/rollback',
      needs('layer.goBack', layerThing(deps)),
      withoutQuery,
      validateJson(rollbackSchema, BODY),
      async (c) => {
        const asked = c.req.valid('json');
        const layerId = c.req.param('id');
        return await make(c, asked, (once) => makeRollback(deps, c.var.actor, layerId, asked, once));
      },
    )
    .post(
      '/api/v1/staff/layers/:id/opening',
      needs('release.submit', layerThing(deps)),
      withoutQuery,
      validateJson(reasonSchema, BODY),
      async (c) => {
        const asked = c.req.valid('json');
        const layerId = c.req.param('id');
        return await make(c, asked, (once) => makeOpening(deps, c.var.actor, layerId, asked.reason, once));
      },
    );
}
