import { type Context, Hono } from 'hono';
import { subjectRequestSchema } from '#domain/personal-data/subject-request';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { validateJson, withoutQuery } from '../../platform/http/validate.ts';
import { type Access, type AccessEnv, type Asker, staffAsker } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { erasePerson, exportPerson, type PersonalDataDeps } from './person.ts';

const PATH = '/api/v1/staff/personal-data';

/**
 * What a person may ask of the office about themselves (UU 27/2022), asked on their behalf: everything that is kept, or to be
 * forgotten. Why is on record before anything is looked for. People are found and forgotten behind the second lock.
 */
export function personalDataRoutes(
  applications: PersonalDataDeps['applications'] | null,
  reports: PersonalDataDeps['reports'] | null,
  corrections: PersonalDataDeps['corrections'],
  { needs }: Pick<Access, 'needs'>,
): Hono {
  // Without a place to keep files in nothing is kept of anybody.
  if (applications === null || reports === null) return new Hono();
  const deps: PersonalDataDeps = { applications, reports, corrections };
  // What belongs to nobody: only who may see all of them passes, no applicant with a right to what is theirs.
  const guard = needs('person.read', async () => ({}));
  const { sql, clock } = applications;
  const ask = async (c: Context<AccessEnv>, what: 'export' | 'erase', reason: string): Promise<Asker> => {
    const asker = staffAsker(sql, c.var.actor);
    await audit(
      sql,
      { kind: 'person.asked', actor: asker.actor, facts: { what }, personal: { reason } },
      clock,
    );
    return asker;
  };
  const routes = new Hono<AccessEnv>()
    .use(`${PATH}/*`, cachePolicy('noStore'))
    .post(
      `${PATH}/export`,
      guard,
      withoutQuery,
      validateJson(subjectRequestSchema, { limitBytes: 5_000 }),
      async (c) => {
        const { reason, ...keys } = c.req.valid('json');
        return c.json(await exportPerson(deps, keys, await ask(c, 'export', reason)));
      },
    )
    .post(
      `${PATH}/erase`,
      guard,
      withoutQuery,
      validateJson(subjectRequestSchema, { limitBytes: 5_000 }),
      async (c) => {
        const { reason, ...keys } = c.req.valid('json');
        return c.json(await erasePerson(deps, keys, await ask(c, 'erase', reason)));
      },
    );
  return new Hono().route('/', routes);
}
