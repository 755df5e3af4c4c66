import { Hono } from 'hono';
import { problem } from '#domain/problem';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { withoutQuery } from '../../platform/http/validate.ts';
import type { StepDeps } from './application-deps.ts';
import { readStatus } from './tell-applications.ts';

const PATH = '/api/v1/applications/:ticket';

/** The state of an application by its ticket, for everybody who has it: nothing about people, place or papers. */
export const statusRoute = (deps: StepDeps) =>
  new Hono()
    .use(PATH, cachePolicy('noStore'))
    .get(PATH, withoutQuery, async (c) => {
      const status = await readStatus(deps, c.req.param('ticket'));
      return status === undefined ? problemResponse(c, problem('notFound')) : c.json(status);
    })
    .all(PATH, methodNotAllowed('GET', 'HEAD'));
