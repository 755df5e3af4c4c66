import { randomUUID } from 'node:crypto';
import type { CaseNews, CaseReport, CaseReports } from '../../server/features/cases/index.ts';

/** Reports that a test writes by hand, so that cases are tested without the way in which reports come. */
export interface ReportsByHand extends CaseReports {
  /** What reporters were told, in order. */
  readonly news: { readonly caseId: string; readonly news: CaseNews; readonly tickets: readonly string[] }[];
  add(caseId: string, given?: Partial<CaseReport>): CaseReport;
}

export function reportsByHand(): ReportsByHand {
  const written = new Map<string, CaseReport[]>();
  const news: ReportsByHand['news'] = [];
  return {
    news,
    add(caseId, given = {}) {
      const report: CaseReport = {
        reportId: randomUUID(),
        caseId,
        ticket: 'LAP-UJ1UJ-00000',
        category: 'uji',
        receivedAt: new Date('2026-11-20T02:00:00Z'),
        channel: 'web',
        description: 'Bangunan melewati garis sempadan (uji).',
        about: null,
        isAboutOffice: false,
        seenOn: '2026-11-19',
        isGoingOn: true,
        place: [116.83, -1.24],
        accuracyM: 8,
        landmark: null,
        brokenRule: null,
        isAnonymous: false,
        supports: null,
        mayPassOn: false,
        consentAskedAt: null,
        photos: [],
        ...given,
      };
      written.set(caseId, [...(written.get(caseId) ?? []), report]);
      return report;
    },
    of: async (_, caseIds) => caseIds.flatMap((caseId) => written.get(caseId) ?? []),
    count: async (_, caseIds) => new Map(caseIds.map((id) => [id, written.get(id)?.length ?? 0])),
    idsOf: async (_, caseId) => (written.get(caseId) ?? []).map(({ reportId }) => reportId),
    async tell(_, caseId, what) {
      news.push({ caseId, news: what, tickets: (written.get(caseId) ?? []).map(({ ticket }) => ticket) });
    },
    async move(_, from, to) {
      const joined = (written.get(from) ?? []).map((report) => ({ ...report, caseId: to }));
      written.set(to, [...(written.get(to) ?? []), ...joined]);
      written.delete(from);
    },
  };
}
