import { useCallback, useEffect, useState } from 'react';
import type { CityFacts } from '../../../app/page-data.ts';
import { dayIn } from '../../../lib/moment.ts';
import { useReader } from '../../../locale/reader.tsx';
import { newItem, type OutboxItem } from '../../../offline/outbox.ts';
import { REPORT } from '../../../offline/send-report.ts';
import { DeviceReports } from './device-reports.tsx';
import { emptyDraft, isDraft } from './draft.ts';
import { forgetGivenPlace, givenPlace } from './given-place.ts';
import { useOutboxNews } from './outbox-news.ts';
import type { Reach } from './parts.tsx';
import { ReportForm } from './report-form.tsx';
import { SentReport } from './sent-report.tsx';
import { carriedReport } from './use-other-language.ts';
import { useReportOutbox } from './use-report-outbox.ts';
import './report-app.css';

interface Opened {
  readonly item: OutboxItem;
  readonly isNew: boolean;
}
interface Sent {
  readonly key: string;
  readonly isKept: boolean;
}

/** Reporting in the browser: what is being written, what is on its way, and what arrived. */
export function ReportApp({
  city,
  kelurahan,
  reach,
}: {
  city: CityFacts;
  kelurahan: readonly string[];
  reach: Reach;
}) {
  const { language } = useReader();
  const today = dayIn(new Date(), city.timeZone);
  const outbox = useReportOutbox();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  /** Somebody left what stood there for what stands there now. */
  const [takesFocus, setTakesFocus] = useState(false);
  const begin = useCallback((): void => {
    const at = givenPlace(city);
    const draft = emptyDraft(language, today, at === null ? null : { at, from: 'map', accuracyM: null });
    const item = newItem(REPORT, draft, Date.now());
    remember(item.key);
    setSent(null);
    setOpened({ item, isNew: true });
  }, [city, language, today]);
  const { items } = outbox;
  useOutboxNews(items, sent?.key ?? null, city);
  // A reload or the other language comes back to what was open in this tab; a new visit begins anew, and drafts stand in the list.
  useEffect(() => {
    if (items === null || opened !== null || sent !== null) return;
    const carried = carriedReport();
    if (carried !== null) {
      remember(carried);
      setTakesFocus(true);
    }
    const known = items.find((item) => item.key === remembered());
    if (known === undefined) begin();
    else if (known.state === 'draft' && isDraft(known)) setOpened({ item: known, isNew: false });
    else setSent({ key: known.key, isKept: true });
  }, [items, opened, sent, begin]);
  const open = async (key: string): Promise<void> => {
    const item = await outbox.reopen(key);
    if (item === null || !isDraft(item)) return;
    remember(key);
    setSent(null);
    setTakesFocus(true);
    setOpened({ item, isNew: false });
    window.scrollTo({ top: 0 });
  };
  const openKey = sent?.key ?? opened?.item.key;
  // A way within the page makes a new entry of the history, which knows nothing of what is open.
  useEffect(() => {
    if (openKey === undefined) return;
    const keep = (): void => remember(openKey);
    window.addEventListener('hashchange', keep);
    return () => window.removeEventListener('hashchange', keep);
  }, [openKey]);
  if (items === null) return null;
  const sentItem = sent === null ? undefined : items.find(({ key }) => key === sent.key);
  const shown = sentItem?.key ?? opened?.item.key;
  return (
    <div className="report-app">
      {sentItem !== undefined && sent !== null ? (
        <SentReport
          key={sentItem.key}
          item={sentItem}
          isKept={sent.isKept}
          outbox={outbox}
          city={city}
          onMend={(key) => void open(key)}
          onNew={() => {
            setTakesFocus(true);
            begin();
          }}
        />
      ) : (
        opened !== null && (
          <ReportForm
            key={opened.item.key}
            item={opened.item}
            isNew={opened.isNew}
            takesFocus={takesFocus}
            city={city}
            kelurahan={kelurahan}
            reach={reach}
            today={today}
            onQueued={({ item, isKept }) => {
              setOpened(null);
              setSent({ key: item.key, isKept });
              forgetGivenPlace();
              if (isKept) outbox.sendDue();
              else outbox.sendUnkept(item);
            }}
            onDiscard={() => {
              setTakesFocus(true);
              void outbox.remove(opened.item.key).then(begin);
            }}
          />
        )
      )}
      <DeviceReports
        items={items.filter(({ key }) => key !== shown)}
        outbox={outbox}
        city={city}
        onOpen={(key) => void open(key)}
      />
    </div>
  );
}

/** Which item this tab has open: in its history alone, so that nobody else finds it opened. */
const remember = (key: string): void => history.replaceState({ ...history.state, report: key }, '');
const remembered = (): unknown => (history.state as { report?: unknown } | null)?.report;
