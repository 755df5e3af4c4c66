import type { Actor } from '#domain/accounts/actor';
import type { Queryable } from '../../platform/db.ts';
import { inTheNameOf } from '../accounts/index.ts';
import type { CaseDeps } from './case-deps.ts';

/** Who moves a case: as the log names them, and the transaction that they may work in. */
export interface CaseMover {
  readonly actor: `account:${string}`;
  readonly accountId: string;
  readonly within: (work: (tx: Queryable) => Promise<void>) => Promise<void>;
}

/** Somebody of the office: what the session may reach, and nothing else. */
export const caseMover = ({ sql }: Pick<CaseDeps, 'sql'>, actor: Actor): CaseMover => ({
  actor: `account:${actor.accountId}`,
  accountId: actor.accountId,
  within: (work) => inTheNameOf(sql, actor, work),
});
