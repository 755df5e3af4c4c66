import { useState } from 'react';
import * as z from 'zod/mini';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { ReasonDialog, useAct } from '../console-frame/index.ts';
import { caseTexts } from './case-texts.ts';

const line = z.nullable(z.string());
const revealedSchema = z.object({
  person: z.nullable(z.object({ name: line, email: line, phone: line })),
});
type Revealed = z.infer<typeof revealedSchema>;

/** Who reported: asked for with a reason that the log keeps, each time anew. It is kept nowhere here. */
export function ReportPerson({ report }: { report: StaffCase['reports'][number] }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const [isAsking, setIsAsking] = useState(false);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const { isBusy, error, run } = useAct();
  const reveal = (reason: string): void =>
    void run(async () => {
      const path = `/api/v1/staff/reports/${report.reportId}/person`;
      setRevealed(await askStaff(path, revealedSchema, language, { method: 'POST', json: { reason } }));
      setIsAsking(false);
    });
  const told = revealed?.person;
  return (
    <>
      {revealed === null ? (
        <p>
          <button type="button" className="button" onClick={() => setIsAsking(true)}>
            {t.reveal}
            <span className="hidden-visually"> {report.ticket}</span>
          </button>{' '}
          <span className="quiet">{t.revealLogged}</span>
        </p>
      ) : (
        <p>
          <strong>{t.reporter}:</strong>{' '}
          {told == null
            ? t.personGone
            : [told.name, told.email, told.phone].filter((one) => one !== null).join(', ')}{' '}
          <button type="button" className="link-button" onClick={() => setRevealed(null)}>
            {t.hide}
          </button>
        </p>
      )}
      {isAsking && (
        <ReasonDialog
          title={t.reveal}
          field={{ label: t.revealReason, needed: t.revealNeeded }}
          action={t.reveal}
          isBusy={isBusy}
          error={error}
          onSay={reveal}
          onClose={() => setIsAsking(false)}
        >
          <p>{t.revealHelp}</p>
        </ReasonDialog>
      )}
    </>
  );
}
