import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../../app/announcer.tsx';
import type { CityFacts } from '../../../app/page-data.ts';
import { formatMoment } from '../../../lib/moment.ts';
import { useTexts } from '../../../locale/feature-texts.ts';
import { useReader } from '../../../locale/reader.tsx';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { deviceTexts } from './device-texts.ts';
import { receiptOf } from './use-report-outbox.ts';

/**
 * What has become of reports of this device since they were looked at last. An attempt of its own accord is news only when it
 * ends: offline there is one every few seconds, and its reason tells it from one that somebody pressed for.
 */
export function outboxNews(before: readonly OutboxItem[], now: readonly OutboxItem[]): OutboxItem[] {
  return now.filter((item) => {
    const earlier = before.find(({ key }) => key === item.key);
    if (item.state === 'draft' || item.state === earlier?.state) return false;
    if (item.state === 'sending') return item.reason === null;
    return !(item.state === 'queued' && earlier?.state === 'sending' && earlier.reason !== null);
  });
}

/**
 * Says on which way each report is, of that on the screen from the beginning, of the others by the moment it was begun.
 * @param shown key of the report on the screen; null: none that was handed over
 */
export function useOutboxNews(
  items: readonly OutboxItem[] | null,
  shown: string | null,
  { timeZone, timeZoneLabel }: CityFacts,
): void {
  const { language } = useReader();
  const t = useTexts(deviceTexts);
  const announce = useAnnounce();
  const before = useRef<readonly OutboxItem[] | null>(null);
  useEffect(() => {
    if (items === null) return;
    const news = outboxNews(before.current ?? items.filter(({ key }) => key !== shown), items);
    before.current = items;
    const words = news.map((item) => {
      const ticket = receiptOf(item)?.ticket;
      const state = t[`said.${item.state}`];
      const result = [
        state.endsWith('…') ? state : `${state}.`,
        ticket === undefined ? '' : t.ticketIs(ticket),
        item.reason ?? '',
        item.key === shown && item.state === 'queued' ? t['help.queued'] : '',
      ];
      const moment = new Date(item.createdAt).toISOString();
      const which =
        item.key === shown ? '' : `${t.item(formatMoment(moment, language, timeZone, timeZoneLabel))}:`;
      return [which, ...result].filter(Boolean).join(' ');
    });
    if (words.length > 0) announce(words.join(' '));
  }, [items, shown, announce, t, language, timeZone, timeZoneLabel]);
}
