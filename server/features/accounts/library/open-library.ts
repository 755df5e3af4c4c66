import { betterAuth } from 'better-auth/minimal';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Deps } from '../../../platform/deps.ts';
import { cookiePrefix } from '../session-cookie.ts';
import { LIBRARY_PATH, SINGLE_SIGN_ON } from './names.ts';
import { passwordHash } from './password.ts';
import { openRowStore } from './row-store.ts';

export type LibraryDeps = Pick<Deps, 'sql' | 'keys' | 'http' | 'log' | 'singleSignOn'>;

/** A working day: then everybody signs in again. */
const SESSION_SECONDS = 12 * 3600;

/**
 * better-auth, set up for this product: its tables are ours, its secret is the key `account`, it reports nothing to
 * anybody. Registering, changing an address and every other door of it stays shut: our routes call what they need.
 * It asks the single sign-on for its settings when it is opened, so one that is used for passwords goes without.
 */
export function openLibrary(deps: LibraryDeps, { hasSingleSignOn }: { hasSingleSignOn: boolean }) {
  const isHttps = deps.http?.isHttps === true;
  const secrets = deps.keys.secrets('account');
  return betterAuth({
    appName: 'One Map One Data',
    baseURL: deps.http?.publicUrl ?? deps.http?.localUrl ?? 'http://127.0.0.1',
    basePath: LIBRARY_PATH,
    // What was encrypted under an older key stays readable; the newest signs.
    secrets: secrets.map((value, index) => ({ version: secrets.length - 1 - index, value })),
    database: openRowStore(deps.sql),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => deps.log.error({ message }, 'authentication library'),
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      password: passwordHash,
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'account_session',
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'account_credential',
      encryptOAuthTokens: true,
      // No provider is believed by its name: it must vouch for the address (email_verified), and so must we. The first
      // subject that comes with it stays the account's only one, see account_credential_one_subject.
      accountLinking: { enabled: true, trustedProviders: [] },
      fields: {
        userId: 'account_id',
        accountId: 'subject',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'account_challenge',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: cookiePrefix(isHttps),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps },
      database: { generateId: 'uuid' },
    },
    plugins: [
      twoFactor({
        issuer: 'One Map One Data',
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: 'has_second_factor' } },
          twoFactor: {
            modelName: 'account_second_factor',
            fields: {
              userId: 'account_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      ...(hasSingleSignOn && deps.singleSignOn !== undefined
        ? [
            genericOAuth({
              config: [
                {
                  providerId: SINGLE_SIGN_ON,
                  discoveryUrl: `${deps.singleSignOn.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: deps.singleSignOn.clientId,
                  clientSecret: deps.singleSignOn.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  requireIdTokenVerification: true,
                  // Who may come in is decided by an invitation, not by the single sign-on.
                  disableSignUp: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

export type Library = ReturnType<typeof openLibrary>;
