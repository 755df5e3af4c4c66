import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { Environment } from '../env.ts';
import { readCityProfile } from './city.ts';
import { systemClock } from './clock.ts';
import { type Database, openDatabase } from './db.ts';
import type { Deps, ESignSettings, ReachSettings, SingleSignOnSettings } from './deps.ts';
import { openKeys } from './keys.ts';
import { createLog } from './log.ts';
import { OperatorProblem } from './operator-problem.ts';

export interface OpenDeps {
  readonly deps: Deps;
  close(): Promise<void>;
}

/**
 * The real dependencies, for the server and for every command.
 * @param databaseUrl the server to use: DATABASE_URL or the private cluster's address
 * @param statementTimeoutMs limit for one statement; 0 for commands that load or build
 */
export function openDeps(environment: Environment, databaseUrl: string, statementTimeoutMs = 0): OpenDeps {
  const log = createLog(environment.LOG_LEVEL);
  const city = readCityProfile(environment.CITY);
  const sql = openDatabase(databaseUrl, {
    maxConnections: environment.DATABASE_POOL_SIZE,
    statementTimeoutMs,
  });
  const dataDirectory = resolve(environment.DATA_DIRECTORY);
  const tilesDirectory = join(dataDirectory, 'tiles');
  const keys = openKeys(join(dataDirectory, 'keys'));
  const keepItr = { days: environment.ITR_KEEP_DAYS, bytes: environment.ITR_KEEP_MB * 1_000_000 };
  const reach = reachOf(environment);
  return {
    deps: { sql, clock: systemClock, log, city, tilesDirectory, dataDirectory, keys, keepItr, reach },
    close: () => sql.end({ timeout: 5 }),
  };
}

/**
 * The connections on which points are answered. A point costs a millisecond of processor time and nothing else, so more
 * sessions than processors only take turns and cool each other's caches (measured 2026-11-29: a quarter more time of the
 * database with 8 sessions than with 1); here questions wait in order, on sessions that are warm.
 */
export function openPointDatabase(
  { DATABASE_POOL_SIZE }: Environment,
  databaseUrl: string,
  statementTimeoutMs: number,
): { pointSql: Database; pointConnections: number } {
  const pointConnections = Math.min(DATABASE_POOL_SIZE, availableParallelism());
  const options = { maxConnections: pointConnections, statementTimeoutMs };
  return { pointSql: openDatabase(databaseUrl, options), pointConnections };
}

/**
 * The e-sign service of officials, when it is set at all.
 * @throws OperatorProblem when it is set by halves: documents would silently be signed with another key
 */
export function eSignOf(environment: Environment): ESignSettings | undefined {
  const { BSRE_URL: url, BSRE_USER: user, BSRE_PASSWORD: password, BSRE_TRUSTED: path } = environment;
  if (url === undefined) return undefined;
  if (user === undefined || password === undefined || path === undefined)
    throw new OperatorProblem(
      'environment',
      'BSRE_URL is set: BSRE_USER, BSRE_PASSWORD and BSRE_TRUSTED are needed with it.',
    );
  return {
    name: environment.BSRE_NAME,
    url,
    signPath: environment.BSRE_SIGN_PATH,
    user,
    password,
    identity: environment.BSRE_IDENTITY,
    trusted: readCertificates(path),
    longestMs: environment.BSRE_TIMEOUT_SECONDS * 1_000,
  };
}

/** How people are reached beside mail. A gateway without its secret is none: it could not know who calls it. */
const reachOf = (environment: Environment): ReachSettings => {
  const { MESSAGE_GATEWAY_URL: url, MESSAGE_GATEWAY_SECRET: secret, WEB_PUSH_SERVICES } = environment;
  const gateway = url === undefined || secret === undefined ? undefined : { url, secret };
  return { gateway, pushServices: WEB_PUSH_SERVICES };
};

function readCertificates(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new OperatorProblem('environment', `BSRE_TRUSTED: ${path} cannot be read.`);
  }
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (found === null)
    throw new OperatorProblem('environment', `BSRE_TRUSTED: ${path} holds no certificate (PEM).`);
  return found;
}

/** The settings of the single sign-on, when all of them are there. */
export function singleSignOnOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_NAME: name,
}: Environment): SingleSignOnSettings | undefined {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name };
}
