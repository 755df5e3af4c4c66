import type { ReadingData } from '../../app/reading-data.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { texts } from './texts.ts';

/** Ticket and secret link, told once: to be copied, printed or photographed. */
export function Receipt({ ticket, link, data }: { ticket: string; link: string; data: ReadingData }) {
  const t = useTexts(texts);
  return (
    <section className="krk-receipt" aria-labelledby="bukti-judul">
      <h2 id="bukti-judul">{t.keep}</h2>
      <p className="krk-receipt-city">{data.city.name}</p>
      <dl>
        <div>
          <dt>{t.ticket}</dt>
          <dd className="krk-ticket tabular">{ticket}</dd>
        </div>
        <div>
          <dt>{t.secretLink}</dt>
          <dd>
            <a className="correction-link" href={link}>
              {link}
            </a>
          </dd>
        </div>
      </dl>
      <p>{t.keepHelp}</p>
      <p className="actions only-with-script">
        <button
          type="button"
          className="button-primary"
          data-copy={link}
          data-done={t.copied}
          data-failed={t.copyFailed}
        >
          {t.copy}
        </button>
        <button type="button" className="button" data-print="">
          <Icon name="print" />
          {t.printReceipt}
        </button>
        <span role="status" />
      </p>
    </section>
  );
}
