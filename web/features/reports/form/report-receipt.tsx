import { useState } from 'react';
import type { ReceivedReport } from '#domain/report/report';
import type { CityFacts } from '../../../app/page-data.ts';
import { formatMoment } from '../../../lib/moment.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { OpenReport } from './open-report.tsx';
import { receiptTexts } from './receipt-texts.ts';

/** Ticket and secret link, to be copied, printed or photographed; on paper nothing else of the page. */
export function ReportReceipt({ receipt, city }: { receipt: ReceivedReport; city: CityFacts }) {
  const { language } = useReader();
  const t = useTexts(receiptTexts);
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const copy = (): void =>
    void navigator.clipboard.writeText(receipt.link).then(
      () => setCopied('copied'),
      () => setCopied('copyFailed'),
    );
  return (
    <section className="krk-receipt" aria-labelledby="tanda-terima">
      <h3 id="tanda-terima">{t.keep}</h3>
      <p className="krk-receipt-city">{city.name}</p>
      {city.isDemo && <p className="krk-trial">{t.demo}</p>}
      <dl>
        <div>
          <dt>{t.ticket}</dt>
          <dd className="krk-ticket tabular">{receipt.ticket}</dd>
        </div>
        <div>
          <dt>{t.receivedAt}</dt>
          <dd>{formatMoment(receipt.receivedAt, language, city.timeZone, city.timeZoneLabel)}</dd>
        </div>
        <div>
          <dt>{t.link}</dt>
          <dd className="correction-link">{receipt.link}</dd>
        </div>
      </dl>
      <p>{t.keepHelp}</p>
      <p>{t.proofHelp}</p>
      <div className="report-actions">
        <button type="button" className="button-primary" onClick={copy}>
          {t.copy}
        </button>
        <OpenReport receipt={receipt} label={t.open} />
        <button type="button" className="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t.print}
        </button>
        <span role="status">{copied === null ? '' : t[copied]}</span>
      </div>
    </section>
  );
}
