import type { StaffCase } from '#domain/violation-case/case-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { Moment } from '../console-frame/index.ts';
import { caseTexts } from './case-texts.ts';

/** “Belum selesai”, as reporters wrote it: what whoever decides on it reads first. The newest is on top. */
export function DisputePanel({ seen }: { seen: StaffCase }) {
  const t = useTexts(caseTexts);
  if (seen.disputes.length === 0) return null;
  const ticketOf = (reportId: string): string | undefined =>
    seen.reports.find((report) => report.reportId === reportId)?.ticket;
  return (
    <section className="block" aria-label={t.disputes}>
      <h2>{t.disputes}</h2>
      <ul className="case-messages">
        {[...seen.disputes].reverse().map(({ at, words, reportId }) => (
          <li key={`${reportId} ${at}`}>
            <p className="row-facts">
              <Moment at={at} />
              <span className="tabular">{ticketOf(reportId)}</span>
            </p>
            <p className="case-words">{words ?? t.erased}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
