import { type Context, Hono } from 'hono';
import { type SubjectRequest, subjectRequestSchema } from '#domain/krk/subject-request';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { validateJson, withoutQuery } from '../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import { audit } from '../../log/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { eraseSubject, exportSubject } from './subject.ts';

const PATH = '/api/v1/staff/personal-data';

/**
 * What a person may ask of the office about themselves (UU 27/2022), asked on their behalf: everything that is kept, or to be
 * forgotten. Why is on record before anything is looked for. The work is the program's own: the second lock lets nobody of
 * the office change who somebody is, not even to nothing.
 */
export function personalDataRoutes(deps: ApplicationDeps, { needs }: Pick<Access, 'needs'>): Hono {
  // What belongs to nobody: only who may see all of them passes, no applicant with a right to what is theirs.
  const guard = needs('person.read', async () => ({}));
  const ask = async (
    c: Context<AccessEnv>,
    what: 'export' | 'erase',
    { reason }: SubjectRequest,
  ): Promise<`account:${string}`> => {
    const actor = `account:${c.var.actor.accountId}` as const;
    await audit(deps.sql, { kind: 'person.asked', actor, facts: { what }, personal: { reason } }, deps.clock);
    return actor;
  };
  const routes = new Hono<AccessEnv>()
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .post(
      `${PATH}/export`,
      guard,
      withoutQuery,
      validateJson(subjectRequestSchema, { limitBytes: 5_000 }),
      async (c) => {
        const body = c.req.valid('json');
        return c.json({ applications: await exportSubject(deps, body.nik, await ask(c, 'export', body)) });
      },
    )
    .post(
      `${PATH}/erase`,
      guard,
      withoutQuery,
      validateJson(subjectRequestSchema, { limitBytes: 5_000 }),
      async (c) => {
        const body = c.req.valid('json');
        return c.json(await eraseSubject(deps, body.nik, await ask(c, 'erase', body)));
      },
    );
  return new Hono().route('/', routes);
}
