import { createHash } from 'node:crypto';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import {
  endpointHash,
  isOfService,
  type PushRecipient,
  type PushSubscription,
  pushRecipientSchema,
} from '../../outbox/index.ts';
import type { ReportDeps } from '../report-deps.ts';
import { browsersOf, deleteBrowser, insertBrowser, type SealedBrowser } from './queries.ts';

type Deps = Pick<ReportDeps, 'sql' | 'keys' | 'clock' | 'reach'>;

/** Telephones and computers of one reporter. */
const MOST_BROWSERS = 5;

/** The purpose that is bound to it: what is copied to another report is not read there. */
const purposeOf = (reportId: string): string => `report_push.sealed ${reportId}`;

/** Under which key a browser subscribes; null where nobody is told that way. */
export function subscriptionKey({ keys, reach }: Pick<Deps, 'keys' | 'reach'>): string | null {
  if (reach === undefined || reach.pushServices.length === 0) return null;
  const [key] = keys.pushKeys('push');
  return key === undefined ? null : Buffer.from(key.publicKey).toString('base64url');
}

/** From now on this browser is told that there is something to read about a report. */
export async function keepBrowser(
  deps: Deps,
  reportId: string,
  subscription: PushSubscription,
): Promise<Result<null, Problem>> {
  const { sql, keys, clock, reach } = deps;
  const [key] = subscriptionKey(deps) === null ? [] : keys.pushKeys('push');
  if (key === undefined || !isOfService(subscription.endpoint, reach?.pushServices ?? []))
    return fail(problem('pushServiceUnknown'));
  const recipient: PushRecipient = { ...subscription, kid: key.kid };
  const sealed = keys.encrypt('personal', JSON.stringify(recipient), purposeOf(reportId));
  const hash = endpointHash(subscription.endpoint);
  const told = await browsersOf(sql, reportId);
  const isKnown = told.some((one) => Buffer.from(one.endpointHash).equals(hash));
  if (!isKnown && told.length >= MOST_BROWSERS)
    return fail(problem('pushBrowsersFull', { most: MOST_BROWSERS }));
  await insertBrowser(sql, { reportId, endpointHash: hash, sealed, now: clock.now() });
  return ok(null);
}

/** A browser as messages of one report call it: another name in each, for messages stay when reports are forgotten. */
const nameIn = (reportId: string, hash: Uint8Array): string =>
  createHash('sha256').update(`${reportId} `).update(hash).digest('hex').slice(0, 16);

/** A browser that is told about a report, as the outbox takes it. */
export function openBrowser(
  { keys }: Pick<Deps, 'keys'>,
  reportId: string,
  { endpointHash: hash, sealed }: SealedBrowser,
): { readonly name: string; readonly recipient: string } {
  return {
    name: nameIn(reportId, hash),
    recipient: JSON.stringify(
      pushRecipientSchema.parse(JSON.parse(keys.decrypt('personal', sealed, purposeOf(reportId)))),
    ),
  };
}

/** A browser is not there any more, or its reader has had enough: it is told about no report. */
export const forgetBrowser = async (sql: Queryable, endpoint: string): Promise<void> =>
  deleteBrowser(sql, endpointHash(endpoint));
