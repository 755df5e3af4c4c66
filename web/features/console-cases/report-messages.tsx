import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { useAnnounce } from '../../app/announcer.tsx';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, Loading, Moment, useAct, useStaffQuery } from '../console-frame/index.ts';
import { reportPhotoPath } from './case-api.ts';
import { caseTexts } from './case-texts.ts';

type Report = StaffCase['reports'][number];

const threadSchema = z.object({
  messages: z.array(
    z.object({
      messageId: z.uuid(),
      from: z.enum(['reporter', 'office']),
      text: z.nullable(z.string()),
      sentAt: z.string(),
      photos: z.array(z.object({ photoId: z.uuid() })),
    }),
  ),
});

/** Messages with whoever sent a report, also the anonymous: opened when somebody wants to read or write. */
export function ReportMessages({ report }: { report: Report }) {
  const t = useTexts(caseTexts);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="case-more" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t.messages}</summary>
      {isOpen && <Thread report={report} />}
    </details>
  );
}

function Thread({ report }: { report: Report }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const announce = useAnnounce();
  const path = `/api/v1/staff/reports/${report.reportId}/messages`;
  const { data, error, refetch } = useStaffQuery(path, threadSchema);
  const [text, setText] = useState('');
  /** Of what is being written: sent again after a lost answer, it is the same message. */
  const [messageId, setMessageId] = useState(() => crypto.randomUUID());
  const sending = useAct();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    void sending.run(async () => {
      await askStaff(path, z.object({ done: z.boolean() }), language, {
        method: 'POST',
        json: { messageId, text: text.trim() },
      });
      setText('');
      setMessageId(crypto.randomUUID());
      announce(t.messageSent);
      refetch();
    });
  };
  return (
    <>
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading rows={1} />}
      {data?.messages.length === 0 && <p className="quiet">{t.noMessages}</p>}
      <ol className="case-messages">
        {(data?.messages ?? []).map((message) => (
          <li key={message.messageId}>
            <p className="row-facts">
              <strong>{message.from === 'office' ? t.office : t.reporterDid}</strong>
              <Moment at={message.sentAt} />
            </p>
            <p className="case-words">{message.text ?? t.wordsErased}</p>
            {message.photos.map(({ photoId }, index) => (
              <p key={photoId}>
                <a href={reportPhotoPath(report.reportId, photoId)} target="_blank" rel="noreferrer">
                  {t.photoOf(String(index + 1), report.ticket)}
                </a>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <form className="form" onSubmit={submit}>
        <FormField label={t.write} help={t.writeHelp}>
          {(control) => (
            <textarea
              {...control}
              maxLength={2_000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </FormField>
        {sending.error !== null && <Failure error={sending.error} />}
        <div className="form-actions">
          <button type="submit" className="button" aria-disabled={sending.isBusy || text.trim() === ''}>
            {t.send}
          </button>
        </div>
      </form>
    </>
  );
}
