import { isWeighty } from '#domain/accounts/rights';
import { ROLE_TITLES, type Role } from '#domain/accounts/role';
import type { Text } from '#domain/language';
import type { Queryable } from '../../../platform/db.ts';
import { queueMessage } from '../../outbox/index.ts';
import type { AccountDeps } from '../account-deps.ts';
import { listAuditors } from './queries.ts';

/** Titles of roles, as a list in both languages. */
export const titlesOf = (roles: readonly Role[]): Text => ({
  id: roles.map((role) => ROLE_TITLES[role].id).join(', '),
  en: roles.map((role) => ROLE_TITLES[role].en).join(', '),
});

/**
 * Tells everybody who audits that somebody was given roles that decide or read who people are, with the transaction that gives
 * them: an administrator can give them alone, and not unseen. It names nobody; the log does.
 * @param eventId of the entry of the log
 */
export async function tellAuditors(
  deps: Pick<AccountDeps, 'keys' | 'clock' | 'origin'>,
  tx: Queryable,
  eventId: string,
  given: readonly Role[],
): Promise<void> {
  const roles = given.filter(isWeighty);
  if (roles.length === 0) return;
  const link = `${new URL(deps.origin).origin}/konsol/audit?kind=account`;
  for (const { accountId, email, language } of await listAuditors(tx))
    await queueMessage(deps, tx, {
      dedupeKey: `account.rolesGiven:${eventId}:${accountId}`,
      channel: 'email',
      recipient: email,
      language,
      template: 'account.rolesGiven',
      parameters: { roles: titlesOf(roles), link },
    });
}
