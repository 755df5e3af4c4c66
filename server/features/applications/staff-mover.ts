import type { Actor } from '#domain/accounts/actor';
import { inTheNameOf } from '../accounts/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import type { Mover } from './move-application.ts';

/** Somebody of the office: what the session may reach, and nothing else. */
export const staffMover = ({ sql }: Pick<ApplicationDeps, 'sql'>, actor: Actor): Mover => ({
  actor: `account:${actor.accountId}`,
  accountId: actor.accountId,
  within: (work) => inTheNameOf(sql, actor, work),
});

/** Whoever holds the secret of an application: the program acts for them, for they have no account. */
export const applicantMover = ({ sql }: Pick<ApplicationDeps, 'sql'>): Mover => ({
  actor: 'public',
  accountId: null,
  within: async (work) => {
    await sql.begin(work);
  },
});
