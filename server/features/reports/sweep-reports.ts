import { forgetOnce } from './once/queries.ts';
import { forgetLonely } from './photos/queries.ts';
import type { ReportDeps } from './report-deps.ts';

const HOUR_MS = 3_600_000;
/** A telephone without a network sends on the next day. */
const LONELY_HOURS = 48;
/** As long a lost answer can be asked for again. */
const ONCE_DAYS = 30;

/** Forgets photos whose report never came, and keys under which nothing is asked for any more. */
export async function sweepReports({ sql, clock }: Pick<ReportDeps, 'sql' | 'clock'>): Promise<void> {
  const before = (hours: number): Date => new Date(clock.now().getTime() - hours * HOUR_MS);
  await forgetLonely(sql, before(LONELY_HOURS));
  await forgetOnce(sql, before(24 * ONCE_DAYS));
}
