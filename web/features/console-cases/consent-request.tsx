import * as z from 'zod/mini';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { useAnnounce } from '../../app/announcer.tsx';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Failure, useAct } from '../console-frame/index.ts';
import { caseTexts } from './case-texts.ts';

/** Asks a reporter whether what they wrote may go to the Ombudsman; they answer on the page of their report. */
export function ConsentRequest({
  report,
  onAsked,
}: {
  report: StaffCase['reports'][number];
  onAsked: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const ask = (): void =>
    void run(async () => {
      const path = `/api/v1/staff/reports/${report.reportId}/consent-request`;
      await askStaff(path, z.object({ done: z.boolean() }), language, { method: 'POST', json: {} });
      announce(t.consentSent);
    }).then(onAsked);
  return (
    <>
      {error !== null && <Failure error={error} />}
      <p>
        <button type="button" className="button" aria-disabled={isBusy} onClick={ask}>
          {t.consentAsk}
          <span className="hidden-visually"> {report.ticket}</span>
        </button>
      </p>
    </>
  );
}
