import type { ApplicationDeps } from './application-deps.ts';
import type { Mover } from './move-application.ts';

/** Whoever holds the secret of an application: the program acts for them, for they have no account. */
export const applicantMover = ({ sql }: Pick<ApplicationDeps, 'sql'>): Mover => ({
  actor: 'public',
  accountId: null,
  within: async (work) => {
    await sql.begin(work);
  },
});
