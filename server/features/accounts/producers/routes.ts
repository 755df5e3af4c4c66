import { Hono } from 'hono';
import { newProducerSchema, producerChangeSchema } from '#domain/accounts/producer';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { readIfMatch, revisionTag } from '../../../platform/http/precondition.ts';
import { methodNotAllowed, problemResponse } from '../../../platform/http/problem-json.ts';
import { validateJson, withoutQuery } from '../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../access.ts';
import type { AccountDeps } from '../account-deps.ts';
import { BODY_LIMIT } from '../schema.ts';
import { addProducer, changeProducer, tellProducers } from './keep-producers.ts';

const PATH = '/api/v1/staff/producers';

/** The agencies that layers and people name. */
export function producerRoutes(deps: AccountDeps, { needs }: Access) {
  return new Hono<AccessEnv>()
    .use(PATH, cachePolicy('noStore'))
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .get(PATH, needs('producer.read'), withoutQuery, async (c) =>
      c.json({ producers: await tellProducers(deps.sql) }),
    )
    .post(
      PATH,
      needs('producer.keep'),
      withoutQuery,
      validateJson(newProducerSchema, BODY_LIMIT),
      async (c) => {
        const made = await addProducer(deps, c.var.actor, c.req.valid('json'));
        if (!made.ok) return problemResponse(c, made.problem);
        c.header('location', `${PATH}/${made.value.producerId}`);
        c.header('etag', revisionTag(made.value.revision));
        return c.json(made.value, 201);
      },
    )
    .all(PATH, methodNotAllowed('GET', 'HEAD', 'POST'))
    .patch(
      `${PATH}/:id`,
      needs('producer.keep'),
      withoutQuery,
      validateJson(producerChangeSchema, BODY_LIMIT),
      async (c) => {
        const revision = readIfMatch(c);
        if (!revision.ok) return problemResponse(c, revision.problem);
        const producerId = c.req.param('id');
        const { actor } = c.var;
        const changed = await changeProducer(deps, actor, producerId, revision.value, c.req.valid('json'));
        if (changed.ok) {
          c.header('etag', revisionTag(changed.value.revision));
          return c.json(changed.value);
        }
        if (changed.problem.code !== 'changedMeanwhile') return problemResponse(c, changed.problem);
        const [current] = await tellProducers(deps.sql, producerId);
        return problemResponse(c, changed.problem, {
          headers: { etag: revisionTag(current?.revision ?? 0) },
          current,
        });
      },
    );
}
