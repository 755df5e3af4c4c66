import { createHash } from 'node:crypto';
import type { CaseReports } from '../cases/index.ts';
import { insertMessage } from './messages/queries.ts';
import { photosOf } from './photos/queries.ts';
import { countReports, findReports, moveReports, reportsOfCases } from './queries.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellReporter } from './tell-reporter.ts';

type Deps = Pick<ReportDeps, 'keys' | 'clock' | 'http' | 'reach'>;

/** What cases know of reports: words, places and photos, never who. */
export const caseReports = (deps: Deps): CaseReports => ({
  async of(sql, caseIds) {
    const rows = await reportsOfCases(sql, caseIds);
    const ids = rows.map(({ reportId }) => reportId);
    const photos = ids.length === 0 ? [] : await photosOf(sql, ids);
    const supported = rows.flatMap(({ supports }) => supports ?? []);
    const others = new Map(
      (supported.length === 0 ? [] : await findReports(sql, supported)).map((one) => [one.reportId, one]),
    );
    return rows.map((row) => ({
      reportId: row.reportId,
      caseId: row.caseId,
      ticket: row.ticket,
      category: row.category,
      receivedAt: row.receivedAt,
      channel: 'web',
      description: row.description ?? '',
      about: row.about,
      isAboutOffice: row.isAboutOffice,
      seenOn: row.seenOn,
      isGoingOn: row.ongoing === 'unknown' ? null : row.ongoing === 'yes',
      place: row.lng === null || row.lat === null ? null : ([row.lng, row.lat] as const),
      accuracyM: row.accuracyM,
      landmark: row.landmark,
      brokenRule: row.rule === null ? row.ruleKey : `${row.rule.code} ${row.rule.zoneCode ?? ''}`.trim(),
      isAnonymous: row.isAnonymous,
      supports: (row.supports === null ? undefined : others.get(row.supports)) ?? null,
      mayPassOn: row.mayPassOn,
      consentAskedAt: row.consentAskedAt,
      photos: photos
        // Those of messages are for who reads the messages, and stand with them.
        .filter(({ reportId, messageId }) => reportId === row.reportId && messageId === null)
        .map(({ photoId, sha256, byteCount, widthPx, heightPx }) => ({
          photoId,
          sha256,
          byteCount,
          widthPx,
          heightPx,
        })),
    }));
  },
  idsOf: async (sql, caseId) => (await reportsOfCases(sql, [caseId])).map(({ reportId }) => reportId),
  count: countReports,
  async tell(tx, caseId, { eventId, words, to }) {
    for (const report of await reportsOfCases(tx, [caseId])) {
      const { reportId } = report;
      if (to !== null && !to.includes(reportId)) continue;
      if (words !== null)
        await insertMessage(tx, {
          reportId,
          messageId: threadIdOf(eventId, reportId),
          sender: 'office',
          accountId: null,
          text: words,
          sentAt: deps.clock.now(),
        });
      await tellReporter(deps, tx, report, `case:${eventId}`);
    }
  },
  move: async (tx, fromCaseId, toCaseId) => {
    await moveReports(tx, fromCaseId, toCaseId);
  },
});

/** Of the answer of the office in the thread of one report: told again, it is the same message. */
function threadIdOf(eventId: string, reportId: string): string {
  const hex = createHash('sha256').update(`${eventId} ${reportId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
