import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { isEasyPassword, LEAST_PASSWORD_LENGTH } from '#domain/accounts/password';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { audit } from '../../log/index.ts';
import type { AccountDeps } from '../account-deps.ts';
import { readAddress } from '../client.ts';
import { commonPasswords } from '../common-passwords.ts';
import { within } from '../library/current-transaction.ts';
import { TooManyPasswords } from '../library/too-many-passwords.ts';
import { endSessions, findAccountByEmail } from '../queries.ts';
import { spendTry } from '../tries/spend-try.ts';
import { hashToken } from './invite.ts';
import { acceptInvitation, findInvitation, insertAccount, type OpenInvitation } from './queries.ts';

/** What an invitation says to who holds its link. Looking at it uses nothing up: scanners of mail look too. */
export async function readInvitation(
  deps: AccountDeps,
  c: Context,
  token: string,
): Promise<Result<OpenInvitation, Problem>> {
  const tried = await spendTry(deps, c, 'invitation', '');
  if (!tried.ok) return tried;
  const found = await findInvitation(deps.sql, hashToken(token), deps.clock.now());
  if (found === undefined) return fail(problem('invitationGone'));
  await tried.value.wentWell();
  return ok(found);
}

class Gone extends Error {}

/**
 * Makes the account of an invitation, or sets the new password of one; the link holds no more then.
 * @returns the address to sign in with
 */
export async function useInvitation(
  deps: AccountDeps,
  c: Context,
  given: { readonly token: string; readonly name: string; readonly password: string },
): Promise<Result<{ email: string }, Problem>> {
  const read = await readInvitation(deps, c, given.token);
  if (!read.ok) return read;
  const { email, name: ownName } = read.value;
  const name = ownName ?? given.name.trim();
  if (isEasyPassword(given.password, [name, email], commonPasswords()))
    return fail(problem('passwordTooEasy', { least: LEAST_PASSWORD_LENGTH }));
  try {
    const context = await (await deps.libraries.own()).$context;
    const hash = await context.password.hash(given.password);
    await deps.sql.begin(async (tx) => {
      const now = deps.clock.now();
      const found = await findInvitation(tx, hashToken(given.token), now);
      if (found === undefined || !(await acceptInvitation(tx, found.invitationId, now))) throw new Gone();
      const accountId = found.accountId ?? randomUUID();
      if (found.accountId === null) {
        if ((await findAccountByEmail(tx, email)) !== undefined) throw new Gone();
        await insertAccount(tx, { ...found, accountId, name, email }, now);
      } else await endSessions(tx, accountId);
      await within(tx, async () => {
        const store = context.internalAdapter;
        if ((await store.findCredentialAccount(accountId)) !== null)
          await store.updatePassword(accountId, hash);
        else
          await store.createAccount({
            userId: accountId,
            providerId: 'credential',
            accountId,
            password: hash,
          });
      });
      await audit(
        tx,
        {
          kind: 'account.invitationAccepted',
          actor: `account:${accountId}`,
          facts: { invitationId: found.invitationId },
          personal: { address: readAddress(deps, c) },
        },
        deps.clock,
      );
    });
    return ok({ email });
  } catch (error) {
    if (error instanceof Gone) return fail(problem('invitationGone'));
    if (error instanceof TooManyPasswords) return fail(problem('busy'));
    throw error;
  }
}
