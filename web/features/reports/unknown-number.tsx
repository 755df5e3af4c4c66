import { useTexts } from '../../locale/feature-texts.ts';
import { TicketForm } from '../../ui/ticket-form.tsx';
import { pageTexts } from './page-texts.ts';
import { unknownTexts } from './unknown-texts.ts';

/** A number that no report has: what may be wrong with it, and where to go on. */
export function UnknownNumber({ asked }: { asked: string }) {
  const t = useTexts(pageTexts);
  const own = useTexts(unknownTexts);
  const isOfKrk = asked.startsWith('KRK');
  return (
    <>
      <p className="unknown-block">{own.gone}</p>
      <ul className="plain-list">
        <li>{own.typed}</li>
        <li>
          {own.unsent} <a href="/lapor">{own.toPhone}</a>
        </li>
        <li>
          {own.other}{' '}
          <a href={isOfKrk ? `/krk/permohonan/${encodeURIComponent(asked)}` : '/krk/permohonan'}>
            {own.toKrk}
          </a>
        </li>
      </ul>
      <TicketForm
        action="/laporan"
        typed={asked}
        texts={{ ticket: t.ticket, help: t.ticketHelp, see: t.see }}
      />
      <p>
        <a href="/lapor">{t.title}</a>
      </p>
    </>
  );
}
