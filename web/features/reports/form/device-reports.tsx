import { useId, useRef } from 'react';
import { useAnnounce } from '../../../app/announcer.tsx';
import type { CityFacts } from '../../../app/page-data.ts';
import { formatMoment } from '../../../lib/moment.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { AskFirst } from './ask-first.tsx';
import { deviceTexts } from './device-texts.ts';
import { OpenReport } from './open-report.tsx';
import { saveAsFile } from './save-as-file.ts';
import { type ReportOutbox, receiptOf } from './use-report-outbox.ts';

export const STATE_ICONS: Readonly<Record<OutboxItem['state'], IconName>> = {
  draft: 'page',
  queued: 'limit',
  sending: 'up',
  received: 'check',
  failed: 'warning',
};

/** Every report that lies here, without a word of what it says: whoever picks the telephone up reads none of it. */
export function DeviceReports({
  items,
  outbox,
  city,
  onOpen,
}: {
  items: readonly OutboxItem[];
  outbox: ReportOutbox;
  city: CityFacts;
  onOpen: (key: string) => void;
}) {
  const { language } = useReader();
  const t = useTexts(deviceTexts);
  const title = useId();
  const announce = useAnnounce();
  const heading = useRef<HTMLHeadingElement>(null);
  const remove = (key: string): void => {
    void outbox.remove(key);
    heading.current?.focus();
    announce(t.removed);
  };
  if (items.length === 0) return null;
  return (
    <section className="report-device" aria-labelledby={title}>
      <h2 id={title} ref={heading} tabIndex={-1}>
        {t.title}
      </h2>
      <p className="quiet">{t.lead}</p>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <p>
              <strong>
                {t.item(
                  formatMoment(
                    new Date(item.createdAt).toISOString(),
                    language,
                    city.timeZone,
                    city.timeZoneLabel,
                  ),
                )}
              </strong>
              {item.attachments.length > 0 && (
                <span className="quiet"> · {t.photos(item.attachments.length)}</span>
              )}
            </p>
            <p className="report-state" data-state={item.state}>
              <Icon name={STATE_ICONS[item.state]} /> {t[item.state]}
              {item.attempts > 1 && item.state === 'queued' && ` · ${t.attempts(item.attempts)}`}
            </p>
            {item.reason !== null && item.reason !== '' && <p>{item.reason}</p>}
            {item.state === 'queued' && (
              <p className="quiet">{outbox.isKept(item.key) ? t.stored : t.unkept}</p>
            )}
            <Ways item={item} outbox={outbox} onOpen={onOpen} onRemove={() => remove(item.key)} />
          </li>
        ))}
      </ul>
      <div className="report-actions">
        <AskFirst
          label={t.wipe}
          question={t.wipeAsk}
          yes={t.wipeYes}
          onYes={() => {
            void outbox.wipe();
            announce(t.removed);
          }}
        />
        <button type="button" className="button" onClick={() => void saveAsFile(items)}>
          {t.exportAll}
        </button>
      </div>
    </section>
  );
}

function Ways({
  item,
  outbox,
  onOpen,
  onRemove,
}: {
  item: OutboxItem;
  outbox: ReportOutbox;
  onOpen: (key: string) => void;
  onRemove: () => void;
}) {
  const t = useTexts(deviceTexts);
  const receipt = receiptOf(item);
  return (
    <div className="report-actions">
      {receipt !== null && <OpenReport receipt={receipt} label={t.follow} />}
      {(item.state === 'draft' || item.state === 'failed') && (
        <button type="button" className="button" onClick={() => onOpen(item.key)}>
          {item.state === 'draft' ? t.go : t.mend}
        </button>
      )}
      {(item.state === 'queued' || item.state === 'failed') && (
        <button type="button" className="button-primary" onClick={() => outbox.tryNow(item.key)}>
          {t.sendNow}
        </button>
      )}
      {item.state !== 'sending' && (
        <AskFirst label={t.remove} question={t.removeAsk} yes={t.removeYes} onYes={onRemove} />
      )}
    </div>
  );
}
