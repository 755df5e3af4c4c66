import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import {
  isOfService,
  type PushRecipient,
  type PushSubscription,
  pushRecipientSchema,
} from '../../outbox/index.ts';
import type { ReportDeps } from '../report-deps.ts';
import { browsersOf, deleteBrowser, holdReport, insertBrowser, type SealedBrowser } from './queries.ts';

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

/**
 * From now on this browser is told that there is something to read about a report. What names it is encrypted and no hash of it
 * is kept: the same hash in two reports would say that both are of one person, to whoever reads the table.
 */
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
  return await sql.begin(async (tx) => {
    await holdReport(tx, reportId);
    const told = await browsersOf(tx, reportId);
    const known = told.find((one) => openBrowser(deps, reportId, one).endpoint === subscription.endpoint);
    if (known === undefined && told.length >= MOST_BROWSERS)
      return fail(problem('pushBrowsersFull', { most: MOST_BROWSERS }));
    await insertBrowser(tx, { reportId, browserId: known?.browserId ?? null, sealed, now: clock.now() });
    return ok(null);
  });
}

/** A browser that is told about a report, as the outbox takes it. */
export function openBrowser(
  { keys }: Pick<Deps, 'keys'>,
  reportId: string,
  { browserId, sealed }: SealedBrowser,
): PushRecipient {
  const kept = JSON.parse(keys.decrypt('personal', sealed, purposeOf(reportId)));
  return { ...pushRecipientSchema.parse(kept), browserId };
}

/** A browser is not there any more: it is told about this report no more, and of its others at their own next news. */
export const forgetBrowser = async (sql: Queryable, browserId: string): Promise<void> =>
  deleteBrowser(sql, browserId);
