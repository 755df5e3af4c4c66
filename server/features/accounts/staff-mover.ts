import type { Actor } from '#domain/accounts/actor';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { inTheNameOf } from './in-the-name-of.ts';

/** Somebody of the office who changes something: as the log names them, and the transaction that they may work in. */
export interface StaffMover {
  readonly actor: `account:${string}`;
  readonly accountId: string;
  readonly within: (work: (tx: Queryable) => Promise<void>) => Promise<void>;
}

/** What the session of this person may reach, and nothing else. */
export const staffMover = ({ sql }: Pick<Deps, 'sql'>, actor: Actor): StaffMover => ({
  actor: `account:${actor.accountId}`,
  accountId: actor.accountId,
  within: (work) => inTheNameOf(sql, actor, work),
});
