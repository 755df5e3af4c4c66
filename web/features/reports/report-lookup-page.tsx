import type { ReadingData } from '../../app/reading-data.ts';
import { ReadingFrame } from '../../app/reading-frame.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { TicketForm } from '../../ui/ticket-form.tsx';
import { pageTexts } from './page-texts.ts';

/** Where somebody with a number finds how far a report is. */
export function ReportLookupPage({ data }: { data: ReadingData }) {
  const t = useTexts(pageTexts);
  return (
    <ReadingFrame data={data} section={null} hasDate={false} isUseful={false}>
      <h1>{t.lookupTitle}</h1>
      <p className="only-with-script">
        <a href="/lapor">{t.onThisPhone}</a>
      </p>
      <TicketForm action="/laporan" texts={{ ticket: t.ticket, help: t.ticketHelp, see: t.see }} />
      <p>
        <a href="/lapor">{t.title}</a>
      </p>
    </ReadingFrame>
  );
}
