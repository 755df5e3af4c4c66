import { Icon } from './icon.tsx';

/** What stands on a receipt, in the words of what it is about. */
export interface ReceiptTexts {
  readonly keep: string;
  readonly ticket: string;
  readonly secretLink: string;
  readonly keepHelp: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly print: string;
}

/** Number and secret link, told once: to be copied, printed or photographed. */
export function SecretReceipt({
  ticket,
  link,
  city,
  isOpen = false,
  texts: t,
}: {
  ticket: string;
  link: string;
  city?: string;
  /** It stands on the page that it opens: followed, it would only stay in the history of the browser. */
  isOpen?: boolean;
  texts: ReceiptTexts;
}) {
  return (
    <section className="krk-receipt" aria-labelledby="bukti-judul">
      <h2 id="bukti-judul">{t.keep}</h2>
      {city !== undefined && <p className="krk-receipt-city">{city}</p>}
      <dl>
        <div>
          <dt>{t.ticket}</dt>
          <dd className="krk-ticket tabular">{ticket}</dd>
        </div>
        <div>
          <dt>{t.secretLink}</dt>
          <dd className="correction-link">{isOpen ? link : <a href={link}>{link}</a>}</dd>
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
          {t.print}
        </button>
        <span role="status" />
      </p>
    </section>
  );
}
