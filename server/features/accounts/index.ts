export { type Access, type AccessEnv, createAccess } from './access.ts';
export { DEMO_ACCOUNTS_FILE, makeDemoAccounts } from './demo-accounts.ts';
export { inTheNameOf } from './in-the-name-of.ts';
export { openAccounts } from './open-accounts.ts';
export { invite, inviteToNewPassword } from './people/invite.ts';
export { refuseProducer } from './producers/keep-producers.ts';
export { sweepAccounts } from './queries.ts';
export { isOfThisOrigin } from './same-origin.ts';
export { spendPublicTry } from './tries/spend-public-try.ts';
