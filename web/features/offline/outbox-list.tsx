import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { KeepFailure, OutboxItem } from '../../offline/outbox.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { momentInWords } from './moments.ts';
import './offline.css';
import { outboxTexts } from './outbox-texts.ts';

const ICONS: Readonly<Record<OutboxItem['state'], IconName>> = {
  draft: 'page',
  queued: 'limit',
  sending: 'up',
  received: 'check',
  failed: 'forbidden',
};

/** Where everything is that a reader wrote: in words and with a sign, never by colour alone. */
export function OutboxList(props: {
  items: readonly OutboxItem[];
  /** What a person calls an item. */
  nameOf: (item: OutboxItem) => string;
  failure: KeepFailure | null;
  onSend: (item: OutboxItem) => void;
  onRemove: (item: OutboxItem) => void;
  onExport: () => void;
}) {
  const { items, nameOf, failure } = props;
  const t = useTexts(outboxTexts);
  const { language } = useReader();
  return (
    <section className="outbox" aria-label={t.title}>
      {failure !== null && (
        <div role="alert">
          <Notice title={t[failure]} />
        </div>
      )}
      {items.length === 0 && <p className="quiet">{t.none}</p>}
      <ul className="pack-list" aria-live="polite">
        {items.map((item) => (
          <li key={item.key} className="pack">
            <p className="pack-title">
              <strong>{nameOf(item)}</strong>{' '}
              <span className="quiet">{momentInWords(new Date(item.createdAt).toISOString(), language)}</span>
            </p>
            <p className="outbox-state" data-state={item.state}>
              <Icon name={ICONS[item.state]} /> {t[item.state]}
              {item.attempts > 1 && ` · ${t.attempts(item.attempts)}`}
            </p>
            {item.reason !== null && <p className="unknown-block">{item.reason}</p>}
            {item.state === 'queued' && <p className="quiet">{t.stored}</p>}
            <p className="offline-actions">
              {(item.state === 'queued' || item.state === 'failed' || item.state === 'draft') && (
                <button type="button" className="button-primary" onClick={() => props.onSend(item)}>
                  {t.sendNow}
                </button>
              )}
              {item.state !== 'sending' && (
                <button type="button" className="button" onClick={() => props.onRemove(item)}>
                  {t.remove}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {(items.length > 0 || failure !== null) && (
        <button type="button" className="button" onClick={props.onExport}>
          {t.exportAll}
        </button>
      )}
    </section>
  );
}
