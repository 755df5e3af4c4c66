import { expect, test } from 'vitest';
import { newItem, type OutboxItem } from '../../../offline/outbox.ts';
import { outboxNews } from './outbox-news.ts';

const ITEM = newItem('report', {}, 0);
const at = (state: OutboxItem['state'], reason: string | null = null): OutboxItem => ({
  ...ITEM,
  state,
  reason,
});
const isNews = (before: OutboxItem | null, now: OutboxItem): boolean =>
  outboxNews(before === null ? [] : [before], [now]).length > 0;

test('everything that becomes of a report is news, from the first attempt to its end', () => {
  expect(isNews(null, at('queued'))).toBe(true);
  expect(isNews(at('queued'), at('sending'))).toBe(true);
  expect(isNews(at('sending'), at('queued', 'Belum ada jaringan.'))).toBe(true);
  expect(isNews(at('sending'), at('received'))).toBe(true);
  expect(isNews(at('sending'), at('failed', 'Di luar kota.'))).toBe(true);
});

test('a draft is none, and what stays as it is is none', () => {
  expect(isNews(null, at('draft'))).toBe(false);
  expect(isNews(at('received'), at('received'))).toBe(false);
});

test('attempts of its own accord are silent until one ends; one that was pressed for is told', () => {
  const reason = 'Belum ada jaringan.';
  expect(isNews(at('queued', reason), at('sending', reason))).toBe(false);
  expect(isNews(at('sending', reason), at('queued', reason))).toBe(false);
  expect(isNews(at('sending', reason), at('received'))).toBe(true);
  expect(isNews(at('sending', reason), at('failed', 'Di luar kota.'))).toBe(true);
  // Pressing takes the reason away.
  expect(isNews(at('queued'), at('sending'))).toBe(true);
  expect(isNews(at('sending'), at('queued', reason))).toBe(true);
});
