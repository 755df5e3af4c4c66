import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { may, type Thing } from '#domain/accounts/rights';
import { problem } from '#domain/problem';
import { layerChangeSchema, newLayerSchema } from '#domain/release/layer-record';
import { newRevisionNoticeSchema } from '#domain/release/revision-notice';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateJson, validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../accounts/index.ts';
import { changeLayer, registerLayer, tellLayers } from './keep-layers.ts';
import { announceRevision, endRevision, tellNotices } from './notices.ts';
import { noticesQuery } from './operations.ts';
import { ownersOf } from './queries.ts';
import type { RegistryDeps } from './registry-deps.ts';

const PATH = '/api/v1/staff/layers';
const BODY = { limitBytes: 50_000 };

const endSchema = z.strictObject({ until: z.iso.date() });

/** Whose a layer is; undefined when there is no such layer. */
export const thingOfLayer =
  (deps: Pick<RegistryDeps, 'sql'>) =>
  async (layerId: string): Promise<Thing | undefined> => {
    const [owner] = await ownersOf(deps.sql, [layerId]);
    return owner === undefined ? undefined : { producerId: owner.producerId };
  };

/** Whose the layer of a request is: `:id` in its path. */
export const layerThing =
  (deps: Pick<RegistryDeps, 'sql'>) =>
  (c: Context<AccessEnv>): Promise<Thing | undefined> =>
    thingOfLayer(deps)(c.req.param('id') ?? '');

/** The register of layers, for staff; and the notices of revision, for everybody. */
export function registryRoutes(deps: RegistryDeps, { needs }: Pick<Access, 'needs'>) {
  const mine = layerThing(deps);
  return new Hono<AccessEnv>()
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .get(PATH, needs('layer.read'), withoutQuery, async (c) => {
      const layers = await tellLayers(deps);
      return c.json({
        layers: layers.filter(({ producerId }) => may(c.var.actor, 'layer.read', { producerId })),
      });
    })
    .post(PATH, needs('layer.edit'), withoutQuery, validateJson(newLayerSchema, BODY), async (c) => {
      const made = await registerLayer(deps, c.var.actor, c.req.valid('json'));
      if (!made.ok) return problemResponse(c, made.problem);
      c.header('location', `${PATH}/${made.value.layerId}`);
      c.header('etag', revisionTag(made.value.revision));
      return c.json(made.value, 201);
    })
    .all(PATH, methodNotAllowed('GET', 'HEAD', 'POST'))
    .get(`${PATH}/:id`, needs('layer.read', mine), withoutQuery, async (c) => {
      const [layer] = await tellLayers(deps, c.req.param('id'));
      if (layer === undefined) return problemResponse(c, problem('notFound'));
      c.header('etag', revisionTag(layer.revision));
      return c.json(layer);
    })
    .patch(
      `${PATH}/:id`,
      needs('layer.edit', mine),
      withoutQuery,
      validateJson(layerChangeSchema, BODY),
      async (c) => {
        const revision = readIfMatch(c);
        if (!revision.ok) return problemResponse(c, revision.problem);
        const layerId = c.req.param('id');
        const changed = await changeLayer(deps, c.var.actor, layerId, revision.value, c.req.valid('json'));
        if (changed.ok) {
          c.header('etag', revisionTag(changed.value.revision));
          return c.json(changed.value);
        }
        if (changed.problem.code !== 'changedMeanwhile') return problemResponse(c, changed.problem);
        const [current] = await tellLayers(deps, layerId);
        return problemResponse(c, changed.problem, {
          headers: { etag: revisionTag(current?.revision ?? 0) },
          current,
        });
      },
    )
    .get(`${PATH}/:id/revision-notices`, needs('layer.read', mine), withoutQuery, async (c) =>
      c.json({ notices: await tellNotices(deps, c.req.param('id')) }),
    )
    .post(
      `${PATH}/:id/revision-notices`,
      needs('layer.goBack', mine),
      withoutQuery,
      validateJson(newRevisionNoticeSchema, BODY),
      async (c) => {
        const made = await announceRevision(deps, c.var.actor, c.req.param('id'), c.req.valid('json'));
        return made.ok ? c.json(made.value, 201) : problemResponse(c, made.problem);
      },
    )
    .post(
      `${PATH}/:id/revision-notices/:notice/end`,
      needs('layer.goBack', mine),
      withoutQuery,
      validateJson(endSchema, BODY),
      async (c) => {
        const notice = c.req.param('notice');
        if (!/^\d{1,18}$/.test(notice)) return problemResponse(c, problem('notFound'));
        const { until } = c.req.valid('json');
        const ended = await endRevision(deps, c.var.actor, c.req.param('id'), notice, until);
        return ended.ok ? c.json(ended.value) : problemResponse(c, ended.problem);
      },
    )
    .get('/api/v1/revision-notices', cachePolicy('publicShort'), validateQuery(noticesQuery), async (c) => {
      const { on } = c.req.valid('query');
      const notices = await tellNotices(deps);
      return c.json({
        notices: notices.filter(
          ({ since, until }) => on === undefined || (since <= on && (until === null || on < until)),
        ),
      });
    })
    .all('/api/v1/revision-notices', methodNotAllowed('GET'));
}
