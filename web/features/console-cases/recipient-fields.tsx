import type { StaffCase } from '#domain/violation-case/case-answers';
import { useTexts } from '../../locale/feature-texts.ts';
import { Moment } from '../console-frame/index.ts';
import { type EntryFields, useFaultWords } from './entry-fields.tsx';
import { stepTexts } from './step-texts.ts';

/** Whom an answer is for, of a case with several reports: nobody is chosen before somebody chooses. */
export function RecipientFields({ entry, faults, set, seen }: EntryFields & { seen: StaffCase }) {
  const t = useTexts(stepTexts);
  const fault = useFaultWords()(faults, 'reportIds');
  if (seen.reports.length < 2) return null;
  const turn = (reportId: string): void =>
    set({
      reportIds: entry.reportIds.includes(reportId)
        ? entry.reportIds.filter((one) => one !== reportId)
        : [...entry.reportIds, reportId],
    });
  return (
    <fieldset aria-invalid={fault !== null || undefined}>
      <legend>{t.recipients}</legend>
      <p className="quiet">{t.recipientsHelp}</p>
      {seen.reports.map(({ reportId, ticket, receivedAt, isAwaitingReply }) => (
        <label key={reportId} className="krk-choice">
          <input
            type="checkbox"
            checked={entry.reportIds.includes(reportId)}
            onChange={() => turn(reportId)}
          />
          <span>
            <span className="tabular">{ticket}</span> <Moment at={receivedAt} />
            {isAwaitingReply && <span className="quiet"> – {t.awaitsReply}</span>}
          </span>
        </label>
      ))}
      {fault !== null && <p className="form-error">{fault}</p>}
    </fieldset>
  );
}
