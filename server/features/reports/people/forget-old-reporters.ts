import type { ReportDeps } from '../report-deps.ts';
import { erasePerson } from './person.ts';
import { reportersKeptSince } from './queries.ts';

const DAY_MS = 86_400_000;

type ForgetDeps = Pick<ReportDeps, 'sql' | 'clock'> &
  Partial<Pick<ReportDeps, 'dataDirectory'>> & {
    readonly cases: Pick<ReportDeps['cases'], 'forgetWords' | 'keepReporterDays'>;
  };

/**
 * Forgets who sent reports whose cases have ended long enough ago, by the row that the office sets: name, contact, browsers, and
 * words and photos that they sent beside it. The report stays, and so does every entry of the log. One after the other: killed in between, the next round goes on.
 * @returns how many were forgotten
 */
export async function forgetOldReporters(deps: ForgetDeps): Promise<number> {
  const days = await deps.cases.keepReporterDays(deps.sql);
  const before = new Date(deps.clock.now().getTime() - days * DAY_MS);
  let forgotten = 0;
  for (const reportId of await reportersKeptSince(deps.sql, before)) {
    await deps.sql.begin((tx) => erasePerson(deps, tx, reportId, 'system', 'retention'));
    forgotten += 1;
  }
  return forgotten;
}
