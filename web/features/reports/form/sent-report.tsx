import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../../app/announcer.tsx';
import type { CityFacts } from '../../../app/page-data.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { Icon } from '../../../ui/icon.tsx';
import { AskFirst } from './ask-first.tsx';
import { STATE_ICONS } from './device-reports.tsx';
import { deviceTexts } from './device-texts.ts';
import { ReportReceipt } from './report-receipt.tsx';
import { useOtherLanguage } from './use-other-language.ts';
import { type ReportOutbox, receiptOf } from './use-report-outbox.ts';

/** Where a report is that was handed over just now, until the city has it: never a spinner that says nothing. */
export function SentReport({
  item,
  isKept,
  outbox,
  city,
  onMend,
  onNew,
}: {
  item: OutboxItem;
  isKept: boolean;
  outbox: ReportOutbox;
  city: CityFacts;
  onMend: (key: string) => void;
  onNew: () => void;
}) {
  const t = useTexts(deviceTexts);
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const receipt = receiptOf(item);
  const said = t[`said.${item.state}`];
  useOtherLanguage(item.key, nothingToKeep);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="report-sent report-later" aria-labelledby="laporan-terkirim">
      <h2 id="laporan-terkirim" ref={heading} tabIndex={-1}>
        {t.sent}
      </h2>
      <p className="report-state report-state-large" data-state={item.state}>
        <Icon name={STATE_ICONS[item.state]} /> {said}
      </p>
      {item.reason !== null && item.reason !== '' && <p>{item.reason}</p>}
      {isKept || receipt !== null ? (
        <p>{t[`help.${item.state}`]}</p>
      ) : (
        <p className="unknown-block">{t.unkept}</p>
      )}
      {receipt !== null && <ReportReceipt receipt={receipt} city={city} />}
      <div className="report-actions">
        {(item.state === 'queued' || item.state === 'failed') && (
          <button type="button" className="button-primary" onClick={() => outbox.tryNow(item.key)}>
            {t.sendNow}
          </button>
        )}
        {item.state === 'failed' && (
          <button type="button" className="button" onClick={() => onMend(item.key)}>
            {t.mend}
          </button>
        )}
        <button type="button" className="button" onClick={onNew}>
          {t.new}
        </button>
        {receipt !== null && (
          <AskFirst
            label={t.remove}
            question={t.removeAsk}
            yes={t.removeYes}
            onYes={() => {
              void outbox.remove(item.key);
              announce(t.removed);
              onNew();
            }}
          />
        )}
      </div>
    </section>
  );
}

const nothingToKeep = (): Promise<void> => Promise.resolve();
