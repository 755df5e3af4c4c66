import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { type Problem, problem } from '#domain/problem';
import type { Result } from '#domain/result';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateJson, validateParams, withoutQuery } from '../../platform/http/validate.ts';
import type { Access } from './access.ts';
import type { AccountDeps } from './account-deps.ts';
import {
  beginSecondFactor,
  changePassword,
  describeSelf,
  endOwnSessions,
  listOwnSessions,
  renewBackupCodes,
} from './own-account.ts';
import { readInvitation, useInvitation } from './people/accept-invitation.ts';
import { isOfThisOrigin } from './same-origin.ts';
import {
  BODY_LIMIT,
  changePasswordSchema,
  idSchema,
  invitationTokenSchema,
  nothingSchema,
  ownPasswordSchema,
  secondFactorSchema,
  signInSchema,
  useInvitationSchema,
} from './schema.ts';
import { showSecondFactor, signIn } from './sign-in.ts';
import { beginSingleSignOn, endSingleSignOn } from './single-sign-on.ts';

/** A value as JSON, or the problem. */
export function answer<T extends object>(
  c: Context,
  result: Result<T, Problem>,
  status: 200 | 201 = 200,
): Response {
  return result.ok ? c.json(result.value, status) : problemResponse(c, result.problem);
}

/** For what is open to everybody: no page of another site signs anybody in or out. */
const sameOriginOnly =
  (deps: Pick<AccountDeps, 'http'>): MiddlewareHandler =>
  async (c, next) =>
    isOfThisOrigin(c, deps.http?.publicUrl) ? next() : problemResponse(c, problem('otherOrigin'));

/** Signing in and one's own account. Everything here is about one person: nobody keeps an answer. */
export function accountRoutes(deps: AccountDeps, { needs }: Access) {
  const [own, halfway] = [needs('account.keep'), needs('account.enter')];
  return new Hono()
    .use('/api/v1/accounts/*', cachePolicy('noStore'), sameOriginOnly(deps))
    .get('/api/v1/accounts/ways', withoutQuery, (c) =>
      c.json({ singleSignOn: deps.singleSignOn?.name ?? null }),
    )
    .post('/api/v1/accounts/sign-in', validateJson(signInSchema, BODY_LIMIT), async (c) => {
      const step = await signIn(deps, c, c.req.valid('json'));
      return answer(c, step.ok ? { ok: true, value: { next: step.value } } : step);
    })
    .post('/api/v1/accounts/second-factor', validateJson(secondFactorSchema, BODY_LIMIT), async (c) => {
      const step = await showSecondFactor(deps, c, c.req.valid('json'));
      return answer(c, step.ok ? { ok: true, value: { next: step.value } } : step);
    })
    .post('/api/v1/accounts/single-sign-on', validateJson(nothingSchema, BODY_LIMIT), async (c) =>
      answer(c, await beginSingleSignOn(deps, c)),
    )
    .get('/api/v1/accounts/callback/sso', (c) => endSingleSignOn(deps, c))
    .post('/api/v1/accounts/invitations/read', validateJson(invitationTokenSchema, BODY_LIMIT), async (c) => {
      const read = await readInvitation(deps, c, c.req.valid('json').token);
      if (!read.ok) return answer(c, read);
      const { email, roles, name, accountId, producer, inviter, expiresAt } = read.value;
      return c.json({
        email,
        roles,
        name,
        isNewPassword: accountId !== null,
        producer,
        inviter,
        expiresAt: expiresAt.toISOString(),
      });
    })
    .post('/api/v1/accounts/invitations/accept', validateJson(useInvitationSchema, BODY_LIMIT), async (c) => {
      const { token, name, password } = c.req.valid('json');
      const used = await useInvitation(deps, c, { token, name, password });
      if (!used.ok) return answer(c, used);
      // The password is known to be right: the person does not type it a second time.
      const step = await signIn(deps, c, { email: used.value.email, password });
      return answer(c, step.ok ? { ok: true, value: { next: step.value } } : step);
    })
    .get('/api/v1/accounts/me', halfway, withoutQuery, async (c) =>
      c.json(await describeSelf(deps, c.var.actor)),
    )
    .post('/api/v1/accounts/sign-out', halfway, validateJson(nothingSchema, BODY_LIMIT), async (c) => {
      await endOwnSessions(deps, c.var.actor, c.var.actor.sessionId);
      return c.body(null, 204);
    })
    .get('/api/v1/accounts/sessions', own, withoutQuery, async (c) =>
      c.json({ sessions: await listOwnSessions(deps, c.var.actor) }),
    )
    .delete('/api/v1/accounts/sessions', own, async (c) => {
      await endOwnSessions(deps, c.var.actor, 'all');
      return c.body(null, 204);
    })
    .delete('/api/v1/accounts/sessions/:id', own, validateParams(idSchema), async (c) => {
      const isEnded = await endOwnSessions(deps, c.var.actor, c.req.valid('param').id);
      return isEnded ? c.body(null, 204) : problemResponse(c, problem('notFound'));
    })
    .post(
      '/api/v1/accounts/second-factor/set-up',
      own,
      validateJson(ownPasswordSchema, BODY_LIMIT),
      async (c) => answer(c, await beginSecondFactor(deps, c, c.var.actor, c.req.valid('json').password)),
    )
    .post(
      '/api/v1/accounts/second-factor/backup-codes',
      own,
      validateJson(ownPasswordSchema, BODY_LIMIT),
      async (c) => answer(c, await renewBackupCodes(deps, c, c.var.actor, c.req.valid('json').password)),
    )
    .post('/api/v1/accounts/password', own, validateJson(changePasswordSchema, BODY_LIMIT), async (c) =>
      answer(c, await changePassword(deps, c, c.var.actor, c.req.valid('json'))),
    )
    .all('/api/v1/accounts/sessions/:id', methodNotAllowed('DELETE'));
}
