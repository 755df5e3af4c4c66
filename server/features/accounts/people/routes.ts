import { type Context, Hono } from 'hono';
import { problem } from '#domain/problem';
import { today } from '../../../platform/city-day.ts';
import { cachePolicy } from '../../../platform/http/cache-policy.ts';
import { problemResponse } from '../../../platform/http/problem-json.ts';
import {
  validateJson,
  validateParams,
  validateQuery,
  withoutQuery,
} from '../../../platform/http/validate.ts';
import type { Access } from '../access.ts';
import type { AccountDeps } from '../account-deps.ts';
import type { AuditFilter } from '../audit-page/queries.ts';
import { readAuditPage, writeAuditFile } from '../audit-page/read-audit.ts';
import { answer } from '../routes.ts';
import {
  auditQuerySchema,
  BODY_LIMIT,
  idSchema,
  inviteSchema,
  nothingSchema,
  standingSchema,
} from '../schema.ts';
import { invite, inviteToNewPassword } from './invite.ts';
import {
  changeStanding,
  closeAccount,
  endSessionsOf,
  readPeople,
  takeBackInvitation,
  takeSecondFactor,
} from './manage-people.ts';
import { kelurahanChoices } from './queries.ts';

/** What administrators do with people, and what auditors read. */
export function peopleRoutes(deps: AccountDeps, { needs }: Access) {
  const manage = needs('people.manage');
  const nothing = validateJson(nothingSchema, BODY_LIMIT);
  const id = validateParams(idSchema);
  return new Hono()
    .use('/api/v1/staff/people', cachePolicy('noStore'))
    .use('/api/v1/staff/people/*', cachePolicy('noStore'))
    .use('/api/v1/staff/audit', cachePolicy('noStore'))
    .get('/api/v1/staff/people', manage, withoutQuery, async (c) =>
      c.json(await readPeople(deps, c.var.actor)),
    )
    .get('/api/v1/staff/people/kelurahan', manage, withoutQuery, async (c) =>
      c.json({ kelurahan: await kelurahanChoices(deps.sql, today(deps)) }),
    )
    .post('/api/v1/staff/people/invitations', manage, validateJson(inviteSchema, BODY_LIMIT), async (c) => {
      const made = await invite(deps, c.var.actor, c.req.valid('json'));
      // The link goes to the invited person alone.
      return answer(c, made.ok ? { ok: true, value: { invitationId: made.value.invitationId } } : made, 201);
    })
    .delete('/api/v1/staff/people/invitations/:id', manage, id, async (c) =>
      (await takeBackInvitation(deps, c.var.actor, c.req.valid('param').id))
        ? c.body(null, 204)
        : problemResponse(c, problem('notFound')),
    )
    .put(
      '/api/v1/staff/people/:id/standing',
      manage,
      id,
      validateJson(standingSchema, BODY_LIMIT),
      async (c) =>
        answer(c, await changeStanding(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post('/api/v1/staff/people/:id/close', manage, id, nothing, async (c) =>
      answer(c, await closeAccount(deps, c.var.actor, c.req.valid('param').id, true)),
    )
    .post('/api/v1/staff/people/:id/open', manage, id, nothing, async (c) =>
      answer(c, await closeAccount(deps, c.var.actor, c.req.valid('param').id, false)),
    )
    .delete('/api/v1/staff/people/:id/sessions', manage, id, async (c) =>
      answer(c, await endSessionsOf(deps, c.var.actor, c.req.valid('param').id)),
    )
    .delete('/api/v1/staff/people/:id/second-factor', manage, id, async (c) =>
      answer(c, await takeSecondFactor(deps, c.var.actor, c.req.valid('param').id)),
    )
    .post('/api/v1/staff/people/:id/new-password', manage, id, nothing, async (c) => {
      const made = await inviteToNewPassword(deps, c.var.actor, { accountId: c.req.valid('param').id });
      return answer(c, made.ok ? { ok: true, value: { invitationId: made.value.invitationId } } : made, 201);
    })
    .get('/api/v1/staff/audit', needs('audit.read'), validateQuery(auditQuerySchema), async (c) =>
      c.json(await readAuditPage(deps, c.var.actor, filterOf(c.req.valid('query')))),
    )
    .get('/api/v1/staff/audit.csv', needs('audit.read'), validateQuery(auditQuerySchema), async (c) =>
      asFile(c, await writeAuditFile(deps, c.var.actor, filterOf(c.req.valid('query')))),
    );
}

const filterOf = (query: { [K in keyof AuditFilter]?: AuditFilter[K] | undefined }): AuditFilter => ({
  kind: query.kind ?? null,
  actor: query.actor ?? null,
  about: query.about ?? null,
  from: query.from ?? null,
  to: query.to ?? null,
  before: query.before ?? null,
});

/** Saved, never opened in the browser; the mark at its start tells a spreadsheet that it is UTF-8. */
function asFile(c: Context, csv: AsyncGenerator<string>): Response {
  const bytes = new TextEncoder();
  let mark = '\ufeff';
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = await csv.next();
      if (part.done === true) return controller.close();
      controller.enqueue(bytes.encode(`${mark}${part.value}`));
      mark = '';
    },
    async cancel() {
      await csv.return(undefined);
    },
  });
  return c.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="audit.csv"',
    'cache-control': 'no-store',
  });
}
