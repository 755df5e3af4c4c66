import type { ItemContent } from '#domain/field-round/item';
import type { Round } from '#domain/field-round/round';
import type { OutboxItem } from '../../offline/outbox.ts';
import { messageOf } from './field-outbox.ts';

/** One thing of a round as the person sees it: on the server, or still on this device. */
export interface SiteItem {
  readonly itemId: string;
  readonly content: ItemContent;
  readonly state: OutboxItem['state'];
  /** ISO 8601, by the clock of the device that brought it. */
  readonly recordedAt: string;
  readonly by: string | null;
  /** What waits on this device; null once the server has it. */
  readonly waiting: OutboxItem | null;
}

/** What the server has, and after it what it does not have yet. */
export function siteItems(round: Round, outbox: readonly OutboxItem[]): SiteItem[] {
  const there = new Set(round.items.map(({ itemId }) => itemId));
  const received = round.items.map(
    ({ itemId, content, recordedAt, by }): SiteItem => ({
      itemId,
      content,
      state: 'received',
      recordedAt,
      by,
      waiting: null,
    }),
  );
  const waiting = outbox
    .filter((item) => messageOf(item).roundId === round.roundId && !there.has(item.key))
    .map(
      (item): SiteItem => ({
        itemId: item.key,
        content: messageOf(item).item.content,
        state: item.state,
        recordedAt: messageOf(item).item.recordedAt,
        by: null,
        waiting: item,
      }),
    );
  return [...received, ...waiting];
}

/** What is not known to stand on the server: a decision is made on what it shows, not on what was sent to it. */
export const notReceived = (items: readonly SiteItem[]): SiteItem[] =>
  items.filter(({ waiting }) => waiting !== null);
