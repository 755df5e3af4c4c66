import { useTexts } from '../../locale/feature-texts.ts';
import { exportOutbox, type OutboxItem } from '../../offline/outbox.ts';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { StaffIconName } from '../../ui/staff-icon.tsx';
import { Moment } from '../console-frame/index.ts';
import { notReceived, type SiteItem } from './site-items.ts';
import { texts } from './texts.ts';
import type { FieldOutbox } from './use-field-outbox.ts';

/** What is shown comes from this device, and may be old. */
export function AsKept({ at }: { at: number }) {
  const t = useTexts(texts);
  return (
    <p className="field-kept" role="status">
      {t.asKept} <Moment at={new Date(at).toISOString()} />
    </p>
  );
}

const SIGNS: Readonly<Record<OutboxItem['state'], readonly [MarkTone, StaffIconName]>> = {
  draft: ['warn', 'draft'],
  queued: ['warn', 'time'],
  sending: ['asked', 'send'],
  received: ['good', 'check'],
  failed: ['bad', 'forbidden'],
};

/** Where one thing is, in a word and with a sign. */
export function StateMark({ state }: { state: OutboxItem['state'] }) {
  const t = useTexts(texts);
  const [tone, icon] = SIGNS[state];
  return (
    <Mark tone={tone} icon={icon}>
      {t[state]}
    </Mark>
  );
}

/** Where everything is that was brought so far, said before anybody leaves. */
export function OutboxState({ outbox, items }: { outbox: FieldOutbox; items: readonly SiteItem[] | null }) {
  const t = useTexts(texts);
  const waiting =
    items === null ? outbox.items.filter(({ state }) => state !== 'received') : notReceived(items);
  const refused = waiting.filter(({ state }) => state === 'failed').length;
  const save = async (): Promise<void> => {
    const url = URL.createObjectURL(await exportOutbox(outbox.items));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'kunjungan-lapangan.json';
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <>
      {outbox.failure !== null && (
        <div role="alert">
          <Notice title={t[outbox.failure]} />
        </div>
      )}
      <p className="field-state" role="status" aria-label={t.state}>
        {items !== null && (
          <Mark tone="good" icon="check">
            {t.arrived(items.length - waiting.length)}
          </Mark>
        )}
        {waiting.length - refused > 0 && (
          <Mark tone="warn" icon="time">
            {t.onDevice(waiting.length - refused)}
          </Mark>
        )}
        {refused > 0 && (
          <Mark tone="bad" icon="forbidden">
            {t.refusedCount(refused)}
          </Mark>
        )}
      </p>
      {waiting.length > 0 && (
        <p>
          <button type="button" className="link-button" onClick={() => void save()}>
            {t.export}
          </button>
        </p>
      )}
      {outbox.ofOthers > 0 && <p className="quiet">{t.ofOthers(outbox.ofOthers)}</p>}
    </>
  );
}
